import type { ReasonKind } from "../reason.ts";

export const noValue: ReasonKind<{ period: string }> = {
  code: "no-value",
  sentences: {
    nl: ({ period }, speak) => `Over ${speak.period(period)} is niets gemeten. Kijk na of de gegevens binnenkomen.`,
    en: ({ period }, speak) => `Nothing was measured for ${speak.period(period)}. Check that the data come in.`,
  },
};
