import { formatDuration } from "../../calendar/index.ts";
import { stateColumns, states } from "../relations/states.ts";
import { own } from "../reading.ts";
import { earlierColumns, spineColumns } from "../spine.ts";
import { nothing } from "../extent.ts";
import type { Kind } from "./kind.ts";

/** Of the customers who had lapsed when the period began, the part with a row in it. */
export const reactivation: Kind<"reactivation"> = {
  unit: () => "percent",
  empty: null,
  additive: false,
  plan(metric, planner) {
    const material = planner.material(metric);
    const relation = states([metric.dataset, metric.where ?? null], material, metric.lapsed, planner);
    const rows = planner.derived(metric.id, material, relation);
    const { before, last } = stateColumns;
    const lapsed = `"${before}" < "${earlierColumns(metric.lapsed).from}"`;
    const n = rows.measure("lapsed", "count", null, { where: own(lapsed, rows.columns) });
    const back = rows.measure("back", "count", null, { where: own(`${lapsed} and "${last}" >= "${spineColumns.from}"`, rows.columns) });
    return { value: { kind: "quotient", numerator: back, denominator: n }, n, rows: () => [n], sources: [material.source] };
  },
  // Once lapsed a customer stays lapsed, until the next row.
  reach: () => ({ before: nothing, after: "all" }),
  definition: (metric, { over }) => `share of customers silent for ${formatDuration(metric.lapsed)} who return${over(metric)}`,
  spoken: {
    nl: (metric, { rows, length }) => `van de klanten die ${length(metric.lapsed)} niet in ${rows(metric)} stonden het deel dat terugkomt`,
    en: (metric, { rows, length }) =>
      `of the customers who were not in ${rows(metric)} for ${length(metric.lapsed)}, the share that returns`,
  },
};
