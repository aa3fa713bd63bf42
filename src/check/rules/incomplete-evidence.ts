import { quoted } from "../quoted.ts";
import type { Rule } from "../rule.ts";

export const incompleteEvidence: Rule = {
  code: "incomplete-evidence",
  severity: "warning",
  why: {
    nl: "Van onderzoek zonder dag, aantal en situatie weet niemand hoe zwaar het telt.",
    en: "Of evidence without day, number and situation nobody knows how much it weighs.",
  },
  sentences: {
    nl: ({ name, missing }) =>
      `Bij het onderzoek onder “${name}” ontbreekt ${quoted(missing, "en")}. Schrijf op wanneer je keek, bij hoeveel klanten en in welke situatie.`,
    en: ({ name, missing }) =>
      `The evidence below “${name}” lacks ${quoted(missing, "and")}. Write down when you watched, how many customers and in which situation.`,
  },
  *find({ framework, sources }) {
    for (const { id, name = id, evidence } of framework.cpis) {
      for (const [index, one] of evidence.entries()) {
        const missing = (["on", "customers", "situation"] as const).filter((key) => !one[key]);
        if (missing.length > 0) yield { on: id, at: sources.at("cpis", id, ["evidence", index]), params: { name, missing } };
      }
    }
  },
};
