import type { Entry } from "./report.ts";

/** Whether people say "150 of 300": a count or amount that adds up to its target. Otherwise "28,4 %, target 30 %". */
export function addsUp({ accumulates, direction, unit }: Pick<Entry, "accumulates" | "direction" | "unit">): boolean {
  return accumulates && direction === "up" && unit !== "percent" && unit !== "ratio" && unit !== "score";
}
