import { createHash } from "node:crypto";
import type { Day } from "../../calendar/index.ts";
import type { Framework } from "../../framework/index.ts";
import type { Catalog, LoadedDataset } from "../../metric/index.ts";
import type { Dialect, Statement } from "../../sql/index.ts";
import type { Warehouse } from "../../warehouse/index.ts";
import { keepingOf } from "./keep.ts";
import { loaderVersion, type LoadState } from "./state.ts";

/** What is loaded, as of the end of a day: rows after it do not exist. Datasets that are not loaded are absent. */
export async function catalogOf(warehouse: Warehouse, framework: Framework, asOf: Day): Promise<Catalog> {
  const states = await keepingOf(warehouse).states();
  const datasets = new Map<string, LoadedDataset>();
  for (const { id, completeThrough } of framework.datasets) {
    const state = states.get(id);
    if (state?.version !== loaderVersion) continue;
    let { from: first, to: last } = state;
    if (last !== null && last > asOf && state.days) {
      const until = state.days.filter(([day]) => day <= asOf);
      [first, last] = [until[0]?.[0] ?? null, until.at(-1)?.[0] ?? null];
    } else if (last !== null && last > asOf) {
      const { rows } = await warehouse.run(daysUntil(id, asOf, warehouse.dialect));
      [first, last] = rows[0]! as [Day | null, Day | null];
    }
    const watermark = state.hasTime ? latest(last, completeThrough ?? null) : null;
    datasets.set(id, {
      id,
      columns: new Map(state.columns),
      filled: new Set(state.filled),
      build: buildOf(state),
      spans: new Map(state.spans),
      few: new Set(state.few),
      ...(state.days ? { days: state.days } : {}),
      grown: { origin: state.origin, next: state.next },
      rows: state.rows,
      first,
      last,
      watermark,
      hasTime: state.hasTime,
    });
  }
  return { datasets, fiscalStart: framework.settings.fiscalYear.starts };
}

function buildOf({ id, definition, files, keptFrom, identity }: LoadState): string {
  const read = files.map(({ name, sha256 }) => [name, sha256]);
  return createHash("sha256")
    .update(
      JSON.stringify([
        id,
        definition,
        read,
        ...(keptFrom === undefined ? [] : [keptFrom]),
        ...(identity === undefined ? [] : [identity.of]),
      ]),
    )
    .digest("base64url");
}

/** The first and last day with rows, none of them later than `asOf`. */
function daysUntil(dataset: string, asOf: Day, dialect: Dialect): Statement {
  const day = dialect.identifier("$day");
  const until = (least: "min" | "max") =>
    dialect.aggregates[least]({ text: day, type: "date" }, "", { name: "", function: least, of: null, where: null });
  return {
    text: `SELECT ${until("min")}, ${until("max")} FROM ${dialect.table(dataset)} WHERE ${day} <= ${dialect.day(asOf)}`,
    parameters: [],
    columns: ["first", "last"].map((name) => ({ name, type: "date" })),
  };
}

function latest(a: Day | null, b: Day | null): Day | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}
