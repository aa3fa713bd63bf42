import { periodOf, shiftPeriod } from "../../calendar/index.ts";
import { pathInPeriod } from "../path.ts";
import type { Entry } from "../report.ts";
import { useLoaded } from "../say.ts";
import classes from "./spark.module.css";

interface Sample {
  readonly value: number | null;
  readonly path: number | null;
  readonly inTarget: boolean;
}

const before = 7;

/** Full periods: some before the target's range, those in it, and the path up to its end. Per period, not summed: 18 of 300 would be two pixels. */
function samples(entry: Entry): readonly Sample[] {
  const from = entry.target?.from ?? null;
  const full = entry.series.filter((point) => point.complete);
  const start = from === null ? -1 : full.findIndex((point) => point.to >= from);
  const kept = full.slice(start === -1 ? Math.max(0, full.length - 13) : Math.max(0, start - before));
  const past = kept.map((point) => ({ value: point.value, path: pathInPeriod(entry, point), inTarget: from === null || point.to >= from }));
  const last = kept.at(-1);
  const to = entry.target?.to ?? null;
  const grain = entry.seriesGrain;
  if (!last || to === null || grain === "total") return past;
  const coming: Sample[] = [];
  for (let period = shiftPeriod(periodOf(last.from, grain, "01-01"), 1, "01-01"); period && period.from <= to && coming.length < 40;) {
    coming.push({ value: null, path: pathInPeriod(entry, period), inTarget: true });
    period = shiftPeriod(period, 1, "01-01");
  }
  return [...past, ...coming];
}

function line(points: readonly (readonly [x: number, y: number] | null)[]): string {
  return points
    .filter((point) => point !== null)
    .map(([x, y], index) => `${index === 0 ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`)
    .join("");
}

/** A KPI's course in one row of a table: grey before its target began, dark in it, dashes for the path. */
export function Spark({ entry, width = 336, height = 36 }: { entry: Entry; width?: number; height?: number }) {
  const { say } = useLoaded();
  const data = samples(entry);
  const numbers = data.flatMap((sample) => [sample.value, sample.path]).filter((value) => value !== null);
  if (data.length < 2 || numbers.length < 2) return <span className={classes["none"]}>{say.words.none}</span>;
  const low = Math.min(...numbers);
  const spread = Math.max(...numbers) - low || 1;
  const x = (index: number) => 2 + (index / (data.length - 1)) * (width - 8);
  const y = (value: number) => height - 7 - ((value - low) / spread) * (height - 14);
  const place = (pick: (sample: Sample) => number | null) =>
    data.map((sample, index) => {
      const value = pick(sample);
      return value === null ? null : ([x(index), y(value)] as const);
    });
  const start = data.findIndex((sample) => sample.inTarget);
  const history = place((sample) => sample.value).filter((_, index) => start === -1 || index <= start);
  const current = place((sample) => (sample.inTarget ? sample.value : null));
  const dot = current.findLast((point) => point !== null) ?? history.findLast((point) => point !== null);
  return (
    <svg
      className={classes["spark"]}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={say.words.overview.table.spark(entry.name, say.words.per[entry.seriesGrain])}
    >
      {start > 0 ? <path className={classes["start"]} d={`M${x(start).toFixed(1)} 0V${height}`} /> : null}
      <path className={classes["history"]} d={line(history)} />
      <path className={classes["path"]} d={line(place((sample) => sample.path))} />
      <path className={classes["current"]} d={line(current)} />
      {dot ? <path className={classes["dot"]} d={`M${dot[0].toFixed(1)} ${dot[1].toFixed(1)}h0`} /> : null}
    </svg>
  );
}
