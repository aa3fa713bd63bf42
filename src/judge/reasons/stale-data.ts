import type { ReasonKind } from "../reason.ts";

export const staleData: ReasonKind<{ newest: string }> = {
  code: "stale-data",
  sentences: {
    nl: ({ newest }, speak) => `De nieuwste gegevens zijn van ${speak.day(newest)}. Laad nieuwere.`,
    en: ({ newest }, speak) => `The newest data are from ${speak.day(newest)}. Load newer ones.`,
  },
};
