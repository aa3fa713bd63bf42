import type { ReasonKind } from "../reason.ts";

export const targetWithoutDates: ReasonKind<{ target: number }> = {
  code: "target-without-dates",
  sentences: {
    nl: ({ target }, speak) =>
      `Het doel van ${speak.amount(target)} heeft geen begin- en einddatum. Vul from en to in, dan wordt het beoordeeld.`,
    en: ({ target }, speak) =>
      `The target of ${speak.amount(target)} has no first and last day. Fill in from and to, and it will be judged.`,
  },
};
