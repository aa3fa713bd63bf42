import type { SegmentValue } from "../metric/index.ts";
import { mixRate } from "../statistics/index.ts";

/** One element of a dimension in one period: its value, and what that is a rate over (null where it is not known). */
export interface Side {
  readonly value: number | null;
  readonly base: number | null;
}

export interface SegmentChange {
  readonly by: string;
  readonly element: SegmentValue;
  readonly contribution: number;
  readonly rate: number;
  readonly mix: number;
  /** what no element can be given: customers in several elements, medians; `element` is then null */
  readonly remainder?: true;
}

/**
 * What the elements of a dimension did to a change from `from` to `to`, the largest first; they add up to it. Where the elements' values
 * add up, an element did its own change, all of it rate. Where the whole is their mean over the bases it is split by Kitagawa. For anything
 * else (distinct customers, medians) an element did its own change and what is left stands apart as a remainder.
 */
export function segmentsOf(
  by: string,
  elements: readonly { readonly element: SegmentValue; readonly before: Side; readonly after: Side }[],
  from: number,
  to: number,
): SegmentChange[] {
  const close = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
  const total = (side: "before" | "after"): number => elements.reduce((sum, one) => sum + (one[side].value ?? 0), 0);
  const adds = close(total("before"), from) && close(total("after"), to);
  const split = adds ? null : meanChange(elements, (start, end) => close(start, from) && close(end, to));
  const segments: SegmentChange[] = elements.map(({ element, before, after }, index) => {
    const part = split?.[index];
    const own = (after.value ?? 0) - (before.value ?? 0);
    return { by, element, contribution: part?.contribution ?? own, rate: part?.rate ?? own, mix: part?.mix ?? 0 };
  });
  const left = to - from - segments.reduce((sum, { contribution }) => sum + contribution, 0);
  if (!close(left, 0) && Math.abs(left) > 1e-9 * Math.max(Math.abs(from), Math.abs(to))) {
    segments.push({ by, element: null, contribution: left, rate: left, mix: 0, remainder: true });
  }
  return segments.sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution));
}

/** Null where the whole is not the mean of the elements over their bases. */
function meanChange(
  elements: readonly { readonly before: Side; readonly after: Side }[],
  isWhole: (before: number, after: number) => boolean,
): ReturnType<typeof mixRate>["segments"] | null {
  const size = (side: Side): number => (side.value === null ? 0 : (side.base ?? 0));
  const sum = (side: "before" | "after"): number => elements.reduce((all, one) => all + size(one[side]), 0);
  const sizes = { before: sum("before"), after: sum("after") };
  if (!(sizes.before > 0 && sizes.after > 0)) return null;
  const mean = (side: "before" | "after"): number =>
    elements.reduce((all, one) => all + (size(one[side]) * (one[side].value ?? 0)) / sizes[side], 0);
  if (!isWhole(mean("before"), mean("after"))) return null;
  const rateOf = (side: Side): number | null => (size(side) === 0 ? null : side.value);
  return mixRate(
    elements.map(({ before, after }, index) => ({
      name: String(index),
      weight: [size(before), size(after)],
      rate: [rateOf(before), rateOf(after)],
    })),
  ).segments;
}
