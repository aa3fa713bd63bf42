import { isNamed } from "../named-link.ts";
import type { Rule } from "../rule.ts";

export const linkToItself: Rule = {
  code: "link-to-itself",
  severity: "error",
  why: {
    nl: "Dat iets zichzelf beweegt is altijd waar en leert je dus niets.",
    en: "That a thing moves itself is always true and so teaches you nothing.",
  },
  sentences: {
    nl: ({ from }) => `Dit verband gaat van “${from}” naar “${from}” zelf. Verander “from” of “to”, of haal het verband weg.`,
    en: ({ from }) => `This link leads from “${from}” to itself. Change “from” or “to”, or remove the link.`,
  },
  *find({ framework, sources }) {
    for (const one of framework.links) {
      if (one.from === one.to) yield { on: one.id, at: sources.at("links", one.id, ["to"]), params: { from: one.from } };
    }
  },
  fix({ on, at }, { framework, sources, intact }) {
    const part = sources.part(at);
    const link = framework.links.find(({ id }) => id === on);
    if (!part || !intact || !link || link.because !== undefined || isNamed(on, framework)) return [];
    // A CPI with no other link would be without one.
    const linked = framework.links.some(({ from, to }) => from !== to && (from === link.from || to === link.from));
    if (!linked && framework.cpis.some(({ id }) => id === link.from)) return [];
    return [{ file: part.file, path: part.path.slice(0, 2), value: undefined }];
  },
};
