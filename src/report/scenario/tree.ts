import { type Framework, HelderError, type Language, type Unit } from "../../framework/index.ts";
import type { Elasticity } from "../../judge/index.ts";
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
  /** lowest and highest of the path, and of where its links may take it: how much of the end hangs on the period and on the links */
  readonly interval: readonly [number, number];
  /** metrics that the change does not get past, because they look over several periods */
  readonly stops: readonly string[];
  /** links that the change comes through, and where 80 % of their possible effects put the end; null: by formulas alone */
  readonly through: { readonly links: readonly string[]; readonly interval: readonly [number, number] } | null;
}

/** A link that is in the sum, with what experiments say that it does. */
export interface LinkCounted {
  readonly id: string;
  /** ids of the indicators */
  readonly between: readonly [from: string, to: string];
  readonly elasticity: Elasticity;
  /** ids of the experiments that measured it */
  readonly experiments: readonly string[];
}

/** A link that leads on from what changes and is not in the sum. */
export interface LinkLeft {
  readonly id: string;
  readonly between: readonly [from: string, to: string];
  /** no experiment supports it; none measured both ends; the cause hardly moved in it; the result is set by the scenario; it moves its own cause */
  readonly why: "unsupported" | "unmeasured" | "still" | "set" | "circular";
}

export interface ToldLink extends LinkCounted {
  readonly sentence: string;
}

export interface TreeOutcome extends Pick<ChangedIndicator, "path" | "end" | "interval"> {
  readonly doubts: readonly ScenarioDoubt[];
  /** links that are in the sum */
  readonly links: readonly ToldLink[];
  readonly indicators: readonly ChangedIndicator[];
}

/** What a change of metrics does to the indicators that are made of them. */
export interface TreeChanges {
  readonly indicators: readonly ChangedIndicator[];
  /** indicators that it reaches and that could not be computed */
  readonly failures: readonly { readonly id: string; readonly problem: HelderError }[];
  readonly links: readonly LinkCounted[];
  /** those that lead on from an indicator that it reaches */
  readonly left: readonly LinkLeft[];
}

interface Counted {
  readonly from: string;
  readonly to: string;
  /** changes of the result in percent where the cause is 1 % more, with their sign */
  readonly gives: string;
  readonly low: string;
  readonly high: string;
  /** names */
  readonly experiments: string;
}

interface Words {
  readonly arithmetic: string;
  readonly besides: string;
  readonly asTested: string;
  readonly superKpi: string;
  readonly stops: (metric: string, kpi: string) => string;
  readonly failed: (name: string, why: string) => string;
  readonly counted: (link: Counted) => string;
  readonly beyond: (from: string, lift: string, tried: string) => string;
  readonly left: Readonly<Record<LinkLeft["why"], (from: string, to: string) => string>>;
  readonly between: (low: string, high: string) => string;
  readonly through: (low: string, high: string) => string;
}

const sentences: Readonly<Record<Language, Words>> = {
  nl: {
    arithmetic: "Dit is rekenwerk: of klanten ook anders gaan doen, laat alleen een experiment zien.",
    besides: "Wat niet uit een experiment komt, is rekenwerk: of klanten ook anders gaan doen, laat alleen een experiment zien.",
    asTested: "Wat een verband doet, neemt aan dat alles wat de experimenten deden langs dat verband ging, en dat het zo blijft.",
    superKpi: "De super-KPI hangt niet af van wat hier verandert: niet via de formules, en niet via een verband dat meetelt.",
    stops: (metric, kpi) => `“${metric}” kijkt over meerdere perioden; de verandering komt er in “${kpi}” niet doorheen.`,
    failed: (name, why) => `“${name}” hangt er ook van af en is niet door te rekenen. ${why}`,
    counted: ({ from, to, gives, low, high, experiments }) =>
      `“${from}” 1 % hoger geeft “${to}” ${gives} (80 % kans: ${low} tot ${high}), volgens ${experiments}.`,
    beyond: (from, lift, tried) => `“${from}” verandert hier ${lift}; in de experimenten was dat hooguit ${tried}. Verder is niets gezien.`,
    left: {
      unsupported: (from, to) => `“${to}” beweegt misschien mee met “${from}”; geen experiment steunt dat nu. Het zit niet in deze som.`,
      unmeasured: (from, to) =>
        `“${to}” beweegt mee met “${from}”: een experiment steunt dat, maar mat niet hoeveel beide bewogen. Het zit niet in deze som.`,
      still: (from, to) =>
        `“${to}” beweegt mee met “${from}”: een experiment steunt dat, maar “${from}” bewoog te weinig om er een getal van te maken. Het zit niet in deze som.`,
      set: (from, to) => `“${to}” staat hier op wat jij koos; wat “${from}” ermee doet telt niet ook nog mee.`,
      circular: (from, to) =>
        `“${to}” beweegt op zijn beurt “${from}”. Zo'n kring is niet door te rekenen; dit verband zit niet in deze som.`,
    },
    between: (low, high) => `per periode ${low} tot ${high}`,
    through: (low, high) => `door de verbanden 80 % kans op ${low} tot ${high}`,
  },
  en: {
    arithmetic: "This is arithmetic: whether customers do otherwise too, only an experiment shows.",
    besides: "What comes from no experiment is arithmetic: whether customers do otherwise too, only an experiment shows.",
    asTested: "What a link does takes all that the experiments did to have gone through that link, and that it stays so.",
    superKpi: "The super-KPI does not depend on what changes here: not by its formulas, and not by a link that counts.",
    stops: (metric, kpi) => `“${metric}” looks over several periods; the change does not get through it in “${kpi}”.`,
    failed: (name, why) => `“${name}” depends on it too and cannot be worked out. ${why}`,
    counted: ({ from, to, gives, low, high, experiments }) =>
      `“${from}” 1% higher gives “${to}” ${gives} (80% chance: ${low} to ${high}), by ${experiments}.`,
    beyond: (from, lift, tried) =>
      `“${from}” changes by ${lift} here; in the experiments it was ${tried} at most. Nothing was seen beyond.`,
    left: {
      unsupported: (from, to) => `“${to}” may move along with “${from}”; no experiment supports that now. It is not in this sum.`,
      unmeasured: (from, to) =>
        `“${to}” moves along with “${from}”: an experiment supports that, but did not measure how much both moved. It is not in this sum.`,
      still: (from, to) =>
        `“${to}” moves along with “${from}”: an experiment supports that, but “${from}” moved too little to make a number of it. It is not in this sum.`,
      set: (from, to) => `“${to}” is at what you chose here; what “${from}” does to it does not count as well.`,
      circular: (from, to) => `“${to}” in its turn moves “${from}”. Such a circle cannot be worked out; this link is not in this sum.`,
    },
    between: (low, high) => `by period ${low} to ${high}`,
    through: (low, high) => `by its links 80% chance of ${low} to ${high}`,
  },
};

/**
 * What is told is told of the super-KPI, else of the first indicator that is touched; there is at least one. Throws HelderError
 * `scenario-boundless`.
 */
export function treeOutcome(
  framework: Framework,
  scenario: string,
  { indicators: changed, failures, links, left }: TreeChanges,
  language: Language,
): TreeOutcome {
  if (changed.some(({ interval }) => !interval.every(Number.isFinite))) throw new HelderError("scenario-boundless", { name: scenario });
  const told = sentences[language];
  const format = formats(language, framework.settings.currency);
  const main = changed.find(({ id }) => id === framework.settings.superKpi) ?? null;
  const names = new Map([...framework.kpis, ...framework.cpis].map(({ id, name }) => [id, name ?? id]));
  const name = (id: string): string => names.get(id) ?? id;
  const signed = (percent: number) => `${percent < 0 ? "−" : "+"}${format.value(Math.abs(percent), "percent", { trim: true })}`;
  const doubts: ScenarioDoubt[] = [
    { code: "arithmetic-only", sentence: links.length === 0 ? told.arithmetic : told.besides },
    ...(links.length === 0 ? [] : [{ code: "link-as-tested", sentence: told.asTested }]),
    ...(main === null ? [{ code: "super-kpi-untouched", sentence: told.superKpi }] : []),
    ...changed.flatMap(({ id, stops }) => stops.map((stop) => ({ code: "change-stops", sentence: told.stops(stop, id) }))),
    ...failures.map(({ id, problem }) => ({ code: "indicator-failed", sentence: told.failed(name(id), problem.sentence(language)) })),
    ...links.flatMap(({ between: [from], elasticity: { tried } }) => {
      const newest = changed.find(({ id }) => id === from)?.path.at(-1);
      if (newest === undefined) return [];
      const lift = newest.value / newest.measured - 1;
      const most = lift < 0 ? tried[0] : tried[1];
      // The same within what a sum of decimals loses.
      if (Math.abs(lift) <= Math.abs(most) + 1e-9) return [];
      return [{ code: "link-beyond-tested", sentence: told.beyond(name(from), signed(lift), signed(most)) }];
    }),
    ...left.map(({ between: [from, to], why }) => ({ code: "link-not-counted", sentence: told.left[why](name(from), name(to)) })),
  ];
  const counted = links.map(({ id: link, between, elasticity, experiments: by }): ToldLink => {
    const [from, to] = between;
    const [gives, low, high] = [elasticity.estimate, ...elasticity.interval].map((one) => signed(one / 100)) as [string, string, string];
    const experiments = by.map((id) => `“${framework.experiments.find((one) => one.id === id)?.name ?? id}”`).join(", ");
    return {
      id: link,
      between,
      elasticity,
      experiments: by,
      sentence: told.counted({ from: name(from), to: name(to), gives, low, high, experiments }),
    };
  });
  const { path, end, interval } = main ?? changed[0]!;
  return { path, end, interval, doubts, links: counted, indicators: changed };
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

export function changesText({ indicators, links, doubts }: TreeOutcome, framework: Framework, language: Language): string {
  const write = formats(language, framework.settings.currency);
  const told = sentences[language];
  const lines = indicators.map(({ id, metric, path, end, interval, through }) => {
    const shown = (value: number) => expectedValue(write, value, unitOf(framework, metric));
    const range = ([low, high]: readonly [number, number]) => [shown(low), shown(high)] as const;
    const before = path.at(-1)!;
    const spread = [told.between(...range(interval)), ...(through === null ? [] : [told.through(...range(through.interval))])];
    return `${id}  ${before.period}: ${shown(before.measured)} → ${shown(end)} (${spread.join("; ")})`;
  });
  return [...lines, ...links.map(({ sentence }) => `= ${sentence}`), ...doubts.map(({ sentence }) => `? ${sentence}`)].join("\n");
}
