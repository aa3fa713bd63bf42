import { quoted } from "../quoted.ts";
import type { Rule } from "../rule.ts";

export const waiverWithoutReason: Rule = {
  code: "waiver-without-reason",
  severity: "warning",
  why: {
    nl: "Zonder reden weet straks niemand meer waarom dit mocht.",
    en: "Without a reason nobody will know later why this was allowed.",
  },
  sentences: {
    nl: ({ code, missing }) => `Bij het uitstel van “${code}” ontbreekt ${quoted(missing, "en")}. Schrijf op waarom dit mag en van wie.`,
    en: ({ code, missing }) => `The waiver of “${code}” lacks ${quoted(missing, "and")}. Write down why this may be and who says so.`,
  },
  *find({ framework, sources }) {
    for (const [index, waiver] of framework.waivers.entries()) {
      const missing = (["because", "by"] as const).filter((key) => waiver[key] === undefined);
      if (missing.length > 0) yield { on: waiver.on, at: sources.nth("waivers", index), params: { code: waiver.code, missing } };
    }
  },
};
