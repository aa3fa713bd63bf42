import betainc from "@stdlib/math-base-special-betainc";
import betaln from "@stdlib/math-base-special-betaln";
import digamma from "@stdlib/math-base-special-digamma";
import gammaln from "@stdlib/math-base-special-gammaln";
import { logHypergeometric } from "../special/hypergeometric.ts";
import { gaussLegendre } from "../special/quadrature.ts";
import { frequenciesOf, type Histories, type History } from "./histories.ts";
import type { Model } from "./model.ts";

const rule = gaussLegendre(48);

/**
 * BG/NBD: a customer buys at a rate λ ~ Gamma(r, α) and leaves after any purchase with chance p ~ Beta(a, b). r, a and b have no unit, α
 * has the unit of time. Assumes constant rates, and that λ and p are independent. Source: Fader, Hardie & Lee (2005), Marketing Science
 * 24, 275–284: likelihood eq. 6, counts eq. 8, conditional expectation eq. 10.
 *
 * The conditional expectation is not computed as printed there, which divides by a − 1 and subtracts nearly equal numbers: with J the number
 * of purchases a customer who stays would make (negative binomial), of which the i-th happens where the customer survived those
 * before it, it is P(alive) · E[Σ_{i<J} E(1 − p)ⁱ], a sum of positive terms. Example: r 0.243, α 4.414, a 0.793, b 2.426, and a customer with
 * x 2, recency 30.43, age 38.86 (weeks): 1.226 purchases in the next 39.
 */
export const bgNbd: Model = {
  name: "bg-nbd",
  parameters: ["r", "alpha", "a", "b"],
  times: [false, true, false, false],
  starts: (rate) =>
    [0.25, 1, 4].flatMap((r) =>
      [
        [0.7, 2.5],
        [0.2, 4],
        [3, 12],
      ].map(([a, b]) => [r, r / rate, a!, b!]),
    ),
  logLikelihood,
  alive,
  expected,
  discounted,
  counts,
};

function logLikelihood([r, alpha, a, b]: Float64Array, histories: Histories, gradient: Float64Array): number {
  const { values, customers, of } = frequenciesOf(histories);
  const n = customers.reduce((sum, count) => sum + count, 0);
  const logAlpha = Math.log(alpha!);
  const logA = Math.log(a!);
  let sum = n * r! * logAlpha;
  let [byR, byAlpha, byA, byB] = [n * logAlpha, (n * r!) / alpha!, 0, 0];
  const leaving = new Float64Array(values.length);
  const atR = { log: gammaln(r!), slope: digamma(r!) };
  const atB = { log: gammaln(b!), slope: digamma(b!) };
  const atAB = { log: gammaln(a! + b!), slope: digamma(a! + b!) };
  for (const [index, x] of values.entries()) {
    if (x === 0) continue;
    const count = customers[index]!;
    sum += count * (gammaln(r! + x) - atR.log + gammaln(b! + x) - atB.log + atAB.log - gammaln(a! + b! + x));
    const together = atAB.slope - digamma(a! + b! + x);
    byR += count * (digamma(r! + x) - atR.slope);
    byA += count * together;
    byB += count * (together + digamma(b! + x) - atB.slope);
    leaving[index] = logA - Math.log(b! + x - 1);
  }
  for (let index = 0; index < of.length; index++) {
    const count = histories.customers[index]!;
    const x = histories.x[index]!;
    const end = alpha! + histories.age[index]!;
    const logEnd = Math.log(end);
    if (x === 0) {
      sum -= count * r! * logEnd;
      byR -= count * logEnd;
      byAlpha -= (count * r!) / end;
      continue;
    }
    const last = alpha! + histories.recency[index]!;
    const logLast = Math.log(last);
    // Odds of having left: b + x − 1 > 0, for x ≥ 1.
    const logOdds = leaving[of[index]!]! + (r! + x) * (logEnd - logLast);
    const left = 1 / (1 + Math.exp(-logOdds));
    sum += count * (-(r! + x) * logEnd + softplus(logOdds));
    byR -= count * ((1 - left) * logEnd + left * logLast);
    byAlpha -= count * (r! + x) * ((1 - left) / end + left / last);
    byA += (count * left) / a!;
    byB -= (count * left) / (b! + x - 1);
  }
  gradient.set([byR, byAlpha, byA, byB]);
  return sum;
}

/** ln(1 + e^u) without overflow. */
function softplus(u: number): number {
  return Math.max(u, 0) + Math.log1p(Math.exp(-Math.abs(u)));
}

function alive([r, alpha, a, b]: Float64Array, { x, recency, age }: History): number {
  if (x === 0) return 1;
  return 1 / (1 + Math.exp(Math.log(a!) - Math.log(b! + x - 1) + (r! + x) * Math.log((alpha! + age) / (alpha! + recency))));
}

function expected(parameters: Float64Array, history: History, horizon: number): number {
  const chance = alive(parameters, history);
  return chance === 0 || horizon === 0 ? 0 : chance * whileAlive(parameters, history, horizon);
}

/** Purchases in the horizon of a customer who is there at its beginning. */
function whileAlive([r, alpha, a, b]: Float64Array, { x, age }: History, horizon: number): number {
  const k = r! + x;
  const from = alpha! + age;
  const share = horizon / (from + horizon);
  if (share > 0.999 || k * horizon > 1e4 * from) return overChances(a!, b! + x, k, horizon / from);
  const logRest = k * Math.log(from / (from + horizon));
  let [term, scale, made, survived] = [1, logRest, 0, 1];
  let [sum, weight] = [0, 1];
  for (let j = 1; ; j++) {
    // term: chance of j purchases; made: how many of j happen; survived: the chance that the next one does.
    const ratio = ((k + j - 1) / j) * share;
    term *= ratio;
    made += survived;
    survived *= (b! + x + j - 1) / (a! + b! + x + j - 1);
    sum += term * made;
    weight += term;
    const next = ((k + j) / (j + 1)) * share * (1 + survived / made);
    if (next < 1 && term * made < sum * (1 - next) * 1e-17) break;
    if (weight > 1e200) {
      scale += Math.log(weight);
      sum /= weight;
      term /= weight;
      weight = 1;
    }
  }
  return sum * Math.exp(scale);
}

/** The same where the series is long: E over p ~ Beta(a, b) of [1 − (1 + p·w)^(−k)] / p, by the double exponential rule. */
function overChances(a: number, b: number, k: number, w: number): number {
  const logBeta = betaln(a, b);
  const step = 1 / 32;
  const centre = Math.log(a / b) / 2;
  const width = Math.min(1, Math.sqrt(1 / a + 1 / b)) * (Math.PI / 2);
  let sum = 0;
  for (let node = -256; node <= 256; node++) {
    const u = centre + width * Math.sinh(node * step);
    // p = e^u / (e^u + e^−u) and its complement, each with all its digits.
    const logP = -softplus(-2 * u);
    const logQ = -softplus(2 * u);
    const p = Math.exp(logP);
    const purchases = p * w < 1e-12 ? k * w : -Math.expm1(-k * Math.log1p(p * w)) / p;
    sum += Math.exp(a * logP + b * logQ - logBeta) * purchases * 2 * width * Math.cosh(node * step);
  }
  return sum * step;
}

/** ∫ e^(−rate·t) × the rate of buying at t: (k / (α + T)) · E over p of (1 + p·t / (α + T))^(−k−1), a ₂F₁ after Pfaff's transformation. */
function discounted(parameters: Float64Array, history: History, rate: number): number {
  const [r, alpha, a, b] = parameters;
  const { x, age } = history;
  const chance = alive(parameters, history);
  if (chance === 0) return 0;
  const k = r! + x;
  const from = alpha! + age;
  // t = from (e^v − 1): both the early rush and the long tail get their nodes.
  const end = Math.log1p(40 / (rate * from));
  const total = rule.nodes.reduce((sum, node, index) => {
    const grown = Math.exp(node * end);
    const logMean = logHypergeometric(k + 1, b! + x, a! + b! + x, 1 - 1 / grown) - (k + 1) * node * end;
    return sum + rule.weights[index]! * Math.exp(logMean - rate * from * (grown - 1)) * grown;
  }, 0);
  return chance * k * end * total;
}

function counts([r, alpha, a, b]: Float64Array, age: number, most: number): readonly number[] {
  const share = age / (alpha! + age);
  const chances = Array.from({ length: most }, (_, x) => {
    const purchases = Math.exp(
      gammaln(r! + x) - gammaln(r!) - gammaln(x + 1) + r! * Math.log1p(-share) + x * (x === 0 ? 0 : Math.log(share)),
    );
    const stayed = Math.exp(betaln(a!, b! + x) - betaln(a!, b!)) * purchases;
    if (x === 0) return stayed;
    return stayed + Math.exp(betaln(a! + 1, b! + x - 1) - betaln(a!, b!)) * betainc(share, x, r!, true, false);
  });
  return [...chances, Math.max(0, 1 - chances.reduce((sum, chance) => sum + chance, 0))];
}
