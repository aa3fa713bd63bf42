import { isDay } from "../calendar/index.ts";
import type { Value } from "./ast.ts";
import { readTimestamp } from "./moment.ts";

/** Order of two values of one type: negative, zero or positive; a date beside a timestamp is its midnight. Null where either is null. */
export function compare(a: Value, b: Value): number | null {
  if (a === null || b === null) return null;
  if (typeof a !== "string" || typeof b !== "string") return Number(a) - Number(b);
  if (a === b) return 0;
  const [left, right] = [midnight(a), midnight(b)];
  return left !== null && right !== null ? compareText(left, right) : compareText(a, b);
}

function midnight(text: string): string | null {
  return isDay(text) ? `${text} 00:00:00` : readTimestamp(text);
}

/** By code point, as databases order text. */
function compareText(a: string, b: string): number {
  const shortest = Math.min(a.length, b.length);
  for (let i = 0; i < shortest; i++) {
    const [left, right] = [a.charCodeAt(i), b.charCodeAt(i)];
    if (left === right) continue;
    // Surrogates stand for code points above every other, though their own numbers are lower than some.
    return isSurrogate(left) === isSurrogate(right) ? left - right : isSurrogate(left) ? 1 : -1;
  }
  return a.length - b.length;
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}
