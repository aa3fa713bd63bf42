import type { ReasonKind } from "../reason.ts";

export const targetReversed: ReasonKind<{ from: string; to: string }> = {
  code: "target-reversed",
  sentences: {
    nl: ({ from, to }, speak) => `Het doel begint op ${speak.day(from)}, later dan het eindigt (${speak.day(to)}). Draai from en to om.`,
    en: ({ from, to }, speak) => `The target starts on ${speak.day(from)}, later than it ends (${speak.day(to)}). Swap from and to.`,
  },
};
