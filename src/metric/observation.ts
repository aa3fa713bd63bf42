import type { Day } from "../calendar/index.ts";
import type { Observation } from "../framework/index.ts";

/**
 * What was observed and exists as of a day: observations that begin later do not. Of those about the same days the one noted last counts;
 * `noted` (by hand) comes after the `series` of the workspace's text. Sorted by last day, then first day.
 */
export function observationsOf(series: readonly Observation[], noted: readonly Observation[], asOf: Day): readonly Observation[] {
  const byDays = new Map<string, Observation>();
  for (const observation of [...series, ...noted]) {
    if (observation.from <= observation.to && observation.from <= asOf) byDays.set(`${observation.from} ${observation.to}`, observation);
  }
  return [...byDays.values()].sort((a, b) => (a.to === b.to ? order(a.from, b.from) : order(a.to, b.to)));
}

/** The observations whose days all lie in a period. */
export function observedWithin(observations: readonly Observation[], from: Day, to: Day): readonly Observation[] {
  return observations.filter((one) => one.from >= from && one.to <= to);
}

/** Value and n of a period; see docs/metrics/observed.md. */
export function summarise(observations: readonly Observation[], adds: boolean): { value: number | null; n: number | null } {
  const last = observations.at(-1);
  if (!last) return { value: null, n: null };
  if (observations.every(hasParts)) {
    const n = total(observations.map((one) => one.denominator));
    return { value: n === 0 ? null : total(observations.map((one) => one.numerator)) / n, n };
  }
  return { value: adds ? total(observations.map((one) => valueOf(one) ?? 0)) : valueOf(last), n: null };
}

function hasParts(observation: Observation): observation is Observation & { numerator: number; denominator: number } {
  return observation.numerator !== undefined && observation.denominator !== undefined;
}

function valueOf(observation: Observation): number | null {
  if (observation.value !== undefined) return observation.value;
  return hasParts(observation) && observation.denominator !== 0 ? observation.numerator / observation.denominator : null;
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
