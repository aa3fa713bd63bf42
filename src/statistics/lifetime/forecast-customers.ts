import type { Because } from "../refusal.ts";
import { bgNbd } from "./bg-nbd.ts";
import { type CalibrationGroup, calibrationOf } from "./calibration.ts";
import { fitCustomers } from "./fit.ts";
import type { Histories } from "./histories.ts";
import type { Model } from "./model.ts";
import { paretoNbd } from "./pareto-nbd.ts";
import { fitSpend, type FittedSpend, type Spends } from "./spend.ts";

export const models = { "bg-nbd": bgNbd, "pareto-nbd": paretoNbd } as const satisfies Record<string, Model>;
export type ModelName = keyof typeof models;

/** What customers did until the end of the calibration, equal histories as one. Columns that are per history have its length. */
export interface CustomerData {
  readonly histories: Histories;
  /** null where values are not known */
  readonly spend: {
    readonly spends: Spends;
    /** per history: of customers whose mean spend is known, how many and the sum of those means */
    readonly known: Float64Array;
    readonly sum: Float64Array;
  } | null;
  /** per history: purchases of its customers in the horizon; null where the data end before it does */
  readonly later: Float64Array | null;
}

export interface LifetimeResult {
  readonly model: ModelName;
  readonly customers: number;
  /** r, alpha, a, b (BG/NBD) or r, alpha, s, beta (Pareto/NBD); times in the unit of the histories */
  readonly parameters: Readonly<Record<string, number>>;
  /** from the observed information; null where the data do not settle the parameters */
  readonly standardErrors: Readonly<Record<string, number>> | null;
  readonly logLikelihood: number;
  /** mean chance that a customer is still one at the end of the calibration */
  readonly alive: number;
  /** Gamma-Gamma of the value of a purchase, `mean` over the population; null without values */
  readonly spend: {
    readonly p: number | null;
    readonly q: number | null;
    readonly v: number | null;
    readonly mean: number;
    readonly logLikelihood: number | null;
  } | null;
  /** purchases in the horizon; `actual` null where the data end before it does */
  readonly holdout: { readonly expected: number; readonly actual: number | null };
  /** to be expected of all customers together in the horizon; value null without values */
  readonly totals: { readonly purchases: number; readonly value: number | null };
  /** residual purchases of all customers for ever, each worth e^(−rate·t) after a time t (DERT); value as in `totals`. Absent where not asked */
  readonly discounted?: { readonly rate: number; readonly purchases: number; readonly value: number | null };
  readonly calibration: readonly CalibrationGroup[];
  /** what the data did not settle and what was done instead; absent where there is nothing to say */
  readonly fallback?: readonly Because[];
}

export interface CustomersForecast {
  readonly result: LifetimeResult;
  /** per history */
  readonly alive: Float64Array;
  readonly purchases: Float64Array;
  /** null where not asked */
  readonly discounted: Float64Array | null;
  readonly spend: FittedSpend | null;
}

/**
 * Fits a model of repeat buying, and of spend where values are known, and says what to expect of each history in the `horizon` (in the
 * histories' unit of time) after the calibration; with `discount`, a continuous rate per unit of time, also for ever: discounted expected
 * residual transactions (Fader, Hardie & Lee 2005, JMR 42, 415–430). Throws `bad-input` where nobody came back, or where there is one customer.
 */
export function forecastCustomers(data: CustomerData, name: ModelName, horizon: number, discount: number | null = null): CustomersForecast {
  const { histories, later } = data;
  const fitted = fitCustomers(models[name], histories);
  const { model, parameters } = fitted;
  const [alive, purchases] = [new Float64Array(histories.x.length), new Float64Array(histories.x.length)];
  const discounted = discount === null ? null : new Float64Array(histories.x.length);
  for (let index = 0; index < alive.length; index++) {
    const history = { x: histories.x[index]!, recency: histories.recency[index]!, age: histories.age[index]! };
    alive[index] = model.alive(parameters, history);
    purchases[index] = model.expected(parameters, history, horizon);
    if (discounted !== null) discounted[index] = model.discounted(parameters, history, discount!);
  }
  const total = (column: Float64Array): number => column.reduce((sum, value, index) => sum + value * histories.customers[index]!, 0);
  const customers = histories.customers.reduce((sum, count) => sum + count, 0);
  const spend = data.spend === null ? null : fitSpend(data.spend.spends);
  const expected = total(purchases);
  const fallback = [fitted.held, spend?.held ?? null].filter((one) => one !== null);
  const named = (values: Float64Array): Record<string, number> =>
    Object.fromEntries(model.parameters.map((parameter, index) => [parameter, values[index]!]));
  return {
    alive,
    purchases,
    discounted,
    spend,
    result: {
      model: name,
      customers,
      parameters: named(parameters),
      standardErrors: fitted.standardErrors === null ? null : named(fitted.standardErrors),
      logLikelihood: fitted.logLikelihood,
      alive: total(alive) / customers,
      spend:
        spend === null
          ? null
          : { ...(spend.parameters ?? { p: null, q: null, v: null }), mean: spend.mean, logLikelihood: spend.logLikelihood },
      holdout: { expected, actual: later === null ? null : later.reduce((sum, count) => sum + count, 0) },
      totals: { purchases: expected, value: spend === null ? null : valueOf(data, purchases, spend) },
      ...(discounted === null
        ? {}
        : {
            discounted: {
              rate: discount!,
              purchases: total(discounted),
              value: spend === null ? null : valueOf(data, discounted, spend),
            },
          }),
      calibration: calibrationOf(fitted, histories, purchases, later),
      ...(fallback.length === 0 ? {} : { fallback }),
    },
  };
}

/** The expected spend is linear in a customer's own mean, so that the sum of those means is enough. */
function valueOf({ histories, spend: data }: CustomerData, purchases: Float64Array, spend: FittedSpend): number {
  return purchases.reduce((sum, count, index) => {
    const known = data!.known[index]!;
    const { base, own } = spend.weights(histories.x[index]!);
    const perPurchase = known * base + own * data!.sum[index]! + (histories.customers[index]! - known) * spend.mean;
    return sum + count * perPurchase;
  }, 0);
}
