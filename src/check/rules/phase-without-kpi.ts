import type { Rule } from "../rule.ts";

export const phaseWithoutKpi: Rule = {
  code: "phase-without-kpi",
  severity: "info",
  why: {
    nl: "In een fase zonder KPI haken klanten af zonder dat iemand het ziet.",
    en: "In a phase without a KPI customers drop out and nobody sees it.",
  },
  sentences: {
    nl: ({ name, contacts }) =>
      contacts
        ? `In de fase ${name} meet geen KPI wat de klant doet. Voeg er een toe met “measures” op een contact in deze fase.`
        : `In de fase ${name} staat geen enkel contact met de klant. Voeg een interactie toe met deze fase en een KPI die haar meet, of haal de fase uit helder.yaml.`,
    en: ({ name, contacts }) =>
      contacts
        ? `In the phase ${name} no KPI gauges what customers do. Add one with “measures” on a contact in this phase.`
        : `In the phase ${name} there is no contact with the customer at all. Add an interaction of this phase and a KPI that gauges it, or take the phase out of helder.yaml.`,
  },
  *find({ framework, sources }) {
    const { interactions, kpis, settings } = framework;
    const gauged = new Set(kpis.map(({ measures }) => measures));
    const contacted = new Set<string | undefined>();
    const covered = new Set<string | undefined>();
    for (const { id, phase, serves } of interactions) {
      contacted.add(phase);
      if (gauged.has(id) || serves.some(({ objective }) => gauged.has(objective))) covered.add(phase);
    }
    // Until the first contact has its phase, and the first KPI its place, there is nothing to spread.
    if (![...covered].some((phase) => phase !== undefined)) return;
    const few = kpis.length < settings.phases.length;
    for (const [index, { id, name = id }] of settings.phases.entries()) {
      // With fewer KPIs than phases not all of them can have one: then only what is begun is missed.
      if (covered.has(id) || (few && !contacted.has(id))) continue;
      yield { on: id, at: sources.at("settings", "", ["phases", index]), params: { name, contacts: contacted.has(id) } };
    }
  },
};
