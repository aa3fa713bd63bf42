import type { Formats } from "../locale/index.ts";
import type { Language } from "../framework/index.ts";
import type { Figures } from "./figures.ts";

export type FactUnit = "currency" | "percent" | "count" | "days" | "ratio";

/** One thing that customer data tell, told in a sentence. `{value}` and `{n}` are blanks. */
export interface FactKind {
  readonly id: string;
  readonly unit: FactUnit;
  /** null where the data do not carry it */
  readonly value: (figures: Figures) => number | null;
  /** what it was counted over */
  readonly n: (figures: Figures) => number;
  /** a share of customers: how sure it is follows from how many there are */
  readonly isShare?: true;
  readonly sentences: Readonly<Record<Language, string>>;
  /** what to say where the data do not carry it */
  readonly absent: Readonly<Record<Language, string>>;
}

export interface Fact {
  readonly id: string;
  readonly value: number | null;
  readonly unit: FactUnit;
  readonly n: number;
  readonly interval?: readonly [number, number];
  readonly lastYear?: number | null;
  readonly sentence: string;
}

/** A share of nothing is not known. */
export function over(part: number | null, whole: number | null): number | null {
  return part === null || whole === null || whole <= 0 ? null : part / whole;
}

/** A sentence with its blanks filled. */
export function told({ sentences, absent, unit }: FactKind, value: number | null, n: number, formats: Formats): string {
  if (value === null) return absent[formats.language];
  const shown = unit === "ratio" ? formats.number(value, 2) : formats.value(value, unit);
  return sentences[formats.language].replaceAll("{value}", shown).replaceAll("{n}", formats.number(n));
}
