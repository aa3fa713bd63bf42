import { slip, suggest } from "../../expression/index.ts";
import { type Framework, sectionNames } from "../../framework/index.ts";
import type { Rule } from "../rule.ts";

export const waiverOfNothing: Rule = {
  code: "waiver-of-nothing",
  severity: "warning",
  why: {
    nl: "Uitstel dat nergens op slaat, laat je denken dat er iets geregeld is.",
    en: "A waiver of nothing makes you think that something has been settled.",
  },
  sentences: {
    nl: ({ code, on, known, suggestion }) =>
      known
        ? `Uitstel van “${code}” op “${on}”, maar “${on}” bestaat niet${suggestion ? `. Bedoel je “${suggestion}”?` : ". Verbeter de naam, of haal de regel weg."}`
        : `Er is geen regel “${code}”${suggestion ? `. Bedoel je “${suggestion}”?` : ". Verbeter de code, of haal de regel weg."}`,
    en: ({ code, on, known, suggestion }) =>
      known
        ? `A waiver of “${code}” on “${on}”, but “${on}” does not exist${suggestion ? `. Did you mean “${suggestion}”?` : ". Mend the name, or remove the line."}`
        : `There is no rule “${code}”${suggestion ? `. Did you mean “${suggestion}”?` : ". Mend the code, or remove the line."}`,
  },
  *find({ framework, sources, codes }) {
    if (framework.waivers.length === 0) return;
    const names = namesIn(framework);
    for (const [index, { code, on }] of framework.waivers.entries()) {
      const known = codes.has(code);
      if (known && names.has(on)) continue;
      const suggestion = suggest(known ? on : code, known ? names : codes);
      yield { on, at: sources.nth("waivers", index, [known ? "on" : "code"]), params: { code, on, known, suggestion } };
    }
  },
  fix({ on, at, params }, { framework, sources, codes, intact }) {
    const part = sources.part(at);
    if (!part || !intact) return [];
    const names = namesIn(framework);
    const { known } = params;
    const meant = slip(known ? on : String(params["code"]), known ? names : codes);
    if (meant !== null && (known || names.has(on))) return [{ file: part.file, path: part.path, value: meant }];
    return params["suggestion"] === null ? [{ file: part.file, path: part.path.slice(0, 2), value: undefined }] : [];
  },
};

/** What a waiver may be about. */
function namesIn(framework: Framework): ReadonlySet<string> {
  const ids = sectionNames.flatMap((section) => framework[section].map((one) => ("id" in one ? one.id : undefined)));
  return new Set([framework.settings.name, ...ids.filter((id) => id !== undefined)]);
}
