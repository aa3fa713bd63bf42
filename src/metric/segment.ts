import type { SegmentValue } from "./plan.ts";

/** Order of two segments, column by column: numbers numerically, text by code point, false before true, null last. */
export function compareSegments(a: readonly SegmentValue[], b: readonly SegmentValue[]): number {
  for (const [index, value] of a.entries()) {
    const order = compareValues(value, b[index]!);
    if (order !== 0) return order;
  }
  return 0;
}

function compareValues(a: SegmentValue, b: SegmentValue): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  if (typeof a === "string" && typeof b === "string") return compareText(a, b);
  return typeof a === typeof b ? Number(a) - Number(b) : typeof a < typeof b ? -1 : 1;
}

/** JavaScript's own order puts characters beyond the first 65,536 before some of those. */
function compareText(a: string, b: string): number {
  const left = a[Symbol.iterator]();
  const right = b[Symbol.iterator]();
  for (;;) {
    const x = left.next();
    const y = right.next();
    if (x.done || y.done) return Number(y.done ?? false) - Number(x.done ?? false);
    const order = x.value.codePointAt(0)! - y.value.codePointAt(0)!;
    if (order !== 0) return order;
  }
}
