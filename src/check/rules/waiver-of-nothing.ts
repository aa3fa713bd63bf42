import { suggest } from "../../expression/index.ts";
import { sectionNames } from "../../framework/index.ts";
import type { Rule } from "../rule.ts";

export const waiverOfNothing: Rule = {
  code: "waiver-of-nothing",
  severity: "warning",
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
    const names = new Set(sectionNames.flatMap((section) => framework[section].map((one) => ("id" in one ? one.id : undefined))));
    names.add(framework.settings.name);
    for (const [index, { code, on }] of framework.waivers.entries()) {
      const known = codes.has(code);
      if (known && names.has(on)) continue;
      const candidates = known ? [...names].filter((name) => name !== undefined) : [...codes];
      const suggestion = suggest(known ? on : code, candidates);
      yield { on, at: sources.nth("waivers", index, [known ? "on" : "code"]), params: { code, on, known, suggestion } };
    }
  },
};
