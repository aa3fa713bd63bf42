import { badInput } from "../refusal.ts";
import { type Form, project } from "./ets.ts";
import { type Fit, fit, quick } from "./fit.ts";
import { type Adjusted, unseasoned, withoutSeason, withSeason } from "./season.ts";
import { interpolate, observedPart } from "./series.ts";
import { theta } from "./theta.ts";

export interface OutlookInput {
  /** in time order at equal distances, null where a value is missing; eight values or more */
  readonly y: readonly (number | null)[];
  /** steps in a cycle: `[12]`, `[7, 365]` */
  readonly season: readonly number[];
  /** how much of each step ahead counts in the outcome Σ weight · y; of a step under way: how much of it is still to come and counts */
  readonly weights: readonly number[];
  /** where the first step ahead is under way: the part of it that is over (0 … 1), and what it came to in that part */
  readonly seen?: { readonly share: number; readonly value: number };
}

/** What a weighted sum of a series' next values will be, as a distribution; in the unit of `y`. */
export interface Outlook {
  readonly mean: number;
  /** P(outcome ≥ x) */
  readonly atLeast: (x: number) => number;
  /** P(outcome ≤ x) */
  readonly atMost: (x: number) => number;
  /** the middle interval that holds the outcome with chance `level` */
  readonly interval: (level: number) => readonly [number, number];
}

/** Fewest values of which a chance is told. */
export const fewestForOutlook = 8;

/**
 * The outcome of a target without drawing futures, so that thousands of targets are judged in seconds. The season is taken out and held
 * fixed; what is left is continued as a level, as a damped trend and by Theta, the spread of the first two by Akaike weight. Σ w_h y_{n+h} of a
 * linear smoothing model has variance σ² Σ_j (w_j + Σ_{h>j} w_h c_{h−j})², c being what later steps keep of one error (Hyndman et al. 2008,
 * §6.2); the seasonal effects, each known from the cycles seen, add theirs. The answer is a mixture of Student's t around what each method
 * forecasts, drawn a little towards what they forecast together, as wide as each model says.
 *
 * Of a step under way the part that is over counts: an error has a lasting share α, so of what is seen beyond the forecast
 * α·f/(α·f + 1 − α) is taken for a change of level (f the share that is over), as a Kalman filter would.
 *
 * Assumes that what moved the series will go on moving it. Example: 8 values of 90 and 110 in turn, weights [1, 1]: the mean is about 200,
 * and the 80 % interval about 165 to 235. Throws `bad-input` for fewer than eight values.
 */
export function outlook({ y: values, season, weights, seen }: OutlookInput): Outlook {
  const y = observedPart(values);
  const observed = y?.filter((value) => !Number.isNaN(value)) ?? new Float64Array();
  if (y === null || observed.length < fewestForOutlook)
    throw badInput({
      nl: `een kans heeft ten minste ${fewestForOutlook} waarden nodig`,
      en: `a chance needs at least ${fewestForOutlook} values`,
    });
  // Values that are missing at the end lie ahead too.
  const waiting = values.length - 1 - values.findLastIndex((value) => value !== null);
  const counted = Float64Array.from({ length: waiting + weights.length }, (_, step) => weights[step - waiting] ?? 0);
  if (counted.every((weight) => weight === 0)) return mixture([{ mean: 0, deviation: 0, weight: 1 }]);
  if (observed.every((value) => value === observed[0])) return mixture([{ mean: observed[0]! * sum(counted), deviation: 0, weight: 1 }]);

  const [short, long] = [Math.min(...season), Math.max(...season)];
  const whole = interpolate(y, short);
  const slow = long > short ? withoutSeason(whole, long) : unseasoned(whole);
  const fast = withoutSeason(slow.adjusted, short);
  const base: Base = {
    from: y.length,
    period: short,
    slow,
    fast,
    smoothed: fast.adjusted.map((value, step) => (Number.isNaN(y[step]!) ? NaN : value)),
  };
  const ahead: Ahead = { weights: counted, seen: waiting === 0 && seen !== undefined && seen.share > 0 ? seen : null };
  return mixture(membersOf(base, ahead));
}

/** A series without its seasons. */
interface Base {
  readonly from: number;
  /** steps in its shortest cycle */
  readonly period: number;
  readonly slow: Adjusted;
  readonly fast: Adjusted;
  /** gaps as NaN */
  readonly smoothed: Float64Array;
}

interface Ahead {
  readonly weights: Float64Array;
  readonly seen: NonNullable<OutlookInput["seen"]> | null;
}

/** One forecast with one spread. */
interface Member {
  readonly mean: number;
  readonly deviation: number;
  readonly weight: number;
}

const forms: readonly Form[] = [
  { error: "A", trend: "N", damped: false, season: "N" },
  { error: "A", trend: "A", damped: true, season: "N" },
];

function membersOf(base: Base, ahead: Ahead): Member[] {
  const fits = forms.flatMap((form) => fit(form, base.smoothed, base.fast.adjusted, 1, quick) ?? []);
  const steps = ahead.weights.length;
  const best = fits.reduce((one, other) => (other.aicc < one.aicc ? other : one), fits[0]!);
  const likely = fits.map((one) => ({ one, weight: Math.exp((best.aicc - one.aicc) / 2) }));
  const allLikely = likely.reduce((all, { weight }) => all + weight, 0);
  // Methods count alike until the history is long enough to tell which of the fitted ones does better.
  const told = base.from / (base.from + 10);
  const paths = [
    ...likely.map(({ one: { form, smoothing, state }, weight }) => ({
      path: project(form, smoothing, state, steps),
      weight: 1 - told + (told * fits.length * weight) / allLikely,
    })),
    { path: theta(base.fast, steps, fits[0]), weight: 1 },
  ].flatMap(({ path, weight }) =>
    path ? [{ path: withSeason(withSeason(path, base.from, base.fast), base.from, base.slow), weight }] : [],
  );
  const factors = factorsOf(base, steps);
  return likely
    .filter(({ weight }) => weight > 0.02)
    .flatMap(({ one, weight }) =>
      drawnTogether(paths.map(({ path, weight: own }) => ({ ...spread(one, path, factors, base, ahead), weight: weight * own }))),
    );
}

/** How much of its own view a method keeps where others see something else. */
const ownView = 0.9;

/**
 * Methods err alike, so that between what they say lies more than none of them allows: each is drawn a little towards their mean, and as much
 * of the difference is doubt of its own. The variance of the whole stays what it was.
 */
function drawnTogether(members: readonly Member[]): Member[] {
  const whole = members.reduce((all, { weight }) => all + weight, 0);
  const middle = members.reduce((all, { mean, weight }) => all + mean * weight, 0) / whole;
  const between = members.reduce((all, { mean, weight }) => all + weight * (mean - middle) ** 2, 0) / whole;
  return members.map(({ mean, deviation, weight }) => ({
    mean: middle + ownView * (mean - middle),
    deviation: Math.sqrt(deviation ** 2 + (1 - ownView ** 2) * between),
    weight,
  }));
}

/** What an error of the deseasoned series comes to in the series itself, per step: the effect of a relative season, else 1. */
function factorsOf({ from, fast, slow }: Base, steps: number): Float64Array {
  const effect = ({ kind, effects }: Adjusted, step: number): number => (kind === "M" ? effects[(from + step) % effects.length]! : 1);
  return new Float64Array(steps).map((_, step) => effect(fast, step) * effect(slow, step));
}

function spread(
  { smoothing, deviation }: Fit,
  path: Float64Array,
  factors: Float64Array,
  base: Base,
  { weights, seen }: Ahead,
): Omit<Member, "weight"> {
  const { alpha, beta, phi } = smoothing;
  const steps = weights.length;
  const counted = weights.map((weight, step) => weight * factors[step]!);
  // What step j + k keeps of an error of step j.
  const kept = new Float64Array(steps);
  for (let step = 1, slope = beta; step < steps; step++) {
    slope *= phi;
    kept[step] = step === 1 ? alpha + slope : kept[step - 1]! + slope;
  }
  let variance = 0;
  let later = 0;
  for (let step = steps - 1; step >= 0; step--) {
    later = 0;
    for (let next = step + 1; next < steps; next++) later += counted[next]! * kept[next - step]!;
    if (step > 0) variance += (counted[step]! + later) ** 2;
  }
  let mean = path.reduce((all, value, step) => all + weights[step]! * value, 0);
  if (seen === null) variance += (counted[0]! + later) ** 2;
  else {
    const open = 1 - seen.share;
    const lasting = (alpha * seen.share) / (alpha * seen.share + 1 - alpha);
    const beyond = seen.value - seen.share * path[0]!;
    const rest = (open * lasting * beyond) / seen.share;
    const ofRest = open > 0 ? weights[0]! / open : 0;
    mean += ofRest * rest + (later * (beyond + rest)) / factors[0]!;
    variance += (open * open * alpha * (1 - lasting) + open * (1 - alpha)) * (ofRest * factors[0]! + later) ** 2;
  }
  variance += doubtOfSeason(base, counted);
  return { mean, deviation: deviation * Math.sqrt(variance) * widening(base.from) };
}

/**
 * The effect of a position in the season is a mean over the cycles seen: so much variance, in those of one error. Before two cycles are over
 * no season can be told from chance, and there may be one.
 */
function doubtOfSeason({ from, fast, period }: Base, counted: Float64Array): number {
  const isUntold = fast.kind === "N" && period > 1 && Number.isFinite(period) && from < 2 * period;
  if (fast.kind === "N" && !isUntold) return 0;
  const perPosition = new Float64Array(Math.min(period, counted.length));
  counted.forEach((weight, step) => (perPosition[step % period]! += weight));
  return perPosition.reduce((all, weight) => all + weight * weight, 0) * (isUntold ? 0.5 : period / from);
}

/** As in `combine.ts`: errors ahead exceed those of the fit. Calibrated on the simulated indicators of bench/calibration.mjs. */
function widening(length: number): number {
  return 1.05 + 3 / length;
}

function mixture(members: readonly Member[]): Outlook {
  const whole = members.reduce((all, { weight }) => all + weight, 0);
  const mean = members.reduce((all, member) => all + member.weight * member.mean, 0) / whole;
  const atLeast = (x: number): number => members.reduce((all, member) => all + member.weight * upper(x, member), 0) / whole;
  const widest = Math.max(...members.map((member) => Math.abs(member.mean - mean) + 20 * member.deviation));
  return {
    mean,
    atLeast,
    atMost: (x) => members.reduce((all, member) => all + member.weight * upper(-x, { ...member, mean: -member.mean }), 0) / whole,
    interval: (level) => [solve(atLeast, (1 + level) / 2, mean, widest), solve(atLeast, (1 - level) / 2, mean, widest)],
  };
}

/** P(T > t) of Student's t with 6 degrees of freedom, in closed form (Abramowitz & Stegun 26.7.4), which is a thousand calls' worth of time. */
function upper(x: number, { mean, deviation }: Member): number {
  // Sums of the same numbers in another order differ in the last digits; they are still the same.
  if (deviation <= 1e-9 * Math.abs(mean)) return mean >= x - 1e-9 * Math.abs(x) ? 1 : 0;
  const t = (x - mean) / (deviation * toScale);
  const share = 6 / (6 + t * t);
  // Far out the last digits of two halves that cancel are what is left.
  return Math.min(1, Math.max(0, 0.5 - (t / (2 * Math.sqrt(6 + t * t))) * (1 + share / 2 + (3 * share * share) / 8)));
}

/** The standard deviation of t with 6 degrees of freedom is √(6/4). */
const toScale = Math.sqrt(4 / 6);

/** x with P(outcome ≥ x) = `chance`, by halving. */
function solve(atLeast: (x: number) => number, chance: number, mean: number, widest: number): number {
  let [low, high] = [mean - widest, mean + widest];
  for (let round = 0; round < 40 && high - low > 1e-7 * widest; round++) {
    const middle = (low + high) / 2;
    if (atLeast(middle) > chance) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function sum(values: Float64Array): number {
  return values.reduce((all, value) => all + value, 0);
}
