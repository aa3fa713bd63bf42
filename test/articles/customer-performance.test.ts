import { scenarios } from "./shop.ts";

const in_ = (id: string, was: string) => new RegExp(`(cpis - \\{id: ${id}.*)${was}`);
const evidence = (list: string) => [in_("past", String.raw`evidence: \[.*?\}\]`), `$1evidence: [${list}]`] as const;
const unproven = [/^experiments - \{id: thuis.*\n/m, ""] as const;

const departments = [
  ["marketing-cpi", "Betalingsflexibiliteit", "options", "Ik betaal op de dag die mij past."],
  ["verkoop-cpi", "Doorlooptijd van de offerte", "time", "Ik weet binnen een dag waar ik aan toe ben."],
  ["product-cpi", "Weten welke vrienden dit nummer leuk vinden", "belonging", "Ik zie wie van mijn vrienden dit ook mooi vindt."],
  ["service-cpi", "First time resolution", "time", "Mijn vraag is in een keer opgelost."],
  ["bezorging-cpi", "Niets kapot", "quality", "Mijn eieren komen heel aan."],
  ["financien-cpi", "Waarde over de hele relatie", "money", "Ik zie wat het mij heeft opgeleverd."],
] as const;
const cpi = (id: string, name: string, increment: string, outcome: string) =>
  `cpis - {id: ${id}, name: ${name},${outcome} increment: ${increment}, interaction: afmaken, metric: heel, direction: up, owner: winkel, evidence: [{method: observation, on: 2026-05-12, customers: 9, situation: Thuis}]}`;

scenarios("Customer Performance Indicators", [
  {
    advice: "D1 a CPI is an outcome that matters to customers: none is named",
    sins: [[in_("past", " outcome: [^,]*,"), "$1"]],
    found: ["cpi-without-outcome past"],
  },
  {
    advice: "D1 a CPI is measured in increments that customers value: none is named",
    sins: [[in_("past", " increment: certainty,"), "$1"]],
    found: ["cpi-without-increment past"],
  },
  {
    advice: "D1 a CPI says what customers say: an outcome in the company's words",
    sins: [[in_("past", "outcome: Wat ik kies past in een keer."), "$1outcome: Onze klanten ruilen minder."]],
    found: ["cpi-in-company-words past"],
  },
  {
    advice: "D2 NPS is not a CPI",
    sins: [[in_("past", "name: Het past"), "$1name: NPS na levering"]],
    found: ["kpi-posing-as-cpi past"],
  },
  {
    advice: "D2 lifetime value is what the company gets out of it",
    sins: [[in_("past", "name: Het past"), "$1name: Lifetime value"]],
    found: ["kpi-posing-as-cpi past"],
  },
  {
    advice: "D3 the examples per department can be said, each with its outcome",
    sins: departments.map(([id, name, increment]) => cpi(id, name, increment, "")),
    found: departments.map(([id]) => `cpi-without-outcome ${id}`),
    mended: departments.map(([id, name, increment, outcome]) => cpi(id, name, increment, ` outcome: ${outcome},`)),
  },
  {
    advice: "D3 finance: the value that customers get, not what the company gets of them",
    sins: [[in_("past", "name: Het past"), "$1name: Customer Lifetime Value"]],
    found: ["kpi-posing-as-cpi past"],
    mended: [[in_("past", "name: Het past"), "$1name: Waarde die de klant kreeg"]],
  },
  {
    advice: "D4 no mistake 1: a CPI copied from another company",
    sins: [evidence("{method: copied}")],
    found: ["weak-evidence past", "incomplete-evidence past"],
  },
  {
    advice: "D4 no mistake 2: the expert judgement of the own team",
    sins: [evidence("{method: expert, on: 2026-05-12, customers: 1, situation: Op kantoor}")],
    found: ["weak-evidence past"],
  },
  {
    advice: "D4 no mistake 3: a focus group",
    sins: [evidence("{method: focus-group, on: 2026-05-12, customers: 8, situation: In een zaaltje}")],
    found: ["weak-evidence past"],
  },
  {
    advice: "D4 no mistake 4: a survey",
    sins: [evidence("{method: survey, on: 2026-05-12, customers: 800, situation: Per mail}")],
    found: ["weak-evidence past"],
  },
  {
    advice: "D4 contextual inquiry is recorded: who, when, which situation",
    sins: [evidence("{method: contextual-inquiry}")],
    found: ["incomplete-evidence past"],
  },
  {
    advice: "D4 what customers want changes: the visit is too long ago",
    sins: [evidence("{method: contextual-inquiry, on: 2023-05-12, customers: 9, situation: Thuis}")],
    found: ["stale-evidence past"],
  },
  {
    advice: "D5 a CPI has a hypothesis: which KPI it moves",
    sins: [
      [/^links - \{id: pagina-klik.*\n/m, ""],
      [/^experiments - \{id: klein.*\n/m, ""],
    ],
    found: ["cpi-without-link snelle-pagina"],
  },
  {
    advice: "D5 a hypothesis says why",
    sins: [[", because: Wie niet hoeft te ruilen komt graag terug.", ""]],
    found: ["link-without-because past-terug"],
  },
  {
    advice: "D5 a hypothesis is tested, and until then no team is held to it",
    sins: [unproven],
    found: ["link-without-experiment past-terug", "accountable-on-unproven-link marketing"],
  },
  {
    advice: "D5 a controlled experiment: what is settled before it begins",
    sins: [[/(experiments - \{id: thuis.*) control: zonder,(.*) guardrails: \[nps\],/, "$1$2"]],
    found: ["experiment-without-design thuis"],
  },
  {
    advice: "D5 a hypothesis stands once",
    sins: ["links - {id: past-terug-2, from: past, to: terugkomers, because: Wie past komt.}"],
    found: ["duplicate-link past-terug-2", "link-without-experiment past-terug-2"],
  },
  {
    advice: "D5 nothing moves itself",
    sins: ["links - {id: rond, from: verkocht, to: verkocht, because: Verkoop trekt verkoop.}"],
    found: ["link-to-itself rond"],
  },
  {
    advice: "D6 whoever is judged on a KPI alone is tempted to push customers: no guardrail",
    sins: [
      [/(kpis - \{id: doorklik.*), guardrail: nps/, "$1"],
      ["[{kpi: doorklik, weight: 0.5}, {cpi: past, weight: 0.5}]", "[{kpi: doorklik, weight: 1}]"],
    ],
    found: ["no-guardrail doorklik", "team-without-cpi marketing"],
  },
  {
    advice: "D6 a guardrail is another number than the one it guards",
    sins: [[/(kpis - \{id: doorklik.*)guardrail: nps/, "$1guardrail: doorklik"]],
    found: ["guardrail-is-itself doorklik"],
  },
]);
