import { type Day, daysBetween } from "../calendar/index.ts";
import type { Formats, Words } from "../locale/index.ts";
import type { Entry, Report } from "./report.ts";

interface CommonRange {
  readonly label: string;
  readonly from: Day;
  readonly to: Day;
}

/** What the moment of a report follows from. */
export interface Dated {
  readonly asOf: Day;
  readonly kpis: readonly Pick<Entry, "period" | "target">[];
  readonly datasets: Report["datasets"];
}

/** When a report is of, in pieces: the period of most targets, how far that is, the day, and until when there are data. */
export function momentNotes(report: Dated, word: Words, format: Formats, bar: (share: number) => string = () => ""): readonly string[] {
  const range = commonRange(report.kpis);
  const watermark = newest(report);
  return [
    ...(range === null ? [] : [format.period(range.label), ...progress(range, report.asOf, word, bar)]),
    word.onDay(format.day(report.asOf)),
    ...(watermark === null || watermark === report.asOf ? [] : [word.dataThrough(format.day(watermark))]),
  ];
}

/** The period that most targets have; the first of several. */
function commonRange(entries: Dated["kpis"]): CommonRange | null {
  const counts = new Map<string, { range: CommonRange; count: number }>();
  for (const { period, target } of entries) {
    if (period === null || !target?.from || !target.to) continue;
    const known = counts.get(period) ?? { range: { label: period, from: target.from, to: target.to }, count: 0 };
    counts.set(period, { ...known, count: known.count + 1 });
  }
  return [...counts.values()].toSorted((a, b) => b.count - a.count)[0]?.range ?? null;
}

function progress({ from, to }: CommonRange, asOf: Day, word: Words, bar: (share: number) => string): string[] {
  if (asOf < from || asOf > to) return [];
  const [day, days] = [daysBetween(from, asOf) + 1, daysBetween(from, to) + 1];
  return [`${word.dayOf(day, days)} ${bar(day / days)}`.trimEnd()];
}

function newest({ datasets, asOf }: Dated): Day | null {
  const days = datasets.flatMap(({ watermark }) => (watermark === null ? [] : [watermark > asOf ? asOf : watermark]));
  return days.toSorted().at(-1) ?? null;
}
