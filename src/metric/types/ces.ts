import type { Kind } from "./kind.ts";
import { answersOf } from "./survey.ts";

/** The mean of the answers, on their own scale. */
export const ces: Kind<"ces"> = {
  unit: () => "score",
  empty: null,
  additive: false,
  plan(metric, planner) {
    const [low, high] = metric.scale ?? [1, 7];
    const { rows, score, count, between } = answersOf(metric, [low, high], planner);
    const sum = rows.measure("sum", "sum", score, { where: between(low, high) });
    return {
      value: { kind: "quotient", numerator: sum, denominator: count },
      n: count,
      rows: () => [count],
      sources: [rows.source],
    };
  },
  definition: (metric, { expression, over }) => `CES of ${expression(metric.of, metric.dataset)}${over(metric)}`,
  spoken: {
    nl: (metric, { expression, rows }) => `het gemiddelde antwoord op ${expression(metric.of, metric.dataset)} in ${rows(metric)}`,
    en: (metric, { expression, rows }) => `the mean answer to ${expression(metric.of, metric.dataset)} in ${rows(metric)}`,
  },
};
