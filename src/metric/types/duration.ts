import { elapsedRows } from "../relations/elapsed.ts";
import type { Kind } from "./kind.ts";

const statistics = {
  nl: { median: "de middelste", average: "de gemiddelde", p90: "de door 90% niet overschreden" },
  en: { median: "the middle", average: "the average", p90: "the 90th percentile of the" },
} as const;

/** The time from one moment of a row to another: the middle one, the mean, or the one that nine in ten do not exceed. */
export const duration: Kind<"duration"> = {
  unit: (metric) => metric.in,
  empty: null,
  additive: false,
  plan(metric, planner) {
    const material = planner.material(metric);
    const { relation, elapsed } = elapsedRows(metric, material, planner.asOf);
    const rows = planner.derived(metric.id, material, relation);
    const of = elapsed(rows.columns);
    const n = rows.measure("n", "count", of);
    const value = () => rows.measure("", "percentile", of, { p: metric.statistic === "median" ? 0.5 : 0.9 });
    return {
      value: metric.statistic === "average" ? { kind: "quotient", numerator: rows.measure("sum", "sum", of), denominator: n } : value(),
      n,
      rows: () => [n],
      sources: [material.source],
    };
  },
  definition: (metric, { expression, over }) =>
    `${metric.statistic} of ${metric.in} from ${expression(metric.start, metric.dataset)} to ${expression(metric.end, metric.dataset)}${over(metric)}`,
  spoken: {
    nl: (metric, { expression, rows }) =>
      `${statistics.nl[metric.statistic]} tijd van ${expression(metric.start, metric.dataset)} tot ${expression(metric.end, metric.dataset)} in ${rows(metric)}`,
    en: (metric, { expression, rows }) =>
      `${statistics.en[metric.statistic]} time from ${expression(metric.start, metric.dataset)} to ${expression(metric.end, metric.dataset)} in ${rows(metric)}`,
  },
};
