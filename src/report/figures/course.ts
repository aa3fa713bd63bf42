import { periodOf, shiftPeriod } from "../../calendar/index.ts";
import type { Entry } from "../report.ts";
import { pathInPeriod, type Tracked } from "./path.ts";

/** One full period of an indicator's course. */
export interface Step {
  /** label of the period: `2026-11` */
  readonly period: string;
  /** null where nothing was measured, and in periods to come */
  readonly value: number | null;
  /** what the path to the target asks of the period */
  readonly path: number | null;
  readonly inTarget: boolean;
}

/** What a course is made of: an entry, or its JSON. */
export type Coursed = Tracked & Pick<Entry, "series" | "seriesGrain">;

const before = 7;

/** Full periods: some before the target's range, those in it, and the path up to its end. Per period, not summed: 18 of 300 would be two pixels. */
export function courseSteps(entry: Coursed): readonly Step[] {
  const from = entry.target?.from ?? null;
  const full = entry.series.filter((point) => point.complete);
  const start = from === null ? -1 : full.findIndex((point) => point.to >= from);
  const kept = full.slice(start === -1 ? Math.max(0, full.length - 13) : Math.max(0, start - before));
  const past = kept.map((point) => ({
    period: point.period,
    value: point.value,
    path: pathInPeriod(entry, point),
    inTarget: from === null || point.to >= from,
  }));
  const last = kept.at(-1);
  const to = entry.target?.to ?? null;
  const grain = entry.seriesGrain;
  if (!last || to === null || grain === "total") return past;
  const coming: Step[] = [];
  for (let period = shiftPeriod(periodOf(last.from, grain, "01-01"), 1, "01-01"); period && period.from <= to && coming.length < 40;) {
    coming.push({ period: period.label, value: null, path: pathInPeriod(entry, period), inTarget: true });
    period = shiftPeriod(period, 1, "01-01");
  }
  return [...past, ...coming];
}

/** A course as the `d` of SVG paths in a box of `width` by `height`; an empty text is nothing to draw. */
export interface SparkPaths {
  /** where the target's range begins */
  readonly start: string;
  /** up to there */
  readonly history: string;
  readonly path: string;
  readonly current: string;
  /** the newest value, as a stroke without length */
  readonly dot: string;
}

/** The lines of a course in one row of a table: grey before its target began, dark in it, dashes for the path. Null where there is too little. */
export function sparkPaths(entry: Coursed, width: number, height: number): SparkPaths | null {
  const steps = courseSteps(entry);
  const numbers = steps.flatMap(({ value, path }) => [value, path]).filter((value) => value !== null);
  if (steps.length < 2 || numbers.length < 2) return null;
  const low = Math.min(...numbers);
  const spread = Math.max(...numbers) - low || 1;
  const x = (index: number) => 2 + (index / (steps.length - 1)) * (width - 8);
  const y = (value: number) => height - 7 - ((value - low) / spread) * (height - 14);
  const place = (pick: (step: Step) => number | null) =>
    steps.map((step, index) => {
      const value = pick(step);
      return value === null ? null : ([x(index), y(value)] as const);
    });
  const start = steps.findIndex((step) => step.inTarget);
  const history = place((step) => step.value).filter((_, index) => start === -1 || index <= start);
  const current = place((step) => (step.inTarget ? step.value : null));
  const newest = current.findLast((point) => point !== null) ?? history.findLast((point) => point !== null);
  return {
    start: start > 0 ? `M${x(start).toFixed(1)} 0V${height}` : "",
    history: line(history),
    path: line(place((step) => step.path)),
    current: line(current),
    dot: newest ? `M${newest[0].toFixed(1)} ${newest[1].toFixed(1)}h0` : "",
  };
}

function line(points: readonly (readonly [x: number, y: number] | null)[]): string {
  return points
    .filter((point) => point !== null)
    .map(([x, y], index) => `${index === 0 ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`)
    .join("");
}
