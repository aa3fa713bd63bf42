// Indicators of which the end is known; the tests of the judge run a part of what `npm run bench -- calibration` runs.

/** @typedef {typeof import("../src/calendar/index.ts")} Calendar */
/** @typedef {"weekly" | "monthly" | "quarterly"} Cadence */
/** @typedef {import("../src/judge/index.ts").JudgeInput} JudgeInput */
/** @typedef {{input: JudgeInput, outcome: number, paced: number}} Simulated `paced`: the chance by linear pacing */

/** @type {Record<Cadence, {grain: "week" | "month" | "quarter", year: number, before: readonly [number, number], spans: readonly number[]}>} */
const cadences = {
  weekly: { grain: "week", year: 52, before: [20, 130], spans: [13] },
  monthly: { grain: "month", year: 12, before: [8, 72], spans: [3, 6, 12] },
  quarterly: { grain: "quarter", year: 4, before: [8, 28], spans: [4] },
};

/**
 * An indicator with a wandering level, perhaps a trend, a season and shocks, a target set by what was known when it began, and a day
 * within its range on which it is judged.
 * @param {() => number} uniform
 * @param {Calendar} calendar that of the sources, or of what is built of them
 * @returns {Simulated}
 */
export function simulateIndicator(uniform, calendar) {
  const { addDays, daysBetween, periodOf, periodsBetween, shiftPeriod } = calendar;
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  /** @type {Cadence} */
  const cadence = uniform() < 0.6 ? "monthly" : uniform() < 0.5 ? "weekly" : "quarterly";
  const { grain, year, before, spans } = cadences[cadence];
  const past = before[0] + Math.floor(uniform() * (before[1] - before[0] + 1));
  const span = spans[Math.floor(uniform() * spans.length)] ?? 1;
  const from = grain === "week" ? "2026-01-05" : "2026-01-01";
  const first = shiftPeriod(periodOf(from, grain, "01-01"), -past, "01-01");
  const last = shiftPeriod(periodOf(from, grain, "01-01"), span - 1, "01-01");
  if (first === null || last === null) throw new Error("outside the calendar");
  const periods = periodsBetween(first.from, last.to, grain, "01-01");
  const { values, noise } = series(uniform, normal, periods.length, year);

  const reference = past >= year ? values.slice(past - year, past - year + span) : values.slice(past - Math.min(past, 6), past);
  const measured = uniform() < 0.6 ? "total" : uniform() < 0.5 ? "average" : "last";
  const base = measured === "last" ? (reference.at(-1) ?? 0) : mean(reference) * (measured === "total" ? span : 1);
  const target = base * (1 + 0.05 * normal());
  const direction = uniform() < 0.7 ? "up" : "down";
  const within = values.slice(past);
  const outcome = measured === "last" ? (within.at(-1) ?? 0) : sum(within) / (measured === "total" ? 1 : span);

  const begin = addDays(periods[past]?.to ?? from, 1);
  const asOf = addDays(begin, Math.floor(uniform() * Math.max(1, daysBetween(begin, last.to))));
  const grows = measured === "total";
  const points = periods.flatMap((period, index) => {
    if (period.from > asOf) return [];
    const complete = period.to < asOf;
    const share = complete ? 1 : (daysBetween(period.from, asOf) + 1) / (daysBetween(period.from, period.to) + 1);
    // What came in of a period under way: a bridge between nothing and the whole.
    const whole = values[index] ?? 0;
    const value = complete ? whole : grows ? share * whole + noise * Math.sqrt(share * (1 - share)) * normal() : whole + noise * normal();
    return [{ period: period.label, from: period.from, to: complete ? period.to : asOf, value, n: 100, complete }];
  });
  const inRange = points.filter((point) => point.from >= from);
  return {
    input: {
      direction,
      target: { value: target, from, to: last.to, measured },
      baseline: null,
      cadence,
      fiscalStart: "01-01",
      nature: { additive: grows, accumulates: grows, nonNegative: false },
      asOf,
      watermark: null,
      hasRows: true,
      problem: null,
      range: grows ? sum(inRange.map(({ value }) => value)) : null,
      within: inRange,
      history: points,
    },
    outcome,
    paced: paced({
      measured,
      points,
      inRange,
      target,
      direction,
      span,
      days: daysBetween(from, last.to) + 1,
      left: daysBetween(asOf, last.to),
    }),
  };
}

/**
 * The chance as who paces by straight lines would read it: a normal around the run rate, its spread that of the last 12 residuals.
 * @param {{measured: string, points: {value: number, complete: boolean}[], inRange: {value: number, complete: boolean}[], target: number,
 *   direction: string, span: number, days: number, left: number}} judged `span` periods and `days` in the range, of which `left` are to come
 */
export function paced({ measured, points, inRange, target, direction, span, days, left }) {
  const complete = points.filter((point) => point.complete).map(({ value }) => value);
  const own = inRange.filter((point) => point.complete).map(({ value }) => value);
  const newest = complete.slice(-12);
  const middle = mean(newest);
  const deviation = Math.sqrt(sum(newest.map((value) => (value - middle) ** 2)) / Math.max(1, newest.length - 1));
  const [rate, spread] =
    measured === "total"
      ? [(sum(inRange.map(({ value }) => value)) * days) / (days - left), deviation * Math.sqrt((span * left) / days)]
      : measured === "average"
        ? [mean(own), (deviation * Math.sqrt(span - own.length)) / span]
        : [own.at(-1) ?? 0, deviation];
  const above = normalUpper((target - rate) / Math.max(spread, 1e-9));
  return direction === "up" ? above : 1 - above;
}

/**
 * @param {() => number} uniform
 * @param {() => number} normal
 * @param {number} length
 * @param {number} year
 */
function series(uniform, normal, length, year) {
  const noise = 2 + 8 * uniform();
  const memory = uniform() * 0.7;
  const perYear = year > 12 ? 0.3 : 1;
  const kind = Math.floor(uniform() * 3);
  let slope = kind === 0 ? 0 : noise * 0.15 * perYear * normal();
  const damping = kind === 2 ? 0.8 + 0.18 * uniform() : 1;
  const seasonal = Math.floor(uniform() * 3);
  const size = 0.02 + 0.15 * uniform();
  const [phase, second] = [uniform(), uniform()];
  const effects = Array.from({ length: year }, (_, step) => {
    if (seasonal === 0) return 0;
    if (year <= 12) return size * normal();
    return size * (Math.sin(2 * Math.PI * (step / year + phase)) + 0.5 * Math.sin(4 * Math.PI * (step / year + second)));
  });
  const shocked = uniform() < 0.5;
  let level = 150 + 150 * uniform();
  const values = Array.from({ length }, (_, step) => {
    let error = noise * normal();
    if (shocked && uniform() < 0.02) {
      const jump = noise * (3 + 3 * uniform()) * (uniform() < 0.5 ? -1 : 1);
      if (uniform() < 0.5) level += jump;
      else error += jump;
    }
    const effect = effects[step % year] ?? 0;
    const value = seasonal === 2 ? level * (1 + effect) + error : level + 200 * effect + error;
    slope *= damping;
    level += slope + memory * Math.sqrt(perYear) * noise * normal();
    return value;
  });
  return { values, noise };
}

/** @typedef {{chance: number, met: boolean, paced: number, inside: boolean}} Case */

/**
 * How well stated chances came true: the greatest gap of a decile that holds at least `least` cases, the expected calibration error, the
 * cover of the intervals, and by how much the squared error is less than that of linear pacing.
 * @param {readonly Case[]} cases
 * @param {number} least
 */
export function calibration(cases, least) {
  const deciles = Array.from({ length: 10 }, (_, decile) => {
    const own = cases.filter(({ chance }) => Math.min(9, Math.floor(10 * chance)) === decile);
    return { count: own.length, stated: mean(own.map(({ chance }) => chance)), met: mean(own.map(({ met }) => Number(met))) };
  });
  const known = deciles.filter(({ count }) => count >= least);
  const brier = mean(cases.map(({ chance, met }) => (chance - Number(met)) ** 2));
  const pacing = mean(cases.map(({ paced: chance, met }) => (chance - Number(met)) ** 2));
  return {
    deciles,
    worst: Math.max(...known.map(({ stated, met }) => Math.abs(stated - met))),
    error: sum(deciles.map(({ count, stated, met }) => (count === 0 ? 0 : (count / cases.length) * Math.abs(stated - met)))),
    cover: mean(cases.map(({ inside }) => Number(inside))),
    brier,
    gain: 1 - brier / pacing,
  };
}

/**
 * @param {(input: JudgeInput) => {chance: number | null, forecast: {low: number, high: number} | null, status: string}} judge
 * @param {Simulated} simulated
 * @returns {Case[]} one case, or none where the target is not judged by chance
 */
export function caseOf(judge, { input, outcome, paced: pacing }) {
  const { chance, forecast, status } = judge(input);
  if (chance === null || forecast === null || status === "achieved") return [];
  const target = input.target?.value ?? 0;
  const met = input.direction === "up" ? outcome >= target : outcome <= target;
  return [{ chance, met, paced: pacing, inside: forecast.low <= outcome && outcome <= forecast.high }];
}

/** P(Z > z), to 1.5e-7 (Abramowitz & Stegun 7.1.26). @param {number} z */
function normalUpper(z) {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const tail = (t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429)))) * Math.exp(-x * x)) / 2;
  return z >= 0 ? tail : 1 - tail;
}

/** @param {readonly number[]} values */
function sum(values) {
  return values.reduce((total, value) => total + value, 0);
}

/** @param {readonly number[]} values */
function mean(values) {
  return values.length === 0 ? 0 : sum(values) / values.length;
}
