import type { Formats } from "../locale/index.ts";
import type { Agreement } from "./agreement.ts";

export type Letter = "S" | "M" | "A" | "R" | "T";

/** A stretch of the spoken sentence: the texts one after the other are the sentence. */
export interface SmartPart {
  readonly text: string;
  /** the letter that it answers; null: words in between */
  readonly letter: Letter | null;
  /** it stands where something is still to be agreed */
  readonly missing: boolean;
}

/** How the sentence runs: what is done with the KPI, by its kind of target. `{S}`, `{M}` are filled in. */
type Shape = "reach" | "keep-down" | "bring-up" | "bring-down" | "average-up" | "average-down";

const sentences = {
  nl: {
    range: (range: string) => `Van ${range}`,
    by: (to: string) => `Uiterlijk ${to}`,
    on: (day: string) => `Op ${day}`,
    endless: "Zonder einddatum",
    shapes: {
      reach: " halen we {M} {S}.",
      "keep-down": " houden we {S} op hooguit {M}.",
      "bring-up": " brengen we {S} op minstens {M}.",
      "bring-down": " brengen we {S} terug naar hooguit {M}.",
      "average-up": " houden we {S} gemiddeld op minstens {M}.",
      "average-down": " houden we {S} gemiddeld op hooguit {M}.",
    },
    noTarget: "We volgen {S}, maar spraken {M} en {T} af.",
    noNumber: "nog geen getal",
    noEnd: "nog geen einddatum",
    before: " Eerder was dat {R}.",
    agreed: " Dat is afgesproken met {A}.",
  },
  en: {
    range: (range: string) => `From ${range}`,
    by: (to: string) => `By ${to}`,
    on: (day: string) => `On ${day}`,
    endless: "With no end date",
    shapes: {
      reach: " we reach {M} {S}.",
      "keep-down": " we keep {S} to at most {M}.",
      "bring-up": " we bring {S} to at least {M}.",
      "bring-down": " we bring {S} down to at most {M}.",
      "average-up": " we keep {S} at an average of at least {M}.",
      "average-down": " we keep {S} to an average of at most {M}.",
    },
    noTarget: "We follow {S}, but agreed on {M} and {T}.",
    noNumber: "no number yet",
    noEnd: "no end date yet",
    before: " It was {R} before.",
    agreed: " That is agreed with {A}.",
  },
};

/** What was agreed, as a person would say it in a meeting. `by`: who agreed, as a list in words. */
export function smartSentence(entry: Agreement, by: string | null, say: Formats): readonly SmartPart[] {
  const told = sentences[say.language];
  const { target, baseline } = entry;
  const amount = (value: number) => say.value(value, entry.unit, { round: true, trim: true });
  // A CPI is named as the customer says it: a clause, not a noun.
  const subject = part("S", entry.kind === "cpi" ? `“${entry.name}”` : inSentence(entry.name), entry.metric === null);
  const agreed = by === null ? [] : filled(told.agreed, { A: part("A", by) });
  if (target === null) {
    const fills = { S: subject, M: part("M", told.noNumber, true), T: part("T", told.noEnd, true) };
    return [...filled(told.noTarget, fills), ...agreed];
  }
  const goal = part("M", amount(target.value), entry.unit === null);
  return [
    timePart(target, told, say),
    ...filled(told.shapes[shapeOf(entry)], { S: subject, M: goal }),
    ...(baseline === null ? [] : filled(told.before, { R: part("R", amount(baseline.value)) })),
    ...agreed,
  ];
}

function shapeOf({ target, unit, direction, accumulates, baseline }: Agreement): Shape {
  if (target === null) return "reach";
  const summed = accumulates || (target.measured === "total" && target.to === null && (unit === "count" || unit === "currency"));
  if (direction === "up") return summed ? "reach" : target.measured === "average" ? "average-up" : "bring-up";
  if (!summed && target.measured === "average") return "average-down";
  return !summed && baseline !== null && baseline.value > target.value ? "bring-down" : "keep-down";
}

function timePart({ from, to, measured }: NonNullable<Agreement["target"]>, told: (typeof sentences)["nl"], say: Formats): SmartPart {
  if (to === null) return part("T", told.endless, true);
  if (from === to) return part("T", told.on(say.fullDay(to)));
  const reversed = from !== null && to < from;
  return part("T", from === null || measured === "last" || reversed ? told.by(say.fullDay(to)) : told.range(say.fullRange(from, to)));
}

function part(letter: Letter, text: string, missing = false): SmartPart {
  return { text, letter, missing };
}

/** `{S}` and its like replaced by their parts. */
function filled(shape: string, parts: Readonly<Partial<Record<Letter, SmartPart>>>): readonly SmartPart[] {
  return shape
    .split(/(\{[SMART]\})/)
    .filter((text) => text !== "")
    .map((text) => parts[text.charAt(1) as Letter] ?? { text, letter: null, missing: false });
}

/** Names that stay names in the middle of a sentence. */
const proper = /^(Google|Facebook|Instagram|Pinterest|Trustpilot|Amazon|Bing|Marktplaats|Black|Q[1-4])\b/;

/** A name as it stands within a sentence: without the capital of a label, with that of an abbreviation (`NPS`) or a proper name. */
function inSentence(name: string): string {
  const first = /^\p{Lu}\p{Ll}+/u.exec(name)?.[0];
  return first === undefined || proper.test(name) || /^\p{Lu}/u.test(name.slice(first.length))
    ? name
    : name.charAt(0).toLowerCase() + name.slice(1);
}
