/**
 * How far a value is along its path: value/expected, inverted where less is better; 1 = on the path, more is better.
 * Null where the quotient says nothing: an expected value (or, going down, a value) of zero or less.
 */
export function pace(direction: "up" | "down", value: number, expected: number): number | null {
  if (expected <= 0) return null;
  if (direction === "up") return value / expected;
  return value > 0 ? expected / value : null;
}

/**
 * The verdict by pace alone. Where the quotient says nothing, on the right side of the expected value is on track, and
 * within a tenth of its size is at risk: the same borders, and still never a worse status for a better value.
 */
export function paceStatus(direction: "up" | "down", value: number, expected: number): "on-track" | "at-risk" | "behind" {
  if (direction === "up" ? value >= expected : value <= expected) return "on-track";
  const ratio = pace(direction, value, expected);
  if (ratio !== null) return ratio >= 0.9 ? "at-risk" : "behind";
  return Math.abs(value - expected) <= 0.1 * Math.abs(expected) ? "at-risk" : "behind";
}
