import { addDays, type Day, type Grain, type Period } from "../calendar/index.ts";
import type { Series } from "../metric/index.ts";
import type { Engine } from "./engine.ts";

/** By metric. */
export type Values = ReadonlyMap<string, { readonly value: number | null; readonly n: number | null }>;

export type Both<T> = readonly [before: T, after: T];

/** Of two periods that follow each other, each of the grain, in one statement. */
export async function seriesOf(
  engine: Engine,
  { metrics, by, asOf }: { readonly metrics: readonly string[]; readonly by: readonly string[]; readonly asOf: Day | null },
  periods: Both<Period>,
): Promise<Both<readonly Series[]>> {
  const asked = async (grain: Grain, from: Day, to: Day): Promise<readonly Series[]> =>
    (await engine.query({ metrics, grain, by, where: null, segment: null, from, to, asOf, compare: null })).series;
  const [before, after] = periods;
  if (before.grain !== "total" && before.grain === after.grain && addDays(before.to, 1) === after.from) {
    const series = await asked(before.grain, before.from, after.to);
    const at = (label: string): readonly Series[] =>
      series.map((one) => ({ ...one, points: one.points.filter(({ period }) => period === label) }));
    return [at(before.label), at(after.label)];
  }
  return [await asked("total", before.from, before.to), await asked("total", after.from, after.to)];
}

export function valuesOf(series: readonly Series[]): Values {
  return new Map(series.map(({ metric, points }) => [metric, { value: points[0]?.value ?? null, n: points[0]?.n ?? null }]));
}

interface BySegment {
  readonly segments: ReadonlyMap<string, Series["segment"]>;
  readonly values: ReadonlyMap<string, Values>;
}

/** By the segment as JSON. */
export function bySegment(series: readonly Series[]): BySegment {
  const segments = new Map<string, Series["segment"]>();
  const grouped = new Map<string, Series[]>();
  for (const one of series) {
    const key = JSON.stringify(one.segment);
    segments.set(key, one.segment);
    const group = grouped.get(key);
    if (group) group.push(one);
    else grouped.set(key, [one]);
  }
  return { segments, values: new Map([...grouped].map(([key, group]) => [key, valuesOf(group)])) };
}
