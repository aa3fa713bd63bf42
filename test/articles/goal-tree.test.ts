import { scenarios } from "./shop.ts";

const watched = ["what: Kortere hoofdstukken, who: marketing}]", "what: Kortere hoofdstukken, who: marketing}], guardrail: nps"] as const;

scenarios("A goal tree for the optimisation programme", [
  {
    advice: "B1 split high goals into smaller ones that are gauged: an objective without a gauge",
    sins: ["objectives - {id: ruimte, name: Kleine badkamers ook, parent: kopen, stakeholders: [directie]}"],
    found: ["objective-without-kpi ruimte"],
  },
  {
    advice: "B1 whose goal is it, and who waits for it",
    sins: [[/(objectives - \{id: behouden.*) stakeholders: \[directie\],/, "$1"]],
    found: ["goal-without-stakeholder behouden"],
  },
  {
    advice: "B1 a stakeholder to whom no goal matters",
    sins: ["stakeholders - {id: bank, name: Bank}"],
    found: ["stakeholder-unused bank"],
  },
  {
    advice: "B1 colours show the themes: two that look alike to many",
    sins: [["#b07a00", "#0072b8"]],
    found: ["theme-colours-too-close blijven"],
  },
  {
    advice: "B1 colours show the themes: one that nothing has",
    sins: ["themes - {id: gemak, name: Gemak, colour: '#c0507a'}"],
    found: ["theme-unused gemak"],
  },
  {
    advice: "B2 the gauges of the trade mean one thing: churn that should rise",
    sins: [
      "metrics - {id: churn, name: Churn, type: observed, unit: percent}",
      "kpis - {id: churn, name: Opzeggingen van onderhoud, measures: afmaken, metric: churn, direction: up, target: {value: 12 %, from: 2026-10-01, to: 2026-12-31}, baseline: {value: 11 %}, owner: winkel, agreedBy: [directie], agreedOn: 2026-09-15, because: Er komt een abonnement bij, actions: [{do: start, what: Bel na, who: winkel}]}",
    ],
    found: ["direction-against-effect churn"],
  },
  {
    advice: "B2 the gauges of the trade mean one thing: two that count the same",
    sins: [
      "metrics - {id: orders, name: Bestelde badkamers, type: count, dataset: verkoop}",
      ["guardrail: nps}\ncpis", "guardrail: [nps, orders]}\ncpis"],
    ],
    found: ["duplicate-definition verkocht"],
  },
  {
    advice: "B2 the gauges of the trade mean one thing: two names that differ by a letter",
    sins: [["name: Laadtijd,", "name: Wachttijd op de offertes,"]],
    found: ["near-duplicate-name wachttijd"],
  },
  {
    advice: "B2 a survey counts on its own scale",
    sins: [
      "metrics - {id: gemak, name: Gemak, type: ces, dataset: verkoop, of: gemak, scale: [1, 100]}",
      ["guardrail: nps}\ncpis", "guardrail: [nps, gemak]}\ncpis"],
    ],
    found: ["survey-scale gemak"],
    mended: [
      "metrics - {id: gemak, name: Gemak, type: ces, dataset: verkoop, of: gemak, scale: [1, 7]}",
      ["guardrail: nps}\ncpis", "guardrail: [nps, gemak]}\ncpis"],
    ],
  },
  {
    advice: "B2 a ratio divides like by like",
    sins: [
      "metrics - {id: dit-jaar, name: Verkocht dit jaar, type: running, metric: verkocht, since: year}",
      "metrics - {id: deel, name: Deel van het jaar, type: ratio, numerator: verkocht, denominator: dit-jaar}",
      ["guardrail: nps}\ncpis", "guardrail: [nps, deel]}\ncpis"],
    ],
    found: ["ratio-of-unlike-periods deel"],
  },
  {
    advice: "B3 an enabler joins a customer need to a business goal: no need",
    sins: [[" needs: snelle-offerte,", ""]],
    found: ["enabler-without-need prijs-vooraf"],
  },
  {
    advice: "B3 an enabler joins a customer need to a business goal: no goal",
    sins: [[", advances: kopen", ""]],
    found: ["enabler-without-objective prijs-vooraf"],
  },
  {
    advice: "B4 experience counts in the incentives: a team judged on KPIs alone",
    sins: [["[{kpi: verkocht, weight: 0.5}, {cpi: snelle-offerte, weight: 0.5}]", "[{kpi: verkocht, weight: 1}]"]],
    found: ["team-without-cpi winkel"],
  },
  {
    advice: "B4 the weights of a scorecard make one",
    sins: [["{cpi: past, weight: 0.5}", "{cpi: past, weight: 0.6}"]],
    found: ["weights-not-one marketing"],
  },
  {
    advice: "B4 a line stands once on a scorecard",
    sins: [["[{kpi: verkocht, weight: 0.5}", "[{kpi: verkocht, weight: 0.25}, {kpi: verkocht, weight: 0.25}"]],
    found: ["scorecard-line-twice winkel"],
  },
  {
    advice: "B4 a team is scored on what it can influence",
    sins: [watched, ["[{kpi: verkocht, weight: 0.5}", "[{kpi: gidslezers, weight: 0.5}"]],
    found: ["team-scored-on-unreachable winkel"],
    mended: [watched],
  },
  {
    advice: "B5 an experiment shows what it adds to the tree",
    sins: [["name: Hoeken in schuim, tests: heel-terug,", "name: Hoeken in schuim,"]],
    found: ["experiment-without-link schuim", "link-without-experiment heel-terug"],
  },
]);
