import type { Framework } from "../../framework/index.ts";
import { findFiles } from "./files.ts";
import { stampOf } from "./prepare.ts";

/** The files of all datasets, as they stand on the disk. Null where a dataset is of no files, or one of them cannot be found. */
export async function stampsOf(directory: string, { datasets }: Framework): Promise<unknown> {
  if (datasets.some(({ file }) => file === undefined)) return null;
  try {
    return await Promise.all(
      datasets.map(async (dataset) => {
        const files = await findFiles(directory, dataset);
        return Promise.all(files.map(async ({ name, path }) => [name, await stampOf(path)]));
      }),
    );
  } catch {
    // Loading says what is wrong with it.
    return null;
  }
}
