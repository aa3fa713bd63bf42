import { addDays, periodOf, parsePeriod, type Grain, shiftPeriod } from "../../src/calendar/index.ts";
import type { Comparison, MetricQuery } from "../../src/metric/index.ts";
import { dayOf, type Row, type TestDataset } from "./shop.ts";

/** A metric as the oracle knows it: in TypeScript, beside the text that Helder is given. */
export interface Judged {
  readonly metric: { readonly id: string; readonly type: string; readonly [key: string]: unknown };
  readonly where: (row: Row) => boolean;
  readonly value: (rows: readonly Row[]) => number | null;
  readonly n: (rows: readonly Row[]) => number;
  readonly empty: 0 | null;
}

export const numbers = (rows: readonly Row[], of: (row: Row) => number | null) =>
  rows.map(of).filter((value): value is number => value !== null);
export const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

export function quantile(values: readonly number[], p: number): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * p;
  const low = sorted[Math.floor(at)]!;
  return low + (sorted[Math.ceil(at)]! - low) * (at - Math.floor(at));
}

interface Expected {
  readonly metric: string;
  readonly segment: Record<string, unknown>;
  readonly points: {
    period: string;
    from: string;
    to: string;
    value: number | null;
    n: number;
    complete: boolean;
    compared?: number | null;
  }[];
}

/** What a query must answer, by loops over the rows. Only the names and bounds of periods are the calendar's. */
export function expectedSeries(
  dataset: TestDataset,
  judged: readonly Judged[],
  query: MetricQuery,
  passes: (row: Row) => boolean,
  fiscalStart: string,
): Expected[] {
  const { grain, from, to, asOf, by, compare } = query;
  const existing = dataset.rows
    .map((row) => ({ row, day: dayOf(row, dataset.time) }))
    .filter((one): one is { row: Row; day: string } => one.day !== null && one.day <= asOf);
  const days = existing.map(({ day }) => day).sort();
  const first = days[0];
  const last = days.at(-1);
  const watermark = [last, dataset.completeThrough]
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);
  const label = (day: string): string => (grain === "total" ? "total" : periodOf(day, grain, fiscalStart).label);
  const inRange = existing.filter(({ row, day }) => passes(row) && (from === null || day >= from) && (to === null || day <= to));
  const segmentOf = (row: Row) => JSON.stringify(by.map((column) => row[column]));
  const seen = new Set(judged.flatMap(({ where }) => inRange.filter(({ row }) => where(row)).map(({ row }) => segmentOf(row))));
  const segments = by.length === 0 ? ["[]"] : [...seen].sort(bySegment);

  const start = from ?? first;
  const end = to ?? last;
  const shown: { label: string; from: string; to: string; whole: boolean }[] = [];
  if (grain === "total") {
    const a = from ?? first ?? to ?? asOf;
    const b = to ?? last ?? from ?? asOf;
    shown.push({ label: "total", from: a <= b ? a : (from ?? b), to: a <= b ? b : (from ?? b), whole: true });
  } else if (start !== undefined && end !== undefined) {
    for (let day = start; day <= end; day = addDays(day, 1)) {
      const period = periodOf(day, grain, fiscalStart);
      if (shown.at(-1)?.label === period.label) continue;
      const a = from !== null && from > period.from ? from : period.from;
      const b = to !== null && to < period.to ? to : period.to;
      shown.push({ label: period.label, from: a, to: b, whole: a === period.from && b === period.to });
    }
  }

  const shownLabels = new Set(shown.map((period) => period.label));
  const whole = existing.filter(({ row }) => passes(row));
  return judged.flatMap(({ metric, where, value, n, empty }) => {
    const cell = (day: string, row: Row) => `${label(day)} ${segmentOf(row)}`;
    const grouped = (rows: typeof existing) => {
      const cells = new Map<string, Row[]>();
      for (const { row, day } of rows.filter((one) => where(one.row)))
        cells.set(cell(day, row), [...(cells.get(cell(day, row)) ?? []), row]);
      return cells;
    };
    const [clipped, unclipped] = [grouped(inRange), grouped(whole)];
    return segments.map((segment) => {
      const rowsOf = (cells: typeof clipped, name: string) => cells.get(`${name} ${segment}`) ?? [];
      const valueOf = (rows: readonly Row[]) => (rows.length === 0 ? empty : value(rows));
      const points = shown.map((period) => {
        const rows = rowsOf(clipped, period.label);
        const complete = period.whole && period.to < asOf && watermark !== undefined && period.to <= watermark;
        const point = { period: period.label, from: period.from, to: period.to, value: valueOf(rows), n: n(rows), complete };
        if (compare === null) return point;
        const earlier = earlierLabel(period.label, grain, compare, fiscalStart);
        const inData = earlier !== null && first !== undefined && last !== undefined && earlier.to >= first && earlier.from <= last;
        const known = earlier !== null && (inData || shownLabels.has(earlier.label));
        return { ...point, compared: known ? valueOf(rowsOf(unclipped, earlier.label)) : null };
      });
      return { metric: metric.id, segment: Object.fromEntries(by.map((column, index) => [column, JSON.parse(segment)[index]])), points };
    });
  });
}

function earlierLabel(label: string, grain: Grain, compare: Comparison, fiscalStart: string) {
  if (grain === "total") return null;
  const period = parsePeriod(label, fiscalStart)!;
  if (compare === "year-weekday" && (grain === "day" || grain === "week")) return periodOf(addDays(period.from, -364), grain, fiscalStart);
  if (compare === "previous") return shiftPeriod(period, -1, fiscalStart);
  const [, head, year, tail] = /^(FY)?(\d{4})(.*)$/.exec(label)!;
  return parsePeriod(`${head ?? ""}${Number(year) - 1}${tail}`, fiscalStart);
}

function bySegment(a: string, b: string): number {
  const [left, right] = [JSON.parse(a) as unknown[], JSON.parse(b) as unknown[]];
  for (const [index, x] of left.entries()) {
    const y = right[index];
    if (x === y) continue;
    if (x === null) return 1;
    if (y === null) return -1;
    // The bytes of UTF-8 stand in the order of code points.
    if (typeof x === "string") return Buffer.compare(Buffer.from(x), Buffer.from(y as string));
    return (x as number) < (y as number) ? -1 : 1;
  }
  return 0;
}
