import { mostSentences, sentencesIn } from "../../framework/index.ts";
import { indicatorsOf } from "../indicator.ts";
import type { Rule } from "../rule.ts";

export const commentTooLong: Rule = {
  code: "comment-too-long",
  severity: "warning",
  why: { nl: "Wat in drie zinnen past, wordt gelezen.", en: "What fits in three sentences gets read." },
  sentences: {
    nl: ({ name, count, most }) => `Een opmerking bij “${name}” telt ${count} zinnen. Houd het bij ${most}, of open een bijsturing.`,
    en: ({ name, count, most }) => `A comment on “${name}” has ${count} sentences. Keep it to ${most}, or open a steering cycle.`,
  },
  *find({ framework, sources }) {
    for (const { section, entry } of indicatorsOf(framework)) {
      for (const [index, { text }] of (entry.comments ?? []).entries()) {
        const count = sentencesIn(text);
        if (count > mostSentences) {
          const params = { name: entry.name ?? entry.id, count, most: mostSentences };
          yield { on: entry.id, at: sources.at(section, entry.id, ["comments", index, "text"]), params };
        }
      }
    }
  },
};
