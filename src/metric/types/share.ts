import type { Kind } from "./kind.ts";

/** The part of the rows for which a condition is true; where it is null it is not true. */
export const share: Kind<"share"> = {
  unit: () => "percent",
  empty: null,
  additive: false,
  plan(metric, planner) {
    const rows = planner.rows(metric);
    const n = rows.measure("n", "count", null);
    return {
      value: {
        kind: "quotient",
        numerator: rows.measure("true", "count", null, { where: rows.condition(metric.of) }),
        denominator: n,
      },
      n,
      rows: () => [n],
      sources: [rows.source],
    };
  },
  definition: (metric, { expression, over }) => `share of rows with ${expression(metric.of, metric.dataset)}${over(metric)}`,
  spoken: {
    nl: (metric, { expression, rows }) => `het deel waarvoor ${expression(metric.of, metric.dataset)}, van ${rows(metric)}`,
    en: (metric, { expression, rows }) => `the share for which ${expression(metric.of, metric.dataset)}, of ${rows(metric)}`,
  },
};
