import type { ReasonKind } from "../reason.ts";

export const behindPath: ReasonKind<{ value: number; expected: number }> = {
  code: "behind-path",
  sentences: {
    nl: ({ value, expected }, speak) =>
      `De waarde is ${speak.amount(value)}; het pad staat nu op ${speak.amount(expected)}. Dat is ${speak.gap(value - expected)} te ${value < expected ? "weinig" : "veel"}.`,
    en: ({ value, expected }, speak) =>
      `The value is ${speak.amount(value)}; the path now stands at ${speak.amount(expected)}. That is ${speak.gap(value - expected)} too ${value < expected ? "low" : "high"}.`,
  },
};
