import { badInput, type Because } from "../refusal.ts";
import { type Histories, rescaled, sampled } from "./histories.ts";
import { climb, type Climbed, hasRunOff, horizon, type Maximum, type Objective, polish } from "./maximise.ts";
import type { Model } from "./model.ts";

export interface FittedCustomers {
  readonly model: Model;
  /** in the order of `model.parameters`, times in the unit of the histories */
  readonly parameters: Float64Array;
  readonly logLikelihood: number;
  /** from the observed information; null where the data do not settle the parameters */
  readonly standardErrors: Float64Array | null;
  /** why the parameters were held near usual values; null where they were not */
  readonly held: Because | null;
}

/** Of a logarithm: a factor of more than 50 away from 1. */
const far = 4;
/** Of a logarithm: a parameter that may as well be e¹⁰ times as large has no maximum worth the name. */
const largestError = 10;
/** The weak prior of a fit that the data do not settle: the logarithm of each parameter is normal around its usual value. */
const priorDeviation = 2;

/**
 * Fits a model by maximum likelihood. Parameters are fitted as logarithms, times in units of the mean age, so that they have one size.
 * Nine starts are compared on a sample of the histories, the three best climb, the best of those climbs on all: a single start may stall at
 * a worse optimum. Where the likelihood has no maximum or hardly bends, a weak prior holds the parameters, and `held` says so. Throws
 * `bad-input` where nobody came back, or where there is one customer.
 */
export function fitCustomers(model: Model, histories: Histories): FittedCustomers {
  const customers = histories.customers.reduce((sum, count) => sum + count, 0);
  const total = (column: Float64Array): number => column.reduce((sum, value, index) => sum + value * histories.customers[index]!, 0);
  const [repeats, time] = [total(histories.x), total(histories.age)];
  if (customers < 2) {
    throw badInput({
      nl: "er zijn minder dan twee klanten; wat klanten van elkaar onderscheidt is dan niet te leren",
      en: "there are fewer than two customers, which does not tell how customers differ",
    });
  }
  if (repeats === 0) {
    throw badInput({
      nl: "geen enkele klant kocht een tweede keer voor het einde van de meetperiode; over terugkomen is dan niets te leren",
      en: "no customer bought a second time by the end of the calibration, which tells nothing about coming back",
    });
  }
  const unit = time / customers;
  const scaled = rescaled(histories, unit);
  const sample = sampled(scaled, 400);
  const starts = model.starts(repeats / customers).map((start) => start.map(Math.log));

  const free = maximum((data) => likelihood(model, data), sample, scaled, starts);
  const errors = free.covariance?.map((row, index) => Math.sqrt(row[index]!)) ?? null;
  const settled = errors !== null && errors.every((error) => error < largestError) && !hasRunOff(free);
  const usual = starts[0]!;
  const found = settled ? free : maximum((data) => held(likelihood(model, data), usual), sample, scaled, starts);

  const parameters = found.at.map((value, index) => Math.exp(value) * (model.times[index]! ? unit : 1));
  const logLikelihood = model.logLikelihood(parameters, histories, new Float64Array(parameters.length));
  return {
    model,
    parameters,
    logLikelihood,
    standardErrors: settled ? parameters.map((value, index) => value * errors[index]!) : null,
    held: settled ? null : reason(model, free, errors),
  };
}

function reason(model: Model, free: Maximum, errors: readonly number[] | null): Because {
  const unknown = model.parameters.filter(
    (_, index) => Math.abs(free.at[index]!) >= horizon || !(errors !== null && errors[index]! < largestError),
  );
  const names = (unknown.length === 0 ? model.parameters : unknown).join(", ");
  return {
    nl: `deze gegevens leggen ${names} niet vast; ze zijn dicht bij gebruikelijke waarden gehouden`,
    en: `these data do not settle ${names}, which were held near usual values`,
  };
}

function maximum(
  over: (histories: Histories) => Objective,
  sample: Histories,
  all: Histories,
  starts: readonly (readonly number[])[],
): Maximum {
  const quick = over(sample);
  const gradient = new Float64Array(starts[0]!.length);
  const ranked = starts
    .map((start) => ({ start, value: quick(Float64Array.from(start), gradient) }))
    .toSorted((one, other) => other.value - one.value)
    .map(({ start }) => start);
  const higher = (one: Climbed, other: Climbed): Climbed => (other.value > one.value ? other : one);
  const best = ranked
    .slice(0, 3)
    .map((start) => climb(quick, start))
    .reduce(higher);
  if (sample === all) return polish(quick, best);
  const objective = over(all);
  const reached = climb(objective, best.at);
  // A sample may have its maximum far off, on a ridge too flat to climb down from, where all of the data have one near by.
  const isFar = best.at.some((one) => Math.abs(one) > far);
  return polish(objective, isFar ? higher(reached, climb(objective, ranked[0]!)) : reached);
}

function likelihood(model: Model, histories: Histories): Objective {
  return (at, gradient) => {
    const parameters = at.map(Math.exp);
    const value = model.logLikelihood(parameters, histories, gradient);
    for (const [index, parameter] of parameters.entries()) gradient[index]! *= parameter;
    return value;
  };
}

function held(objective: Objective, usual: readonly number[]): Objective {
  return (at, gradient) => {
    let value = objective(at, gradient);
    for (const [index, one] of at.entries()) {
      const away = (one - usual[index]!) / priorDeviation;
      value -= (away * away) / 2;
      gradient[index]! -= away / priorDeviation;
    }
    return value;
  };
}
