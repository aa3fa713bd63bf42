import type { Day } from "../../calendar/index.ts";
import type { Framework } from "../../framework/index.ts";
import type { Catalog, LoadedDataset } from "../../metric/index.ts";
import type { Warehouse } from "../../warehouse/index.ts";
import { tableOf } from "./build.ts";
import { readStates } from "./state.ts";

/** What is loaded, as of the end of a day: rows after it do not exist. Datasets that are not loaded are absent. */
export async function catalogOf(warehouse: Warehouse, framework: Framework, asOf: Day): Promise<Catalog> {
  const states = await readStates(warehouse);
  const datasets = new Map<string, LoadedDataset>();
  for (const { id, completeThrough } of framework.datasets) {
    const state = states.get(id);
    if (!state) continue;
    let { from: first, to: last } = state;
    if (last !== null && last > asOf) {
      const { rows } = await warehouse.query(`SELECT min("$day"), max("$day") FROM ${tableOf(id)} WHERE "$day" <= CAST($1 AS DATE)`, [
        asOf,
      ]);
      [first, last] = rows[0]! as [Day | null, Day | null];
    }
    const watermark = state.hasTime ? latest(last, completeThrough ?? null) : null;
    datasets.set(id, {
      id,
      columns: new Map(state.columns),
      filled: new Set(state.filled),
      first,
      last,
      watermark,
      hasTime: state.hasTime,
    });
  }
  return { datasets, fiscalStart: framework.settings.fiscalYear.starts };
}

function latest(a: Day | null, b: Day | null): Day | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}
