import { evaluate } from "../expression/index.ts";
import { eachInput } from "./describe.ts";
import { formulaOf, guardCycle, inputsOf, metricNamed, type Metrics } from "./reference.ts";

/** What becomes of a metric when others change. */
export interface WhatIf {
  /** null where a value that it needs is not known */
  readonly value: number | null;
  /** whether one of the changed metrics is in it */
  readonly touched: boolean;
  /** metrics between it and a changed one whose value does not follow from other values, so that the change stops there */
  readonly stops: readonly string[];
}

/**
 * A metric's value in a period if some metrics had other values there: `values` are the measured ones, by metric, of the same period;
 * `changed` the new ones. Ratios and formulas are computed again from their parts; what looks over several periods (rolling, running)
 * cannot be, and keeps its value. Throws as `formulaOf`, and `metric-cycle`.
 */
export function whatIf(
  framework: Metrics,
  values: ReadonlyMap<string, number | null>,
  changed: ReadonlyMap<string, number | null>,
  metric: string,
): WhatIf {
  const path: string[] = [];
  const found = new Map<string, WhatIf>();

  function of(id: string): WhatIf {
    let known = found.get(id);
    if (known === undefined) found.set(id, (known = guardCycle(path, id, () => computed(id))));
    return known;
  }

  function computed(id: string): WhatIf {
    if (changed.has(id)) return { value: changed.get(id)!, touched: true, stops: [] };
    const definition = metricNamed(framework, id);
    const inputs = inputsOf(framework, definition).map((input) => [input, of(input)] as const);
    const stops = inputs.flatMap(([, input]) => input.stops);
    const measured = { value: values.get(id) ?? null, touched: false, stops };
    if (!inputs.some(([, { touched }]) => touched)) return measured;
    const input = (name: string): number | null => inputs.find(([one]) => one === name)![1].value;
    if (definition.type === "ratio") {
      const [above, below] = [input(definition.numerator), input(definition.denominator)];
      return { value: above === null || below === null || below === 0 ? null : above / below, touched: true, stops };
    }
    if (definition.type !== "formula") return { ...measured, stops: [...stops, id] };
    const row = Object.fromEntries(inputs.map(([name, { value }]) => [name, value]));
    const value = evaluate(formulaOf(framework, definition).expression, row);
    return { value: typeof value === "number" && Number.isFinite(value) ? value : null, touched: true, stops };
  }

  return of(metric);
}

/** The metric and all that it is made of, each once. Throws as `eachInput`. */
export function partsOf(framework: Metrics, metric: string): readonly string[] {
  const parts: string[] = [];
  eachInput(framework, metric, ({ id }) => parts.push(id));
  return parts;
}
