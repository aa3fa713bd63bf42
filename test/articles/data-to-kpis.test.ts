import { scenarios } from "./shop.ts";

const lapsed = "segments - {id: weggebleven-top, name: Weggebleven topklanten, dataset: verkoop, lapsed: 12 months, top: 0.1}";
const objective =
  "objectives - {id: omzetdeel, name: Omzetdeel topklanten blijft minimaal gelijk aan vorig jaar, parent: behouden, for: weggebleven-top, stakeholders: [directie]}";
const metric = "metrics - {id: heractivering, name: Heractivatie, type: reactivation, dataset: verkoop, lapsed: 12 months}";
const kpi = (fields: string) =>
  `kpis - {id: heractivering, name: Heractivatie inactieve klant, measures: omzetdeel, metric: heractivering, owner: marketing${fields}}`;
const target = ", target: {value: 3 %, from: 2026-01-01, to: 2026-12-31}";
const smart = ", baseline: {value: 2 %}, agreedBy: [directie], agreedOn: 2026-01-05, because: De vorige campagne haalde 2 procent";
const mail = ", actions: [{when: behind, do: start, what: Mail de weggebleven topklanten, who: marketing}]";
const whole = [lapsed, objective, metric, kpi(target + smart + mail)];

scenarios("From data to KPIs in six steps", [
  {
    advice: "E1 a group of customers is there for something",
    sins: [lapsed],
    found: ["segment-unused weggebleven-top"],
    mended: whole,
  },
  {
    advice: "E4 each fact an opportunity with a KPI: the objective alone",
    sins: [lapsed, objective],
    found: ["objective-without-kpi omzetdeel"],
    mended: whole,
  },
  {
    advice: "E4 the KPI is SMART: the worked example without its letters",
    sins: [lapsed, objective, metric, kpi(mail)],
    found: ["kpi-without-target heractivering"],
    mended: whole,
  },
  {
    advice: "E4 the KPI is SMART: the worked example with a number and no more",
    sins: [lapsed, objective, metric, kpi(`, target: {value: 3 %}${mail}`)],
    found: ["target-without-dates heractivering", "target-without-baseline heractivering", "not-agreed heractivering"],
    mended: whole,
  },
  {
    advice: "E5 actions follow from KPIs",
    sins: [lapsed, objective, metric, kpi(target + smart)],
    found: ["kpi-without-action heractivering"],
    mended: whole,
  },
  {
    advice: "E6 analyse again every month",
    sins: [lapsed, objective, metric, kpi(`, cadence: quarterly${target}${smart}${mail}`)],
    found: ["quarterly-kpi-without-slices heractivering"],
    mended: whole,
  },
]);
