import type { ReasonKind } from "../reason.ts";

export const missedTarget: ReasonKind<{ value: number; target: number; to: string }> = {
  code: "missed-target",
  sentences: {
    nl: ({ value, target, to }, speak) =>
      `Op ${speak.day(to)} was het ${speak.amount(value)}; het doel was ${speak.amount(target)}. Zoek de oorzaak en kies een nieuw doel.`,
    en: ({ value, target, to }, speak) =>
      `On ${speak.day(to)} it was ${speak.amount(value)}; the target was ${speak.amount(target)}. Find the cause and choose a new target.`,
  },
};
