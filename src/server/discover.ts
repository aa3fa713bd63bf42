import { createReadStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import type { FastifyInstance, FastifyRequest } from "fastify";
import {
  type ChosenSheets,
  corrected,
  discover,
  type DiscoverRequest,
  type Discovery,
  type Keep,
  doubtSentence,
  type Role,
  type RoleCorrections,
  roles as allRoles,
  sheetsOf,
  type Sniffed,
  sniffed,
  undoAdditions,
  usualBounds,
} from "../engine/index.ts";
import { HelderError, type Language } from "../framework/index.ts";
import type { DiscoverState, TakenFile, Understood, WaitingFile } from "../report/index.ts";
import { askedLanguage, languageOf } from "./language.ts";
import { refuseForeign } from "./own-page.ts";
import { one, type Query } from "./query.ts";
import type { Rooms } from "./rooms.ts";
import { openUploads, type Upload } from "./uploads.ts";

/**
 * What the page *Ontdek* does, by the same engine as `helder discover`: files are dropped (`POST /api/discover/files?name=`, the file itself as
 * `application/octet-stream`; `DELETE /api/discover/files/:id`), what was understood of them is shown (`POST /api/discover/understood`), the six
 * steps are taken (`POST /api/discover/run`, as `discover --json` with `pictures`), opportunities become KPIs (`POST /api/discover/write {choose}`)
 * and are taken back (`POST /api/discover/undo {id}`, the id that writing answered); `GET /api/discover/export?format=xlsx|csv` gives the customers, private columns only with
 * `private=1`. In a call, `roles` is what the reader says of columns, `{column: role}` of every file or `{file: {column: role}}` of one, and
 * `sheets`, `{file: sheet}`, which sheet of a workbook is read; a file goes by the id that it got when it was dropped.
 */
export function discoverRoutes(app: FastifyInstance, { engine }: Rooms): void {
  const uploads = openUploads();
  let doing: string | null = null;
  let kept: { readonly files: string; readonly name: string | null } | null = null;
  let last: Promise<unknown> = Promise.resolve();
  app.addHook("onClose", () => uploads.close());
  app.addContentTypeParser("application/octet-stream", (_request, payload, done) => done(null, payload));

  /** One after another: each reads whole files with a database of its own. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work, work).finally(() => {
      doing = null;
    });
    last = turn.catch(() => undefined);
    return turn;
  }
  async function settingsOf(request: FastifyRequest) {
    const { settings, datasets } = await engine.framework();
    const language: Language = askedLanguage(request) ?? settings.language ?? languageOf(request);
    const { currency, timezone } = settings;
    return { language, currency, timezone, datasets: datasets.map(({ id }) => id), progress: (line: string) => void (doing = line) };
  }
  async function requestOf(request: FastifyRequest, said: Said): Promise<DiscoverRequest> {
    const { datasets, ...settings } = await settingsOf(request);
    const files = uploads.all().map(({ path }) => path);
    if (files.length === 0 && datasets.length === 0) throw new HelderError("no-upload", {});
    const read = await readBy(said, uploads.all());
    return { ...settings, ...usualBounds, ...read, files, directory: engine.directory, asOf: null, export: null };
  }

  app.get("/api/discover", async (request): Promise<DiscoverState> => {
    const { datasets } = await settingsOf(request);
    return { files: uploads.all().map(waiting), datasets, doing, roles: allRoles };
  });
  app.post("/api/discover/files", async (request): Promise<TakenFile> => {
    refuseForeign(request, "application/octet-stream");
    const name = one((request.query as Query)["name"]);
    if (name === null || name.trim() === "") throw new HelderError("bad-call", { reason: "name=…" });
    const content = (request.body as Readable | null | undefined) ?? Readable.from([]);
    const { upload, replaced } = await uploads.take(name, content, Number(request.headers["content-length"] ?? 0));
    return { ...waiting(upload), replaced };
  });
  app.delete("/api/discover/files/:id", async (request) => {
    refuseForeign(request, "application/json");
    await uploads.remove((request.params as { readonly id: string }).id);
    return { files: uploads.all().map(waiting) };
  });
  app.post("/api/discover/understood", async (request): Promise<{ readonly understood: readonly Understood[] }> => {
    refuseForeign(request, "application/json");
    const settings = await settingsOf(request);
    const files = uploads.all();
    const { roles, sheets } = await readBy(saidIn(request), files);
    if (files.length === 0) return { understood: [] };
    const found = await inTurn(() =>
      sniffed(
        files.map(({ path }) => path),
        { ...settings, sheets },
      ),
    );
    const names = new Map(await Promise.all(files.map(async ({ path }) => [path, await sheetsOf(path)] as const)));
    return { understood: found.map((kind) => told(corrected(kind, roles), files, names, settings.language)) };
  });
  app.post("/api/discover/run", async (request): Promise<Discovery> => {
    refuseForeign(request, "application/json");
    const asked = await requestOf(request, saidIn(request));
    const files = JSON.stringify(asked.files);
    return inTurn(() => {
      // Of the same files only the last counts as a time: before a correction they were misunderstood. A workspace's datasets grow.
      const instead = asked.files.length > 0 && kept?.files === files ? kept.name : null;
      const keep: Keep = { directory: engine.directory, compare: true, instead, kept: (name) => (kept = { files, name }) };
      return discover({ ...asked, pictures: true, keep });
    });
  });
  app.post("/api/discover/write", async (request) => {
    refuseForeign(request, "application/json");
    const { choose } = (request.body ?? {}) as { readonly choose?: unknown };
    if (!Array.isArray(choose) || choose.length === 0 || !choose.every((id) => typeof id === "string"))
      throw new HelderError("bad-call", { reason: "{choose: [id, …]}" });
    const asked = await requestOf(request, saidIn(request));
    const { written } = await inTurn(() => discover({ ...asked, write: { choose, into: engine.directory } }));
    return { id: written?.id ?? null, files: written?.files ?? [], kpis: written?.kpis ?? [] };
  });
  app.post("/api/discover/undo", async (request) => {
    refuseForeign(request, "application/json");
    const { id } = (request.body ?? {}) as { readonly id?: unknown };
    if (typeof id !== "string") throw new HelderError("bad-call", { reason: "{id: …}" });
    return { undone: await inTurn(() => undoAdditions(engine.directory, id)) };
  });
  app.get("/api/discover/export", async (request, reply) => {
    const query = request.query as Query;
    const format = one(query["format"]) ?? "xlsx";
    if (format !== "xlsx" && format !== "csv") throw new HelderError("bad-option", { option: "format", value: format, hint: "xlsx | csv" });
    const asked = await requestOf(request, { roles: readJson("roles", query), sheets: readJson("sheets", query) });
    const folder = await mkdtemp(join(tmpdir(), "helder-export-"));
    const file = join(folder, `customers.${format}`);
    const gone = () => rm(folder, { recursive: true, force: true });
    try {
      await inTurn(() => discover({ ...asked, export: file, private: one(query["private"]) === "1" }));
      const { size } = await stat(file);
      const content = createReadStream(file);
      content.once("close", () => void gone());
      return await reply
        .type(types[format])
        .header("content-length", size)
        .header("cache-control", "no-store")
        .header("content-disposition", `attachment; filename="${fileNames[asked.language]}.${format}"`)
        .send(content);
    } catch (error) {
      await gone();
      throw error;
    }
  });
}

const types = { xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", csv: "text/csv; charset=utf-8" } as const;
const fileNames: Readonly<Record<Language, string>> = { nl: "klanten", en: "customers" };

function waiting({ id, name, bytes }: Upload): WaitingFile {
  return { id, name, bytes };
}

/** What a call says of the files, as it came in. */
interface Said {
  readonly roles: unknown;
  readonly sheets: unknown;
}

function saidIn(request: FastifyRequest): Said {
  const { roles, sheets } = (request.body ?? {}) as Partial<Said>;
  return { roles, sheets };
}

function readJson(name: keyof Said, query: Query): unknown {
  const text = one(query[name]);
  if (text === null) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new HelderError("bad-call", { reason: `${name}=…` }, { cause });
  }
}

/** Throws HelderError `bad-option`, `bad-call`. */
async function readBy(
  { roles, sheets }: Said,
  uploads: readonly Upload[],
): Promise<{ readonly roles: RoleCorrections; readonly sheets: ChosenSheets }> {
  const pathOf = (option: keyof Said, id: string): string => {
    const found = uploads.find((upload) => upload.id === id);
    if (!found) throw new HelderError("bad-option", { option, value: id, hint: uploads.map((upload) => upload.id).join(" | ") || "–" });
    return found.path;
  };
  const ofFiles = entriesOf("roles", roles).map(([key, said]): [string, RoleCorrections[string]] =>
    said !== null && typeof said === "object"
      ? [pathOf("roles", key), Object.fromEntries(entriesOf("roles", said).map(([column, role]) => [column, knownRole(role)]))]
      : [key, knownRole(said)],
  );
  const chosen: [string, string][] = [];
  for (const [id, sheet] of entriesOf("sheets", sheets)) {
    const path = pathOf("sheets", id);
    const names = await sheetsOf(path);
    const known = names.find((name) => name === sheet);
    if (known === undefined)
      throw new HelderError("bad-option", { option: "sheets", value: String(sheet), hint: names.join(" | ") || "–" });
    chosen.push([path, known]);
  }
  return { roles: Object.fromEntries(ofFiles), sheets: Object.fromEntries(chosen) };
}

function entriesOf(option: keyof Said, said: unknown): readonly [string, unknown][] {
  if (said === undefined || said === null) return [];
  if (typeof said !== "object" || Array.isArray(said)) throw new HelderError("bad-call", { reason: `{${option}: {…}}` });
  return Object.entries(said);
}

function knownRole(said: unknown): Role | null {
  const known = said === null ? null : allRoles.find((role) => role === said);
  if (known === undefined) throw new HelderError("bad-option", { option: "roles", value: String(said), hint: allRoles.join(" | ") });
  return known;
}

function told(found: Sniffed, uploads: readonly Upload[], sheets: ReadonlyMap<string, readonly string[]>, language: Language): Understood {
  const { format, roles, columns, rows, rejected, from, to, doubts, paths } = found;
  const files = paths.flatMap((path) => uploads.find((upload) => upload.path === path) ?? []);
  const workbooks = files.flatMap(({ id, path }) => {
    const names = sheets.get(path) ?? [];
    return names.length < 2 ? [] : [{ file: id, read: format.sheet ?? names[0]!, names }];
  });
  return {
    files: files.map(({ id, name }) => ({ id, name })),
    sheets: workbooks,
    rows,
    rejected,
    from,
    to,
    encoding: format.encoding ?? null,
    delimiter: format.delimiter ?? null,
    decimal: format.decimal ?? null,
    date: format.date ?? null,
    columns: columns.map(({ name, type, example }) => {
      const role = roles.get(name);
      return { name, type, example, role: role?.role ?? null, confidence: role?.confidence ?? null, reason: role?.reason ?? null };
    }),
    // Where the sheets themselves can be chosen from, there is nothing to doubt.
    doubts: doubts
      .filter(({ code }) => code !== "several-sheets" || workbooks.length === 0)
      .map((doubt) => ({ column: doubt.column, code: doubt.code, sentence: doubtSentence(doubt, language) })),
  };
}
