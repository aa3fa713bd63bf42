import { z } from "zod";
import type { Method } from "../method.ts";
import { Random } from "../random.ts";
import { badInput } from "../refusal.ts";
import { normalUpper, normalUpperQuantile } from "../special/tails.ts";
import { winsorised } from "./winsorise.ts";

const values = z.array(z.number().min(-1e100).max(1e100)).min(2).max(1_000_000);

const mostDraws = 1e9;

const Input = z.strictObject({
  control: values,
  treatment: values,
  difference: z.enum(["absolute", "relative"]).default("absolute"),
  /** quantile above which values are brought down to it, over both arms together: 0.99; absent: nothing is cut */
  winsorise: z.number().gt(0.5).lt(1).optional(),
  alpha: z.number().min(1e-6).max(0.4999).default(0.05),
  samples: z.int().min(200).max(100_000).default(5_000),
  seed: z.int().min(0).max(4_294_967_295).default(1),
});

export interface BootstrapResult {
  readonly estimate: number;
  readonly standardError: number;
  readonly interval: readonly [number, number];
  /** values at or above which were brought down, and how many; absent without `winsorise` */
  readonly winsorised?: { readonly limit: number; readonly control: number; readonly treatment: number };
}

/**
 * The difference of two means with an interval that assumes no shape of the values: bias-corrected and accelerated bootstrap (BCa; Efron
 * 1987, JASA 82, 171–185, eq. 6.8), resampling customers within each arm. With z₀ = Φ⁻¹(share of resampled estimates below the estimate)
 * and a the skewness of the jackknife's influences, Σ(θ̄ − θᵢ)³ / (6(Σ(θ̄ − θᵢ)²)^1.5) over both arms, the ends are the resampled quantiles at
 * Φ(z₀ + (z₀ + z)/(1 − a(z₀ + z))).
 *
 * For heavy tails (a few very large orders; with 60 log-normal values an arm it covers 90 %, not 95), where Student's interval is too symmetric. Values are those of one customer each, those who
 * did nothing included as 0. `winsorise` changes what is estimated, the mean of capped values, and so is told in the result. The same
 * seed gives the same interval. Example: control [0, 1, 2, 3], treatment [1, 2, 3, 10] is 2.5.
 * Throws `bad-input` where nothing varies, and for a lift on a control mean of 0.
 */
export const bootstrap: Method<z.infer<typeof Input>, BootstrapResult> = {
  name: "bootstrap",
  told: { nl: "het verschil van twee groepen zonder aanname over de vorm", en: "the difference of two arms without assuming a shape" },
  input: Input,
  compute({ control, treatment, difference, winsorise, alpha, samples, seed }) {
    if ((control.length + treatment.length) * samples > mostDraws) {
      throw badInput({
        nl: "zoveel waarden zo vaak trekken duurt te lang; bij zoveel klanten geeft experiment hetzelfde interval",
        en: "drawing so many values so often takes too long; with so many customers, experiment gives the same interval",
      });
    }
    const cut = winsorise === undefined ? null : winsorised([control, treatment], winsorise);
    const [c, t] = cut === null ? [control, treatment] : [cut.values[0]!, cut.values[1]!];
    const base = mean(c);
    if (difference === "relative" && base === 0) {
      throw badInput({ nl: "van 0 bestaat geen procent meer", en: "there is no percentage of a mean of 0" });
    }
    const effect = (below: number, above: number) => (difference === "absolute" ? above - below : (above - below) / Math.abs(below));
    const estimate = effect(base, mean(t));
    const random = new Random(seed);
    const drawn = Array.from({ length: samples }, () => effect(resampledMean(c, random), resampledMean(t, random)));
    const found = drawn.filter((one) => Number.isFinite(one)).sort((a, b) => a - b);
    if (found.length < samples || found[0] === found.at(-1)) {
      throw badInput({ nl: "de waarden verschillen te weinig", en: "the values vary too little" });
    }
    const below = (found.filter((one) => one < estimate).length + found.filter((one) => one === estimate).length / 2) / samples;
    const bias = -normalUpperQuantile(Math.min(1 - 0.5 / samples, Math.max(0.5 / samples, below)));
    const acceleration = accelerationOf(c, t, effect);
    const end = (z: number) => {
      const at = bias + (bias + z) / (1 - acceleration * (bias + z));
      return quantile(found, normalUpper(-at));
    };
    const z = normalUpperQuantile(alpha / 2);
    const middle = mean(found);
    const standardError = Math.sqrt(found.reduce((sum, one) => sum + (one - middle) ** 2, 0) / (samples - 1));
    return {
      estimate,
      standardError,
      interval: [end(-z), end(z)],
      ...(cut === null ? {} : { winsorised: { limit: cut.limit, control: cut.changed[0]!, treatment: cut.changed[1]! } }),
    };
  },
};

function mean(of: readonly number[]): number {
  return of.reduce((sum, one) => sum + one, 0) / of.length;
}

function resampledMean(of: readonly number[], random: Random): number {
  let sum = 0;
  for (let count = of.length; count > 0; count--) sum += of[Math.floor(random.uniform() * of.length)]!;
  return sum / of.length;
}

/** Each customer left out once; the influence of an arm's customer is scaled by the arm's size. */
function accelerationOf(
  control: readonly number[],
  treatment: readonly number[],
  effect: (below: number, above: number) => number,
): number {
  const [c, t] = [mean(control), mean(treatment)];
  const without = (all: readonly number[], average: number, one: number) => (average * all.length - one) / (all.length - 1);
  const influences = [
    centred(control.map((one) => effect(without(control, c, one), t))),
    centred(treatment.map((one) => effect(c, without(treatment, t, one)))),
  ].flatMap((arm) => arm.map((one) => (one * (arm.length - 1)) / arm.length));
  const squares = influences.reduce((sum, one) => sum + one ** 2, 0);
  const skewness = influences.reduce((sum, one) => sum + one ** 3, 0) / (6 * squares ** 1.5);
  return Number.isFinite(skewness) ? skewness : 0;
}

function centred(of: readonly number[]): readonly number[] {
  const middle = mean(of);
  return of.map((one) => middle - one);
}

/** R's type 7. */
function quantile(sorted: readonly number[], p: number): number {
  const at = (sorted.length - 1) * Math.min(1, Math.max(0, p));
  const low = sorted[Math.floor(at)]!;
  return low + (sorted[Math.ceil(at)]! - low) * (at - Math.floor(at));
}
