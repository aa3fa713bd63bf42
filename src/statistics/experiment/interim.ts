import { z } from "zod";
import type { Method } from "../method.ts";
import { normalUpper, normalUpperQuantile } from "../special/tails.ts";

const Input = z.strictObject({
  /** of the effect so far, in any one unit */
  estimate: z.number().min(-1e100).max(1e100),
  standardError: z.number().positive().max(1e100),
  /** part of the planned customers that the effect so far is over */
  fraction: z.number().gt(0).lt(1),
  /** the effect that was planned for, in the same unit */
  effect: z.number().min(-1e100).max(1e100),
  test: z.enum(["two-sided", "greater", "less"]).default("two-sided"),
  alpha: z.number().min(1e-12).max(0.4999).default(0.05),
  /** conditional power below which going on is futile */
  futile: z.number().min(0.001).max(0.5).default(0.2),
});

export interface InterimResult {
  /** chance of a significant result at the planned end, if the planned effect is real */
  readonly powerAsPlanned: number;
  /** the same, if the effect so far is the real one */
  readonly powerAsSeen: number;
  /** stopping loses little: even the planned effect would hardly be found */
  readonly futile: boolean;
}

/**
 * Power in the middle of a test of fixed size: the chance that it will be significant at its end, given what is seen now (conditional
 * power by Brownian motion; Lan & Wittes 1988, Biometrics 44, 579–585). With Z the statistic so far, t the fraction and θ the expected Z at
 * the end, the chance is 1 − Φ((c − Z√t − θ(1 − t))/√(1 − t)), for a two-sided test together with the same at −c. θ = effect/(SE·√t) as
 * planned, Z/√t as seen.
 *
 * Stopping because it is futile cannot make a false positive more likely; stopping because it looks good can: for that the sequential test
 * is there. Example: estimate 0, SE 1, half way, planned effect 2 (θ = 2.83): 0.220 two-sided.
 */
export const interim: Method<z.infer<typeof Input>, InterimResult> = {
  name: "interim",
  told: { nl: "of een lopende test nog iets kan aantonen", en: "whether a running test can still show something" },
  input: Input,
  compute({ estimate, standardError, fraction, effect, test, alpha, futile }) {
    const z = estimate / standardError;
    const critical = normalUpperQuantile(test === "two-sided" ? alpha / 2 : alpha);
    const power = (drift: number): number => {
      const beyond = (sign: 1 | -1) =>
        normalUpper((critical - sign * (z * Math.sqrt(fraction) + drift * (1 - fraction))) / Math.sqrt(1 - fraction));
      if (test === "greater") return beyond(1);
      return test === "less" ? beyond(-1) : beyond(1) + beyond(-1);
    };
    // The standard error at the end is √fraction of that so far.
    const powerAsPlanned = power(effect / (standardError * Math.sqrt(fraction)));
    return { powerAsPlanned, powerAsSeen: power(z / Math.sqrt(fraction)), futile: powerAsPlanned < futile };
  },
};
