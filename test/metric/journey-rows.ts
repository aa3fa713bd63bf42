import { addDays, type Day, type Duration, shiftDay } from "../../src/calendar/index.ts";
import { seeded } from "./orders.ts";
import type { Row, TestDataset } from "./shop.ts";

/** Two winters with a leap day, a week 53 and both changes of the clock; ties of time, equal rows, refunds, rows at midnight, no May. */
export function journeysOf(count: number, seed: number): readonly TestDataset[] {
  const next = seeded(seed);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(next() * values.length)]!;
  const day = (): Day => {
    const found = addDays("2020-01-20", Math.floor(next() * 430));
    return found.startsWith("2020-05") ? pick(["2020-02-29", "2020-12-31", "2021-01-03", "2020-03-29"]) : found;
  };
  const moment = () => `${day()} ${pick(["00:00:00", "02:30:00", "12:00:00", "23:59:59"])}`;
  const customer = () => (next() < 0.08 ? null : `c${Math.floor(next() * 45)}`);
  const orders = Array.from({ length: count }, (): Row => {
    return {
      at: next() < 0.02 ? null : moment(),
      customer: customer(),
      channel: pick(["web", "shop", null]),
      amount: Math.round(next() * 20_000 - 2000) / 100,
    };
  });
  const visits = Array.from({ length: count }, (): Row => ({ at: moment(), customer: customer(), channel: pick(["web", "shop"]) }));
  const calls = Array.from({ length: count / 2 }, (): Row => ({ on: day(), customer: customer(), channel: pick(["web", "shop"]) }));
  const answers = Array.from({ length: count }, (): Row => {
    const asked = next() < 0.05 ? null : moment();
    // Blanks, numbers off the scale and answers that precede their question.
    const answered = next() < 0.1 || asked === null ? null : later(asked, { count: 1 + Math.floor(next() * 9), unit: "day" });
    return {
      at: moment(),
      customer: customer(),
      channel: pick(["web", "shop", null]),
      score: pick([0, 3, 5, 6, 7, 8, 8, 9, 10, 10, 11, -1, null]),
      ease: next() < 0.1 ? null : Math.round(next() * 90) / 10,
      asked: next() < 0.1 ? answered : asked,
      answered: next() < 0.1 ? asked : answered,
      due: day(),
    };
  });
  const terms = Array.from({ length: count / 4 }, (): Row => {
    const start = day();
    const ended = next() < 0.3 ? null : addDays(start, Math.floor(next() * 200) - 3);
    return {
      start: next() < 0.03 ? null : start,
      ended,
      customer: customer(),
      channel: pick(["web", "shop"]),
      fee: Math.round(next() * 5000) / 100,
    };
  });
  const columns = { at: "timestamp", customer: "text", channel: "text" } as const;
  return [
    {
      id: "orders",
      time: "at",
      customer: "customer",
      columns: { ...columns, amount: "decimal" },
      rows: [...orders, ...orders.slice(0, 20)],
    },
    { id: "visits", time: "at", customer: "customer", columns, rows: visits },
    { id: "calls", time: "on", customer: "customer", columns: { on: "date", customer: "text", channel: "text" }, rows: calls },
    {
      id: "answers",
      time: "at",
      customer: "customer",
      columns: { ...columns, score: "integer", ease: "decimal", asked: "timestamp", answered: "timestamp", due: "date" },
      rows: answers,
    },
    {
      id: "terms",
      time: "start",
      customer: "customer",
      columns: { start: "date", ended: "date", customer: "text", channel: "text", fee: "decimal" },
      rows: terms,
    },
  ];
}

/** A moment a duration later, at the same hour. */
export function later(moment: string, by: Duration): string {
  return `${shiftDay(moment.slice(0, 10), by)}${moment.slice(10)}`;
}
