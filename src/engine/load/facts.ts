import type { LoadedFile } from "../engine.ts";
import type { Warehouse } from "../../warehouse/index.ts";
import { readStates } from "./state.ts";

/** What is loaded of a dataset now, over all time. */
export type LoadedFacts = Omit<LoadedFile, "seconds" | "skipped">;

export async function loadedDatasets(warehouse: Warehouse): Promise<LoadedFacts[]> {
  return [...(await readStates(warehouse)).values()].map(({ id, rows, rejected, rejects, duplicates, from, to, doubts }) => ({
    id,
    rows,
    rejected,
    rejects,
    duplicates,
    from,
    to,
    doubts,
  }));
}
