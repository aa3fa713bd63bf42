import type { FastifyInstance, FastifyRequest } from "fastify";
import { keptHistory, mend, mendedJson, type Mending } from "../check/index.ts";
import { HelderError } from "../framework/index.ts";
import { open, replaceFiles, type SourceFile, type Workspace } from "../workspace/index.ts";
import { askedLanguage, languageOf } from "./language.ts";
import { refuseForeign } from "./own-page.ts";
import { todayOf } from "./query.ts";
import type { Rooms } from "./rooms.ts";

/**
 * `GET /api/fix?code=&on=` shows what mending a finding would change: `{changes: [{file, line, before, after}]}`, lines as text. `POST
 * /api/fix {code, on}` does it: `{fixed: [{code, on, file, line, message}]}`, as `helder check --fix --json`. Both are empty where only
 * people can mend it.
 */
export function fixRoutes(app: FastifyInstance, { engine }: Rooms): void {
  app.get("/api/fix", async (request) => {
    const { workspace, mending } = await mended(engine.directory, request, request.query);
    const before = new Map(workspace.files.map((file) => [file.path, file]));
    return { changes: mending.files.flatMap((after) => difference(before.get(after.path)!, after)) };
  });
  app.post("/api/fix", async (request) => {
    refuseForeign(request, "application/json");
    const { workspace, mending } = await mended(engine.directory, request, request.body);
    await replaceFiles(engine.directory, workspace.files, mending.files);
    const { language } = workspace.framework.settings;
    return { fixed: mendedJson(mending, askedLanguage(request) ?? language ?? languageOf(request)) };
  });
}

async function mended(directory: string, request: FastifyRequest, asked: unknown): Promise<{ workspace: Workspace; mending: Mending }> {
  const { code, on } = (asked ?? {}) as { readonly code?: unknown; readonly on?: unknown };
  if (typeof code !== "string" || typeof on !== "string") throw new HelderError("bad-call", { reason: "{code, on}" });
  const workspace = await open(directory);
  const { framework, files } = workspace;
  const today = todayOf(request, framework);
  const history = await keptHistory(directory, framework);
  return { workspace, mending: mend(files, { today, history, only: { code, on } }) };
}

/** The lines from the first to the last that differ, before and after; none where the file is the same. */
function difference(before: SourceFile, after: SourceFile): { file: string; line: number; before: string; after: string }[] {
  if (before.text === after.text) return [];
  const [old, wanted] = [before, after].map(({ text }) => text.split(/\r?\n/)) as [string[], string[]];
  const least = Math.min(old.length, wanted.length);
  let head = 0;
  while (head < least && old[head] === wanted[head]) head++;
  let tail = 0;
  while (tail < least - head && old.at(-1 - tail) === wanted.at(-1 - tail)) tail++;
  const lines = (all: readonly string[]) => all.slice(head, all.length - tail).join("\n");
  return [{ file: before.path, line: head + 1, before: lines(old), after: lines(wanted) }];
}
