import type { ReasonKind } from "../reason.ts";

export const planMismatch: ReasonKind<{ given: number; needed: number }> = {
  code: "plan-mismatch",
  sentences: {
    nl: ({ given, needed }) =>
      `Het plan telt ${given} ${given === 1 ? "getal" : "getallen"} voor ${needed} ${needed === 1 ? "periode" : "perioden"}, dus het telt niet mee. Geef één getal per periode.`,
    en: ({ given, needed }) =>
      `The plan has ${given} ${given === 1 ? "number" : "numbers"} for ${needed} ${needed === 1 ? "period" : "periods"}, so it is left aside. Give one number per period.`,
  },
};
