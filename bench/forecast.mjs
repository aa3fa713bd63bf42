import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { forecast, forecastSum } from "../dist/statistics/index.js";
import { generator, simulateSeries } from "./series.mjs";

const levels = [0.8, 0.95];

/**
 * Accuracy on the M3 series where they are present, coverage on 20,000 simulated series, and the time that a series takes.
 * @returns {import("./run.mjs").Figure[]}
 */
export function forecasts() {
  return [...m3(), ...simulated(20_000)];
}

/** @returns {import("./run.mjs").Figure[]} */
function m3() {
  const file = fileURLToPath(new URL("../../shared/stats/m3_monthly.jsonl", import.meta.url));
  if (!existsSync(file)) {
    console.error(`Skipped: the M3 series are not at ${file}`);
    return [];
  }
  const lines = readFileSync(file, "utf8").trim().split("\n");
  const covered = levels.map(() => 0);
  let [scaledError, score] = [0, 0];
  for (const line of lines) {
    const { x, actual } = /** @type {{x: number[], actual: number[]}} */ (JSON.parse(line));
    const { mean, intervals } = forecast.compute({ y: x, season: [12], horizon: actual.length, levels });
    const seasonal = x.slice(12).map((value, step) => Math.abs(value - (x[step] ?? NaN)));
    const scale = sum(seasonal) / seasonal.length;
    const share = 1 / (actual.length * lines.length);
    scaledError += (share * sum(actual.map((value, step) => Math.abs(value - (mean[step] ?? NaN))))) / scale;
    score += (share * sum(actual.map((value, step) => width95(intervals["0.95"]?.[step], value)))) / scale;
    levels.forEach((level, at) => (covered[at] = (covered[at] ?? 0) + share * hits(intervals[String(level)], actual)));
  }
  return [
    { name: "M3 monthly: mean MASE", value: scaledError, unit: "", wish: "≤ 0.838" },
    { name: "M3 monthly: mean MSIS", value: score, unit: "", wish: "≤ 6.0" },
    { name: "M3 monthly: 80 % interval covers", value: covered[0] ?? NaN, unit: "", wish: "0.77 – 0.83" },
    { name: "M3 monthly: 95 % interval covers", value: covered[1] ?? NaN, unit: "", wish: "0.93 – 0.97" },
  ];
}

/**
 * @param {number} count
 * @returns {import("./run.mjs").Figure[]}
 */
function simulated(count) {
  const uniform = generator(7);
  const [steps, sums] = [levels.map(() => 0), levels.map(() => 0)];
  let summed = 0;
  let milliseconds = 0;
  for (let index = 0; index < count; index++) {
    const { y, actual } = simulateSeries(uniform);
    const asked = { y, season: [12], horizon: actual.length, levels };
    const start = performance.now();
    const { intervals } = forecast.compute(asked);
    milliseconds += performance.now() - start;
    levels.forEach((level, at) => (steps[at] = (steps[at] ?? 0) + hits(intervals[String(level)], actual) / (actual.length * count)));
    if (index % 10 > 0) continue;
    const ofSum = forecastSum(asked).intervals;
    levels.forEach((level, at) => (sums[at] = (sums[at] ?? 0) + hits([ofSum[String(level)] ?? [NaN, NaN]], [sum(actual)])));
    summed++;
  }
  return [
    { name: "simulated: 80 % interval covers", value: steps[0] ?? NaN, unit: "", wish: "0.78 – 0.82" },
    { name: "simulated: 95 % interval covers", value: steps[1] ?? NaN, unit: "", wish: "0.935 – 0.965" },
    { name: "simulated: 80 % interval of the sum covers", value: (sums[0] ?? NaN) / summed, unit: "" },
    { name: "simulated: 95 % interval of the sum covers", value: (sums[1] ?? NaN) / summed, unit: "" },
    { name: "1,000 monthly series", value: milliseconds / count, unit: "s", wish: "≤ 60" },
  ];
}

/**
 * The interval score of one step at 95 %.
 * @param {readonly [number, number] | undefined} interval
 * @param {number} value
 */
function width95([low, high] = [NaN, NaN], value) {
  return high - low + 40 * Math.max(0, low - value, value - high);
}

/**
 * @param {readonly (readonly [number, number])[] | undefined} intervals
 * @param {readonly number[]} values
 */
function hits(intervals = [], values) {
  return intervals.filter(([low, high], step) => low <= (values[step] ?? NaN) && (values[step] ?? NaN) <= high).length;
}

/** @param {readonly number[]} values */
function sum(values) {
  return values.reduce((total, value) => total + value, 0);
}
