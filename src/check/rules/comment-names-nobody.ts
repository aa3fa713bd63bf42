import { suggest } from "../../expression/index.ts";
import { mentionsIn, ownersOf } from "../../framework/index.ts";
import { indicatorsOf } from "../indicator.ts";
import type { Rule } from "../rule.ts";

export const commentNamesNobody: Rule = {
  code: "comment-names-nobody",
  severity: "warning",
  why: {
    nl: "Wie niet bestaat, krijgt de vraag niet te zien en antwoordt nooit.",
    en: "Whoever does not exist never sees the question and never answers.",
  },
  sentences: {
    nl: ({ name, who, suggestion }) =>
      `Een opmerking bij “${name}” noemt ${who}, maar zo heet hier geen team, stakeholder of eigenaar.${suggestion ? ` Bedoel je “${suggestion}”?` : ""}`,
    en: ({ name, who, suggestion }) =>
      `A comment on “${name}” names ${who}, which is no team, stakeholder or owner here.${suggestion ? ` Did you mean “${suggestion}”?` : ""}`,
  },
  *find({ framework, sources }) {
    const owners = ownersOf(framework);
    for (const { section, entry } of indicatorsOf(framework)) {
      for (const [index, { by, text }] of (entry.comments ?? []).entries()) {
        const named = [...mentionsIn(text).map((id) => ({ id, who: `@${id}`, key: "text" })), { id: by, who: by, key: "by" }];
        for (const { id, who, key } of named) {
          if (owners.has(id)) continue;
          const params = { name: entry.name ?? entry.id, who, suggestion: suggest(id, owners) ?? "" };
          yield { on: entry.id, at: sources.at(section, entry.id, ["comments", index, key]), params };
        }
      }
    }
  },
};
