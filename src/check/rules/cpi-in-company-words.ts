import { companyWord } from "../company-words.ts";
import type { Rule } from "../rule.ts";

export const cpiInCompanyWords: Rule = {
  code: "cpi-in-company-words",
  severity: "warning",
  why: {
    nl: "In de woorden van het bedrijf meet je wat jij wilt, niet wat de klant wil.",
    en: "In the company’s words you measure what you want, not what the customer wants.",
  },
  sentences: {
    nl: ({ outcome, word }) =>
      `“${outcome}” is de taal van het bedrijf (${word}). Schrijf op wat de klant zelf zou zeggen: “Ik weet binnen een minuut wat het kost.”`,
    en: ({ outcome, word }) =>
      `“${outcome}” is how the company speaks (${word}). Write what customers themselves would say: “I know within a minute what it costs.”`,
  },
  *find({ framework, sources }) {
    for (const { id, outcome } of framework.cpis) {
      const word = outcome === undefined ? null : companyWord(outcome);
      if (outcome === undefined || word === null) continue;
      yield { on: id, at: sources.at("cpis", id, ["outcome"]), params: { outcome, word } };
    }
  },
};
