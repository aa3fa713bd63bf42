import { addMonths } from "../../calendar/index.ts";
import { isSound } from "../evidence.ts";
import type { Rule } from "../rule.ts";

/** What customers want changes with what they are used to; two years is the longest that we take it for granted. */
const months = 24;

export const staleEvidence: Rule = {
  code: "stale-evidence",
  severity: "warning",
  why: {
    nl: "Wat klanten belangrijk vinden, verandert sneller dan je denkt.",
    en: "What matters to customers changes faster than you think.",
  },
  sentences: {
    nl: ({ name, on, months }) =>
      `Voor “${name}” keek je het laatst op ${on} bij klanten, meer dan ${months} maanden geleden. Ga opnieuw kijken of het voor hen nog telt.`,
    en: ({ name, on, months }) =>
      `For “${name}” you last watched customers on ${on}, more than ${months} months ago. Go and see whether it still matters to them.`,
  },
  *find({ framework, sources, today }) {
    const oldest = addMonths(today, -months);
    for (const { id, name = id, evidence } of framework.cpis) {
      const days = evidence.flatMap((one) => (isSound(one) && one.on !== undefined ? [one.on] : []));
      const newest = days.sort().at(-1);
      if (newest === undefined || newest >= oldest) continue;
      const index = evidence.findIndex((one) => isSound(one) && one.on === newest);
      yield { on: id, at: sources.at("cpis", id, ["evidence", index, "on"]), params: { name, on: newest, months } };
    }
  },
};
