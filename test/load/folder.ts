import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll } from "vitest";
import type { LoadedFile, LoadResult } from "../../src/engine/engine.ts";
import { loadDatasets } from "../../src/engine/load/index.ts";
import { Dataset, type Framework, type HelderError, sectionNames, Settings } from "../../src/framework/index.ts";
import { openWarehouse, type Warehouse } from "../../src/warehouse/index.ts";

const made: string[] = [];
afterAll(() => {
  for (const path of made) rmSync(path, { recursive: true, force: true });
});

/** A new folder with these files. */
export function folder(files: Readonly<Record<string, string | Buffer>> = {}): string {
  const directory = realpathSync(mkdtempSync(join(tmpdir(), "helder-load-")));
  made.push(directory);
  for (const [name, content] of Object.entries(files)) put(directory, name, content);
  return directory;
}

export function put(directory: string, name: string, content: string | Buffer): void {
  mkdirSync(dirname(join(directory, name)), { recursive: true });
  writeFileSync(join(directory, name), content);
}

export function frameworkOf(datasets: readonly object[], settings: object = {}): Framework {
  const empty = Object.fromEntries(sectionNames.map((name) => [name, []]));
  return {
    ...empty,
    settings: Settings.parse({ helder: 1, name: "Proef", language: "nl", ...settings }),
    // The schema refuses paths that lead outside; the loader does not rely on that.
    datasets: datasets.map((dataset) =>
      "file" in dataset ? { ...Dataset.parse({ ...dataset, file: "x.csv" }), file: dataset.file } : Dataset.parse(dataset),
    ),
  } as unknown as Framework;
}

export interface Loaded {
  readonly result: LoadResult;
  readonly warehouse: Warehouse;
  readonly file: LoadedFile;
  rows(sql: string): Promise<readonly (readonly unknown[])[]>;
}

/** Loads datasets from a folder, and closes the warehouse when `work` is done. */
export async function loading<T>(
  directory: string,
  datasets: readonly object[],
  work: (loaded: Loaded) => Promise<T>,
  settings: object = {},
): Promise<T> {
  const warehouse = await openWarehouse(join(directory, ".helder"));
  try {
    const result = await loadDatasets(warehouse, { directory, framework: frameworkOf(datasets, settings), datasets: null });
    const rows = async (sql: string) => (await warehouse.query(sql)).rows;
    return await work({ result, warehouse, file: result.datasets[0]!, rows });
  } finally {
    await warehouse.close();
  }
}

/** The error with which the only dataset fails. */
export async function failureOf(directory: string, dataset: object, settings: object = {}): Promise<HelderError> {
  return loading(
    directory,
    [dataset],
    async ({ result }) => {
      const [failure] = result.failures;
      if (!failure) throw new Error("the dataset was loaded");
      return failure.error;
    },
    settings,
  );
}
