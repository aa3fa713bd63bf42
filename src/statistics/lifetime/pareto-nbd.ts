import digamma from "@stdlib/math-base-special-digamma";
import gammaln from "@stdlib/math-base-special-gammaln";
import { gaussLegendre } from "../special/quadrature.ts";
import { frequenciesOf, type Histories, type History } from "./histories.ts";
import type { Model } from "./model.ts";

const few = gaussLegendre(12);
const many = gaussLegendre(32);
const fine = gaussLegendre(64);

/**
 * Pareto/NBD: a customer buys at a rate λ ~ Gamma(r, α) and leaves at a rate μ ~ Gamma(s, β), at any moment. r and s have no unit, α and β
 * have the unit of time. Assumes constant rates, λ and μ independent. Source: Schmittlein, Morrison & Colombo (1987); Fader & Hardie (2005),
 * A note on deriving the Pareto/NBD model: likelihood eq. 3, conditional expectation eq. 41; DERT: Fader, Hardie & Lee (2005), JMR 42, eq. 2.
 *
 * Where those subtract two ₂F₁, here stands the integral they come from, over the moment τ at which the customer left:
 * s ∫ (α + τ)^(−r−x) (β + τ)^(−s−1) dτ from recency to age. It has no cancellation and no overflow, and its derivatives are means over τ.
 * Example: r 0.553, α 10.578, s 0.606, β 11.669, and a customer with x 2, recency 30.43, age 38.86 (weeks): 1.455 purchases in the next 39.
 */
export const paretoNbd: Model = {
  name: "pareto-nbd",
  parameters: ["r", "alpha", "s", "beta"],
  times: [false, true, false, true],
  starts: (rate) =>
    [0.5, 1.5, 5].flatMap((r) =>
      [
        [0.5, 0.5],
        [1, 2],
        [3, 10],
      ].map(([s, beta]) => [r, r / rate, s!, beta!]),
    ),
  logLikelihood,
  alive,
  expected,
  discounted,
  counts,
};

/** What the moment at which a customer left says, beside that the customer is still there. */
interface Departure {
  /** ln of the likelihood without its factors of r, α, s and β alone */
  readonly log: number;
  /** chance of having left */
  readonly left: number;
  /** means over τ, where the customer left */
  readonly logAlpha: number;
  readonly logBeta: number;
  readonly perAlpha: number;
  readonly perBeta: number;
}

function departure([r, alpha, s, beta]: Float64Array, { x, recency, age }: History): Departure {
  const k = r! + x;
  const least = Math.min(alpha!, beta!);
  const [fromAlpha, fromBeta, from] = [alpha! + recency, beta! + recency, least + recency];
  const base = -k * Math.log(fromAlpha) - (s! + 1) * Math.log(fromBeta);
  const [overAlpha, overBeta] = [Math.log((alpha! + age) / fromAlpha), Math.log((beta! + age) / fromBeta)];
  const stayed = -k * overAlpha - s! * overBeta + Math.log(fromBeta);
  const longest = Math.log((least + age) / from);
  const length = longest > 0 ? lengthOf(longest, k, s! + 1, from / fromAlpha, from / fromBeta) : 0;
  // v = ln((least + τ) / (least + recency)): the integrand is smooth in v however far α and β lie apart.
  let [mass, logAlpha, logBeta, perAlpha, perBeta] = [0, 0, 0, 0, 0];
  // Where the integrand falls little over a short way, 12 nodes give all digits.
  const rule = longest < 3 && k * overAlpha + (s! + 1) * overBeta < 8 ? few : many;
  const nodes = length > 0 ? rule.nodes.length : 0;
  for (let node = 0; node < nodes; node++) {
    const v = rule.nodes[node]! * length;
    const moved = from * Math.expm1(v);
    const growthAlpha = Math.log1p(moved / fromAlpha);
    const growthBeta = Math.log1p(moved / fromBeta);
    const weight = rule.weights[node]! * Math.exp(v - k * growthAlpha - (s! + 1) * growthBeta);
    mass += weight;
    logAlpha += weight * growthAlpha;
    logBeta += weight * growthBeta;
    perAlpha += weight / (fromAlpha + moved);
    perBeta += weight / (fromBeta + moved);
  }
  const logLeft = mass > 0 ? Math.log(s! * from * length * mass) : -Infinity;
  const logOdds = logLeft - stayed;
  const per = mass > 0 ? 1 / mass : 0;
  return {
    log: base + stayed + Math.max(logOdds, 0) + Math.log1p(Math.exp(-Math.abs(logOdds))),
    left: 1 / (1 + Math.exp(-logOdds)),
    logAlpha: Math.log(fromAlpha) + logAlpha * per,
    logBeta: Math.log(fromBeta) + logBeta * per,
    perAlpha: perAlpha * per,
    perBeta: perBeta * per,
  };
}

/** How much of the interval counts: where the integrand has fallen by e^−40 the rest does not. Its logarithm is concave, so Newton stays outside. */
function lengthOf(longest: number, k: number, m: number, shareAlpha: number, shareBeta: number): number {
  const first = k * shareAlpha + m * shareBeta - 1;
  let length = first * longest > 40 ? Math.min(longest, 40 / first) : longest;
  for (let round = 0; round < 50; round++) {
    const moved = Math.expm1(length);
    const height = length - k * Math.log1p(moved * shareAlpha) - m * Math.log1p(moved * shareBeta);
    if (height > -45) break;
    const slope = 1 - (moved + 1) * ((k * shareAlpha) / (1 + moved * shareAlpha) + (m * shareBeta) / (1 + moved * shareBeta));
    length -= (height + 40) / slope;
  }
  return length;
}

function logLikelihood(parameters: Float64Array, histories: Histories, gradient: Float64Array): number {
  const [r, alpha, s, beta] = parameters;
  const { values, customers } = frequenciesOf(histories);
  const n = customers.reduce((sum, count) => sum + count, 0);
  let sum = n * (r! * Math.log(alpha!) + s! * Math.log(beta!));
  let [byR, byAlpha, byS, byBeta] = [n * Math.log(alpha!), (n * r!) / alpha!, n * Math.log(beta!), (n * s!) / beta!];
  const [logGamma, slope] = [gammaln(r!), digamma(r!)];
  for (const [index, x] of values.entries()) {
    if (x === 0) continue;
    sum += customers[index]! * (gammaln(r! + x) - logGamma);
    byR += customers[index]! * (digamma(r! + x) - slope);
  }
  for (let index = 0; index < histories.x.length; index++) {
    const count = histories.customers[index]!;
    const [x, age] = [histories.x[index]!, histories.age[index]!];
    const found = departure(parameters, { x, recency: histories.recency[index]!, age });
    const stayed = 1 - found.left;
    sum += count * found.log;
    byR -= count * (found.left * found.logAlpha + stayed * Math.log(alpha! + age));
    byAlpha -= count * (r! + x) * (found.left * found.perAlpha + stayed / (alpha! + age));
    byS += count * (found.left * (1 / s! - found.logBeta) - stayed * Math.log(beta! + age));
    byBeta -= count * (found.left * (s! + 1) * found.perBeta + (stayed * s!) / (beta! + age));
  }
  gradient.set([byR, byAlpha, byS, byBeta]);
  return sum;
}

function alive(parameters: Float64Array, history: History): number {
  return 1 - departure(parameters, history).left;
}

function expected(parameters: Float64Array, history: History, horizon: number): number {
  const [r, alpha, s, beta] = parameters;
  const { x, age } = history;
  const grown = Math.log1p(horizon / (beta! + age));
  const u = (s! - 1) * grown;
  // (1 − e^−u) / (s − 1), which is `grown` at s = 1.
  const while_ = Math.abs(u) < 1e-12 ? grown : -Math.expm1(-u) / (s! - 1);
  return alive(parameters, history) * ((r! + x) / (alpha! + age)) * (beta! + age) * while_;
}

/** DERT: the integral of e^(−rate·t) ((β + T) / (β + T + t))^s, with t = (β + T)(e^v − 1). */
function discounted(parameters: Float64Array, history: History, rate: number): number {
  const [r, alpha, s, beta] = parameters;
  const { x, age } = history;
  const from = beta! + age;
  const end = Math.log1p(40 / (rate * from));
  const total = fine.nodes.reduce((sum, node, index) => {
    const v = node * end;
    return sum + fine.weights[index]! * Math.exp((1 - s!) * v - rate * from * Math.expm1(v));
  }, 0);
  return alive(parameters, history) * ((r! + x) / (alpha! + age)) * from * end * total;
}

function counts([r, alpha, s, beta]: Float64Array, age: number, most: number): readonly number[] {
  const chance = (x: number, time: number): number =>
    time === 0
      ? Number(x === 0)
      : Math.exp(gammaln(r! + x) - gammaln(r!) - gammaln(x + 1) - r! * Math.log1p(time / alpha!) + x * Math.log(time / (alpha! + time)));
  const least = Math.min(alpha!, beta!);
  const end = Math.log1p(age / least);
  const stayed = Math.exp(-s! * Math.log1p(age / beta!));
  const chances = Array.from({ length: most }, (_, x) =>
    fine.nodes.reduce(
      (sum, node, index) => {
        const time = least * Math.expm1(node * end);
        const leaves = (s! / beta!) * Math.exp(-(s! + 1) * Math.log1p(time / beta!));
        return sum + fine.weights[index]! * end * (least + time) * leaves * chance(x, time);
      },
      stayed * chance(x, age),
    ),
  );
  return [...chances, Math.max(0, 1 - chances.reduce((sum, one) => sum + one, 0))];
}
