import { eachOnce, type Kind } from "./kind.ts";

/** An expression over other metrics, each computed over the whole period and segment first. */
export const formula: Kind<"formula"> = {
  unit: () => null,
  empty: null,
  additive: false,
  plan(metric, planner) {
    const expression = planner.formula(metric);
    const parts = expression.columns.map((id) => [id, planner.metric(id)] as const);
    const rows = () => eachOnce(parts.flatMap(([, part]) => part.rows()));
    const value = { kind: "formula", expression, inputs: Object.fromEntries(parts.map(([id, part]) => [id, part.value])) } as const;
    return {
      value,
      shown: () => ({ kind: "where-rows", rows: rows(), value }),
      n: null,
      rows,
      sources: [...new Set(parts.flatMap(([, part]) => part.sources))],
    };
  },
  definition: (metric, { expression }) => expression(metric.formula, null),
  spoken: {
    nl: (metric, narrator) => narrator.formula(metric.formula),
    en: (metric, narrator) => narrator.formula(metric.formula),
  },
};
