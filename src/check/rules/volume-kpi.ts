import { kpiNamed } from "../../catalogue/index.ts";
import type { Language } from "../../framework/index.ts";
import { indicatorsOf } from "../indicator.ts";
import type { Rule } from "../rule.ts";
import { dependencies, volumeCounter } from "../volume.ts";

export const volumeKpi: Rule = {
  code: "volume-kpi",
  severity: "info",
  why: {
    nl: "Volume kun je kopen; het zegt niet of je iets beter doet.",
    en: "Volume can be bought; it does not say whether you do anything better.",
  },
  sentences: {
    nl: ({ name, neighbour }) =>
      `“${name}” telt volume: met meer geld stijgt het vanzelf. Kijk of ${actionable("nl", neighbour)} beter zegt wat je moet doen.`,
    en: ({ name, neighbour }) =>
      `“${name}” counts volume: more money makes it rise by itself. See whether ${actionable("en", neighbour)} tells you better what to do.`,
  },
  *find({ framework, sources }) {
    const isDependedOn = dependencies(framework);
    const metrics = new Map(indicatorsOf(framework).map(({ entry, metric }) => [entry, metric]));
    for (const kpi of framework.kpis) {
      const volume = volumeCounter(kpi, metrics.get(kpi) ?? null);
      if (!volume || kpi.actions.length === 0 || !isDependedOn(kpi)) continue;
      const { id, name = id } = kpi;
      yield { on: id, at: sources.at("kpis", id), params: { name, counter: volume.id, neighbour: volume.neighbour } };
    }
  },
};

function actionable(language: Language, neighbour: unknown): string {
  const name = kpiNamed(String(neighbour))?.name[language] ?? String(neighbour);
  return `“${name}”`;
}
