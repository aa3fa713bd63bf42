import { expect, test } from "vitest";
import { addDays, daysBetween, type Day } from "../../src/calendar/index.ts";
import { silence } from "../../src/connect/silent.ts";
import { Random } from "../../src/statistics/random.ts";

const daily = (from: Day, count: number, every = 1): Day[] => Array.from({ length: count }, (_, index) => addDays(from, index * every));

test("twice the longest gap, and half as long again as the period", () => {
  const days = daily("2026-01-01", 200);
  const last = days.at(-1)!;
  const after = (gap: number, period: number, through: Day | null = null) => silence(days, through, { until: addDays(last, gap), period });
  expect([after(4, 1), after(5, 1)]).toEqual([null, { days: 5, usual: 1 }]);
  expect([after(10, 7), after(11, 7)]).toEqual([null, { days: 11, usual: 1 }]);
  expect([after(46, 31), after(47, 31)]).toEqual([null, { days: 47, usual: 1 }]);
  // Who says that there was nothing more to come until then is believed.
  expect(after(47, 31, addDays(last, 10))).toBe(null);
  const weekly = daily("2025-01-01", 60, 7);
  expect(silence(weekly, null, { until: addDays(weekly.at(-1)!, 14), period: 7 })).toBe(null);
  expect(silence(weekly, null, { until: addDays(weekly.at(-1)!, 15), period: 7 })).toEqual({ days: 15, usual: 7 });
});

test("nothing is missed that has no rhythm, or was not there", () => {
  expect(silence([], null, { until: "2026-12-31", period: 1 })).toBe(null);
  expect(silence(daily("2026-01-01", 7), null, { until: "2026-12-31", period: 1 })).toBe(null);
});

test("of many rhythms each that stops is told, and none that goes on", () => {
  const random = new Random(5);
  const whole = (below: number) => Math.floor(random.uniform() * below);
  let [stopped, called] = [0, 0];
  for (let run = 0; run < 400; run++) {
    const [kind, period] = [whole(4), [1, 7, 31, 92][whole(4)]!];
    const days: Day[] = [];
    // Every day; working days; about weekly; most days, with holidays in which nothing comes.
    for (let day: Day = "2024-06-01"; day < "2026-06-01"; day = addDays(day, 1)) {
      const weekday = daysBetween("2024-06-03", day) % 7;
      const off = day.slice(5) >= "12-24" || (day.slice(5) >= "07-20" && day.slice(5) <= "07-30");
      const comes = [true, weekday >= 0 && weekday < 5, weekday === 1, !off && random.uniform() < 0.8][kind]!;
      if (comes) days.push(day);
    }
    const at = days.length - 1 - whole(Math.min(200, days.length - 20));
    // As long as it goes on, on each day until the next rows are in, a day late.
    const known = days.slice(0, at + 1);
    const until = addDays(days[at + 1] ?? days[at]!, 1);
    for (let day = known.at(-1)!; day <= until; day = addDays(day, 1))
      if (silence(known, null, { until: day, period }) !== null) called += 1;
    if (silence(known, null, { until: addDays(known.at(-1)!, 200), period }) !== null) stopped += 1;
  }
  expect([stopped, called]).toEqual([400, 0]);
});
