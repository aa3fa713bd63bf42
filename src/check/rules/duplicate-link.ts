import type { Link } from "../../framework/index.ts";
import type { Rule } from "../rule.ts";

export const duplicateLink: Rule = {
  code: "duplicate-link",
  severity: "warning",
  sentences: {
    nl: ({ from, to, first, opposite }) =>
      opposite
        ? `Volgens “${first}” werkt “${from}” de andere kant op. Kies welk van de twee verbanden je gelooft en toetst.`
        : `Het verband van “${from}” naar “${to}” staat er al, als “${first}”. Haal een van de twee weg.`,
    en: ({ from, to, first, opposite }) =>
      opposite
        ? `“${first}” says that “${from}” works the other way on “${to}”. Choose which of the two links you believe and test.`
        : `The link from “${from}” to “${to}” is already there, as “${first}”. Remove one of the two.`,
  },
  *find({ framework, sources }) {
    const known = new Map<string, Link>();
    for (const link of framework.links) {
      const { id, from, to, effect } = link;
      const first = known.get(`${from} ${to}`);
      if (!first) known.set(`${from} ${to}`, link);
      else yield { on: id, at: sources.at("links", id), params: { from, to, first: first.id, opposite: first.effect !== effect } };
    }
  },
};
