import type { Random } from "../random.ts";
import type { Form, Smoothing, State } from "./ets.ts";

/**
 * A smoothing model to draw the future from. Its errors, relative or absolute as the form has them, are Student's t of `scale`: those of
 * business series have heavier tails than a normal distribution.
 */
export interface Source {
  readonly form: Form;
  readonly smoothing: Smoothing;
  readonly state: State;
  readonly scale: number;
  readonly degreesOfFreedom: number;
  /** share of the paths */
  readonly weight: number;
}

/** Draws `count` futures of `horizon` steps, one after the other in one array: path p, step h at p·horizon + h. */
export function drawPaths(sources: readonly Source[], horizon: number, count: number, random: Random): Float64Array {
  const paths = new Float64Array(count * horizon);
  const cumulative: number[] = [];
  for (const { weight } of sources) cumulative.push((cumulative.at(-1) ?? 0) + weight);
  for (let path = 0; path < count; path++) {
    const at = ((path + 0.5) / count) * cumulative.at(-1)!;
    const source = sources[cumulative.findIndex((share) => at <= share)]!;
    walk(source, paths.subarray(path * horizon, (path + 1) * horizon), random);
  }
  return paths;
}

function walk({ form, smoothing, state, scale, degreesOfFreedom }: Source, into: Float64Array, random: Random): void {
  const { alpha, beta, gamma } = smoothing;
  const season = Float64Array.from(state.season);
  const factor = form.damped ? smoothing.phi : 1;
  let { level, slope } = state;
  for (let step = 0; step < into.length; step++) {
    const at = step % season.length;
    const drift = factor * slope;
    const base = level + drift;
    const effect = form.season === "N" ? 0 : season[at]!;
    const forecast = form.season === "M" ? base * effect : base + effect;
    const drawn = scale * random.student(degreesOfFreedom);
    // A relative error of −1 would end a positive series for good.
    const value = form.error === "M" ? forecast * (1 + Math.max(drawn, -0.95)) : forecast + drawn;
    into[step] = value;
    const correction = (form.season === "M" ? value / effect : value - effect) - base;
    level = base + alpha * correction;
    slope = drift + beta * correction;
    if (form.season !== "N") season[at] = effect + gamma * ((form.season === "M" ? value / base : value - base) - effect);
  }
}
