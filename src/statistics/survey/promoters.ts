import { normalUpper, normalUpperQuantile } from "../special/tails.ts";
import type { Interval } from "./proportion.ts";

/** How many answered what; may be effective numbers. */
export interface Counts {
  readonly detractors: number;
  readonly passives: number;
  readonly promoters: number;
}

/** NPS in points (−100 to 100): 100·(promoters − detractors)/n. */
export function npsOf({ detractors, passives, promoters }: Counts): number {
  return (100 * (promoters - detractors)) / (detractors + passives + promoters);
}

/** Standard error in points: 100·√((p + d − (p − d)²)/n). */
export function npsStandardError({ detractors, passives, promoters }: Counts): number {
  const n = detractors + passives + promoters;
  const net = (promoters - detractors) / n;
  return 100 * Math.sqrt(Math.max(0, (promoters + detractors) / n - net * net) / n);
}

/**
 * Adjusted Wald interval in points (Rocks, The American Statistician 2016): three answers are added, ¾ promoter, ¾ detractor, 1½
 * passive, then ± z·SE. It is centred a little nearer to zero than the score, and for very few answers may reach beyond ±100.
 * Example: 120 detractors, 180 passives, 200 promoters → [9.06, 22.75].
 */
export function npsInterval(counts: Counts, alpha = 0.05): Interval {
  const more = { detractors: counts.detractors + 0.75, passives: counts.passives + 1.5, promoters: counts.promoters + 0.75 };
  const half = normalUpperQuantile(alpha / 2) * npsStandardError(more);
  return [npsOf(more) - half, npsOf(more) + half];
}

/** The difference of two independent NPS, second − first, in points, with its Wald interval and two-sided p-value. */
export function npsDifference(first: Counts, second: Counts, alpha = 0.05): { difference: number; interval: Interval; pValue: number } {
  const difference = npsOf(second) - npsOf(first);
  const standardError = Math.hypot(npsStandardError(first), npsStandardError(second));
  const half = normalUpperQuantile(alpha / 2) * standardError;
  const z = difference === 0 ? 0 : Math.abs(difference) / standardError;
  return { difference, interval: [difference - half, difference + half], pValue: Math.min(1, 2 * normalUpper(z)) };
}
