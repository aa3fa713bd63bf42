import type { Rule } from "../rule.ts";

export const linkToItself: Rule = {
  code: "link-to-itself",
  severity: "error",
  sentences: {
    nl: ({ from }) => `Dit verband gaat van “${from}” naar “${from}” zelf. Verander “from” of “to”, of haal het verband weg.`,
    en: ({ from }) => `This link leads from “${from}” to itself. Change “from” or “to”, or remove the link.`,
  },
  *find({ framework, sources }) {
    for (const one of framework.links) {
      if (one.from === one.to) yield { on: one.id, at: sources.at("links", one.id, ["to"]), params: { from: one.from } };
    }
  },
};
