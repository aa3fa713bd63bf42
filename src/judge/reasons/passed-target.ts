import type { ReasonKind } from "../reason.ts";

export const passedTarget: ReasonKind<{ value: number; target: number; to: string }> = {
  code: "passed-target",
  sentences: {
    nl: ({ value, target, to }, speak) =>
      `Het doel van ${speak.amount(target)} is al gehaald: ${speak.amount(value)}. De periode loopt nog tot en met ${speak.day(to)}.`,
    en: ({ value, target, to }, speak) =>
      `The target of ${speak.amount(target)} has already been reached: ${speak.amount(value)}. The period runs through ${speak.day(to)}.`,
  },
};
