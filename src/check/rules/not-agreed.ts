import { indicatorsOf } from "../indicator.ts";
import { quoted } from "../quoted.ts";
import type { Rule } from "../rule.ts";

/** The A of SMART. Without a target there is nothing yet to agree on. */
export const notAgreed: Rule = {
  code: "not-agreed",
  severity: "warning",
  why: {
    nl: "Een doel dat niemand heeft toegezegd, voelt niemand als zijn doel.",
    en: "A target that nobody agreed to is nobody’s target.",
  },
  sentences: {
    nl: ({ name, missing }) =>
      `Er staat niet ${told(missing, "met wie", "sinds wanneer")} het doel van “${name}” is afgesproken. Bespreek het en vul ${quoted(missing, "en")} in.`,
    en: ({ name, missing }) =>
      `It does not say ${told(missing, "with whom", "since when")} the target of “${name}” was agreed. Discuss it and fill in ${quoted(missing, "and")}.`,
  },
  *find({ framework, sources }) {
    for (const { section, entry, target, targetPath } of indicatorsOf(framework)) {
      if (!target) continue;
      const { id, name = id } = entry;
      const missing: string[] = [];
      if (!entry.agreedBy || entry.agreedBy.length === 0) missing.push("agreedBy");
      if (entry.agreedOn === undefined) missing.push("agreedOn");
      if (missing.length > 0) yield { on: id, at: sources.at(section, id, targetPath), params: { name, missing } };
    }
  },
};

function told(missing: unknown, whom: string, when: string): string {
  return (missing as readonly string[]).includes("agreedBy") ? whom : when;
}
