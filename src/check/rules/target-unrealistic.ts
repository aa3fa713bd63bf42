import { kpiNamed } from "../../catalogue/index.ts";
import { isTyped, type Metric } from "../../framework/index.ts";
import { foreseen } from "../foreseen.ts";
import { likeYears } from "../history.ts";
import { type Indicator, indicatorsOf, isPartOfWhole, isPercentage } from "../indicator.ts";
import type { Context, Rule } from "../rule.ts";
import { shown } from "../shown.ts";

/** From this many times the baseline on (or as small a part of it, where down is good) a target needs a reason. */
const jump = 2;
/** A target is a round number: it may pass what the best step leads to by this part of it. */
const rounding = 0.01;
/** A target beyond the interval that holds the outcome with this chance takes more than what moved the values so far. */
const sure = 0.99;

type Doubt =
  | { readonly reason: "above-whole" | "against-direction"; readonly limit: number }
  | { readonly reason: "beyond-scale"; readonly low: number; readonly high: number }
  | { readonly reason: "jump"; readonly limit: number; readonly factor: number }
  | { readonly reason: "beyond-history"; readonly limit: number; readonly before: number; readonly years: number }
  | { readonly reason: "beyond-forecast"; readonly limit: number };

export const targetUnrealistic: Rule = {
  code: "target-unrealistic",
  severity: "warning",
  why: {
    nl: "Een doel dat niet kan, leert mensen dat doelen niet tellen.",
    en: "A target that cannot be reached teaches people that targets do not count.",
  },
  sentences: {
    nl: ({ reason, name, value, limit, low, high, factor, direction, percentage, before, years }) => {
      if (reason === "above-whole") return `Meer dan 100 % kan “${name}” niet worden. Kies een doel van hoogstens 100 %.`;
      if (reason === "beyond-scale")
        return `“${name}” loopt van ${low} tot en met ${high}, en het doel is ${shown(value, percentage, "nl")}. Kies een doel daarbinnen.`;
      if (reason === "against-direction") {
        const sense = direction === "up" ? "hoger" : "lager";
        return `Voor “${name}” is ${sense} beter, maar het doel (${shown(value, percentage, "nl")}) is slechter dan de uitgangswaarde (${shown(limit, percentage, "nl")}). Verbeter het doel of “direction”.`;
      }
      if (reason === "beyond-history")
        return `Het doel van “${name}” (${shown(value, percentage, "nl")}) vraagt een grotere stap dan in de afgelopen ${years} jaar is gezet: een jaar eerder was het ongeveer ${shown(before, percentage, "nl")}, en met de beste stap tot nu toe kom je op ${shown(limit, percentage, "nl")}. Schrijf bij “because” waarom het nu wel kan, of kies een kleinere stap.`;
      if (reason === "beyond-forecast")
        return `Het doel van “${name}” (${shown(value, percentage, "nl")}) ligt buiten wat de cijfers van vóór het doel voorspellen: met 99 % zekerheid kom je niet verder dan ${shown(limit, percentage, "nl")}. Schrijf bij “because” wat er verandert, of kies een kleinere stap.`;
      return `Het doel van “${name}” (${shown(value, percentage, "nl")}) is een sprong van meer dan ${factor}× ten opzichte van de uitgangswaarde (${shown(limit, percentage, "nl")}). Schrijf bij “because” waarom dat kan, of kies een kleinere stap.`;
    },
    en: ({ reason, name, value, limit, low, high, factor, direction, percentage, before, years }) => {
      if (reason === "above-whole") return `“${name}” cannot exceed 100 %. Choose a target of at most 100 %.`;
      if (reason === "beyond-scale")
        return `“${name}” runs from ${low} to ${high}, and the target is ${shown(value, percentage, "en")}. Choose one within that.`;
      if (reason === "against-direction") {
        const sense = direction === "up" ? "higher" : "lower";
        return `For “${name}” ${sense} is better, yet the target (${shown(value, percentage, "en")}) is worse than the baseline (${shown(limit, percentage, "en")}). Mend the target or “direction”.`;
      }
      if (reason === "beyond-history")
        return `The target of “${name}” (${shown(value, percentage, "en")}) asks for a larger step than any of the past ${years} years: a year earlier it was about ${shown(before, percentage, "en")}, and the best step so far leads to ${shown(limit, percentage, "en")}. Write in “because” why it can be done now, or take a smaller step.`;
      if (reason === "beyond-forecast")
        return `The target of “${name}” (${shown(value, percentage, "en")}) lies outside what the figures from before the target foresee: with 99 % certainty you get no further than ${shown(limit, percentage, "en")}. Write in “because” what changes, or take a smaller step.`;
      return `The target of “${name}” (${shown(value, percentage, "en")}) is a jump of more than ${factor}× from the baseline (${shown(limit, percentage, "en")}). Write in “because” why it can be done, or take a smaller step.`;
    },
  },
  *find(context) {
    const { framework, sources } = context;
    for (const indicator of indicatorsOf(framework)) {
      const { section, entry, metric, target, targetPath, direction } = indicator;
      const doubt = target && (doubtOf(indicator, target.value) ?? historyAgainst(context, indicator, target.value));
      if (!doubt) continue;
      const { id, name = id } = entry;
      yield {
        on: id,
        at: sources.at(section, id, [...targetPath, "value"]),
        params: { name, value: target.value, direction, percentage: isPercentage(metric), ...doubt },
      };
    }
  },
};

function doubtOf({ entry, metric, direction, baseline }: Indicator, value: number): Doubt | null {
  if (metric && isWhole(metric, baseline) && value > 1) return { reason: "above-whole", limit: 1 };
  const scale = metric && scaleOf(metric);
  if (scale && (value < scale[0] || value > scale[1])) return { reason: "beyond-scale", low: scale[0], high: scale[1] };
  if (baseline === null) return null;
  if (direction === "up" ? value < baseline : value > baseline) return { reason: "against-direction", limit: rounded(baseline) };
  const stated = entry.because !== undefined;
  const large = direction === "up" ? value > jump * baseline : value < baseline / jump;
  return baseline > 0 && !stated && large ? { reason: "jump", limit: rounded(baseline), factor: jump } : null;
}

/** What the years before, or else the periods before, say against a target that is not over and has no reason. */
function historyAgainst(context: Context, indicator: Indicator, value: number): Doubt | null {
  const { entry, target } = indicator;
  if (entry.because !== undefined || (target?.to ?? context.today) < context.today) return null;
  return stepBeyond(context, indicator, value) ?? beyondForecast(context, indicator, value);
}

function beyondForecast({ history, framework }: Context, indicator: Indicator, value: number): Doubt | null {
  const interval = foreseen(history, indicator, framework.settings.fiscalYear.starts, sure);
  if (interval === null) return null;
  const up = indicator.direction === "up";
  const limit = up ? interval[1] : interval[0];
  const allowed = limit + (up ? 1 : -1) * rounding * Math.abs(limit);
  return (up ? value > allowed : value < allowed) ? { reason: "beyond-forecast", limit: about(limit) } : null;
}

/** Held against the same days of the years before: what the best change from one year to the next would make of the last of them. */
function stepBeyond({ history }: Context, indicator: Indicator, value: number): Doubt | null {
  const { metric, direction } = indicator;
  const years = likeYears(history, indicator);
  const before = years[0];
  if (before === undefined || years.length < 2) return null;
  const better = (one: number, other: number) => (direction === "up" ? Math.max(one, other) : Math.min(one, other));
  // Percentages and scores change by points; what has no top changes by a part of itself.
  const grows = !isPercentage(metric) && !(metric && scaleOf(metric)) && years.every((one) => one > 0);
  const ends = years.slice(1).map((earlier, index) => (grows ? before * (years[index]! / earlier) : before + years[index]! - earlier));
  // To keep what there is counts as within reach, also where it has only become worse.
  const limit = ends.reduce(better, before);
  const allowed = limit + (direction === "up" ? 1 : -1) * rounding * Math.abs(limit);
  if (better(value, allowed) === allowed) return null;
  return { reason: "beyond-history", limit: about(limit), before: about(before), years: years.length };
}

/** A percentage of which it is known, or was shown by its baseline, that it stays below 100 %. Growth and net retention may exceed it. */
function isWhole(metric: Metric, baseline: number | null): boolean {
  if (isPartOfWhole(metric)) return metric.unit === undefined || metric.unit === "percent";
  return metric.unit === "percent" && isTyped(metric) && metric.type === "ratio" && baseline !== null && baseline <= 1;
}

function scaleOf(metric: Metric): readonly [number, number] | null {
  if (isTyped(metric) && metric.type === "ces") return metric.scale ?? null;
  const isNps = isTyped(metric) && (metric.type === "nps" || metric.use === "nps");
  return isNps || kpiNamed(metric.name ?? metric.id)?.id === "nps" ? [-100, 100] : null;
}

function rounded(number: number): number {
  return Number(number.toPrecision(6));
}

/** Values of a range that weeks or months only nearly fill are not exact. */
function about(number: number): number {
  return Number(number.toPrecision(4));
}
