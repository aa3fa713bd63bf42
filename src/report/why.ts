import type { Language, Unit } from "../framework/index.ts";
import type { Why } from "../judge/index.ts";
import { type Formats, formats, words } from "../locale/index.ts";
import { inert } from "./inert.ts";
import { listed } from "./spelling.ts";
import { pad, wrap } from "./width.ts";

/** What a change is told with, in a reader's language. */
export interface WhyTold {
  /** what rose or fell, from what to what */
  readonly headline: string;
  /** what stands above `parts`; null where there are none */
  readonly lead: string | null;
  /** what explains the change, and what is left: together they are the change */
  readonly parts: readonly { readonly label: string; readonly contribution: number; readonly text: string; readonly rest: boolean }[];
  /** which dimensions were not looked at together with others; null where all were */
  readonly apart: string | null;
  readonly events: { readonly lead: string; readonly lines: readonly (readonly [when: string, name: string])[] } | null;
}

export interface WhySpeaker {
  /** how the metric is called here */
  readonly name: string;
  readonly unit: Unit | null;
  readonly language: Language;
  readonly currency: string;
  /** how a period's label is written */
  readonly period: (label: string) => string;
}

/** So many drivers are told apart where no segments explain. */
const mostDrivers = 6;

/** A change as sentences and lines, for a picture and for text. */
export function tellWhy(why: Why, { name, unit, language, currency, period }: WhySpeaker): WhyTold {
  const { change, explained } = why;
  const format = formats(language, currency);
  const said = sentences[language];
  const events =
    why.events.length === 0
      ? null
      : { lead: said.events, lines: why.events.map(({ on, to, name: what }) => [whenOf(on, to, format), inert(what)] as const) };
  const [before, after] = [period(why.from.period), period(why.to.period)];
  if (change === null) {
    const headline = said.unknown(name, why.from.value === null ? before : after);
    return { headline, lead: null, parts: [], apart: null, events };
  }
  const [from, to] = [format.value(why.from.value, unit), format.value(why.to.value, unit)];
  const headline = said.head(name, change, from, before, to, after, format.signed(change, unit));
  const told = (label: string, contribution: number, rest = false) => {
    // Of a small change that large parts make together a share says nothing.
    const share = largest > 2 * Math.abs(change) ? "" : ` (${format.value(contribution / change, "percent", { trim: true })})`;
    return { label, contribution, text: `${format.signed(contribution, unit)}${share}`, rest };
  };
  const named = explained?.segments ?? [];
  const largest = Math.max(
    0,
    ...[...named, ...(explained === null ? why.drivers : [explained.rest])].map(({ contribution }) => Math.abs(contribution)),
  );
  const drivers = named.length > 0 ? [] : why.drivers.slice(0, mostDrivers);
  const parts =
    named.length > 0
      ? named.map((one) => told(segmentLabel(one.segment, language), one.contribution))
      : drivers.map((one) => told(inert(one.metric), one.contribution));
  const rest = parts.reduce((left, { contribution }) => left - contribution, change);
  const isRest = named.length > 0 || why.drivers.length > mostDrivers;
  const leads = [explainedLead(why, language), drivers.length > 0 ? said.drivers : null].filter((one) => one !== null);
  return {
    headline,
    lead: leads.length === 0 ? null : leads.join(" "),
    parts: isRest ? [...parts, told(named.length > 0 ? said.rest : said.otherDrivers, rest, true)] : parts,
    apart:
      explained !== null && explained.leftOut.length > 0 ? said.apart(listed(explained.leftOut.map(inert), words[language].and)) : null,
    events,
  };
}

/** What `helder why` prints: what rose or fell, what explains it, a line per driver and per segment, the largest first, and what happened. */
export function whyText(why: Why, unit: Unit | null, language: Language, currency = "EUR"): string {
  const { change, drivers, segments, explained } = why;
  const format = formats(language, currency);
  const said = sentences[language];
  const told = tellWhy(why, { name: inert(why.metric), unit, language, currency, period: (label) => label });
  const lines = (rows: readonly (readonly [string, string])[]): string[] => {
    const width = Math.max(0, ...rows.map(([name]) => name.length));
    return rows.map(([name, text]) => `  ${pad(name, width)}  ${text}`);
  };
  const signed = (value: number): string => format.signed(value, unit);
  const under = (lead: string | null, rows: readonly string[]): string[] => (lead === null ? [] : ["", ...wrap(lead, 80), ...rows]);
  const split = [...new Set(segments.map(({ by }) => by))].flatMap((by) =>
    under(
      said.by(inert(by)),
      lines(
        segments
          .filter((one) => one.by === by)
          .map(({ element, contribution, rate, mix, remainder }) => [
            remainder ? said.remainder : element === null ? words[language].blank : inert(String(element)),
            mix === 0 ? signed(contribution) : `${signed(contribution)} (${said.parts(signed(rate), signed(mix))})`,
          ]),
      ),
    ),
  );
  return [
    ...wrap(told.headline, 80),
    ...under(
      explainedLead(why, language),
      explained?.segments.length === 0 ? [] : lines(told.parts.map(({ label, text }) => [label, text])),
    ),
    ...(change === null ? [] : under(told.apart, [])),
    ...(drivers.length > 0
      ? under(said.drivers, lines(drivers.map(({ metric, contribution }) => [inert(metric), signed(contribution)])))
      : []),
    ...split,
    ...under(told.events?.lead ?? null, lines(told.events?.lines ?? [])),
  ].join("\n");
}

function explainedLead({ change, explained }: Why, language: Language): string | null {
  if (change === null || explained === null) return null;
  if (explained.segments.length > 0) return sentences[language].explained;
  return change === 0 ? null : sentences[language].everywhere;
}

function segmentLabel(segment: Readonly<Record<string, string | number | boolean | null>>, language: Language): string {
  return Object.entries(segment)
    .map(([dimension, element]) => `${inert(dimension)}: ${element === null ? words[language].blank : inert(String(element))}`)
    .join(" · ");
}

function whenOf(on: string, to: string | undefined, format: Formats): string {
  return to === undefined || to === on ? format.day(on) : format.range(on, to);
}

const sentences = {
  nl: {
    unknown: (metric: string, period: string) => `${metric} heeft geen waarde in ${period}: kies een periode met gegevens.`,
    head: (metric: string, change: number, before: string, from: string, after: string, to: string, gap: string) =>
      change === 0
        ? `${metric} bleef gelijk: ${before} in ${from} en in ${to}.`
        : `${metric} ${change > 0 ? "steeg" : "daalde"} van ${before} in ${from} naar ${after} in ${to}: ${gap}.`,
    explained: "Deze onderdelen bewogen anders dan de rest:",
    everywhere: "Geen onderdeel springt eruit: wat ze verschillen kan toeval zijn.",
    rest: "al het andere",
    otherDrivers: "andere metrieken",
    apart: (columns: string) => `Alleen los bekeken, omdat er samen te veel combinaties zijn: ${columns}.`,
    drivers: "Door deze metrieken:",
    by: (column: string) => `Naar ${column}:`,
    parts: (rate: string, mix: string) => `eigen waarde ${rate}, aandeel ${mix}`,
    remainder: "niet toe te delen",
    events: "Wat er in die tijd gebeurde. Dat het samenvalt, maakt het nog geen oorzaak:",
  },
  en: {
    unknown: (metric: string, period: string) => `${metric} has no value in ${period}: choose a period with data.`,
    head: (metric: string, change: number, before: string, from: string, after: string, to: string, gap: string) =>
      change === 0
        ? `${metric} stayed the same: ${before} in ${from} and in ${to}.`
        : `${metric} ${change > 0 ? "rose" : "fell"} from ${before} in ${from} to ${after} in ${to}: ${gap}.`,
    explained: "These parts moved unlike the rest:",
    everywhere: "No part stands out: how they differ may be chance.",
    rest: "everything else",
    otherDrivers: "other metrics",
    apart: (columns: string) => `Looked at by itself only, because together there are too many combinations: ${columns}.`,
    drivers: "By these metrics:",
    by: (column: string) => `By ${column}:`,
    parts: (rate: string, mix: string) => `own rate ${rate}, mix ${mix}`,
    remainder: "not to be divided",
    events: "What happened around that time. That it coincides does not make it a cause:",
  },
};
