import type { Kind } from "./kind.ts";
import { percentile } from "./percentile.ts";

/** The middle value: percentile 0.5. */
export const median: Kind<"median"> = {
  unit: () => null,
  empty: null,
  additive: false,
  plan: (metric, planner) => percentile.plan({ ...metric, type: "percentile", p: 0.5 }, planner),
  definition: (metric, { expression, over }) => `median of ${expression(metric.of, metric.dataset)}${over(metric)}`,
  spoken: {
    nl: (metric, { expression, rows }) => `de middelste ${expression(metric.of, metric.dataset)} in ${rows(metric)}`,
    en: (metric, { expression, rows }) => `the middle ${expression(metric.of, metric.dataset)} in ${rows(metric)}`,
  },
};
