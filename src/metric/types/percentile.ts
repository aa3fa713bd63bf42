import type { Kind } from "./kind.ts";

/** The value below which a fraction `p` of the rows lies, by linear interpolation (R type 7). */
export const percentile: Kind<"percentile"> = {
  unit: () => null,
  empty: null,
  additive: false,
  plan(metric, planner) {
    const rows = planner.rows(metric);
    const of = rows.number(metric.of);
    return {
      value: rows.measure("", "percentile", of, { p: metric.p }),
      n: rows.measure("n", "count", of),
      rows: () => [rows.measure("rows", "count", null)],
      sources: [rows.source],
    };
  },
  definition: (metric, { expression, over }) => `percentile ${metric.p} of ${expression(metric.of, metric.dataset)}${over(metric)}`,
};
