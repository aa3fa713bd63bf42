import { z } from "zod";
import type { Method } from "../method.ts";
import { badInput } from "../refusal.ts";
import { normalUpper, tUpperQuantile } from "../special/tails.ts";
import { sequentialWidth } from "./inference.ts";

const Input = z.strictObject({
  /** mean of the metric, or the proportion, without the change */
  baseline: z.number().min(-1e100).max(1e100),
  /** variance per customer; absent for a proportion */
  variance: z.number().positive().max(1e100).optional(),
  /** the same in the treatment, where the effect is real; absent: equal to `variance`, or a proportion's own */
  treatmentVariance: z.number().positive().max(1e100).optional(),
  /** the smallest effect worth knowing, in the unit of `difference`; its sign is the direction hoped for */
  effect: z.number().min(-1e100).max(1e100),
  difference: z.enum(["absolute", "relative"]).default("relative"),
  test: z.enum(["two-sided", "greater", "less"]).default("two-sided"),
  alpha: z.number().min(1e-12).max(0.4999).default(0.05),
  power: z.number().min(0.01).max(0.9999).default(0.8),
  sequential: z.strictObject({ tuning: z.number().min(1e-6).max(1e12) }).optional(),
  /** part of the customers in the treatment */
  treatmentShare: z.number().min(0.001).max(0.999).default(0.5),
  /** new customers in the test per day */
  perDay: z.number().positive().optional(),
});
type Plan = z.infer<typeof Input>;

export interface SampleSize {
  readonly control: number;
  readonly treatment: number;
  readonly total: number;
  /** reached with these numbers; a little above what was asked, because customers are whole */
  readonly power: number;
  /** whole days, where `perDay` was given */
  readonly days?: number;
}

const most = 1e12;

/**
 * How many customers a test needs to show an effect with the asked chance (power).
 *
 * power = P(Z > (c·SE − |effect|)/SE), and for two-sided tests + P(Z > (c·SE + |effect|)/SE), with SE as in `effect.ts` where the effect is
 * real (for a proportion the treatment's own variance) and c Student's t at Welch's degrees of freedom, or the confidence sequence's
 * width at the last look. A test that may stop early has at least that power. Example: a lift of 10 % on 10 %: 16,233 per arm.
 * Throws `bad-input` for an effect of zero, in the wrong direction for the test, or beyond 1e12 customers.
 */
export const sampleSize: Method<Plan, SampleSize> = {
  name: "sample-size",
  told: { nl: "hoeveel klanten en dagen een test vraagt", en: "how many customers and days a test needs" },
  input: Input,
  compute(plan) {
    refuse(plan);
    let [low, high] = [4, 4];
    while (high < most && !(reached(plan, high) >= plan.power)) high *= 2;
    if (high >= most) throw badInput({ nl: "het effect is te klein om te tonen", en: "the effect is too small to show" });
    while (high > low) {
      const middle = Math.floor((low + high) / 2);
      if (reached(plan, middle) >= plan.power) high = middle;
      else low = middle + 1;
    }
    const [control, treatment] = armsOf(plan, low);
    const total = control + treatment;
    return {
      control,
      treatment,
      total,
      power: reached(plan, low),
      ...(plan.perDay === undefined ? {} : { days: Math.ceil(total / plan.perDay) }),
    };
  },
};

function armsOf({ treatmentShare }: Plan, total: number): readonly [number, number] {
  return [Math.max(2, Math.ceil(total * (1 - treatmentShare))), Math.max(2, Math.ceil(total * treatmentShare))];
}

/** The power of the plan with about `total` customers. */
function reached(plan: Plan, total: number): number {
  const { baseline, effect, difference, test, alpha, sequential } = plan;
  const [control, treatment] = armsOf(plan, total);
  const variance = plan.variance ?? baseline * (1 - baseline);
  const later = plan.treatmentVariance ?? plan.variance ?? after(plan) * (1 - after(plan));
  const [cv, tv] = [variance / control, later / treatment];
  const growth = difference === "relative" ? after(plan) / baseline : 1;
  const standardError = Math.sqrt(tv + cv * growth * growth) / (difference === "relative" ? Math.abs(baseline) : 1);
  const share = cv / (cv + tv);
  const degreesOfFreedom = 1 / (share ** 2 / (control - 1) + (1 - share) ** 2 / (treatment - 1));
  const critical = sequential
    ? sequentialWidth(control + treatment, test, alpha, sequential.tuning)
    : tUpperQuantile(test === "two-sided" ? alpha / 2 : alpha, degreesOfFreedom);
  const size = Math.abs(effect) / standardError;
  return normalUpper(critical - size) + (test === "two-sided" ? normalUpper(critical + size) : 0);
}

function after({ baseline, effect, difference }: Plan): number {
  return difference === "relative" ? baseline + effect * Math.abs(baseline) : baseline + effect;
}

function refuse(plan: Plan): void {
  const { baseline, effect, test, variance } = plan;
  if (effect === 0) throw badInput({ nl: "het effect is 0", en: "the effect is 0" });
  if (test === (effect > 0 ? "less" : "greater")) {
    throw badInput({ nl: "het effect gaat tegen de richting van de toets in", en: "the effect goes against the direction of the test" });
  }
  if (plan.difference === "relative" && baseline === 0) {
    throw badInput({ nl: "van 0 bestaat geen procent meer", en: "there is no percentage of a baseline of 0" });
  }
  const possible = (share: number): boolean => share > 0 && share < 1;
  if (variance === undefined && !(possible(baseline) && possible(after(plan)))) {
    throw badInput({
      nl: "zonder variance is baseline een aandeel, en dat ligt voor en na tussen 0 en 1",
      en: "without variance, baseline is a share, which lies between 0 and 1 before and after",
    });
  }
}
