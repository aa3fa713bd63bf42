import type { Unit } from "../framework/index.ts";
import { wordAmong } from "./headers/headers.ts";

/** A number as somebody wrote it in a list. */
export interface Amount {
  /** percentages as fractions */
  readonly value: number;
  readonly unit: Unit | null;
  readonly direction: "up" | "down" | null;
}

/**
 * Reads `250`, `25 %`, `€ 1.234,56`, `≥ 95%`, `< 2 minuten`. `comma`: the comma is the decimal sign where it can be either. Null where no
 * number, or more than one, stands there.
 */
export function amountOf(cell: string, comma: boolean): Amount | null {
  const text = cell.trim();
  const numbers = text.match(/[-−]?\d[\d.,\u00a0 ]*/g) ?? [];
  if (numbers.length !== 1) return null;
  const typed = numbers[0].replace(/[\s\u00a0]+$/, "").replace(/[.,]$/, "");
  const value = numberOf(typed.replace("−", "-").replace(/[\s\u00a0]/g, ""), comma);
  if (value === null) return null;
  const [before = "", after = ""] = text.split(typed);
  const direction = /[<≤]|max|hooguit|onder|at most|below/i.test(before)
    ? "down"
    : /[>≥]|min\b|minstens|ten minste|at least|above/i.test(before)
      ? "up"
      : null;
  if (/^\s*%/.test(after)) return { value: Number((value / 100).toPrecision(15)), unit: "percent", direction };
  if (/[€$£]/.test(before + after)) return { value, unit: "currency", direction };
  return { value, unit: wordAmong(after, ({ unit }) => unit), direction };
}

function numberOf(text: string, comma: boolean): number | null {
  const grouped = comma ? /^-?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/ : /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
  const plain = grouped.test(text)
    ? comma
      ? text.replaceAll(".", "").replace(",", ".")
      : text.replaceAll(",", "")
    : /^-?\d+,\d+$/.test(text)
      ? text.replace(",", ".")
      : text;
  // Written the other language's way, which nothing else can mean.
  const both = /^-?\d{1,3}(?:\.\d{3})+,\d+$/.test(plain)
    ? plain.replaceAll(".", "").replace(",", ".")
    : /^-?\d{1,3}(?:,\d{3})+\.\d+$/.test(plain)
      ? plain.replaceAll(",", "")
      : plain;
  return /^-?\d+(?:\.\d+)?$/.test(both) && Number.isFinite(Number(both)) ? Number(both) : null;
}
