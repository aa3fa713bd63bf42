/** What a column of somebody's own list may hold. */
export const fields = [
  "id",
  "name",
  "sentence",
  "target",
  "unit",
  "period",
  "from",
  "to",
  "baseline",
  "direction",
  "cadence",
  "owner",
  "agreedBy",
  "agreedOn",
  "because",
  "objective",
  "goal",
  "metric",
  "kind",
] as const;
export type Field = (typeof fields)[number];

/** The words of one language: names of columns by what they hold, and what stands in their cells. All in small letters without accents. */
export interface HeaderWords {
  readonly headers: Readonly<Record<Field, readonly string[]>>;
  readonly cadence: Readonly<Record<"daily" | "weekly" | "monthly" | "quarterly", readonly string[]>>;
  readonly direction: Readonly<Record<"up" | "down", readonly string[]>>;
  readonly unit: Readonly<
    Record<"seconds" | "minutes" | "hours" | "days" | "months" | "percent" | "score" | "currency" | "count", readonly string[]>
  >;
  /** a thing counted in a period, as the reader of sentences knows it */
  readonly counted: (period: string) => string;
}
