import type { Kind } from "./kind.ts";

/** Number of different values that are not null. Counted anew for every period and segment: distinct counts never add up. */
export const countDistinct: Kind<"count-distinct"> = {
  unit: () => "count",
  empty: null,
  additive: false,
  plan(metric, planner) {
    const rows = planner.rows(metric);
    const of = rows.any(metric.of);
    const value = rows.measure("", "count-distinct", of);
    const all = () => [rows.measure("rows", "count", null)];
    return {
      value,
      shown: () => ({ kind: "where-rows", rows: all(), value }),
      n: rows.measure("n", "count", of),
      rows: all,
      sources: [rows.source],
    };
  },
  definition: (metric, { expression, over }) => `count of distinct ${expression(metric.of, metric.dataset)}${over(metric)}`,
  spoken: {
    nl: (metric, { expression, rows }) => `hoeveel verschillende ${expression(metric.of, metric.dataset)} er zijn in ${rows(metric)}`,
    en: (metric, { expression, rows }) => `how many different ${expression(metric.of, metric.dataset)} there are in ${rows(metric)}`,
  },
};
