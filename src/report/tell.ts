import type { Finding, Language, Unit } from "../framework/index.ts";
import type { Speak } from "../judge/index.ts";
import type { Formats } from "../locale/index.ts";

/** The sentence of a finding, as the check room makes it. */
export type FindingMessage = (finding: Finding, language: Language) => string;

/** What the check room has to say: of a finding what is wrong and why it counts, and why a KPI may be missed, by its code. */
export interface CheckWords {
  readonly message: FindingMessage;
  readonly why: FindingMessage;
  readonly eviction: (code: string, language: Language) => string;
}

/** How reasons about an indicator of `unit` write their blanks. */
export function speakIn(formats: Formats, unit: Unit | null): Speak {
  return {
    amount: (value) => formats.value(value, unit, { round: true }),
    gap: (value) => formats.gap(value, unit, { round: true }),
    day: (day) => formats.day(day),
    period: (label) => formats.period(label),
  };
}
