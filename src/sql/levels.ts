import { print, references, type Typed } from "../expression/index.ts";
import { manyRows, type Measure, type Plan } from "../metric/index.ts";
import type { Dialect, Operand } from "./dialect.ts";

/** More conditions than this could make more groups than they save work, unless each is asked about often. */
const mostConditions = 8;
const mostOftenAsked = 16;
/** So many measures for each condition make it one that is asked about often. */
const often = 8;
/** Fewer measures with a condition than this share too little. */
const fewest = 4;

/** Measures that are computed once for each combination of their conditions, and then added up for each measure. */
export interface Levels {
  /** columns that the inner level groups by beside the keys, instead of by the conditions that look at nothing else */
  readonly carried: readonly string[];
  /** conditions that the inner level groups by; each stands between two `and`s, each once */
  readonly conditions: readonly Typed[];
  /** what is computed for each combination; their own conditions are null */
  readonly inner: readonly Measure[];
  /** for each measure in order: its place in `inner`, the places of its conditions, and those that the outer level can tell by itself */
  readonly outer: readonly {
    readonly measure: Measure;
    readonly inner: number;
    readonly conditions: readonly number[];
    readonly told: readonly Typed[];
  }[];
}

/**
 * Rows are looked at once for each thing that is added up, not once for each measure: 24 measures under 8 conditions are 10 sums per
 * combination of the conditions that occurs. `keys` are the columns that the aggregate groups by. Null where a measure cannot be merged
 * from parts, or where it would not pay.
 */
export function levelsOf(measures: readonly Measure[], { rows, few }: Plan, keys: readonly string[], bitmaps: boolean): Levels | null {
  if (rows === null || rows < manyRows || !measures.every((measure) => merges(measure, bitmaps))) return null;
  if (!bitmaps && measures.filter(({ where }) => where !== null).length < fewest) return null;
  const all = new Map(measures.flatMap(({ where }) => conjuncts(where)).map((part) => [print(part.expression), part]));
  // More groups are more sets of bits, and each of those costs as much as many rows.
  const carried =
    bitmaps && measures.some(fitsBitmap) ? [] : sharedColumns([...all.values()], few ?? []).filter((column) => !keys.includes(column));
  const known = new Set([...keys, ...carried]);
  const conditions = new Map([...all].filter(([, { columns }]) => !columns.every((column) => known.has(column))));
  if (conditions.size > (measures.length >= often * conditions.size ? mostOftenAsked : mostConditions)) return null;
  const inner = new Map(measures.map(({ of, ...measure }) => [partOf({ of, ...measure }), { ...measure, name: "", of, where: null }]));
  const [places, computed] = [[...conditions.keys()], [...inner.keys()]];
  return {
    carried,
    conditions: [...conditions.values()],
    inner: [...inner.values()],
    outer: measures.map((measure) => {
      const own = conjuncts(measure.where).map((part) => ({ part, place: places.indexOf(print(part.expression)) }));
      return {
        measure,
        inner: computed.indexOf(partOf(measure)),
        conditions: own.flatMap(({ place }) => (place >= 0 ? [place] : [])),
        told: own.flatMap(({ part, place }) => (place >= 0 ? [] : [part])),
      };
    }),
  };
}

/** What measures that differ only in their conditions have in common. */
function partOf({ function: aggregate, of }: Measure): string {
  return JSON.stringify([aggregate, of && print(of.expression)]);
}

/** Columns with few values of which two conditions or more tell something: their values say it all in one key. */
function sharedColumns(conditions: readonly Typed[], few: readonly string[]): readonly string[] {
  const about = (column: string): number => conditions.filter(({ columns }) => columns.length === 1 && columns[0] === column).length;
  return few.filter((column) => about(column) >= 2);
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
    ? [expression.left, expression.right].flatMap((part) => conjuncts({ ...where, expression: part, columns: references(part) }))
    : [where];
}

/** A measure over what the inner level computed for it; `filter` as an aggregate of the dialect takes it. */
export function merged(measure: Measure, part: Operand, filter: string, dialect: Dialect): string {
  switch (measure.function) {
    case "count":
      return dialect.aggregates.sum({ ...part, type: "integer" }, filter, measure);
    case "count-distinct":
      return dialect.bitmaps!.count(part.text, filter);
    default:
      return dialect.aggregates[measure.function](part, filter, measure);
  }
}
