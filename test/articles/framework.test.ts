import { scenarios } from "./shop.ts";

const rest = "timing: leading, owner: marketing, agreedBy: [directie], agreedOn: 2026-09-15, because: Er komt een tweede gids";
const until = "from: 2026-10-01, to: 2026-12-31";
const share = (id: string) =>
  `kpis - {id: ${id}, name: Aandeel met ${id}, measures: gids, metric: gelezen, target: {value: 30 %, ${until}}, baseline: {value: 27 %}, ${rest}, actions: [{do: start, what: Schrijf, who: marketing}]}`;
const volume = (name: string, id: string, more: string) =>
  `kpis - {id: ${id}, name: ${name}, metric: ${id}, target: {value: 3000, ${until}}, baseline: {value: 2700}, ${rest}, guardrail: nps${more}}`;

/** The scorecard of marketing holds nothing that leads to the super-KPI but by what is sold. */
const elsewhere = ["cpi: past", "cpi: snelle-pagina"] as const;

scenarios("An effective KPI framework, with the customer in the centre", [
  {
    advice: "A0 start with your target groups: a goal, and a contact, say for whom they are",
    sins: [
      [/(goals .*) for: verbouwers,/, "$1"],
      [/(interactions - \{id: gids.*) for: verbouwers,/, "$1"],
    ],
    found: ["goal-without-audience vertrouwd", "interaction-without-audience gids"],
  },
  {
    advice: "A0 a target group that nothing is for is no target group",
    sins: ["segments - {id: starters, name: Starters, dataset: verkoop, where: stukken < 4}"],
    found: ["segment-unused starters"],
  },
  {
    advice: "A1 connect the objectives to the higher goal",
    sins: [[/(objectives - \{id: kopen.*) supports: vertrouwd,/, "$1"]],
    found: ["objective-without-goal kopen"],
  },
  {
    advice: "A1 a goal lives by contacts with customers, not by wishes",
    sins: ["goals - {id: groei, name: Groeien, promise: Wij blijven bestaan., for: verbouwers, stakeholders: [directie]}"],
    found: ["goal-without-interaction groei"],
  },
  {
    advice: "A1 a contact that serves nothing is loose from the three layers",
    sins: [[/(interactions - \{id: offerte.*) serves: kopen,/, "$1"]],
    found: ["interaction-without-objective offerte", "phase-without-kpi do"],
  },
  {
    advice: "A1 which value do we deliver to customers: a goal makes them a promise",
    sins: [[/ promise: [^,]*,/, ""]],
    found: ["goal-without-promise vertrouwd"],
  },
  {
    advice: "A1 a link may hurt: what a KPI may damage is watched",
    sins: ["links - {id: moe, from: gidslezers, to: terugkomers, effect: hurts, because: Wie te veel leest haakt af.}"],
    found: ["harm-without-guardrail gidslezers"],
    mended: [
      "links - {id: moe, from: gidslezers, to: terugkomers, effect: hurts, because: Wie te veel leest haakt af.}",
      ["what: Kortere hoofdstukken, who: marketing}]", "what: Kortere hoofdstukken, who: marketing}], guardrail: nps"],
    ],
  },
  {
    advice: "A1 an objective may hurt a goal: its gauge has a guardrail",
    sins: [
      [/(objectives - \{id: kopen.*) supports: vertrouwd/, "$1 supports: {goal: vertrouwd, effect: hurts}"],
      [/(kpis - \{id: verkocht.*), guardrail: nps/, "$1"],
    ],
    found: ["harm-without-guardrail verkocht"],
    mended: [[/(objectives - \{id: kopen.*) supports: vertrouwd/, "$1 supports: {goal: vertrouwd, effect: hurts}"]],
  },
  {
    advice: "A2 spread customer KPIs over the phases: each contact has its phase",
    sins: [["phase: think, ", ""]],
    found: ["interaction-without-phase gids", "phase-without-kpi think"],
  },
  {
    advice: "A2 empty cells show: a phase without a KPI",
    sins: [[/(kpis - \{id: terugkomers.*measures: )behouden/, "$1vertrouwd"]],
    found: ["phase-without-kpi care", "objective-without-kpi behouden"],
  },
  {
    advice: "A3 two sides of each contact: a phase in which only behaviour is gauged",
    sins: [[/(cpis - \{id: niets-stuk.*) interaction: afmaken,/, "$1"]],
    found: ["phase-without-experience care", "cpi-without-interaction niets-stuk"],
  },
  {
    advice: "A3 what does the customer do, and what does the customer want",
    sins: [[/ wants: Weten wat het kost,/, ""]],
    found: ["interaction-one-sided offerte"],
  },
  {
    advice: "A4 a KPI tells to start, stop or continue something",
    sins: [[/ actions: \[\{[^}]*Kortere hoofdstukken[^\]]*\],?/, ""]],
    found: ["kpi-without-action gidslezers"],
  },
  {
    advice: "A4 an action is somebody's",
    sins: [["what: Kortere hoofdstukken, who: marketing", "what: Kortere hoofdstukken"]],
    found: ["action-without-actor gidslezers"],
  },
  {
    advice: "A4 no vanity metrics: visitors without an action",
    sins: [
      "metrics - {id: bezoekers, name: Websitebezoekers, type: count, dataset: bezoek}",
      volume("Websitebezoekers", "bezoekers", ", measures: gids"),
    ],
    found: ["vanity-kpi bezoekers", "kpi-without-action bezoekers"],
  },
  {
    advice: "A4 no vanity metrics: likes on which nothing above depends",
    sins: [
      "metrics - {id: likes, name: Likes op Instagram, type: count, dataset: bezoek}",
      volume("Likes op Instagram", "likes", ", actions: [{do: start, what: Plaats een foto, who: marketing}]"),
    ],
    found: ["vanity-kpi likes", "kpi-without-measures likes"],
  },
  {
    advice: "A4 a counter that does lead to action is told its actionable neighbour",
    sins: [
      "metrics - {id: downloads, name: Downloads van de gids, type: count, dataset: bezoek}",
      volume("Downloads van de gids", "downloads", ", measures: gids, actions: [{do: start, what: Plaats een foto, who: marketing}]"),
    ],
    found: ["volume-kpi downloads"],
  },
  {
    advice: "A5 limit the number of KPIs: one more than the budget, and which to drop",
    sins: ["settings kpiBudget: 4", share("foto")],
    found: ["over-budget Badkamerwinkel"],
    mended: ["settings kpiBudget: 5", share("foto")],
  },
  {
    advice: "A5 the other metrics serve a deep dive: a metric that nothing uses",
    sins: ["metrics - {id: scroll, name: Scrolldiepte, type: average, dataset: bezoek, of: diepte}"],
    found: ["unused-metric scroll"],
  },
  { advice: "A6 choose one super-KPI", sins: [["settings superKpi: terugkomers\n", ""]], found: ["no-super-kpi Badkamerwinkel"] },
  {
    advice: "A6 every colleague sees how to contribute to it: most teams cannot reach it",
    sins: [elsewhere, [/links - \{id: verkoop-terug.*\n/, ""]],
    found: ["super-kpi-out-of-reach terugkomers"],
    mended: [elsewhere],
  },
  {
    advice: "A7 leading next to lagging: all KPIs look back",
    sins: [["timing: leading", "timing: lagging"]],
    found: ["no-leading-kpi Badkamerwinkel"],
  },
]);
