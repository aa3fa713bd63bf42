import { evaluate, type Expression } from "../expression/index.ts";
import { formulaOf, guardCycle, metricNamed, type Metrics } from "./reference.ts";

export type Values = (metric: string) => number | null;

/** A metric as made of its leaves: the metrics below it that no formula and no ratio makes, or whose value is known in another way. */
export interface Made {
  /** ids, each once, in the order of the formula; only the metric itself where nothing makes it */
  readonly leaves: readonly string[];
  value(leaves: Values): number | null;
  /** what the value is a rate over; null where it is no quotient of two numbers */
  readonly base: ((leaves: Values) => number | null) | null;
}

/**
 * Follows formulas and ratios down to their leaves, and no further than where `isKnown` holds. Throws `unknown-metric`, `metric-cycle`,
 * `broken-metric`, and what a formula throws.
 */
export function madeOf(framework: Metrics, metric: string, isKnown: (id: string) => boolean = () => false): Made {
  return made(framework, metric, isKnown, []);
}

function made(framework: Metrics, id: string, isKnown: (id: string) => boolean, path: string[]): Made {
  if (isKnown(id)) return leaf(id);
  const metric = metricNamed(framework, id);
  const part = (name: string): Made => guardCycle(path, id, () => made(framework, name, isKnown, path));
  if (metric.type === "ratio") {
    const [above, below] = [part(metric.numerator), part(metric.denominator)];
    return {
      leaves: [...new Set([...above.leaves, ...below.leaves])],
      value: (leaves) => quotient(above.value(leaves), below.value(leaves)),
      base: (leaves) => below.value(leaves),
    };
  }
  if (metric.type === "formula") {
    const typed = formulaOf(framework, metric);
    const parts = new Map(typed.columns.map((name) => [name, part(name)]));
    const calculated =
      (expression: Expression) =>
      (leaves: Values): number | null => {
        const found = evaluate(expression, Object.fromEntries([...parts].map(([name, one]) => [name, one.value(leaves)])));
        return typeof found === "number" && Number.isFinite(found) ? found : null;
      };
    const below = denominatorOf(typed.expression);
    return {
      leaves: [...new Set([...parts.values()].flatMap(({ leaves }) => leaves))],
      value: calculated(typed.expression),
      base: below === null ? null : calculated(below),
    };
  }
  return leaf(id);
}

function leaf(id: string): Made {
  return { leaves: [id], value: (leaves) => leaves(id), base: null };
}

function denominatorOf(expression: Expression): Expression | null {
  return expression.kind === "binary" && expression.operator === "/" ? expression.right : null;
}

function quotient(above: number | null, below: number | null): number | null {
  return above === null || below === null || below === 0 ? null : above / below;
}
