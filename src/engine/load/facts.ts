import type { LoadedFile } from "../engine.ts";
import type { Warehouse } from "../../warehouse/index.ts";
import { keepingOf } from "./keep.ts";
import type { LoadState } from "./state.ts";

/** What is loaded of a dataset now, over all time. */
export type LoadedFacts = Omit<LoadedFile, "seconds" | "skipped">;

export async function loadedDatasets(warehouse: Warehouse): Promise<LoadedFacts[]> {
  return [...(await keepingOf(warehouse).states()).values()].map(
    ({ id, rows, rejected, rejects, duplicates, erased = 0, expired = 0, from, to, doubts }) => ({
      id,
      rows,
      rejected,
      rejects,
      duplicates,
      erased,
      expired,
      from,
      to,
      doubts,
    }),
  );
}

/** What is kept of each dataset's load, by its id. */
export function loadStates(warehouse: Warehouse): Promise<ReadonlyMap<string, LoadState>> {
  return keepingOf(warehouse).states();
}
