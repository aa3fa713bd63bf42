import type { Rule } from "../rule.ts";

export const enablerWithoutNeed: Rule = {
  code: "enabler-without-need",
  severity: "warning",
  why: {
    nl: "Wat je bouwt zonder dat een klant erop wacht, kost geld en levert niets op.",
    en: "What you build while no customer waits for it costs money and brings nothing.",
  },
  sentences: {
    nl: ({ name }) => `Van “${name}” staat er niet welke klant erop wacht. Noem bij “needs” de CPI die de behoefte van de klant meet.`,
    en: ({ name }) => `“${name}” does not say which customer need it answers. Name at “needs” the CPI that gauges the need.`,
  },
  *find({ framework, sources }) {
    for (const one of framework.enablers) {
      if (one.needs.length === 0) yield { on: one.id, at: sources.at("enablers", one.id), params: { name: one.name } };
    }
  },
};
