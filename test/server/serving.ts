import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach } from "vitest";
import { type LocalEngine, openLocalEngine } from "../../src/engine/index.ts";
import { application } from "../../src/server/index.ts";
import type { folderWith } from "../cli/terminal.ts";

type Folder = Awaited<ReturnType<typeof folderWith>>;

export const host = "127.0.0.1:4747";

/** Serves a new workspace in each test of this file, and asks it as its own page does. */
export function serving(make: () => Promise<Folder>) {
  let workspace: Folder;
  let engine: LocalEngine;
  let app: Awaited<ReturnType<typeof application>>;
  beforeEach(async () => {
    workspace = await make();
    engine = openLocalEngine(workspace.directory);
    app = await application({ engine, traced: (trace) => engine.traced(trace), token: "secret" });
  });
  afterEach(async () => {
    await app.close();
    await engine.close();
    await workspace.dispose();
  });
  return {
    directory: () => workspace.directory,
    engine: () => engine,
    ask: (url: string) => app.inject({ url, headers: { host } }),
    post: (url: string, payload: object | string, headers: Record<string, string> = {}) =>
      app.inject({ method: "POST", url, headers: { host, "content-type": "application/json", ...headers }, payload }),
    text: (file: string) => readFile(join(workspace.directory, file), "utf8"),
  };
}
