import { indicatorsOf } from "../indicator.ts";
import type { Rule } from "../rule.ts";

export const guardrailIsItself: Rule = {
  code: "guardrail-is-itself",
  severity: "warning",
  sentences: {
    nl: ({ name, guardrail }) =>
      `“${name}” bewaakt met “${guardrail}” zichzelf. Kies een getal dat kan dalen terwijl dit stijgt: wat zou eronder lijden?`,
    en: ({ name, guardrail }) =>
      `“${name}” guards itself with “${guardrail}”. Choose a number that can get worse while this one gets better: what would suffer from it?`,
  },
  *find({ framework, sources }) {
    const metricOf = new Map(indicatorsOf(framework).map(({ entry }) => [entry.id, entry.metric]));
    for (const { section, entry } of indicatorsOf(framework)) {
      const { id, name = id, metric } = entry;
      for (const [index, guardrail] of entry.guardrail.entries()) {
        const same = guardrail === id || (metric !== undefined && (guardrail === metric || metricOf.get(guardrail) === metric));
        if (same) yield { on: id, at: sources.at(section, id, ["guardrail", index]), params: { name, guardrail } };
      }
    }
  },
};
