import type { Typed } from "../../expression/index.ts";
import type { Recipe } from "../plan.ts";
import { own } from "../reading.ts";
import type { Counted, Planner, Rows } from "./kind.ts";

type Scale = readonly [number, number];

/** A question's answers: the rows whose score lies on the scale. */
interface Answers {
  readonly rows: Rows;
  readonly score: Typed;
  /** how many */
  readonly count: Recipe;
  /** the answers with scores from `low` to `high` */
  readonly between: (low: number, high: number) => Typed;
}

/** The answers that a survey metric is made of: a blank, and a number off the scale, is none. Throws `not-a-number`. */
export function answersOf(metric: Counted & { readonly of: string }, [low, high]: Scale, planner: Planner): Answers {
  const rows = planner.rows(metric);
  const score = rows.number(metric.of);
  const between = (from: number, to: number): Typed => {
    const { expression, columns } = score;
    const { at } = expression;
    const bound = (value: number) => own(String(value), new Map()).expression;
    return {
      expression: { kind: "between", operand: expression, low: bound(from), high: bound(to), negated: false, at },
      type: "boolean",
      columns,
    };
  };
  return { rows, score, count: rows.measure("n", "count", null, { where: between(low, high) }), between };
}
