import { expect } from "vitest";

/** Equal, numbers to twelve digits: doubles may be added in another order by another engine. */
export function expectEqual(found: unknown, expected: unknown): void {
  expect(rounded(found)).toEqual(rounded(expected));
}

function rounded(value: unknown): unknown {
  if (typeof value === "number") return Number(value.toPrecision(12));
  if (Array.isArray(value)) return value.map(rounded);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, rounded(inner)]));
}
