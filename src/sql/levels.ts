import { print, type Typed } from "../expression/index.ts";
import { manyRows, type Measure } from "../metric/index.ts";
import type { Dialect } from "./dialect.ts";

/** More conditions than this could make more groups than they save work. */
const mostConditions = 8;
/** Fewer measures with a condition than this share too little. */
const fewest = 4;

/** Measures that are computed once for each combination of their conditions, and then added up for each measure. */
export interface Levels {
  /** every condition that stands between two `and`s, each once */
  readonly conditions: readonly Typed[];
  /** what is computed for each combination; their own conditions are null */
  readonly inner: readonly Measure[];
  /** for each measure in order: its place in `inner`, and the places of its conditions */
  readonly outer: readonly { readonly measure: Measure; readonly inner: number; readonly conditions: readonly number[] }[];
}

/**
 * Rows are looked at once for each thing that is added up, not once for each measure: 24 measures under 8 conditions are 10 sums per
 * combination of the conditions that occurs. Null where a measure cannot be merged from parts, or where it would not pay.
 */
export function levelsOf(measures: readonly Measure[], rows: number | null, bitmaps: boolean): Levels | null {
  if (rows === null || rows < manyRows || !measures.every((measure) => merges(measure, bitmaps))) return null;
  if (!bitmaps && measures.filter(({ where }) => where !== null).length < fewest) return null;
  const conditions = new Map<string, Typed>();
  const inner = new Map<string, Measure>();
  for (const { of, where, ...measure } of measures) {
    for (const part of conjuncts(where)) conditions.set(print(part.expression), part);
    const name = JSON.stringify([measure.function, of && print(of.expression)]);
    inner.set(name, { ...measure, name, of, where: null });
  }
  if (conditions.size > mostConditions) return null;
  const [places, computed] = [[...conditions.keys()], [...inner.keys()]];
  return {
    conditions: [...conditions.values()],
    inner: [...inner.values()],
    outer: measures.map((measure) => ({
      measure,
      inner: computed.indexOf(JSON.stringify([measure.function, measure.of && print(measure.of.expression)])),
      conditions: conjuncts(measure.where).map((part) => places.indexOf(print(part.expression))),
    })),
  };
}

/** Whether a distinct count may be made of one bit a value. */
export function fitsBitmap(measure: Measure): boolean {
  return measure.function === "count-distinct" && measure.span !== undefined;
}

function merges(measure: Measure, bitmaps: boolean): boolean {
  switch (measure.function) {
    case "count":
    case "min":
    case "max":
      return true;
    case "sum":
      // Doubles are added in one fixed order.
      return measure.of?.type !== "double";
    case "count-distinct":
      return bitmaps && measure.span !== undefined;
    default:
      return false;
  }
}

/** `a and b and c` as its three parts. */
export function conjuncts(where: Typed | null): readonly Typed[] {
  if (where === null) return [];
  const { expression } = where;
  return expression.kind === "binary" && expression.operator === "and"
    ? [expression.left, expression.right].flatMap((part) => conjuncts({ ...where, expression: part }))
    : [where];
}

/** A measure over what the inner level computed for it. */
export function merged(measure: Measure, column: string, filter: string, dialect: Dialect): string {
  const operand = { text: column, type: measure.of?.type ?? "integer" } as const;
  switch (measure.function) {
    case "count":
      return dialect.aggregates.sum({ text: column, type: "integer" }, filter, measure);
    case "count-distinct":
      return dialect.bitmaps!.count(column, filter);
    default:
      return dialect.aggregates[measure.function](operand, filter, measure);
  }
}
