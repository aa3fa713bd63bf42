import { z } from "zod";
import type { Method } from "../method.ts";
import { unsafe } from "../refusal.ts";
import { Arm, momentsOf } from "./arm.ts";
import { effectOf } from "./effect.ts";
import { fixedInference, type Inference, sequentialInference } from "./inference.ts";
import { type Posterior, posteriorOf } from "./posterior.ts";
import { type SampleRatio, sampleRatio } from "./sample-ratio.ts";

const Input = z.strictObject({
  kind: z.enum(["proportion", "mean", "ratio"]),
  control: Arm,
  treatment: Arm,
  difference: z.enum(["absolute", "relative"]).default("absolute"),
  test: z.enum(["two-sided", "greater", "less"]).default("two-sided"),
  alpha: z.number().min(1e-12).max(0.4999).default(0.05),
  sequential: z.strictObject({ tuning: z.number().min(1e-6).max(1e12) }).optional(),
  prior: z.strictObject({ mean: z.number().min(-1e50).max(1e50), variance: z.number().min(1e-100).max(1e100) }).optional(),
  users: z.array(z.int().min(0).max(1e15)).optional(),
  weights: z.array(z.number().min(0).max(1e15)).optional(),
});

export interface ExperimentResult extends Inference, Partial<Posterior> {
  readonly estimate: number;
  readonly standardError: number;
  readonly degreesOfFreedom: number;
  readonly srm?: SampleRatio;
}

/**
 * A controlled test of two arms, from raw sums per arm (`n` customers, Σx, Σx² …). See `effect.ts` for the effect, `inference.ts` for
 * interval and p-value, `posterior.ts` for the prior, `sample-ratio.ts` for the check of the assignment.
 *
 * Assumes customers are assigned at random, one by one, and do not influence each other. Units: of the metric, or of the lift (0.05 =
 * 5 %) where `difference` is relative. Example: 100 of 1,000 against 130 of 1,000 is 0.03, interval [0.0021, 0.0579], p 0.0354.
 * Throws `approximation-unsafe` for proportions with an expected count below 5 and lifts on a control mean near zero; `bad-input`.
 */
export const experiment: Method<z.infer<typeof Input>, ExperimentResult> = {
  name: "experiment",
  told: { nl: "het effect van een test met controlegroep", en: "the effect of a test with a control group" },
  input: Input,
  compute({ kind, control, treatment, difference, test, alpha, sequential, prior, users, weights }) {
    if (kind === "proportion") enoughExpected(control, treatment);
    const effect = effectOf(momentsOf(kind, control, "control"), momentsOf(kind, treatment, "treatment"), difference);
    const inference = sequential ? sequentialInference(effect, test, alpha, sequential.tuning) : fixedInference(effect, test, alpha);
    const { estimate, standardError, degreesOfFreedom } = effect;
    return {
      estimate,
      standardError,
      degreesOfFreedom,
      ...inference,
      ...(prior ? posteriorOf(effect, prior, alpha) : {}),
      ...(users || weights ? { srm: sampleRatio(users ?? [control.n, treatment.n], weights) } : {}),
    };
  },
};

function enoughExpected(control: Arm, treatment: Arm): void {
  const [n, sum] = [control.n + treatment.n, control.sum + treatment.sum];
  if (control.n < 2 || treatment.n < 2 || sum < 0 || sum > n) return;
  const least = (Math.min(control.n, treatment.n) * Math.min(sum, n - sum)) / n;
  if (least >= 5) return;
  throw unsafe(
    {
      nl: "in een van de groepen zijn minder dan 5 gevallen te verwachten",
      en: "fewer than 5 cases are to be expected in one of the groups",
    },
    {
      nl: "Fishers exacte toets met Newcombes interval",
      en: "Fisher’s exact test, with Newcombe’s interval",
    },
  );
}
