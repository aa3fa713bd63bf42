import type { Cpi, Kpi, Metric } from "../framework/index.ts";
import type { Container } from "./document.ts";
import type { Draft } from "./draft.ts";
import type { Entry } from "./entries.ts";
import { placeOf } from "./entry.ts";
import { type Path, shown } from "./issue.ts";

/** Metric types whose value is a part of a whole, so at most 1, whatever unit is typed. */
const parts = new Set(["share", "conversion", "retention", "churn", "reactivation"]);

/**
 * A bare `25` where a fraction is meant would be 2,500 %. Returns what is left of the entry. Above 1 a part of a whole is impossible;
 * for other percentages (growth, net retention) a bare number from 2 is taken as a slip, because 1.1 is not: `200 %` may be typed.
 */
export function dropFalsePercentages(entries: readonly Entry[], drafts: Draft[]): Entry[] {
  const metrics = new Map(entries.filter((one) => one.section === "metrics").map((one) => [one.id!, one.value as Metric]));
  return entries.map((entry) => {
    if (entry.section === "metrics") return observed(entry, drafts);
    if (entry.section !== "kpis" && entry.section !== "cpis") return entry;
    const metric = metrics.get((entry.value as Kpi | Cpi).metric ?? "");
    const limit = metric ? limitOf(metric) : null;
    if (limit === null) return entry;
    const value = { ...entry.value } as Record<string, unknown>;
    for (const key of ["target", "targets", "baseline"]) {
      const wrong = [...numbers(entry.raw[key], [key])].filter(([, number]) => limit(number));
      for (const [path, number] of wrong) drafts.push(slip(entry, path, number));
      if (wrong.length > 0) delete value[key];
    }
    return { ...entry, value };
  });
}

function observed(entry: Entry, drafts: Draft[]): Entry {
  const metric = entry.value as Metric;
  const limit = limitOf(metric);
  if (limit === null || !("series" in metric) || !Array.isArray(metric.series)) return entry;
  const wrong = [...numbers(entry.raw["series"], ["series"])].filter(([path, number]) => path.at(-1) === "value" && limit(number));
  for (const [path, number] of wrong) drafts.push(slip(entry, path, number));
  const lost = new Set(wrong.map(([path]) => path[1]));
  return lost.size === 0
    ? entry
    : { ...entry, value: { ...metric, series: metric.series.filter((_: unknown, index: number) => !lost.has(index)) } };
}

function limitOf(metric: Metric): ((number: number) => boolean) | null {
  if ("type" in metric && parts.has(metric.type as string) && (metric.unit === undefined || metric.unit === "percent")) {
    return (number) => Math.abs(number) > 1;
  }
  return metric.unit === "percent" ? (number) => Math.abs(number) >= 2 : null;
}

/** The numbers typed without a percent sign inside `raw`. */
function* numbers(raw: unknown, path: Path): Iterable<[Path, number]> {
  if (typeof raw === "number") yield [path, raw];
  else if (Array.isArray(raw)) for (const [index, item] of raw.entries()) yield* numbers(item, [...path, index]);
  else if (typeof raw === "object" && raw !== null) {
    for (const [key, item] of Object.entries(raw)) yield* numbers(item, [...path, key]);
  }
}

function slip(entry: Entry, path: Path, number: number): Draft {
  let container: Container = entry.raw;
  for (const step of path.slice(0, -1)) container = (container as Record<string | number, unknown>)[step] as Container;
  const place = placeOf(entry.yaml, container, path.at(-1)!);
  return {
    code: "wrong-type",
    on: entry.id,
    at: entry.yaml.range(place?.value ?? entry.start),
    params: {
      key: path.filter((step) => typeof step === "string").join("."),
      expected: ["fraction"],
      found: shown(number),
      suggestion: `${number} %`,
    },
  };
}
