import type { Kind } from "./kind.ts";

/** Σ of a number per row; rows where it is null add nothing, so a sum over nothing is 0. */
export const sum: Kind<"sum"> = {
  unit: () => null,
  empty: 0,
  additive: true,
  plan(metric, planner) {
    const rows = planner.rows(metric);
    const of = rows.number(metric.of);
    return {
      value: rows.measure("", "sum", of),
      n: rows.measure("n", "count", of),
      rows: () => [rows.measure("rows", "count", null)],
      sources: [rows.source],
    };
  },
  definition: (metric, { expression, over }) => `sum of ${expression(metric.of, metric.dataset)}${over(metric)}`,
  spoken: {
    nl: (metric, { expression, rows }) => `de som van ${expression(metric.of, metric.dataset)} over ${rows(metric)}`,
    en: (metric, { expression, rows }) => `the sum of ${expression(metric.of, metric.dataset)} over ${rows(metric)}`,
  },
};
