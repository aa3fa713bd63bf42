import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { fetchSource, storedPages } from "../../src/connect/index.ts";
import { Dataset } from "../../src/framework/index.ts";
import { openOutbound } from "../../src/outbound/index.ts";

const made: string[] = [];
afterAll(() => {
  for (const path of made) rmSync(path, { recursive: true, force: true });
});

export function newDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), "helder-connect-"));
  made.push(directory);
  return directory;
}

export interface FetchRequest {
  readonly directory: string;
  readonly connector: object;
  readonly key?: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly today?: string;
}

/** Fetches one dataset without much patience, and answers the rows that are kept then. */
export async function fetchRows({
  directory,
  connector,
  key,
  environment,
  today = "2026-03-10",
}: FetchRequest): Promise<readonly unknown[]> {
  const patience = { attempts: 6, firstWait: 1, longestWait: 1_000 };
  const outbound = openOutbound({ allow: ["127.0.0.1"], environment, patience, pace: 10_000 });
  const dataset = Dataset.parse({ id: "rows", connector, ...(key === undefined ? {} : { key }) });
  try {
    await fetchSource({ directory, dataset, outbound, today, alone: (work) => work() });
  } finally {
    await outbound.close();
  }
  return keptRows(directory, key);
}

/** The rows of all pages, of those with an equal key the last; a file that is no list of objects is a row by itself. */
export async function keptRows(directory: string, key?: string): Promise<readonly unknown[]> {
  const pages = (await storedPages(directory, "rows")) ?? [];
  const rows = pages.flatMap(({ name, path }) => {
    const text = readFileSync(path, "utf8");
    if (!name.endsWith(".jsonl")) return [{ [name]: text }];
    return text.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line) as unknown]));
  });
  return key === undefined ? rows : [...new Map(rows.map((row) => [(row as Record<string, unknown>)[key], row])).values()];
}
