import type { Kind } from "./kind.ts";
import { answersOf } from "./survey.ts";

/** The part of the answers that are one of the two highest choices of the scale. */
export const csat: Kind<"csat"> = {
  unit: () => "percent",
  empty: null,
  additive: false,
  plan(metric, planner) {
    const [low, high] = metric.scale ?? [1, 5];
    const { rows, count, between } = answersOf(metric, [low, high], planner);
    const satisfied = rows.measure("satisfied", "count", null, { where: between(high - 1, high) });
    return {
      value: { kind: "quotient", numerator: satisfied, denominator: count },
      n: count,
      rows: () => [count],
      sources: [rows.source],
    };
  },
  definition: (metric, { expression, over }) => `CSAT of ${expression(metric.of, metric.dataset)}${over(metric)}`,
  spoken: {
    nl: (metric, { expression, rows }) =>
      `het deel van ${rows(metric)} met een van de twee hoogste antwoorden op ${expression(metric.of, metric.dataset)}`,
    en: (metric, { expression, rows }) =>
      `the share of ${rows(metric)} with one of the two highest answers to ${expression(metric.of, metric.dataset)}`,
  },
};
