import { formatDuration } from "../../calendar/index.ts";
import { firstColumns, firstRows, untilColumn } from "../relations/first-rows.ts";
import { customerOf } from "../relations/rows.ts";
import { own, ownColumn } from "../reading.ts";
import { extentOf } from "../extent.ts";
import type { Kind } from "./kind.ts";

/** What a cohort's customers brought in from their first day on and before the horizon's end, per customer. */
export const lifetimeValue: Kind<"lifetime-value"> = {
  unit: (metric) => (metric.of === undefined ? "count" : "currency"),
  empty: null,
  additive: false,
  plan(metric, planner) {
    const material = planner.material(metric);
    const of = metric.of === undefined ? null : material.number(metric.of);
    const relation = firstRows([metric.dataset, metric.where ?? null], material, planner.asOf, of?.columns ?? [], metric.horizon);
    const rows = planner.derived(metric.id, material, relation);
    const n = rows.measure("cohort", "count-distinct", ownColumn(customerOf(material), rows.columns));
    const where = own(`"${firstColumns.day}" < "${untilColumn(metric.horizon)}"`, rows.columns);
    return {
      value: { kind: "quotient", numerator: rows.measure("sum", of === null ? "count" : "sum", of, { where }), denominator: n },
      n,
      rows: () => [n],
      sources: [material.source],
    };
  },
  // Whoever turns out to have come first earlier, or later, is in another cohort.
  reach: ({ horizon }) => ({ before: extentOf(horizon), after: "all" }),
  window: ({ horizon }) => ({ length: horizon, calendar: false }),
  definition: (metric, { expression, over }) =>
    `${metric.of === undefined ? "rows" : `sum of ${expression(metric.of, metric.dataset)}`} per new customer in ${formatDuration(metric.horizon)}${over(metric)}`,
  spoken: {
    nl: (metric, { expression, rows, length }) =>
      `${metric.of === undefined ? "het aantal rijen" : expression(metric.of, metric.dataset)} per nieuwe klant in ${rows(metric)}, in de eerste ${length(metric.horizon)}`,
    en: (metric, { expression, rows, length }) =>
      `${metric.of === undefined ? "the number of rows" : expression(metric.of, metric.dataset)} per new customer in ${rows(metric)}, in the first ${length(metric.horizon)}`,
  },
};
