import type { Rule } from "../rule.ts";

export const linkWithoutBecause: Rule = {
  code: "link-without-because",
  severity: "warning",
  why: {
    nl: "Zonder reden weet je na de proef niet wat er wel of niet klopte.",
    en: "Without a reason you do not know after the test what was right or wrong.",
  },
  sentences: {
    nl: ({ from, to }) =>
      `Er staat niet waarom “${from}” iets met “${to}” doet. Schrijf bij “because” wat er volgens jou bij de klant gebeurt; dat is wat je toetst.`,
    en: ({ from, to }) =>
      `Nothing says why “${from}” would move “${to}”. Write at “because” what you think happens at the customer; that is what you test.`,
  },
  *find({ framework, sources }) {
    for (const one of framework.links) {
      if (one.because === undefined) yield { on: one.id, at: sources.at("links", one.id), params: { from: one.from, to: one.to } };
    }
  },
};
