import { own } from "../reading.ts";
import type { Kind } from "./kind.ts";
import { answersOf } from "./survey.ts";

const points = own(
  "100 * (promoters - detractors) / answers",
  new Map(["promoters", "detractors", "answers"].map((name) => [name, "integer"])),
);

/**
 * Promoters less detractors among the answers, in points from −100 to 100. On 0–10 promoters answer 9 or 10, detractors 0 to 6; on another
 * scale those at least nine tenths, and at most six tenths, of the way up.
 */
export const nps: Kind<"nps"> = {
  unit: () => "score",
  empty: null,
  additive: false,
  plan(metric, planner) {
    const [low, high] = metric.scale ?? [0, 10];
    const { rows, count, between } = answersOf(metric, [low, high], planner);
    const part = (tenths: number) => low + ((high - low) * tenths) / 10;
    const promoters = rows.measure("promoters", "count", null, { where: between(part(9), high) });
    const detractors = rows.measure("detractors", "count", null, { where: between(low, part(6)) });
    return {
      value: { kind: "formula", expression: points, inputs: { promoters, detractors, answers: count } },
      n: count,
      rows: () => [count],
      sources: [rows.source],
    };
  },
  definition: (metric, { expression, over }) => `NPS of ${expression(metric.of, metric.dataset)}${over(metric)}`,
  spoken: {
    nl: (metric, { expression, rows }) =>
      `het deel promotors min het deel criticasters van ${expression(metric.of, metric.dataset)} in ${rows(metric)}`,
    en: (metric, { expression, rows }) =>
      `the share of promoters less that of detractors in ${expression(metric.of, metric.dataset)} of ${rows(metric)}`,
  },
};
