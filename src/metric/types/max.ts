import type { Kind } from "./kind.ts";

/** The largest number. */
export const max: Kind<"max"> = {
  unit: () => null,
  empty: null,
  additive: false,
  plan(metric, planner) {
    const rows = planner.rows(metric);
    const of = rows.number(metric.of);
    return {
      value: rows.measure("", "max", of),
      n: rows.measure("n", "count", of),
      rows: () => [rows.measure("rows", "count", null)],
      sources: [rows.source],
    };
  },
  definition: (metric, { expression, over }) => `largest ${expression(metric.of, metric.dataset)}${over(metric)}`,
  spoken: {
    nl: (metric, { expression, rows }) => `de grootste ${expression(metric.of, metric.dataset)} in ${rows(metric)}`,
    en: (metric, { expression, rows }) => `the largest ${expression(metric.of, metric.dataset)} in ${rows(metric)}`,
  },
};
