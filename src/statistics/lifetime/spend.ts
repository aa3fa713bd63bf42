import digamma from "@stdlib/math-base-special-digamma";
import gammaln from "@stdlib/math-base-special-gammaln";
import type { Because } from "../refusal.ts";
import { frequenciesOf } from "./histories.ts";
import { climb, hasRunOff, type Objective, polish } from "./maximise.ts";

/** Customers' mean spend per repeat purchase, equal ones counted: index i of every column. */
export interface Spends {
  /** repeat purchases, 1 or more */
  readonly x: Float64Array;
  /** mean value of those, above 0 */
  readonly mean: Float64Array;
  readonly customers: Float64Array;
}

export interface FittedSpend {
  /** null where the data do not settle them: everybody is then expected to spend what they spent, and newcomers the mean */
  readonly parameters: { readonly p: number; readonly q: number; readonly v: number } | null;
  readonly standardErrors: { readonly p: number; readonly q: number; readonly v: number } | null;
  readonly logLikelihood: number | null;
  /** mean spend per purchase over the population, in money */
  readonly mean: number;
  readonly held: Because | null;
  /** what to expect of a customer with x repeat purchases: `base` + `own` × the mean of those; the population's mean where x = 0 */
  readonly weights: (x: number) => { readonly base: number; readonly own: number };
}

/**
 * Gamma-Gamma: the value of a purchase is Gamma(p, ν), and ν differs between customers as Gamma(q, v). p and q have no unit, v is money.
 * Assumes that what customers spend does not depend on how often they buy, and positive values. Population mean p·v / (q − 1); of a
 * customer with x purchases of mean m: p (v + x·m) / (p·x + q − 1). Source: Fader & Hardie (2013), The Gamma-Gamma model of monetary value,
 * eq. 1a and 5. Example: p 6.25, q 3.74, v 15.44; two purchases of 22.35 on average → 24.66. Null where there is no spend at all.
 */
export function fitSpend(spends: Spends): FittedSpend | null {
  const customers = spends.customers.reduce((sum, count) => sum + count, 0);
  if (customers === 0) return null;
  const observed = spends.mean.reduce((sum, mean, index) => sum + mean * spends.customers[index]!, 0) / customers;
  // In units of the mean, so that v has no size of its own.
  const unit: Spends = { ...spends, mean: spends.mean.map((mean) => mean / observed) };
  const objective = likelihoodOf(unit);
  const starts = [
    [6, 4],
    [1, 2],
    [30, 10],
  ].map(([p, q]) => [p!, q!, (q! - 1) / p!].map(Math.log));
  const best = starts.map((start) => climb(objective, start)).toSorted((one, other) => other.value - one.value)[0]!;
  const found = polish(objective, best);
  const { at, value, covariance } = found;
  const [p, q, scaled] = [...at].map(Math.exp) as [number, number, number];
  const errors = covariance?.map((row, index) => Math.sqrt(row[index]!)) ?? null;
  const settled = errors !== null && !hasRunOff(found);
  if (!settled || q <= 1.001) return { ...unsettled(observed), held: settled ? heavy : few };
  const v = scaled * observed;
  const purchases = spends.customers.reduce((sum, count, index) => sum + count * Math.log(spends.mean[index]!), 0);
  const purchasesInUnits = unit.mean.reduce((sum, mean, index) => sum + spends.customers[index]! * Math.log(mean), 0);
  return {
    parameters: { p, q, v },
    standardErrors: { p: p * errors[0]!, q: q * errors[1]!, v: v * errors[2]! },
    logLikelihood: value + purchasesInUnits - purchases,
    mean: (p * v) / (q - 1),
    held: null,
    weights: (x) => ({ base: (p * v) / (p * x + q - 1), own: (p * x) / (p * x + q - 1) }),
  };
}

const few: Because = {
  nl: "deze gegevens leggen p, q en v niet vast; iedereen besteedt naar verwachting wat hij besteedde, wie niet terugkwam het gemiddelde",
  en: "these data do not settle p, q and v; everybody is expected to spend what they spent, who did not come back the mean",
};
const heavy: Because = {
  nl: "de bestedingen lopen zo ver uiteen dat het model geen gemiddelde heeft; iedereen besteedt naar verwachting wat hij besteedde, wie niet terugkwam het gemiddelde",
  en: "values differ so much that the model has no mean; everybody is expected to spend what they spent, who did not come back the mean",
};

function unsettled(mean: number): Omit<FittedSpend, "held"> {
  return {
    parameters: null,
    standardErrors: null,
    logLikelihood: null,
    mean,
    weights: (x) => (x > 0 ? { base: 0, own: 1 } : { base: mean, own: 0 }),
  };
}

function likelihoodOf(spends: Spends): Objective {
  const { values, customers } = frequenciesOf(spends);
  const n = spends.customers.reduce((sum, count) => sum + count, 0);
  const [logs, spent] = [new Float64Array(spends.x.length), new Float64Array(spends.x.length)];
  for (const [index, x] of spends.x.entries()) {
    logs[index] = Math.log(spends.mean[index]!);
    spent[index] = x * spends.mean[index]!;
  }
  return (at, gradient) => {
    const [p, q, v] = [...at].map(Math.exp) as [number, number, number];
    const [logGammaQ, slopeQ, logV] = [gammaln(q), digamma(q), Math.log(v)];
    let sum = n * (q * logV - logGammaQ);
    let [byP, byQ, byV] = [0, n * (logV - slopeQ), (n * q) / v];
    for (const [index, x] of values.entries()) {
      const count = customers[index]!;
      const [both, own] = [digamma(p * x + q), digamma(p * x)];
      sum += count * (gammaln(p * x + q) - gammaln(p * x) + p * x * Math.log(x));
      byP += count * x * (both - own + Math.log(x));
      byQ += count * both;
    }
    for (let index = 0; index < spends.x.length; index++) {
      const count = spends.customers[index]!;
      const x = spends.x[index]!;
      const whole = v + spent[index]!;
      const log = Math.log(whole);
      sum += count * ((p * x - 1) * logs[index]! - (p * x + q) * log);
      byP += count * x * (logs[index]! - log);
      byQ -= count * log;
      byV -= (count * (p * x + q)) / whole;
    }
    gradient.set([byP * p, byQ * q, byV * v]);
    return sum;
  };
}
