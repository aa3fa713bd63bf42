import type { Formats } from "../locale/index.ts";
import type { Language } from "../framework/index.ts";
import type { Figures, Part } from "./figures.ts";

export type FactUnit = "currency" | "percent" | "count" | "days" | "ratio" | "score";

/** One thing that customer data tell, told in a sentence. `{value}`, `{n}` and `{subject}` are blanks. */
export interface FactKind {
  readonly id: string;
  readonly unit: FactUnit;
  /** null where the data do not carry it */
  readonly value: (figures: Figures) => number | null;
  /** what it was counted over */
  readonly n: (figures: Figures) => number;
  /** a share of customers: how sure it is follows from how many there are */
  readonly isShare?: true;
  /** the same a year earlier, where that is no matter of looking from another day */
  readonly lastYear?: (figures: Figures) => number | null;
  /** what it is about: the name of a product, a month */
  readonly subject?: (figures: Figures, language: Language) => string | null;
  readonly sentences: Readonly<Record<Language, string>>;
  /** what to say where the data do not carry it */
  readonly absent: Readonly<Record<Language, string>>;
}

export interface Fact {
  readonly id: string;
  readonly value: number | null;
  readonly unit: FactUnit;
  readonly n: number;
  /** the product, channel, month … that it is about */
  readonly subject?: string;
  readonly interval?: readonly [number, number];
  readonly lastYear?: number | null;
  readonly sentence: string;
}

/** A share of nothing is not known. */
export function over(part: number | null, whole: number | null): number | null {
  return part === null || whole === null || whole <= 0 ? null : part / whole;
}

/** How many of `n` it came true for, as a share. */
export function shareOf(part: Part | null | undefined): number | null {
  return part ? over(part.part, part.n) : null;
}

/** A sentence with its blanks filled. */
export function told(
  { sentences, absent, unit }: FactKind,
  value: number | null,
  n: number,
  subject: string | null,
  formats: Formats,
): string {
  if (value === null) return absent[formats.language];
  const shown = unit === "ratio" ? formats.number(value, 2) : formats.value(value, unit);
  const blanks: Readonly<Record<string, string>> = { value: shown, n: formats.number(n), subject: subject ?? "" };
  const sentence = sentences[formats.language].replace(/\{(value|n|subject)\}/g, (_, blank: string) => blanks[blank]!);
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
