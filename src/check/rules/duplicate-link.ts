import type { Link } from "../../framework/index.ts";
import { isNamed } from "../named-link.ts";
import type { Rule } from "../rule.ts";

export const duplicateLink: Rule = {
  code: "duplicate-link",
  severity: "warning",
  why: {
    nl: "Een verband dat er twee keer staat, lijkt sterker dan het bewijs ervoor.",
    en: "A link that stands there twice looks stronger than its evidence.",
  },
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
    // By id, so that the order in the files says nothing.
    for (const link of [...framework.links].sort((one, other) => (one.id < other.id ? -1 : 1))) {
      const { id, from, to, effect } = link;
      const first = known.get(`${from} ${to}`);
      if (!first) known.set(`${from} ${to}`, link);
      else yield { on: id, at: sources.at("links", id), params: { from, to, first: first.id, opposite: first.effect !== effect } };
    }
  },
  fix({ on, at, params }, { framework, sources, intact }) {
    const part = sources.part(at);
    const [first, again] = [params["first"], on].map((id) => framework.links.find((link) => link.id === id));
    if (!part || !intact || !first || !again || params["opposite"] || isNamed(on, framework)) return [];
    // What the second says more than the first is somebody's thought.
    const same = (["because", "lag"] as const).every(
      (key) => again[key] === undefined || JSON.stringify(again[key]) === JSON.stringify(first[key]),
    );
    return same ? [{ file: part.file, path: part.path, value: undefined }] : [];
  },
};
