import type { ReasonKind } from "../reason.ts";

export const metTarget: ReasonKind<{ value: number; target: number; to: string }> = {
  code: "met-target",
  sentences: {
    nl: ({ value, target, to }, speak) =>
      `Het doel van ${speak.amount(target)} is gehaald: het werd ${speak.amount(value)} op ${speak.day(to)}.`,
    en: ({ value, target, to }, speak) =>
      `The target of ${speak.amount(target)} was met: it was ${speak.amount(value)} on ${speak.day(to)}.`,
  },
};
