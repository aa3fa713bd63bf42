import type { Rule } from "../rule.ts";

export const experimentWithoutLink: Rule = {
  code: "experiment-without-link",
  severity: "warning",
  why: {
    nl: "Een proef die geen verband toetst, leert je niets over wat je KPI beweegt.",
    en: "A test of no link teaches you nothing about what moves your KPI.",
  },
  sentences: {
    nl: ({ name }) =>
      `“${name}” toetst geen verband, dus de uitslag zegt niets over de boom. Noem bij “tests” de link die je wilt bewijzen of weerleggen.`,
    en: ({ name }) =>
      `“${name}” tests no link, so its result says nothing about the tree. Name at “tests” the link that you want to confirm or refute.`,
  },
  *find({ framework, sources }) {
    for (const one of framework.experiments) {
      if (one.tests.length === 0) yield { on: one.id, at: sources.at("experiments", one.id), params: { name: one.name ?? one.id } };
    }
  },
};
