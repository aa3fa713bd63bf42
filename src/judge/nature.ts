import { type Expression, parse } from "../expression/index.ts";
import { type Framework, isTyped, type MetricType } from "../framework/index.ts";
import { type Window, windowsOf } from "../metric/index.ts";
import type { Measured } from "./judgement.ts";

/** How a metric's value over a range relates to its values over the parts of that range. */
export interface Nature {
  /** the parts add up to the whole; `measured: total` is then the default */
  readonly additive: boolean;
  /** the value grows as the range does, so that halfway a range half of the target is expected */
  readonly accumulates: boolean;
  /** it never falls as rows are added; null: that depends on the rows */
  readonly nonNegative: boolean | null;
  /** least and greatest value that there can be; absent: none */
  readonly bounds?: readonly [number, number];
  /** how long after a period its value still moves (a conversion's window, a cohort's age); absent: not at all */
  readonly windows?: readonly Window[];
}

/** `measured` as typed, else a total for what adds up and the newest period for what does not. */
export function measuredOf(target: { readonly measured?: Measured | undefined }, nature: Nature): Measured {
  return target.measured ?? (nature.additive ? "total" : "last");
}

const level: Nature = { additive: false, accumulates: false, nonNegative: false };
const part: Nature = { ...level, bounds: [0, 1] };
const flow: Nature = { additive: true, accumulates: true, nonNegative: null };
const counted: Nature = { additive: true, accumulates: true, nonNegative: true };

const natures: Readonly<Record<MetricType, Nature>> = {
  sum: flow,
  count: counted,
  "count-distinct": { additive: false, accumulates: true, nonNegative: true },
  average: level,
  min: level,
  max: level,
  median: level,
  percentile: level,
  share: part,
  ratio: level,
  formula: level,
  rolling: level,
  running: level,
  conversion: part,
  retention: part,
  churn: part,
  reactivation: part,
  duration: level,
  nps: { ...level, bounds: [-100, 100] },
  csat: part,
  ces: level,
  recurring: level,
  "lifetime-value": level,
  observed: level,
};

/**
 * The nature of a metric. A formula that only adds, subtracts and scales accumulating metrics (`revenue - cost`) accumulates
 * too; an unknown metric and one of the catalogue count as a level.
 */
export function natureOf(framework: Pick<Framework, "metrics">, metric: string): Nature {
  const found = framework.metrics.find((one) => one.id === metric);
  const nature = found && isTyped(found) ? natures[found.type] : level;
  const windows = found ? windowsOf(framework, metric) : [];
  return { ...nature, accumulates: accumulates(framework, metric, new Set()), ...(windows.length > 0 && { windows }) };
}

function accumulates(framework: Pick<Framework, "metrics">, id: string, above: ReadonlySet<string>): boolean {
  const metric = framework.metrics.find((one) => one.id === id);
  if (!metric || !isTyped(metric) || above.has(id)) return false;
  if (metric.type !== "formula") return natures[metric.type].accumulates;
  const parsed = parse(metric.formula);
  return parsed.ok && addsUp(parsed.value, (name) => accumulates(framework, name, new Set([...above, id])));
}

/** Whether an expression is a weighted sum of columns that add up. */
function addsUp(expression: Expression, column: (name: string) => boolean): boolean {
  switch (expression.kind) {
    case "column":
      return column(expression.name);
    case "unary":
      return expression.operator === "-" && addsUp(expression.operand, column);
    case "binary": {
      const { left, right, operator } = expression;
      if (operator === "+" || operator === "-") return addsUp(left, column) && addsUp(right, column);
      if (operator === "*") return (isNumber(left) && addsUp(right, column)) || (isNumber(right) && addsUp(left, column));
      return operator === "/" && isNumber(right) && addsUp(left, column);
    }
    default:
      return false;
  }
}

function isNumber(expression: Expression): boolean {
  return expression.kind === "literal" && typeof expression.value === "number";
}
