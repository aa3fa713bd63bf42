import type { Rule } from "../rule.ts";

export const expiredWaiver: Rule = {
  code: "expired-waiver",
  severity: "warning",
  why: {
    nl: "Uitstel zonder einde is afstel: wat even mocht, blijft dan ongemerkt bestaan.",
    en: "What was allowed for a while stays unnoticed if nobody ends it.",
  },
  sentences: {
    nl: ({ waived, on, until }) =>
      `Het uitstel van “${waived}” op “${on}” liep af op ${until}. Los het op en haal de regel weg, of spreek een nieuwe datum af met een reden.`,
    en: ({ waived, on, until }) =>
      `The waiver of “${waived}” on “${on}” ended on ${until}. Mend it and remove the line, or agree on a new date with a reason.`,
  },
  *find({ framework: { waivers }, sources, today }) {
    for (const [index, { code, on, until }] of waivers.entries()) {
      if (until !== undefined && until < today)
        yield { on, at: sources.nth("waivers", index, ["until"]), params: { waived: code, on, until } };
    }
  },
  fix({ at }, { sources }) {
    const part = sources.part(at);
    return part ? [{ file: part.file, path: part.path.slice(0, 2), value: undefined }] : [];
  },
};
