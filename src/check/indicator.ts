import { daysBetween } from "../calendar/index.ts";
import { type Cpi, type Framework, isTyped, judgedTarget, type Kpi, type Metric, type Target } from "../framework/index.ts";
import { isAdditive } from "../metric/index.ts";

/** A KPI or CPI with what the rules about both ask of it. */
export interface Indicator {
  readonly section: "kpis" | "cpis";
  readonly entry: Kpi | Cpi;
  readonly metric: Metric | null;
  readonly direction: "up" | "down";
  /** the target that is judged, and the path to it as it was typed */
  readonly target: Target | null;
  readonly targetPath: readonly string[];
  readonly measured: "total" | "average" | "last";
  /** the typed baseline, scaled to the length of the target's range where both are totals; null where there is none, or `auto` */
  readonly baseline: number | null;
}

/** Frameworks are frozen values, so what is derived from one can be kept with it. */
const known = new WeakMap<Framework, readonly Indicator[]>();

/** The KPIs, then the CPIs. */
export function indicatorsOf(framework: Framework): readonly Indicator[] {
  const kept = known.get(framework);
  if (kept) return kept;
  const metrics = new Map(framework.metrics.map((metric) => [metric.id, metric]));
  const made = (["kpis", "cpis"] as const).flatMap((section) =>
    framework[section].map((entry) => indicatorOf(section, entry, metrics.get(entry.metric ?? "") ?? null)),
  );
  known.set(framework, made);
  return made;
}

/** Whether a metric's value is told as a percentage. */
export function isPercentage(metric: Metric | null): boolean {
  return metric !== null && (metric.unit === undefined ? isPartOfWhole(metric) : metric.unit === "percent");
}

/** Whether a metric's value is a part of a whole, at most 1: `share`, `conversion` and so on. */
export function isPartOfWhole(metric: Metric): boolean {
  return isTyped(metric) && parts.has(metric.type);
}
const parts = new Set<string>(["share", "conversion", "retention", "churn", "reactivation", "csat"]);

function indicatorOf(section: "kpis" | "cpis", entry: Kpi | Cpi, metric: Metric | null): Indicator {
  const target = judgedTarget(entry) ?? null;
  const measured = target?.measured ?? (metric && isAdditive(metric) ? "total" : "last");
  return {
    section,
    entry,
    metric,
    direction: entry.direction ?? metric?.direction ?? "up",
    target,
    targetPath: entry.target ? ["target"] : ["targets", "target"],
    measured,
    baseline: baselineOf(entry, target, measured === "total" && metric !== null && isAdditive(metric)),
  };
}

function baselineOf({ baseline }: Kpi | Cpi, target: Target | null, grows: boolean): number | null {
  if (baseline === undefined || baseline === "auto") return null;
  if (!grows || !target?.from || !target.to || !baseline.from || !baseline.to) return baseline.value;
  const ratio = (daysBetween(target.from, target.to) + 1) / (daysBetween(baseline.from, baseline.to) + 1);
  // A quarter has 90 to 92 days; that difference is no reason to correct what somebody typed.
  return ratio > 0 && (ratio < 0.9 || ratio > 1.1) ? baseline.value * ratio : baseline.value;
}
