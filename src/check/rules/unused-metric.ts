import type { Framework, Metric } from "../../framework/index.ts";
import { indicatorsOf } from "../indicator.ts";
import type { Rule } from "../rule.ts";

export const unusedMetric: Rule = {
  code: "unused-metric",
  severity: "info",
  why: { nl: "Een korte lijst wordt gelezen, een lange lijst niet.", en: "A short list is read, a long one is not." },
  sentences: {
    nl: ({ name }) =>
      `Niets gebruikt “${name}”: geen KPI, CPI, metriek of experiment. Dat mag, om dieper te kijken; haal hem anders weg, dan blijft de lijst kort.`,
    en: ({ name }) =>
      `Nothing uses “${name}”: no KPI, CPI, metric or experiment. That is fine for a deep dive; else remove it and keep the list short.`,
  },
  *find({ framework, sources }) {
    const used = usedIds(framework);
    for (const { id, name = id } of framework.metrics) {
      if (!used.has(id.toLowerCase())) yield { on: id, at: sources.at("metrics", id), params: { name } };
    }
  },
};

function usedIds(framework: Framework): Set<string> {
  const used = new Set<string>();
  const add = (ids: Iterable<string | undefined>) => {
    for (const id of ids) if (id !== undefined) used.add(id.toLowerCase());
  };
  for (const { entry } of indicatorsOf(framework)) add([entry.metric, ...entry.guardrail]);
  for (const metric of framework.metrics) add(inputs(metric));
  for (const { metrics, guardrails } of framework.experiments) add([...metrics, ...guardrails]);
  for (const scenario of framework.scenarios) if (scenario.kind === "tree") add(Object.keys(scenario.change));
  for (const { on } of framework.alerts) add(on);
  return used;
}

function* inputs(metric: Metric): Iterable<string> {
  for (const key of ["numerator", "denominator", "metric"] as const) {
    const id = (metric as Readonly<Record<string, unknown>>)[key];
    if (typeof id === "string") yield id;
  }
  const { formula } = metric as { readonly formula?: unknown };
  // A word of a formula that is not a metric (a function, a keyword) does no harm here, and reading words is quicker than parsing.
  if (typeof formula === "string") for (const [, quoted, bare] of formula.matchAll(/"([^"]+)"|([A-Za-z_]\w*)/g)) yield (quoted ?? bare)!;
}
