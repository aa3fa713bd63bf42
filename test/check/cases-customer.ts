import { type Cases, page } from "./example.ts";

const cpi = (fields: string) => ({ text: `cpis: [{id: c, direction: up, ${fields}}]\n` });
const saying = (outcome: string) => cpi(`outcome: "${outcome}"`);
const evidence = (list: string) => cpi(`evidence: [${list}]`);
/** The rules about the goal tree and about CPIs, each by its code. */
export const customerCases: Readonly<Record<string, Cases>> = {
  "goal-without-interaction": page("goal-without-interaction", {
    invalid: [
      { text: "goals: [{id: g, name: G}]\n", on: ["g"] },
      {
        text: "goals: [{id: g, name: G}]\nobjectives: [{id: o, name: O, supports: [{goal: g, effect: hurts}]}]\ninteractions: [{id: i, name: I, serves: [o]}]\n",
        on: ["g"],
      },
    ],
    valid: [
      {
        text: "goals: [{id: g, name: G}]\nobjectives: [{id: o, name: O, supports: [g]}, {id: p, name: P, parent: o}]\ninteractions: [{id: i, name: I, serves: [p]}]\n",
      },
    ],
  }),
  "goal-without-audience": page("goal-without-audience", { invalid: [{ text: "goals: [{id: g, name: G, for: []}]\n", on: ["g"] }] }),
  "goal-without-promise": page("goal-without-promise"),
  "objective-without-goal": page("objective-without-goal", {
    invalid: [{ text: "objectives: [{id: o, name: O}, {id: p, name: P, parent: o}]\n", on: ["o", "p"] }],
    valid: [{ text: "goals: [{id: g, name: G}]\nobjectives: [{id: o, name: O, supports: [g]}, {id: p, name: P, parent: o}]\n" }],
  }),
  "interaction-without-objective": page("interaction-without-objective"),
  "interaction-without-audience": page("interaction-without-audience"),
  "interaction-one-sided": page("interaction-one-sided", {
    invalid: [{ text: "interactions: [{id: i, name: I, wants: Zeker weten}]\n", on: ["i"] }],
    valid: [{ text: "interactions: [{id: i, name: I}]\n" }],
  }),
  "kpi-posing-as-cpi": page("kpi-posing-as-cpi", {
    invalid: [
      ...[
        "Omzet per klant",
        "Klanttevredenheid",
        "CSAT",
        "Net Promoter Score",
        "Conversieratio",
        "Churn",
        "Customer Lifetime Value",
        "Klantbehoud",
        "Loyaliteit",
        "Herhaalaankopen",
        "Aantal orders",
        "Sales",
        "Click-through rate",
        "Cost per acquisition",
      ].map((name) => ({ ...cpi(`name: ${name}`), on: ["c"] })),
      { text: "cpis: [{id: first-order-retention, direction: up}]\n", on: ["first-order-retention"] },
      { text: "metrics: [{id: m, name: Revenue per visit, type: observed}]\ncpis: [{id: c, metric: m, direction: up}]\n", on: ["c"] },
      {
        text: "datasets: [{id: d, file: d.csv}]\nmetrics: [{id: m, type: nps, dataset: d, of: score}]\ncpis: [{id: c, metric: m, direction: up}]\n",
        on: ["c"],
      },
    ],
    valid: [
      ...[
        "Betalingsflexibiliteit",
        "Doorlooptijd van de offerte",
        "Weten welke vrienden dit nummer leuk vinden",
        "First time resolution",
        "Niets kapot",
        "Waarde die de klant kreeg",
        "Arrived intact",
        "Money saved",
        "Winst voor de klant",
        "Profit from my solar panels",
        "Ordering in three taps",
        "Sale price shown upfront",
      ].map((name) => cpi(`name: ${name}`)),
      { text: "kpis: [{id: nps, name: NPS}]\n" },
      {
        text: "datasets: [{id: d, file: d.csv}]\nmetrics: [{id: m, type: ces, dataset: d, of: score}]\ncpis: [{id: effort, metric: m, direction: down}]\n",
      },
    ],
  }),
  "cpi-without-outcome": page("cpi-without-outcome"),
  "cpi-without-increment": page("cpi-without-increment"),
  "cpi-in-company-words": page("cpi-in-company-words", {
    invalid: [
      "De omzet per klant stijgt.",
      "Klanten behouden",
      "Klanten krijgen sneller antwoord.",
      "Increase conversion of the funnel.",
      "Our customers come back.",
      "We grow our revenue.",
      "Improve the checkout",
      "Users find the page.",
      "Retentie",
      "Minder belvolume",
      "Lower handling time",
    ].map((outcome) => ({ ...saying(outcome), on: ["c"] })),
    valid: [
      "Alles komt heel aan.",
      "Ik weet zeker dat het past.",
      "Als klant weet ik waar ik aan toe ben.",
      "We weten of dit binnen ons budget valt.",
      "I see my revenue today.",
      "As a customer I know who helps me.",
      "Nothing broke.",
      "Our kitchen is ready before the party.",
    ].map(saying),
  }),
  "cpi-without-interaction": page("cpi-without-interaction"),
  "cpi-without-link": page("cpi-without-link"),
  "weak-evidence": page("weak-evidence", {
    invalid: [
      { ...cpi("outcome: Ik weet het"), on: ["c"] },
      { ...evidence("{method: survey}, {method: focus-group}, {method: expert}, {method: copied}"), on: ["c"] },
    ],
    valid: ["contextual-inquiry", "observation", "interview"].map((method) => evidence(`{method: survey}, {method: ${method}}`)),
  }),
  "stale-evidence": page("stale-evidence", {
    invalid: [
      { ...evidence("{method: interview, on: 2024-11-21}"), on: ["c"] },
      // A survey of yesterday does not make an old visit young.
      { ...evidence("{method: interview, on: 2020-01-01}, {method: survey, on: 2026-11-21}"), on: ["c"] },
    ],
    valid: [
      evidence("{method: interview, on: 2024-11-22}"),
      evidence("{method: interview, on: 2020-01-01}, {method: observation, on: 2026-01-01}"),
      evidence("{method: interview}"),
    ],
  }),
  "incomplete-evidence": page("incomplete-evidence", {
    invalid: [{ ...evidence("{method: interview, on: 2026-01-01, customers: 0, situation: thuis}"), on: ["c"] }],
    valid: [cpi("evidence: []")],
  }),
};
