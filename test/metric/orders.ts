import { addDays } from "../../src/calendar/index.ts";
import { type Judged, numbers, quantile, sumOf } from "./oracle.ts";
import type { Row, TestDataset } from "./shop.ts";

/** Numbers from 0 to 1 that are the same in every run. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

/** Orders from mid-November 2025 to mid-March 2026 with a January without any, nulls everywhere, and rows without a time. */
export function ordersOf(count: number, seed: number): TestDataset {
  const next = seeded(seed);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(next() * values.length)]!;
  const rows = Array.from({ length: count }, (): Row => {
    const day = addDays("2025-11-17", Math.floor(next() * 120));
    const moved = day.startsWith("2026-01") ? "2026-02-02" : day;
    return {
      ordered_at: next() < 0.03 ? null : `${moved} ${String(Math.floor(next() * 24)).padStart(2, "0")}:30:00`,
      channel: pick(["web", "shop", "Web", "🙂", "\uFFFD", null]),
      size: pick([1, 2, 10, null]),
      quantity: next() < 0.1 ? null : Math.floor(next() * 9) - 1,
      amount: next() < 0.1 ? null : Math.round(next() * 100_000) / 100,
      weight: next() < 0.1 ? null : next() * 10,
      customer: next() < 0.15 ? null : `c${Math.floor(next() * 40)}`,
      paid: pick([true, false, null]),
    };
  });
  return {
    id: "orders",
    time: "ordered_at",
    columns: {
      ordered_at: "timestamp",
      channel: "text",
      size: "integer",
      quantity: "integer",
      amount: "decimal",
      weight: "double",
      customer: "text",
      paid: "boolean",
    },
    rows,
  };
}

const amount = (row: Row) => row["amount"] as number | null;
const weight = (row: Row) => row["weight"] as number | null;
const revenue = (row: Row) =>
  row["quantity"] === null || row["amount"] === null
    ? null
    : Math.round((row["quantity"] as number) * (row["amount"] as number) * 100) / 100;
const all = () => true;
const of = (id: string, type: string, more: object) => ({ id, type, dataset: "orders", ...more });
const filled = (take: (row: Row) => unknown) => (rows: readonly Row[]) => rows.filter((row) => take(row) !== null).length;

export const judgedMetrics: readonly Judged[] = [
  {
    metric: of("revenue", "sum", { of: "quantity * amount" }),
    where: all,
    value: (rows) => sumOf(numbers(rows, revenue)),
    n: filled(revenue),
    empty: 0,
  },
  {
    metric: of("total-weight", "sum", { of: "weight" }),
    where: all,
    value: (rows) => sumOf(numbers(rows, weight)),
    n: filled(weight),
    empty: 0,
  },
  { metric: of("orders", "count", {}), where: all, value: (rows) => rows.length, n: (rows) => rows.length, empty: 0 },
  {
    metric: of("paid-web", "count", { where: "channel = 'web' and paid" }),
    where: (row) => row["channel"] === "web" && row["paid"] === true,
    value: (rows) => rows.length,
    n: (rows) => rows.length,
    empty: 0,
  },
  {
    metric: of("customers", "count-distinct", { of: "customer" }),
    where: all,
    value: (rows) => new Set(rows.map((row) => row["customer"]).filter((id) => id !== null)).size,
    n: filled((row) => row["customer"]),
    empty: null,
  },
  {
    metric: of("unpaid-customers", "count-distinct", { of: "customer", where: "not paid" }),
    where: (row) => row["paid"] === false,
    value: (rows) => new Set(rows.map((row) => row["customer"]).filter((id) => id !== null)).size,
    n: filled((row) => row["customer"]),
    empty: null,
  },
  {
    metric: of("average-amount", "average", { of: "amount" }),
    where: all,
    value: (rows) => (filled(amount)(rows) === 0 ? null : sumOf(numbers(rows, amount)) / filled(amount)(rows)),
    n: filled(amount),
    empty: null,
  },
  {
    metric: of("smallest", "min", { of: "amount", where: "size > 1" }),
    where: (row) => row["size"] !== null && (row["size"] as number) > 1,
    value: (rows) => quantile(numbers(rows, amount), 0),
    n: filled(amount),
    empty: null,
  },
  {
    metric: of("heaviest", "max", { of: "weight" }),
    where: all,
    value: (rows) => quantile(numbers(rows, weight), 1),
    n: filled(weight),
    empty: null,
  },
  {
    metric: of("median-amount", "median", { of: "amount" }),
    where: all,
    value: (rows) => quantile(numbers(rows, amount), 0.5),
    n: filled(amount),
    empty: null,
  },
  {
    metric: of("p90-weight", "percentile", { of: "weight", p: 0.9 }),
    where: all,
    value: (rows) => quantile(numbers(rows, weight), 0.9),
    n: filled(weight),
    empty: null,
  },
  {
    metric: of("paid-share", "share", { of: "paid", where: "channel is not null" }),
    where: (row) => row["channel"] !== null,
    value: (rows) => (rows.length === 0 ? null : rows.filter((row) => row["paid"] === true).length / rows.length),
    n: (rows) => rows.length,
    empty: null,
  },
  {
    metric: { id: "aov", type: "ratio", numerator: "revenue", denominator: "orders" },
    where: all,
    value: (rows) => (rows.length === 0 ? null : sumOf(numbers(rows, revenue)) / rows.length),
    n: (rows) => rows.length,
    empty: null,
  },
];
