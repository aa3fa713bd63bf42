import { kpiNamed } from "../../catalogue/index.ts";
import type { Language } from "../../framework/index.ts";
import { indicatorsOf } from "../indicator.ts";
import type { Rule } from "../rule.ts";
import { dependencies, volumeCounter } from "../volume.ts";

export const vanityKpi: Rule = {
  code: "vanity-kpi",
  severity: "error",
  why: {
    nl: "Een getal dat alleen maar mooi staat, laat je de verkeerde dingen doen.",
    en: "A number that only looks good makes you do the wrong things.",
  },
  sentences: {
    nl: ({ name, lacks, neighbour }) =>
      `“${name}” telt volume en ${lacks === "action" ? "leidt tot geen actie" : "niets erboven hangt ervan af"}: een ijdel getal. Maak er een gewone metriek van en kies ${instead("nl", neighbour)} als KPI, of ${lacks === "action" ? "zet bij “actions” wat je start, stopt of voortzet" : "zet bij “measures” welke doelstelling ervan afhangt"}.`,
    en: ({ name, lacks, neighbour }) =>
      `“${name}” counts volume and ${lacks === "action" ? "leads to no action" : "nothing above depends on it"}: a vanity metric. Make it a plain metric and choose ${instead("en", neighbour)} as the KPI, or ${lacks === "action" ? "put in “actions” what you start, stop or continue" : "put in “measures” the objective that depends on it"}.`,
  },
  *find({ framework, sources }) {
    const isDependedOn = dependencies(framework);
    const metrics = new Map(indicatorsOf(framework).map(({ entry, metric }) => [entry, metric]));
    for (const kpi of framework.kpis) {
      const volume = volumeCounter(kpi, metrics.get(kpi) ?? null);
      if (!volume) continue;
      const lacks = kpi.actions.length === 0 ? "action" : isDependedOn(kpi) ? null : "dependent";
      const { id, name = id } = kpi;
      if (lacks) yield { on: id, at: sources.at("kpis", id), params: { name, lacks, counter: volume.id, neighbour: volume.neighbour } };
    }
  },
};

function instead(language: Language, neighbour: unknown): string {
  const name = kpiNamed(String(neighbour))?.name[language] ?? String(neighbour);
  return `“${name}”`;
}
