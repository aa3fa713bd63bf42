import { daysBetween } from "../../calendar/index.ts";
import { indicatorsOf } from "../indicator.ts";
import type { Rule } from "../rule.ts";

/** Shorter targets than three quarters are a matter for cadence-too-slow. */
const threeQuarters = 3 * 89;

export const quarterlyKpiWithoutSlices: Rule = {
  code: "quarterly-kpi-without-slices",
  severity: "info",
  why: {
    nl: "In een kwartaal zonder tussenstand ontdek je een probleem drie maanden te laat.",
    en: "In a quarter without steps you find a problem three months too late.",
  },
  sentences: {
    nl: ({ name }) =>
      `“${name}” wordt per kwartaal bekeken en heeft geen plan, dus maanden lang weet niemand of het op schema ligt. Zet “cadence: monthly”, of geef het doel een “plan” met een getal per kwartaal.`,
    en: ({ name }) =>
      `“${name}” is looked at every quarter and has no plan, so for months nobody knows whether it is on schedule. Put “cadence: monthly”, or give the target a “plan” with a number per quarter.`,
  },
  *find({ framework, sources }) {
    for (const { section, entry, target } of indicatorsOf(framework)) {
      const { id, name = id, cadence } = entry;
      if (cadence !== "quarterly" || !target?.from || !target.to || target.plan) continue;
      if (daysBetween(target.from, target.to) + 1 < threeQuarters) continue;
      yield { on: id, at: sources.at(section, id, ["cadence"]), params: { name } };
    }
  },
  fix({ at }, { sources }) {
    const part = sources.part(at);
    return part ? [{ file: part.file, path: part.path, value: "monthly" }] : [];
  },
};
