import type { Kind } from "./kind.ts";

/** Mean of the rows that have a number: their sum over their count, so that it is right over any period and segment. */
export const average: Kind<"average"> = {
  unit: () => null,
  empty: null,
  additive: false,
  plan(metric, planner) {
    const rows = planner.rows(metric);
    const of = rows.number(metric.of);
    const sum = rows.measure("sum", "sum", of);
    const n = rows.measure("n", "count", of);
    return {
      value: { kind: "quotient", numerator: sum, denominator: n },
      n,
      rows: () => [rows.measure("rows", "count", null)],
      sources: [rows.source],
    };
  },
  definition: (metric, { expression, over }) => `average of ${expression(metric.of, metric.dataset)}${over(metric)}`,
  spoken: {
    nl: (metric, { expression, rows }) => `het gemiddelde van ${expression(metric.of, metric.dataset)} over ${rows(metric)}`,
    en: (metric, { expression, rows }) => `the average of ${expression(metric.of, metric.dataset)} over ${rows(metric)}`,
  },
};
