import { cadenceGrain, type Day, daysBetween, periodOf, periodsBetween } from "../calendar/index.ts";
import { cycles, seasonalEffects } from "../statistics/index.ts";
import { cadencePeriods, type Course } from "./course.ts";
import type { JudgeInput } from "./judge-input.ts";

/**
 * A total shared out over the cadence periods of its range as the history before it was, each by its days; null where that history shows
 * no season. What happens within the range does not move the path.
 */
export function seasonalPlan(
  { value, from, to }: Pick<Course, "value" | "from" | "to">,
  { history, cadence, fiscalStart }: Pick<JudgeInput, "history" | "cadence" | "fiscalStart">,
): Course["plan"] {
  const { season, remembered } = cycles[cadence];
  const before = history
    .filter((point) => point.to < from)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    .slice(-remembered);
  const [first] = before;
  if (first === undefined) return null;
  const effect = seasonalEffects(
    before.map((point) => point.value),
    season,
  );
  if (effect === null) return null;
  const grain = cadenceGrain(cadence);
  // Steps of the season from the first period remembered to the first of the range.
  const steps = periodsBetween(first.from, from, grain, fiscalStart).length - 1;
  const parts = cadencePeriods(from, to, cadence, fiscalStart).map((period, index) => {
    const whole = periodOf(period.from, grain, fiscalStart);
    return { from: period.from, to: period.to, weight: (effect(steps + index) * lengthOf(period)) / lengthOf(whole) };
  });
  const all = parts.reduce((sum, { weight }) => sum + weight, 0);
  return all > 0 ? parts.map(({ from: start, to: end, weight }) => ({ from: start, to: end, value: (value * weight) / all })) : null;
}

function lengthOf({ from, to }: { readonly from: Day; readonly to: Day }): number {
  return daysBetween(from, to) + 1;
}
