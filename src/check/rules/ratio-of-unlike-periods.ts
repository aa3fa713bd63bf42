import { formatDuration } from "../../calendar/index.ts";
import { type Dataset, isTyped, type Metric } from "../../framework/index.ts";
import type { Rule } from "../rule.ts";

/** Columns that hold a period give away that rows are not of a day. */
const periods = [
  [/(?:^|_)(?:jaar|year)(?:$|_)/i, "year"],
  [/kwartaal|quarter/i, "quarter"],
  [/maand|month/i, "month"],
  [/(?:^|_)week(?:$|_)/i, "week"],
] as const;

export const ratioOfUnlikePeriods: Rule = {
  code: "ratio-of-unlike-periods",
  severity: "info",
  why: {
    nl: "Een deling van ongelijke perioden beweegt ook als er niets verandert.",
    en: "A ratio of unlike periods moves even when nothing changes.",
  },
  sentences: {
    nl: ({ numerator, denominator, above, below }) =>
      `“${numerator}” gaat over ${words.nl(above)} en “${denominator}” over ${words.nl(below)}. Gedeeld zegt dat weinig: reken beide over dezelfde periode.`,
    en: ({ numerator, denominator, above, below }) =>
      `“${numerator}” covers ${words.en(above)} and “${denominator}” ${words.en(below)}. Dividing them says little: take both over the same period.`,
  },
  *find({ framework, sources }) {
    const metrics = new Map(framework.metrics.map((metric) => [metric.id, metric]));
    const datasets = new Map(framework.datasets.map((dataset) => [dataset.id, dataset]));
    for (const metric of framework.metrics) {
      if (!isTyped(metric) || metric.type !== "ratio") continue;
      const { id, numerator, denominator } = metric;
      const above = spanOf(metrics.get(numerator), datasets);
      const below = spanOf(metrics.get(denominator), datasets);
      if (above === null || below === null || above === below) continue;
      // Rows of a month beside rows of a day go well together from a month on.
      if ((above === "period" && below in grains) || (below === "period" && above in grains)) continue;
      yield { on: id, at: sources.at("metrics", id, ["denominator"]), params: { numerator, denominator, above, below } };
    }
  },
};

/** What a metric's value of one period covers: `period` itself, a window, all since a moment, or a period its dataset names. Null if unknown. */
function spanOf(metric: Metric | undefined, datasets: ReadonlyMap<string, Dataset>): string | null {
  if (!metric || !isTyped(metric)) return null;
  if (metric.type === "rolling") return formatDuration(metric.window);
  if (metric.type === "running") return `since ${metric.since}`;
  const dataset = "dataset" in metric ? datasets.get(metric.dataset ?? "") : undefined;
  if (!dataset) return null;
  if (dataset.time === undefined) return "timeless";
  return periods.find(([pattern]) => pattern.test(dataset.time!))?.[1] ?? "period";
}

const grains: Readonly<Record<string, string>> = { year: "jaren", quarter: "kwartalen", month: "maanden", week: "weken" };
const units: Readonly<Record<string, string>> = { day: "dagen", week: "weken", month: "maanden", quarter: "kwartalen", year: "jaar" };
const sinces: Readonly<Record<string, string>> = { year: "het jaar", quarter: "het kwartaal", month: "de maand", start: "de data" };

const words = {
  nl(span: unknown): string {
    const text = String(span);
    if (text === "period") return "de periode zelf";
    if (text === "timeless") return "alles, zonder tijd";
    if (text.startsWith("since ")) return `alles sinds het begin van ${sinces[text.slice(6)]}`;
    const [count, unit = ""] = text.split(" ");
    return grains[text] ? `hele ${grains[text]}` : `een venster van ${count} ${units[unit.replace(/s$/, "")] ?? unit}`;
  },
  en(span: unknown): string {
    const text = String(span);
    if (text === "period") return "the period itself";
    if (text === "timeless") return "everything, without time";
    if (text.startsWith("since "))
      return text === "since start" ? "everything so far" : `everything since the beginning of the ${text.slice(6)}`;
    return grains[text] ? `whole ${text}s` : `a window of ${text}`;
  },
};
