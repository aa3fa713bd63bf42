/**
 * Customers' buying histories, equal ones counted: index i of every column is one history. `x` = repeat purchases (the first one does not
 * count; a day with several is one), `recency` = time from the first to the last purchase (0 where x = 0), `age` = time from the first
 * purchase to the end of observation, `customers` = how many have this history. Times are in one unit of your choice.
 */
export interface Histories {
  readonly x: Float64Array;
  readonly recency: Float64Array;
  readonly age: Float64Array;
  readonly customers: Float64Array;
}

export interface History {
  readonly x: number;
  readonly recency: number;
  readonly age: number;
}

/** Histories as columns, equal ones as one. The order in which the customers stand does not matter. */
export function aggregate(customers: readonly (History & { readonly customers?: number | undefined })[]): Histories {
  const sorted = customers.toSorted((one, other) => one.x - other.x || one.recency - other.recency || one.age - other.age);
  const kept: (History & { customers: number })[] = [];
  for (const { x, recency, age, customers: count = 1 } of sorted) {
    const last = kept.at(-1);
    if (last?.x === x && last.recency === recency && last.age === age) last.customers += count;
    else kept.push({ x, recency, age, customers: count });
  }
  return {
    x: Float64Array.from(kept, ({ x }) => x),
    recency: Float64Array.from(kept, ({ recency }) => recency),
    age: Float64Array.from(kept, ({ age }) => age),
    customers: Float64Array.from(kept, (history) => history.customers),
  };
}

/** Every so manieth history, at most `most` of them: enough to find where a fit should begin. */
export function sampled(histories: Histories, most: number): Histories {
  const step = Math.ceil(histories.x.length / most);
  const take = (column: Float64Array): Float64Array => column.filter((_, index) => index % step === 0);
  return step <= 1
    ? histories
    : {
        x: take(histories.x),
        recency: take(histories.recency),
        age: take(histories.age),
        customers: take(histories.customers),
      };
}

/** The same histories with times divided by `unit`. */
export function rescaled(histories: Histories, unit: number): Histories {
  const scale = (column: Float64Array): Float64Array => column.map((time) => time / unit);
  return { ...histories, recency: scale(histories.recency), age: scale(histories.age) };
}

/** Numbers of repeat purchases that occur, and which of them each history has. */
export interface Frequencies {
  readonly values: Float64Array;
  /** customers with this many */
  readonly customers: Float64Array;
  /** per history, its index in `values` */
  readonly of: Int32Array;
}

const known = new WeakMap<Float64Array, Frequencies>();

/** Terms that depend on x alone are computed once for each value of x. Remembered with the histories. */
export function frequenciesOf({ x, customers }: Pick<Histories, "x" | "customers">): Frequencies {
  const before = known.get(x);
  if (before !== undefined) return before;
  const values = Float64Array.from(new Set(x)).sort();
  const at = new Map([...values].map((value, index) => [value, index]));
  const of = Int32Array.from(x, (value) => at.get(value)!);
  const counts = new Float64Array(values.length);
  for (const [index, which] of of.entries()) counts[which]! += customers[index]!;
  const found = { values, customers: counts, of };
  known.set(x, found);
  return found;
}
