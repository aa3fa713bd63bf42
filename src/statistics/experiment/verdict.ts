export type Verdict = "supported" | "refuted" | "inconclusive";

/**
 * What a test says of the claim that the effect is at least `minimumEffect` in the expected direction, from the interval of the effect in
 * the same unit (a lift: 0.05 = 5 %).
 *
 * - `refuted`: the interval excludes the minimum effect: all of it lies below. Without a minimum: all of it lies on the wrong side of 0.
 * - `supported`: else, all of it lies on the right side of 0, and `significant` (the p-value, corrected for the number of tests, is below α).
 * - `inconclusive`: else. Too little data gives a wide interval, and so this.
 *
 * This is testing for superiority and against relevance with one interval (Lakens 2017, "Equivalence tests", Soc. Psychol. Personal. Sci.
 * 8(4)). An end that is null does not exist. Example: [0.01, 0.09] with minimum 0.05 is supported, [−0.01, 0.03] refuted, [−0.01, 0.09] neither.
 */
export function verdictOf(
  interval: readonly [number | null, number | null],
  expected: "up" | "down",
  minimumEffect: number,
  significant: boolean,
): Verdict {
  const [low, high] = expected === "up" ? interval : [negative(interval[1]), negative(interval[0])];
  if (high !== null && (high < minimumEffect || high < 0)) return "refuted";
  return low !== null && low > 0 && significant ? "supported" : "inconclusive";
}

function negative(end: number | null): number | null {
  return end === null ? null : -end;
}
