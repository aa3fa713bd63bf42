import { kpi, of } from "./cases-indicators.ts";
import type { Cases } from "./example.ts";

const phased = (rest: string, phase: string, metrics = "") =>
  of(`${kpi(`${rest}, measures: i`, metrics)}interactions: [{id: i, name: I, phase: ${phase}}]`);

/** What KPIs, goals and objectives are to the tree, by code, beside the two examples of each page. */
export const treeCases: Record<string, Cases> = {
  "kpi-in-wrong-phase": {
    invalid: [
      phased("name: Campagne, metric: m", "see", "use: revenue, dataset: orders, of: x"),
      phased("name: Sales", "see"),
      phased("name: Retentie na 7 dagen", "see"),
      phased("name: Herhaalaankopen", "do"),
      phased("name: NPS", "do"),
      phased("name: Omzet per order", "think"),
      phased("name: Impressions", "care"),
      phased("name: New customers", "care"),
      phased("name: Naamsbekendheid", "do"),
    ],
    valid: [
      phased("name: Tijd op de site", "see"),
      phased("name: Bereik van de nieuwsbrief onder klanten", "care"),
      phased("name: Bereikbaarheid van de klantenservice", "care"),
      phased("name: Extra decoratie, metric: m", "care", "use: revenue, dataset: orders, of: x"),
      phased("name: Conversie", "do"),
      phased("name: Doorklikpercentage", "think"),
      { ...phased("name: Omzet", "rondkijken"), settings: "phases: [rondkijken]\n" },
      { text: kpi("name: Omzet") },
      { text: `${kpi("name: Omzet, measures: o")}objectives: [{id: o, name: O}]` },
    ],
  },
  "kpi-without-target": {
    invalid: [of(kpi("owner: sales"))],
    valid: [{ text: kpi("targets: {target: {value: 1}}") }, { text: "cpis: [{id: c, direction: up}]" }],
  },
  "no-metric": {
    invalid: [of("kpis: [{id: k}]\ncpis: [{id: c, direction: up}]", ["k", "c"])],
    valid: [{ text: kpi("metric: m", "type: observed") }],
  },
  "objective-posing-as-kpi": {
    invalid: [
      of("goals: [{id: g, name: 10.000 leden eind 2027}]\nobjectives: [{id: o, name: Answer within 24 hours}]", ["g", "o"]),
      of("objectives: [{id: o, name: 20 % meer omzet}, {id: p, name: Omzet 10 % omhoog}, {id: q, name: NPS van 50}]", ["o", "p", "q"]),
    ],
    valid: [
      { text: "goals: [{id: g, name: ISO 9001 halen}]\nobjectives: [{id: o, name: Web 2.0 vernieuwen}, {id: p, name: 24/7 bereikbaar}]" },
      { text: "goals: [{id: g, name: Helder in 2027}]\nobjectives: [{id: o, name: Groei in Q4}, {id: p, name: B2B-klanten behouden}]" },
      { text: "objectives: [{id: o, name: Omzetdeel topklanten dient minimaal gelijk te blijven aan de omzet van afgelopen jaar}]" },
    ],
  },
  "harm-without-guardrail": {
    invalid: [
      of("kpis: [{id: a}, {id: b, guardrail: [a]}]\ncpis: [{id: c, direction: up}]\nlinks: [{id: l, from: a, to: c, effect: hurts}]", [
        "a",
      ]),
      of("goals: [{id: g, name: G}]\nobjectives: [{id: o, name: O, supports: [{goal: g, effect: hurts}]}]\nkpis: [{id: k, measures: o}]"),
      of(
        "objectives: [{id: o, name: O}]\ninteractions: [{id: i, name: I, serves: [{objective: o, effect: hurts}]}]\nkpis: [{id: k, measures: i}]",
      ),
    ],
    valid: [
      {
        text: "kpis: [{id: a, guardrail: [m]}, {id: b}]\nmetrics: [{id: m, type: observed}]\nlinks: [{id: l, from: a, to: b, effect: hurts}]",
      },
      { text: "kpis: [{id: a}, {id: b}]\nlinks: [{id: l, from: a, to: b}]" },
      {
        text: "goals: [{id: g, name: G}]\nobjectives: [{id: o, name: O, supports: [{goal: g, effect: hurts}]}]\nkpis: [{id: k, measures: o, guardrail: [n]}, {id: n}]",
      },
    ],
  },
  "goal-without-stakeholder": {
    invalid: [
      of("stakeholders: [{id: s, name: S}]\ngoals: [{id: g, name: G}]\nobjectives: [{id: o, name: O, stakeholders: []}]", ["g", "o"]),
    ],
    valid: [{ text: "goals: [{id: g, name: G}]" }],
  },
};
