import type { ReasonKind } from "../reason.ts";

export const notBegun: ReasonKind<{ from: string }> = {
  code: "not-begun",
  sentences: {
    nl: ({ from }, speak) => `Het doel begint op ${speak.day(from)}. Tot die dag is er niets te beoordelen.`,
    en: ({ from }, speak) => `The target starts on ${speak.day(from)}. Until then there is nothing to judge.`,
  },
};
