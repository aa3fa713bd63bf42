import { type Framework, HelderError, type Language, type LinkState, type Unit } from "../../framework/index.ts";
import { type Formats, formats, type ValueOptions } from "../../locale/index.ts";
import { unitOf } from "../../metric/index.ts";
import type { ScenarioDoubt } from "./doubt.ts";

/** A metric that indicators are made of, and that a what-if may change. */
export interface Driver {
  readonly metric: string;
  readonly name: string;
  readonly unit: Unit | null;
  /** no formula or ratio makes it: what is changed here changes nothing below it */
  readonly leaf: boolean;
  /** KPIs and CPIs that hang on it */
  readonly moves: readonly string[];
  /** its newest complete period and the value in it; null without data */
  readonly now: { readonly period: string; readonly value: number } | null;
}

/** An indicator in one complete period, as measured and as it would have been. */
export interface ChangedPeriod {
  /** label */
  readonly period: string;
  readonly measured: number;
  readonly value: number;
}

export interface ChangedIndicator {
  readonly id: string;
  readonly metric: string;
  /** complete periods of its cadence, oldest first, at most twelve */
  readonly path: readonly ChangedPeriod[];
  /** what it would have been in the newest of them */
  readonly end: number;
  /** lowest and highest of the path: how much of the end hangs on the period */
  readonly interval: readonly [number, number];
  /** metrics that the change does not get past, because they look over several periods */
  readonly stops: readonly string[];
}

export interface TreeOutcome extends Pick<ChangedIndicator, "path" | "end" | "interval"> {
  readonly doubts: readonly ScenarioDoubt[];
  readonly indicators: readonly ChangedIndicator[];
}

/** What a change of metrics does to the indicators that are made of them. */
export interface TreeChanges {
  readonly indicators: readonly ChangedIndicator[];
  /** indicators that it reaches and that could not be computed */
  readonly failures: readonly { readonly id: string; readonly problem: HelderError }[];
}

interface Words {
  readonly arithmetic: string;
  readonly superKpi: string;
  readonly stops: (metric: string, kpi: string) => string;
  readonly failed: (name: string, why: string) => string;
  readonly link: (from: string, to: string, supported: boolean) => string;
  readonly between: (low: string, high: string) => string;
}

const sentences: Readonly<Record<Language, Words>> = {
  nl: {
    arithmetic: "Dit is rekenwerk: of klanten ook anders gaan doen, laat alleen een experiment zien.",
    superKpi: "De super-KPI hangt via de formules niet af van wat hier verandert.",
    stops: (metric, kpi) => `“${metric}” kijkt over meerdere perioden; de verandering komt er in “${kpi}” niet doorheen.`,
    failed: (name, why) => `“${name}” hangt er ook van af en is niet door te rekenen. ${why}`,
    link: (from, to, supported) =>
      supported
        ? `“${to}” beweegt mee met “${from}”: een experiment steunt dat. Hoeveel zit niet in deze som.`
        : `“${to}” beweegt misschien mee met “${from}”; geen experiment steunt dat nu. Het zit niet in deze som.`,
    between: (low, high) => `per periode ${low} tot ${high}`,
  },
  en: {
    arithmetic: "This is arithmetic: whether customers do otherwise too, only an experiment shows.",
    superKpi: "The super-KPI does not depend on what changes here by its formulas.",
    stops: (metric, kpi) => `“${metric}” looks over several periods; the change does not get through it in “${kpi}”.`,
    failed: (name, why) => `“${name}” depends on it too and cannot be worked out. ${why}`,
    link: (from, to, supported) =>
      supported
        ? `“${to}” moves along with “${from}”: an experiment supports that. How much is not in this sum.`
        : `“${to}” may move along with “${from}”; no experiment supports that now. It is not in this sum.`,
    between: (low, high) => `by period ${low} to ${high}`,
  },
};

/**
 * What is told is told of the super-KPI, else of the first indicator that is touched; there is at least one; `links` is what experiments say
 * today. Throws HelderError `scenario-boundless`.
 */
export function treeOutcome(
  framework: Framework,
  scenario: string,
  { indicators: changed, failures, links }: TreeChanges & { readonly links: readonly LinkState[] },
  language: Language,
): TreeOutcome {
  if (changed.some(({ interval }) => !interval.every(Number.isFinite))) throw new HelderError("scenario-boundless", { name: scenario });
  const told = sentences[language];
  const main = changed.find(({ id }) => id === framework.settings.superKpi) ?? null;
  const touched = new Set(changed.map(({ id }) => id));
  const names = new Map([...framework.kpis, ...framework.cpis].map(({ id, name }) => [id, name ?? id]));
  const name = (id: string): string => names.get(id) ?? id;
  const beyond = links.filter(({ from, to }) => touched.has(from) && names.has(to));
  const doubts: ScenarioDoubt[] = [
    { code: "arithmetic-only", sentence: told.arithmetic },
    ...(main === null ? [{ code: "super-kpi-untouched", sentence: told.superKpi }] : []),
    ...changed.flatMap(({ id, stops }) => stops.map((stop) => ({ code: "change-stops", sentence: told.stops(stop, id) }))),
    ...failures.map(({ id, problem }) => ({ code: "indicator-failed", sentence: told.failed(name(id), problem.sentence(language)) })),
    ...beyond.map(({ from, to, status }) => ({
      code: "link-not-counted",
      sentence: told.link(name(from), name(to), status === "supported"),
    })),
  ];
  const { path, end, interval } = main ?? changed[0]!;
  return { path, end, interval, doubts, indicators: changed };
}

/** A value that would have been: nobody counted it, so that a count may have a decimal. */
export function expectedValue(
  format: Pick<Formats, "number" | "value">,
  value: number,
  unit: Unit | null,
  options: ValueOptions = {},
): string {
  const isPart = unit === "count" && !Number.isInteger(value) && Math.abs(value) < 1000;
  return isPart ? format.number(value, 1) : format.value(value, unit, options);
}

export function changesText({ indicators, doubts }: TreeOutcome, framework: Framework, language: Language): string {
  const write = formats(language, framework.settings.currency);
  const lines = indicators.map(({ id, metric, path, end, interval: [low, high] }) => {
    const shown = (value: number) => expectedValue(write, value, unitOf(framework, metric));
    const before = path.at(-1)!;
    return `${id}  ${before.period}: ${shown(before.measured)} → ${shown(end)} (${sentences[language].between(shown(low), shown(high))})`;
  });
  return [...lines, ...doubts.map(({ sentence }) => `? ${sentence}`)].join("\n");
}
