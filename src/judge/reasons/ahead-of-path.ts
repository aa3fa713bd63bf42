import type { ReasonKind } from "../reason.ts";

export const aheadOfPath: ReasonKind<{ value: number; expected: number }> = {
  code: "ahead-of-path",
  sentences: {
    nl: ({ value, expected }, speak) =>
      value === expected
        ? `De waarde is ${speak.amount(value)}: precies op het pad.`
        : `De waarde is ${speak.amount(value)}; het pad staat nu op ${speak.amount(expected)}. Dat is ${speak.gap(value - expected)} beter.`,
    en: ({ value, expected }, speak) =>
      value === expected
        ? `The value is ${speak.amount(value)}: exactly on the path.`
        : `The value is ${speak.amount(value)}; the path now stands at ${speak.amount(expected)}. That is ${speak.gap(value - expected)} better.`,
  },
};
