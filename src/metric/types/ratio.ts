import { eachOnce, type Kind } from "./kind.ts";

/** One metric over another, each computed over the whole period and segment first. Over 0 it is null. */
export const ratio: Kind<"ratio"> = {
  // An amount per counted thing keeps the amount's unit (euros per order); one count per another is a bare number.
  unit(metric, unitOf) {
    const numerator = unitOf(metric.numerator);
    return numerator !== "count" && unitOf(metric.denominator) === "count" ? numerator : "ratio";
  },
  empty: null,
  additive: false,
  plan(metric, planner) {
    const numerator = planner.metric(metric.numerator);
    const denominator = planner.metric(metric.denominator);
    return {
      value: { kind: "quotient", numerator: numerator.value, denominator: denominator.value },
      n: denominator.n,
      rows: () => eachOnce([...numerator.rows(), ...denominator.rows()]),
      sources: [...new Set([...numerator.sources, ...denominator.sources])],
    };
  },
  definition: (metric) => `${metric.numerator} / ${metric.denominator}`,
  spoken: {
    nl: (metric, narrator) => `${narrator.metric(metric.numerator)} gedeeld door ${narrator.metric(metric.denominator)}`,
    en: (metric, narrator) => `${narrator.metric(metric.numerator)} divided by ${narrator.metric(metric.denominator)}`,
  },
};
