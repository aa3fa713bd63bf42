import { indicatorsOf } from "../indicator.ts";
import type { Rule } from "../rule.ts";

export const targetWithoutBaseline: Rule = {
  code: "target-without-baseline",
  severity: "warning",
  why: {
    nl: "Zonder uitgangswaarde weet niemand of het doel moeilijk of makkelijk is.",
    en: "Without a baseline nobody knows whether the target is hard or easy.",
  },
  sentences: {
    nl: ({ name }) =>
      `Van “${name}” staat er niet hoe het ervoor stond, dus niemand weet of het doel haalbaar is. Vul “baseline” in, of zet “baseline: auto” als de data verder teruggaan.`,
    en: ({ name }) =>
      `It does not say where “${name}” stood before, so nobody knows whether the target is realistic. Fill in “baseline”, or put “baseline: auto” if the data go back further.`,
  },
  *find({ framework, sources }) {
    for (const { section, entry, target, targetPath } of indicatorsOf(framework)) {
      const { id, name = id, baseline } = entry;
      if (target && baseline === undefined) yield { on: id, at: sources.at(section, id, targetPath), params: { name } };
    }
  },
};
