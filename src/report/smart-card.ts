import { dayNumber } from "../calendar/index.ts";
import type { Language } from "../framework/index.ts";
import { type Formats, formats } from "../locale/index.ts";
import { person } from "./person.ts";
import type { Agreement } from "./agreement.ts";
import type { Report } from "./report.ts";
import { type Letter, type SmartPart, smartSentence } from "./smart-sentence.ts";
import { listed } from "./spelling.ts";

/** `ok` null = nobody said it yet; the reason names the facts, or says what to do. */
export interface SmartLetter {
  readonly ok: boolean | null;
  readonly reason: string;
}

/** An indicator as a person would say it, and what stands behind each letter. The letters mean what the SMART reader means by them. */
export interface SmartCard {
  readonly sentence: readonly SmartPart[];
  readonly letters: Readonly<Record<Letter, SmartLetter>>;
}

/** The card of one KPI or CPI in one language. */
export function smartCard(entry: Agreement, report: Pick<Report, "people" | "workspace">, language: Language): SmartCard {
  const say = formats(language, report.workspace.currency);
  const told = sentences[language];
  const by =
    entry.agreedBy.length === 0
      ? null
      : listed(
          entry.agreedBy.map((id) => person(report, id)),
          told.and,
        );
  return {
    sentence: smartSentence(entry, by, say),
    letters: {
      S: specific(entry, told, language),
      M: measurable(entry, told, say),
      A: acceptable(entry, by, told, say),
      R: realistic(entry, told, say),
      T: timeBound(entry, told, say),
    },
  };
}

const sentences = {
  nl: {
    noMetric: "Er is nog niet gekozen wat je telt. Zet onder deze KPI metric: met het id van een metriek.",
    noDefinition: "Het is niet duidelijk hoe dit getal wordt gemaakt. Kijk de metriek na.",
    noTarget: "Er is nog geen getal afgesproken. Zet target: met een waarde, een begin en een einde.",
    noUnit: (amount: string) => `Er staat ${amount}, maar niet waarvan. Zet unit: bij de metriek.`,
    target: (amount: string, down: boolean, how: string) => `Het doel is ${down ? "hooguit " : ""}${amount}, ${how}.`,
    measured: {
      summed: "opgeteld over de periode",
      whole: "over de hele periode",
      average: "gemiddeld over de periode",
      last: {
        daily: "gemeten over de laatste dag",
        weekly: "gemeten over de laatste week",
        monthly: "gemeten over de laatste maand",
        quarterly: "gemeten over het laatste kwartaal",
      },
    },
    agreed: (by: string, on: string | null) => `Afgesproken met ${by}${on === null ? "" : ` op ${on}`}.`,
    onlyDate: (on: string) => `Er staat een datum (${on}), maar niet met wie je dit hebt afgesproken. Zet agreedBy: met de namen erbij.`,
    notAgreed: "Er staat niet met wie je dit hebt afgesproken. Zet agreedBy: met de namen erbij.",
    overWhole: (amount: string) => `${amount} kan niet: een deel is nooit meer dan het geheel. Kijk het getal na.`,
    reversed: (from: string, to: string) => `Het einde (${to}) ligt voor het begin (${from}). Draai ze om.`,
    baseline: (amount: string, range: string | null) => `Het uitgangspunt is ${amount}${range === null ? "" : ` (${range})`}.`,
    step: (change: string) => `Dat is een stap van ${change}.`,
    fromData: "Het uitgangspunt volgt uit de eigen cijfers van daarvoor.",
    notRealistic: "Er staat niet waarom dit haalbaar is. Zet baseline: met waar je stond, of because: met waardoor het lukt.",
    range: (range: string, cadence: string) => `Van ${range}, ${cadence}.`,
    by: (to: string, cadence: string) => `Uiterlijk ${to}, ${cadence}.`,
    cadence: { daily: "elke dag gemeten", weekly: "elke week gemeten", monthly: "elke maand gemeten", quarterly: "elk kwartaal gemeten" },
    onlyStart: (from: string) => `Het begint op ${from}, maar er is nog geen einde. Zet to: bij het doel.`,
    noEnd: "Er is nog geen einde. Zet from: en to: bij het doel.",
    and: "en",
  },
  en: {
    noMetric: "Nobody chose yet what you count. Put metric: with the id of a metric under this KPI.",
    noDefinition: "It is not clear how this number is made. Check the metric.",
    noTarget: "No number is agreed on yet. Put target: with a value, a start and an end.",
    noUnit: (amount: string) => `It says ${amount}, but not of what. Put unit: with the metric.`,
    target: (amount: string, down: boolean, how: string) => `The target is ${down ? "at most " : ""}${amount}, ${how}.`,
    measured: {
      summed: "added up over the period",
      whole: "over the whole period",
      average: "on average over the period",
      last: {
        daily: "measured over the last day",
        weekly: "measured over the last week",
        monthly: "measured over the last month",
        quarterly: "measured over the last quarter",
      },
    },
    agreed: (by: string, on: string | null) => `Agreed with ${by}${on === null ? "" : ` on ${on}`}.`,
    onlyDate: (on: string) => `There is a date (${on}), but not with whom you agreed on this. Add agreedBy: with the names.`,
    notAgreed: "It does not say with whom you agreed on this. Add agreedBy: with the names.",
    overWhole: (amount: string) => `${amount} cannot be: a part is never more than the whole. Check the number.`,
    reversed: (from: string, to: string) => `The end (${to}) is before the start (${from}). Swap them.`,
    baseline: (amount: string, range: string | null) => `The baseline is ${amount}${range === null ? "" : ` (${range})`}.`,
    step: (change: string) => `That is a step of ${change}.`,
    fromData: "The baseline follows from your own figures of before.",
    notRealistic: "It does not say why this is within reach. Add baseline: with where you stood, or because: with what makes it work.",
    range: (range: string, cadence: string) => `From ${range}, ${cadence}.`,
    by: (to: string, cadence: string) => `By ${to}, ${cadence}.`,
    cadence: {
      daily: "measured every day",
      weekly: "measured every week",
      monthly: "measured every month",
      quarterly: "measured every quarter",
    },
    onlyStart: (from: string) => `It starts on ${from}, but there is no end yet. Add to: to the target.`,
    noEnd: "There is no end yet. Add from: and to: to the target.",
    and: "and",
  },
};
type Told = (typeof sentences)[Language];

/** One thing that can be counted: a metric whose making is known. */
function specific({ metric, definition, definitionInWords, description }: Agreement, told: Told, language: Language): SmartLetter {
  if (metric === null) return { ok: false, reason: told.noMetric };
  if (definition === null) return { ok: false, reason: told.noDefinition };
  return { ok: true, reason: asSentence(description ?? definitionInWords?.[language] ?? definition) };
}

/** A number with a unit. */
function measurable(entry: Agreement, told: Told, say: Formats): SmartLetter {
  const { target, unit } = entry;
  if (target === null) return { ok: false, reason: told.noTarget };
  const amount = say.value(target.value, unit, { round: true, trim: true });
  if (unit === null) return { ok: false, reason: told.noUnit(amount) };
  const how = told.measured[target.measured === "total" ? (entry.accumulates ? "summed" : "whole") : target.measured];
  return { ok: true, reason: told.target(amount, entry.direction === "down", typeof how === "string" ? how : how[entry.cadence]) };
}

/** Somebody agreed. */
function acceptable({ agreedOn }: Agreement, by: string | null, told: Told, say: Formats): SmartLetter {
  const on = agreedOn === null ? null : say.fullDay(agreedOn);
  if (by === null) return { ok: null, reason: on === null ? told.notAgreed : told.onlyDate(on) };
  return { ok: true, reason: told.agreed(by, on) };
}

/** A baseline or a reason; false where it cannot be. */
function realistic(entry: Agreement, told: Told, say: Formats): SmartLetter {
  const { target, baseline, because, unit } = entry;
  const amount = (value: number) => say.value(value, unit, { round: true, trim: true });
  if (target !== null && entry.partOfWhole && unit === "percent" && target.value > 1)
    return { ok: false, reason: told.overWhole(amount(target.value)) };
  if (target !== null && target.from !== null && target.to !== null && target.to < target.from)
    return { ok: false, reason: told.reversed(say.fullDay(target.from), say.fullDay(target.to)) };
  const parts = [
    baseline === null
      ? null
      : told.baseline(
          amount(baseline.value),
          baseline.from === null || baseline.to === null ? null : say.range(baseline.from, baseline.to),
        ),
    stepOf(entry, told, say),
    baseline === null && entry.baselineFromData ? told.fromData : null,
    because === null ? null : asSentence(because),
  ].filter((part) => part !== null);
  return parts.length === 0 ? { ok: null, reason: told.notRealistic } : { ok: true, reason: parts.join(" ") };
}

/** How far the target is from the baseline; null where they do not compare: sums over ranges of unlike length. */
function stepOf({ target, baseline, accumulates, unit }: Agreement, told: Told, say: Formats): string | null {
  if (target === null || baseline === null || target.value === baseline.value) return null;
  if (accumulates) {
    const [before, now] = [lengthOf(baseline), lengthOf(target)];
    if (before === null || now === null || Math.abs(before - now) > 3) return null;
  }
  const change = target.value - baseline.value;
  const sign = change > 0 ? "+" : "−";
  if (unit === "percent") return told.step(`${sign}${say.gap(change, unit)}`);
  return baseline.value > 0 ? told.step(`${sign}${say.value(Math.abs(change) / baseline.value, "percent", { trim: true })}`) : null;
}

function lengthOf({ from, to }: { readonly from: string | null; readonly to: string | null }): number | null {
  return from === null || to === null ? null : dayNumber(to) - dayNumber(from) + 1;
}

/** An end is named. */
function timeBound({ target, cadence }: Agreement, told: Told, say: Formats): SmartLetter {
  const { from = null, to = null } = target ?? {};
  if (to === null) return { ok: false, reason: from === null ? told.noEnd : told.onlyStart(say.fullDay(from)) };
  const often = told.cadence[cadence];
  return { ok: true, reason: from === null ? told.by(say.fullDay(to), often) : told.range(say.fullRange(from, to), often) };
}

/** With a capital and a full stop, also where it was typed without. */
function asSentence(text: string): string {
  const trimmed = text.trim();
  return `${trimmed.charAt(0).toUpperCase()}${trimmed.slice(1)}${/[.!?…]$/.test(trimmed) ? "" : "."}`;
}
