import type { Cpi, Framework, Kpi } from "../../framework/index.ts";
import { indicatorsOf } from "../indicator.ts";
import type { Rule } from "../rule.ts";

export const guardrailIsItself: Rule = {
  code: "guardrail-is-itself",
  severity: "warning",
  why: {
    nl: "Een ondergrens die meebeweegt met de KPI waarschuwt je nooit.",
    en: "A guardrail that moves along with the KPI never warns you.",
  },
  sentences: {
    nl: ({ name, guardrail }) =>
      `“${name}” bewaakt met “${guardrail}” zichzelf. Kies een getal dat kan dalen terwijl dit stijgt: wat zou eronder lijden?`,
    en: ({ name, guardrail }) =>
      `“${name}” guards itself with “${guardrail}”. Choose a number that can get worse while this one gets better: what would suffer from it?`,
  },
  *find({ framework, sources }) {
    const metricOf = metricsOf(framework);
    for (const { section, entry } of indicatorsOf(framework)) {
      const { id, name = id } = entry;
      for (const [index, guardrail] of entry.guardrail.entries()) {
        if (isItself(guardrail, entry, metricOf))
          yield { on: id, at: sources.at(section, id, ["guardrail", index]), params: { name, guardrail } };
      }
    }
  },
  fix({ on, at }, { framework, sources }) {
    const part = sources.part(at);
    const indicator = indicatorsOf(framework).find(({ section, entry }) => section === part?.path[0] && entry.id === on);
    const metricOf = metricsOf(framework);
    // What to guard by instead, only people know.
    const guarded = indicator?.entry.guardrail.some((guardrail) => !isItself(guardrail, indicator.entry, metricOf));
    return part && guarded ? [{ file: part.file, path: part.path, value: undefined }] : [];
  },
};

function metricsOf(framework: Framework): ReadonlyMap<string, string | undefined> {
  return new Map(indicatorsOf(framework).map(({ entry }) => [entry.id, entry.metric]));
}

function isItself(guardrail: string, { id, metric }: Kpi | Cpi, metricOf: ReadonlyMap<string, string | undefined>): boolean {
  return guardrail === id || (metric !== undefined && (guardrail === metric || metricOf.get(guardrail) === metric));
}
