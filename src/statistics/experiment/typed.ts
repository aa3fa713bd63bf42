import { z } from "zod";
import { ask } from "../ask.ts";
import { HelderError } from "../../framework/index.ts";
import { badInput } from "../refusal.ts";
import { experiment, type ExperimentResult } from "./experiment.ts";
import { normalUpperQuantile, normalUpper } from "../special/tails.ts";

/** An effect in both units; a unit that the approximation refuses is the refusal. */
export interface BothDifferences {
  readonly absolute: ExperimentResult | HelderError;
  readonly relative: ExperimentResult | HelderError;
}

/** The input of `stats experiment`, without `difference`: the effect as a difference and as a lift. Throws what both throw. */
export function bothDifferences(input: object): BothDifferences {
  const [absolute, relative] = (["absolute", "relative"] as const).map((difference) => {
    try {
      return ask(experiment, { ...input, difference });
    } catch (problem) {
      if (problem instanceof HelderError) return problem;
      throw problem;
    }
  }) as [ExperimentResult | HelderError, ExperimentResult | HelderError];
  return { absolute, relative };
}

const Told = z.looseObject({
  estimate: z.number(),
  interval: z.tuple([z.number(), z.number()]),
  pValue: z.number().min(0).max(1).optional(),
});

/**
 * A result that a person typed: sums per arm as `stats experiment` takes them (`kind` may be left out), or the lift with its interval:
 * `{estimate: 0.12, interval: [0.05, 0.19]}` (0.12 = 12 %). The p-value of the latter, where it is not typed, follows from the interval as a
 * normal one of level 1 − α. `sequential`: of a test that is looked at on the way, so that sums get an interval that holds at each look; a typed
 * interval is taken as it is. Throws `bad-input`.
 */
export function typedResult(value: unknown, alpha: number, sequential?: { readonly tuning: number }): BothDifferences {
  if (typeof value === "object" && value !== null && "control" in value && "treatment" in value) {
    const control = value.control as Readonly<Record<string, unknown>> | null;
    const kind = control?.["denominatorSum"] !== undefined ? "ratio" : control?.["sumSquares"] !== undefined ? "mean" : "proportion";
    return bothDifferences({ kind, alpha, ...(sequential === undefined ? {} : { sequential }), ...value });
  }
  const told = Told.safeParse(value);
  if (!told.success || told.data.interval[0] > told.data.estimate || told.data.estimate > told.data.interval[1]) {
    throw badInput({
      nl: "een getypte uitkomst heeft control en treatment met sommen, of estimate met een interval eromheen",
      en: "a typed outcome has control and treatment with sums, or estimate with an interval around it",
    });
  }
  const { estimate, interval } = told.data;
  const standardError = (interval[1] - interval[0]) / (2 * normalUpperQuantile(alpha / 2));
  const far = standardError > 0 ? Math.abs(estimate) / standardError : Infinity;
  const pValue = told.data.pValue ?? (estimate === 0 ? 1 : Math.min(1, 2 * normalUpper(far)));
  return {
    absolute: badInput({ nl: "alleen het relatieve verschil is getypt", en: "only the lift was typed" }),
    relative: { estimate, standardError, degreesOfFreedom: Number.MAX_SAFE_INTEGER, interval, pValue },
  };
}
