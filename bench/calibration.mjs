import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as calendar from "../dist/calendar/index.js";
import { judge } from "../dist/judge/index.js";
import { calibration, caseOf, paced, simulateIndicator } from "./indicators.mjs";
import { generator } from "./series.mjs";

/**
 * Three times 20,000: of 20,000 a decile has some 700 cases, of which the share that is met strays by 0.018, as much as what is wished for.
 */
const indicators = 60_000;

/**
 * Whether a stated chance comes true as often as it says, on simulated indicators and on the M3 series where they are present.
 * @returns {import("./run.mjs").Figure[]}
 */
export function chances() {
  const uniform = generator(20_261_123);
  const simulated = Array.from({ length: indicators }, () => simulateIndicator(uniform, calendar));
  const began = performance.now();
  const cases = simulated.flatMap((one) => caseOf(judge, one));
  const seconds = (performance.now() - began) / 1_000;
  const wishes = { worst: "≤ 0.03", error: "≤ 0.015", cover: "0.78 – 0.82", gain: "≥ 0.35" };
  return [
    ...figures("simulated", cases, wishes),
    { name: "simulated: 10,000 judgements", value: (seconds * 10_000) / indicators, unit: "s", wish: "≤ 10" },
    ...competition(),
  ];
}

/**
 * @param {string} name
 * @param {readonly import("./indicators.mjs").Case[]} cases
 * @param {Partial<Record<"worst" | "error" | "cover" | "gain", string>>} wishes
 * @returns {import("./run.mjs").Figure[]}
 */
function figures(name, cases, wishes) {
  const { worst, error, cover, gain } = calibration(cases, 500);
  /** @type {[string, number, string | undefined][]} */
  const rows = [
    ["greatest gap of a decile with 500 cases or more", worst, wishes.worst],
    ["expected calibration error", error, wishes.error],
    ["80 % interval covers", cover, wishes.cover],
    ["squared error less than that of linear pacing, by", gain, wishes.gain],
  ];
  return rows.map(([label, value, wish]) => ({ name: `${name}: ${label}`, value, unit: "", ...(wish === undefined ? {} : { wish }) }));
}

/**
 * The last twelve months of each M3 series as a target for the year, judged on several days of it, against five heights of target set by
 * the year before.
 */
function competition() {
  const file = fileURLToPath(new URL("../../shared/stats/m3_monthly.jsonl", import.meta.url));
  if (!existsSync(file)) {
    console.error(`Skipped: the M3 series are not at ${file}`);
    return [];
  }
  const lines = readFileSync(file, "utf8").trim().split("\n");
  const cases = lines.flatMap((line) => {
    const { x, actual } = /** @type {{x: number[], actual: number[]}} */ (JSON.parse(line));
    const values = [...x, ...actual];
    return [3, 6, 9].flatMap((months) => [0.9, 0.97, 1.03, 1.08, 1.2].flatMap((factor) => caseOf(judge, yearly(values, months, factor))));
  });
  return figures("M3 as yearly targets", cases, {});
}

/**
 * @param {readonly number[]} values
 * @param {number} months of the year that are over
 * @param {number} factor of the target to the year before
 * @returns {import("./indicators.mjs").Simulated}
 */
function yearly(values, months, factor) {
  const { addDays, periodOf, periodsBetween, shiftPeriod } = calendar;
  const past = values.length - 12;
  const [from, to] = ["2026-01-01", "2026-12-31"];
  const january = periodOf(from, "month", "01-01");
  const first = shiftPeriod(january, -past, "01-01") ?? january;
  const asOf = shiftPeriod(january, months, "01-01")?.from ?? from;
  const periods = periodsBetween(first.from, addDays(asOf, -1), "month", "01-01");
  const points = periods.map((period, index) => ({
    period: period.label,
    from: period.from,
    to: period.to,
    value: values[index] ?? 0,
    n: 1,
    complete: true,
  }));
  const inRange = points.slice(past);
  const target = factor * values.slice(past - 12, past).reduce((sum, value) => sum + value, 0);
  const range = inRange.reduce((sum, { value }) => sum + value, 0);
  return {
    input: {
      direction: "up",
      target: { value: target, from, to, measured: "total" },
      baseline: null,
      cadence: "monthly",
      fiscalStart: "01-01",
      nature: { additive: true, accumulates: true, nonNegative: false },
      asOf,
      watermark: addDays(asOf, -1),
      hasRows: true,
      problem: null,
      range,
      within: inRange,
      history: points,
    },
    outcome: values.slice(past).reduce((sum, value) => sum + value, 0),
    paced: paced({ measured: "total", points, inRange, target, direction: "up", span: 12, days: 12, left: 12 - months }),
  };
}
