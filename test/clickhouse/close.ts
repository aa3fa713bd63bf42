import { expect } from "vitest";

/**
 * Equal, numbers to twelve digits: doubles may be added in another order. What a fitted model tells to six: a fit ends where it no longer
 * gains, and the last digits of what it is fitted to move that place.
 */
export function expectEqual(found: unknown, expected: unknown): void {
  expect(rounded(found, 12)).toEqual(rounded(expected, 12));
}

const ofModels: ReadonlySet<string> = new Set(["chance", "chances", "forecast"]);

function rounded(value: unknown, digits: number): unknown {
  if (typeof value === "number") return Number(value.toPrecision(digits));
  if (Array.isArray(value)) return value.map((inner) => rounded(inner, digits));
  if (value === null || typeof value !== "object") return value;
  const own = "code" in value && value.code === "chance-of-target" ? 6 : digits;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, rounded(inner, ofModels.has(key) ? 6 : own)]));
}
