import type { Kind } from "./kind.ts";

/** The smallest number. */
export const min: Kind<"min"> = {
  unit: () => null,
  empty: null,
  additive: false,
  plan(metric, planner) {
    const rows = planner.rows(metric);
    const of = rows.number(metric.of);
    return {
      value: rows.measure("", "min", of),
      n: rows.measure("n", "count", of),
      rows: () => [rows.measure("rows", "count", null)],
      sources: [rows.source],
    };
  },
  definition: (metric, { expression, over }) => `smallest ${expression(metric.of, metric.dataset)}${over(metric)}`,
  spoken: {
    nl: (metric, { expression, rows }) => `de kleinste ${expression(metric.of, metric.dataset)} in ${rows(metric)}`,
    en: (metric, { expression, rows }) => `the smallest ${expression(metric.of, metric.dataset)} in ${rows(metric)}`,
  },
};
