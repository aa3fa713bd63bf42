import { judgedTarget } from "../../framework/index.ts";
import type { Rule } from "../rule.ts";

export const targetWithoutDates: Rule = {
  code: "target-without-dates",
  severity: "error",
  why: {
    nl: "Een doel zonder einddatum kun je nooit missen, en dus ook nooit halen.",
    en: "A target without an end can never be missed, and so never reached.",
  },
  sentences: {
    nl: ({ missing }) =>
      `Dit doel heeft geen ${names(missing, "en")}, dus niemand weet wanneer het is gehaald. Geef het een begin en een einde.`,
    en: ({ missing }) => `This target has no ${names(missing, "and")}, so nobody knows when it is met. Give it a beginning and an end.`,
  },
  *find({ framework, sources }) {
    for (const section of ["kpis", "cpis"] as const) {
      for (const indicator of framework[section]) {
        const target = judgedTarget(indicator);
        if (!target) continue;
        const missing = (["from", "to"] as const).filter((key) => target[key] === undefined);
        const path = indicator.target ? ["target"] : ["targets", "target"];
        if (missing.length > 0) yield { on: indicator.id, at: sources.at(section, indicator.id, path), params: { missing } };
      }
    }
  },
};

function names(missing: unknown, and: string): string {
  return (missing as readonly string[]).map((key) => `“${key}”`).join(` ${and} `);
}
