import { type Day, parsePeriod, type Period } from "../calendar/index.ts";
import { suggest } from "../expression/index.ts";
import { type Framework, HelderError } from "../framework/index.ts";
import { driversOf, madeOf, type SegmentChange, segmentsOf, type Side, type Why } from "../judge/index.ts";
import type { SegmentValue, Series } from "../metric/index.ts";
import type { Engine } from "./engine.ts";

export interface WhyRequest {
  /** id of a KPI, CPI or metric */
  readonly of: string;
  /** periods as labels (2026-01, 2026-Q1) or `d..d` */
  readonly from: string;
  readonly to: string;
  /** each dimension is taken apart by itself */
  readonly by: readonly string[];
  readonly asOf: Day | null;
}

type Values = ReadonlyMap<string, { readonly value: number | null; readonly n: number | null }>;

/** Takes a change apart. Throws `unknown-kpi`, `bad-option` for a period that is none, and what `query` throws. */
export async function whyOf(engine: Engine, { of, from, to, by, asOf }: WhyRequest): Promise<Why> {
  const framework = await engine.framework();
  const metric = metricOf(framework, of);
  const periods = [periodNamed(framework, "--from", from), periodNamed(framework, "--to", to)] as const;
  const made = madeOf(framework, metric);
  const metrics = [...new Set([metric, ...made.leaves])];
  const asked = async (period: Period, columns: readonly string[]): Promise<readonly Series[]> =>
    (
      await engine.query({
        metrics,
        grain: "total",
        by: columns,
        where: null,
        segment: null,
        from: period.from,
        to: period.to,
        asOf,
        compare: null,
      })
    ).series;
  const whole = [valuesOf(await asked(periods[0], [])), valuesOf(await asked(periods[1], []))] as const;
  const [start, end] = [whole[0].get(metric)?.value ?? null, whole[1].get(metric)?.value ?? null];
  const known = { metric, from: { period: periods[0].label, value: start }, to: { period: periods[1].label, value: end } };
  if (start === null || end === null) return { ...known, change: null, drivers: [], segments: [], residual: 0 };

  const read = (values: Values) => (leaf: string) => values.get(leaf)?.value ?? null;
  const change = end - start;
  const drivers = driversOf(metric, made, read(whole[0]), read(whole[1]));
  const sideOf = (values: Values | undefined): Side => {
    if (!values) return { value: null, base: null };
    const { value, n } = values.get(metric) ?? { value: null, n: null };
    return { value, base: made.base ? made.base(read(values)) : n };
  };
  const residuals = drivers.length === 0 ? [] : [remaining(change, drivers)];
  const segments: SegmentChange[] = [];
  for (const column of new Set(by)) {
    const [before, after] = [byElement(await asked(periods[0], [column])), byElement(await asked(periods[1], [column]))];
    const elements = [...new Map([...before.elements, ...after.elements])].map(([key, element]) => ({
      element,
      before: sideOf(before.values.get(key)),
      after: sideOf(after.values.get(key)),
    }));
    const found = segmentsOf(column, elements, start, end);
    residuals.push(remaining(change, found));
    segments.push(...found);
  }
  segments.sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution));
  return { ...known, change, drivers, segments, residual: residuals.sort((a, b) => Math.abs(b) - Math.abs(a))[0] ?? 0 };
}

function remaining(change: number, parts: readonly { readonly contribution: number }[]): number {
  return change - parts.reduce((sum, { contribution }) => sum + contribution, 0);
}

function valuesOf(series: readonly Series[]): Values {
  return new Map(series.map(({ metric, points }) => [metric, { value: points[0]?.value ?? null, n: points[0]?.n ?? null }]));
}

function byElement(series: readonly Series[]): { elements: ReadonlyMap<string, SegmentValue>; values: ReadonlyMap<string, Values> } {
  const elements = new Map<string, SegmentValue>();
  const grouped = new Map<string, Series[]>();
  for (const one of series) {
    const [element] = Object.values(one.segment);
    if (element === undefined) continue;
    const key = JSON.stringify(element);
    elements.set(key, element);
    const group = grouped.get(key);
    if (group) group.push(one);
    else grouped.set(key, [one]);
  }
  return { elements, values: new Map([...grouped].map(([key, group]) => [key, valuesOf(group)])) };
}

function metricOf(framework: Framework, id: string): string {
  const indicators = [...framework.kpis, ...framework.cpis];
  const indicator = indicators.find((one) => one.id === id);
  const metric = indicator ? indicator.metric : framework.metrics.find((one) => one.id === id)?.id;
  if (metric !== undefined) return metric;
  const near = suggest(
    id,
    [...indicators, ...framework.metrics].map((one) => one.id),
  );
  throw new HelderError("unknown-kpi", { name: id, suggestion: near === null ? "" : ` → ${near}?` });
}

function periodNamed({ settings }: Framework, option: string, label: string): Period {
  const period = parsePeriod(label, settings.fiscalYear.starts);
  if (period === null)
    throw new HelderError("bad-option", { option, value: label, hint: "2026-01 | 2026-Q1 | 2026 | 2026-01-01..2026-01-15" });
  return period;
}
