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
};
