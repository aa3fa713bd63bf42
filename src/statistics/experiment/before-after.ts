import { z } from "zod";
import type { Method } from "../method.ts";
import { badInput } from "../refusal.ts";
import { fixedInference, type Inference } from "./inference.ts";

const Side = z.strictObject({
  n: z.int().min(2).max(1e15),
  mean: z.number().min(-1e100).max(1e100),
  variance: z.number().min(0).max(1e100),
});
const Group = z.strictObject({
  before: Side,
  after: Side,
  /** between a customer's value before and after; absent: other customers before than after */
  correlation: z.number().min(-1).max(1).optional(),
});
const Input = z.strictObject({
  control: Group,
  treatment: Group,
  test: z.enum(["two-sided", "greater", "less"]).default("two-sided"),
  alpha: z.number().min(1e-12).max(0.4999).default(0.05),
});

export interface BeforeAfterResult extends Inference {
  readonly estimate: number;
  readonly standardError: number;
  readonly degreesOfFreedom: number;
  /** nobody was assigned by chance, so something else may have made the difference */
  readonly evidence: "weaker";
}

/**
 * Difference in differences, where chance could not assign: (treatment after − before) − (control after − before), in the metric's unit.
 *
 * Variance: Σ over the four of s²/n, less 2·r·√(s²b/n · s²a/n) in a group whose customers are the same before and after (r their
 * correlation). Degrees of freedom: Welch–Satterthwaite over the two groups' changes. (Angrist & Pischke 2009, Mostly Harmless
 * Econometrics, § 5.2.) Assumes that without the change both groups would have moved alike (parallel trends), which no data of two moments
 * can show: the result is always marked `evidence: "weaker"`, and no link is supported by it. Example: control 10 → 11, treatment
 * 10 → 14, each n 100 and variance 4: 3, standard error 0.4.
 */
export const beforeAfter: Method<z.infer<typeof Input>, BeforeAfterResult> = {
  name: "before-after",
  told: {
    nl: "voor en na met een controlegroep, zonder loting: zwakker bewijs",
    en: "before and after with a control, not randomised: weaker evidence",
  },
  input: Input,
  compute({ control, treatment, test, alpha }) {
    const [c, t] = [changeOf(control), changeOf(treatment)];
    const variance = c.variance + t.variance;
    if (!(variance > 0)) throw badInput({ nl: "alle klanten hebben dezelfde waarde", en: "all customers have the same value" });
    const estimate = t.change - c.change;
    const share = c.variance / variance;
    const degreesOfFreedom = 1 / (share ** 2 / c.degreesOfFreedom + (1 - share) ** 2 / t.degreesOfFreedom);
    const effect = { estimate, standardError: Math.sqrt(variance), degreesOfFreedom, n: control.after.n + treatment.after.n };
    const { standardError } = effect;
    return { estimate, standardError, degreesOfFreedom, ...fixedInference(effect, test, alpha), evidence: "weaker" };
  },
};

function changeOf({ before, after, correlation }: z.infer<typeof Group>): { change: number; variance: number; degreesOfFreedom: number } {
  const [b, a] = [before.variance / before.n, after.variance / after.n];
  if (correlation !== undefined) {
    if (before.n !== after.n) {
      throw badInput({
        nl: "met correlation zijn het dezelfde klanten, dus even veel",
        en: "with correlation they are the same customers, so as many",
      });
    }
    return {
      change: after.mean - before.mean,
      variance: Math.max(0, a + b - 2 * correlation * Math.sqrt(a * b)),
      degreesOfFreedom: after.n - 1,
    };
  }
  // Welch's, of four groups: those of this group's two.
  const degreesOfFreedom = a + b === 0 ? before.n + after.n - 2 : (a + b) ** 2 / (a ** 2 / (after.n - 1) + b ** 2 / (before.n - 1));
  return { change: after.mean - before.mean, variance: a + b, degreesOfFreedom };
}
