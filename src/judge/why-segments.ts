import type { SegmentValue } from "../metric/index.ts";
import { mixRate } from "../statistics/index.ts";

/** One element of a dimension in one period: its value, and what that is a rate over (null where it is not known). */
export interface Side {
  readonly value: number | null;
  readonly base: number | null;
}

interface Sides {
  readonly before: Side;
  readonly after: Side;
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
  elements: readonly (Sides & { readonly element: SegmentValue })[],
  from: number,
  to: number,
): SegmentChange[] {
  const split = wholeOf(elements, from, to) === "mean" ? meanChange(elements) : null;
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

/** How elements make the whole, in both periods; null: in another way (distinct customers, medians). */
export function wholeOf(elements: readonly Sides[], from: number, to: number): "sum" | "mean" | null {
  const total = (side: keyof Sides): number => elements.reduce((sum, one) => sum + (one[side].value ?? 0), 0);
  if (close(total("before"), from) && close(total("after"), to)) return "sum";
  const mean = (side: keyof Sides): number =>
    elements.reduce((all, one) => all + sizeOf(one[side]) * (one[side].value ?? 0), 0) /
    elements.reduce((all, one) => all + sizeOf(one[side]), 0);
  return close(mean("before"), from) && close(mean("after"), to) ? "mean" : null;
}

function meanChange(elements: readonly Sides[]): ReturnType<typeof mixRate>["segments"] {
  const rateOf = (side: Side): number | null => (sizeOf(side) === 0 ? null : side.value);
  return mixRate(
    elements.map(({ before, after }, index) => ({
      name: String(index),
      weight: [sizeOf(before), sizeOf(after)],
      rate: [rateOf(before), rateOf(after)],
    })),
  ).segments;
}

function sizeOf({ value, base }: Side): number {
  return value === null ? 0 : (base ?? 0);
}

/** No number is close to one that does not exist. */
function close(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
}
