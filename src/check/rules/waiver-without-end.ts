import type { Rule } from "../rule.ts";

export const waiverWithoutEnd: Rule = {
  code: "waiver-without-end",
  severity: "warning",
  why: { nl: "Uitstel zonder datum wordt nooit meer bekeken.", en: "A waiver without a date is never looked at again." },
  sentences: {
    nl: ({ code }) => `Het uitstel van “${code}” houdt nooit op. Zet bij “until” de dag waarop je er weer naar kijkt.`,
    en: ({ code }) => `The waiver of “${code}” never ends. Put at “until” the day on which you look at it again.`,
  },
  *find({ framework, sources }) {
    for (const [index, { code, on, until }] of framework.waivers.entries()) {
      if (until === undefined) yield { on, at: sources.nth("waivers", index), params: { code } };
    }
  },
};
