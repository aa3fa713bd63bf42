import { createReadStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import type { FastifyInstance, FastifyRequest } from "fastify";
import {
  corrected,
  discover,
  type DiscoverRequest,
  type Discovery,
  type Keep,
  doubtSentence,
  type RoleCorrections,
  roles as allRoles,
  type Sniffed,
  sniffed,
  undoAdditions,
  usualBounds,
} from "../engine/index.ts";
import { HelderError, type Language } from "../framework/index.ts";
import type { DiscoverState, Understood, WaitingFile } from "../report/index.ts";
import { askedLanguage, languageOf } from "./language.ts";
import { refuseForeign } from "./own-page.ts";
import { list, one, type Query } from "./query.ts";
import type { Rooms } from "./rooms.ts";
import { openUploads, type Upload } from "./uploads.ts";

/**
 * What the page *Ontdek* does, by the same engine as `helder discover`: files are dropped (`POST /api/discover/files?name=`, the file itself as
 * `application/octet-stream`; `DELETE /api/discover/files/:id`), what was understood of them is shown (`POST /api/discover/understood`), the six
 * steps are taken (`POST /api/discover/run`, as `discover --json` with `pictures`), opportunities become KPIs (`POST /api/discover/write {choose}`)
 * and are taken back (`POST /api/discover/undo`); `GET /api/discover/export?format=xlsx|csv` gives the customers, private columns only with
 * `private=1`. `roles` in a call is what the reader says of columns.
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
  async function requestOf(request: FastifyRequest, roles: RoleCorrections): Promise<DiscoverRequest> {
    const { datasets, ...settings } = await settingsOf(request);
    const files = uploads.all().map(({ path }) => path);
    if (files.length === 0 && datasets.length === 0) throw new HelderError("no-upload", {});
    return { ...settings, ...usualBounds, files, directory: engine.directory, roles, asOf: null, export: null };
  }

  app.get("/api/discover", async (request): Promise<DiscoverState> => {
    const { datasets } = await settingsOf(request);
    return { files: uploads.all().map(waiting), datasets, doing, roles: allRoles };
  });
  app.post("/api/discover/files", async (request): Promise<WaitingFile> => {
    refuseForeign(request, "application/octet-stream");
    const name = one((request.query as Query)["name"]);
    if (name === null || name.trim() === "") throw new HelderError("bad-call", { reason: "name=…" });
    return waiting(await uploads.take(name, (request.body as Readable | null | undefined) ?? Readable.from([])));
  });
  app.delete("/api/discover/files/:id", async (request) => {
    refuseForeign(request, "application/json");
    await uploads.remove((request.params as { readonly id: string }).id);
    return { files: uploads.all().map(waiting) };
  });
  app.post("/api/discover/understood", async (request): Promise<{ readonly understood: readonly Understood[] }> => {
    refuseForeign(request, "application/json");
    const roles = rolesIn(request);
    const settings = await settingsOf(request);
    const files = uploads.all().map(({ path }) => path);
    if (files.length === 0) return { understood: [] };
    const found = await inTurn(() => sniffed(files, settings));
    return { understood: found.map((kind) => told(corrected(kind, roles), uploads.all(), settings.language)) };
  });
  app.post("/api/discover/run", async (request): Promise<Discovery> => {
    refuseForeign(request, "application/json");
    const asked = await requestOf(request, rolesIn(request));
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
    const asked = await requestOf(request, rolesIn(request));
    const { written } = await inTurn(() => discover({ ...asked, write: { choose, into: engine.directory } }));
    return { files: written?.files ?? [], kpis: written?.kpis ?? [] };
  });
  app.post("/api/discover/undo", async (request) => {
    refuseForeign(request, "application/json");
    return { undone: await inTurn(() => undoAdditions(engine.directory)) };
  });
  app.get("/api/discover/export", async (request, reply) => {
    const query = request.query as Query;
    const format = one(query["format"]) ?? "xlsx";
    if (format !== "xlsx" && format !== "csv") throw new HelderError("bad-option", { option: "format", value: format, hint: "xlsx | csv" });
    const asked = await requestOf(request, readRoles(list(query["roles"])[0]));
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

function rolesIn(request: FastifyRequest): RoleCorrections {
  return checkedRoles((request.body as { readonly roles?: unknown } | null)?.roles);
}

function readRoles(text: string | undefined): RoleCorrections {
  if (text === undefined) return {};
  try {
    return checkedRoles(JSON.parse(text));
  } catch (cause) {
    if (cause instanceof HelderError) throw cause;
    throw new HelderError("bad-call", { reason: "roles=…" }, { cause });
  }
}

/** Throws HelderError `bad-option`. */
function checkedRoles(said: unknown): RoleCorrections {
  if (said === undefined || said === null) return {};
  if (typeof said !== "object") throw new HelderError("bad-call", { reason: "roles: {column: role}" });
  const known: ReadonlySet<unknown> = new Set([...allRoles, null]);
  for (const role of Object.values(said))
    if (!known.has(role)) throw new HelderError("bad-option", { option: "roles", value: String(role), hint: allRoles.join(" | ") });
  return said as RoleCorrections;
}

function told(found: Sniffed, uploads: readonly Upload[], language: Language): Understood {
  const { format, roles, columns, rows, rejected, from, to, doubts, paths } = found;
  return {
    files: paths.map((path) => uploads.find((upload) => path.endsWith(join(upload.id, upload.name)))?.name ?? ""),
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
    doubts: doubts.map((doubt) => ({ column: doubt.column, code: doubt.code, sentence: doubtSentence(doubt, language) })),
  };
}
