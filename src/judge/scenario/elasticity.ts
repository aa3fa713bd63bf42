import { pooledEffect } from "../../statistics/index.ts";

/** A lift on the control (0.05 = 5 %) with its standard error. */
export interface Lift {
  readonly estimate: number;
  readonly standardError: number;
}

/** How much of a change of the cause arrives at the result: 1 % more of the one gives `estimate` % more of the other. */
export interface Elasticity {
  readonly estimate: number;
  readonly standardError: number;
  /** 80 % */
  readonly interval: readonly [number, number];
  /** the smallest and largest lift of the cause that was tried, 0 included: beyond them nothing was seen */
  readonly tried: readonly [number, number];
}

/** Below an F of 10 a cause that hardly moved makes ratios that are anything (Staiger & Stock 1997, Econometrica 65, 557–586). */
const leastF = 10;

/**
 * The elasticity that experiments show which moved both ends of a link: per experiment ln(1 + lift of the result) / ln(1 + lift of the cause)
 * (the Wald estimator on logarithms; its variance by the delta method, with both lifts as independent, which is too wide where they
 * move along), pooled by random effects. It takes all that an experiment did to the result to have gone through the cause.
 * Null where in none the cause moved well beyond noise.
 */
export function elasticityOf(experiments: readonly { readonly cause: Lift; readonly result: Lift }[]): Elasticity | null {
  const moved = experiments.filter(
    ({ cause, result }) =>
      cause.estimate > -1 && result.estimate > -1 && result.standardError > 0 && (cause.estimate / cause.standardError) ** 2 >= leastF,
  );
  if (moved.length === 0) return null;
  const ratios = moved.map(({ cause, result }) => {
    const [by, gave] = [Math.log1p(cause.estimate), Math.log1p(result.estimate)];
    const estimate = gave / by;
    const [byError, gaveError] = [cause.standardError / (1 + cause.estimate), result.standardError / (1 + result.estimate)];
    return { estimate, standardError: Math.hypot(gaveError, estimate * byError) / Math.abs(by) };
  });
  const { estimate, standardError, interval } = pooledEffect(ratios, 0.2);
  const lifts = moved.map(({ cause }) => cause.estimate);
  return { estimate, standardError, interval, tried: [Math.min(0, ...lifts), Math.max(0, ...lifts)] };
}
