import { addsUp } from "../report/index.ts";
import type { Entry } from "./report.ts";

/** Totals add up over the target's range; everything else has a level at each moment. */
export function kindOf(entry: Entry): "total" | "level" {
  return entry.accumulates ? "total" : "level";
}

/** Whether people say "150 of 300": a count or amount that adds up to its target. Otherwise "28,4 %, target 30 %". */
export function wordingOf(entry: Entry): "total" | "level" {
  return addsUp(entry) ? "total" : "level";
}

export interface Gap {
  /** value − expected */
  readonly difference: number;
  readonly above: boolean;
}

/** How far the value lies from where it should stand by now; null where either is unknown. */
export function gapOf(entry: Entry): Gap | null {
  if (entry.value === null || entry.expected === null) return null;
  const difference = entry.value - entry.expected;
  return { difference, above: difference >= 0 };
}
