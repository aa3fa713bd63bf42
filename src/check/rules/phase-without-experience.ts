import type { Rule } from "../rule.ts";

export const phaseWithoutExperience: Rule = {
  code: "phase-without-experience",
  severity: "warning",
  why: {
    nl: "Als je alleen meet wat klanten doen, zie je niet waarom ze weggaan.",
    en: "If you only measure what customers do, you do not see why they leave.",
  },
  sentences: {
    nl: ({ name }) =>
      `In de fase ${name} meet je alleen wat de klant doet, niet wat hij ervaart. Voeg een CPI toe op een interactie in deze fase, of een KPI met “side: experience”.`,
    en: ({ name }) =>
      `In the phase ${name} nothing gauges what the customer experiences. Add a CPI on an interaction in this phase, or a KPI with “side: experience”.`,
  },
  *find({ framework, sources }) {
    const { interactions, settings } = framework;
    const lived = new Set([
      ...framework.cpis.map(({ interaction }) => interaction),
      ...framework.kpis.filter(({ side }) => side === "experience").map(({ measures }) => measures),
    ]);
    const contacted = new Set<string>();
    const covered = new Set<string>();
    for (const { id, phase, serves } of interactions) {
      if (phase === undefined) continue;
      contacted.add(phase);
      if (lived.has(id) || serves.some(({ objective }) => lived.has(objective))) covered.add(phase);
    }
    for (const [index, { id, name = id }] of settings.phases.entries()) {
      if (!contacted.has(id) || covered.has(id)) continue;
      yield { on: id, at: sources.at("settings", "", ["phases", index]), params: { name } };
    }
  },
};
