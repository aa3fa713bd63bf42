import { contractColumns, contracts } from "../relations/contracts.ts";
import { readMoment } from "../relations/moment.ts";
import { own } from "../reading.ts";
import type { Recipe } from "../plan.ts";
import type { Derived, Kind, MetricOf } from "./kind.ts";

type Measure = MetricOf<"recurring">["measure"];

const { before, after } = contractColumns;

const measures = {
  nl: {
    mrr: "wat klanten aan het eind per maand betalen",
    new: "wat nieuwe en teruggekomen klanten per maand betalen",
    expansion: "wat klanten per maand meer zijn gaan betalen",
    contraction: "wat klanten per maand minder zijn gaan betalen",
    churned: "wat vertrokken klanten per maand betaalden",
    nrr: "het deel dat klanten van het begin nog betalen, met wat erbij kwam",
    grr: "het deel dat klanten van het begin nog betalen, zonder wat erbij kwam",
  },
  en: {
    mrr: "what customers pay a month at the end",
    new: "what new and returned customers pay a month",
    expansion: "what customers pay more a month",
    contraction: "what customers pay less a month",
    churned: "what lost customers paid a month",
    nrr: "the share that customers of the beginning still pay, with what came on top",
    grr: "the share that customers of the beginning still pay, without what came on top",
  },
} as const;

/** What customers pay when a period ends, and how that came out of what they paid when it began. */
export const recurring: Kind<"recurring"> = {
  unit: (metric) => (metric.measure === "nrr" || metric.measure === "grr" ? "percent" : "currency"),
  empty: null,
  additive: false,
  plan(metric, planner) {
    const material = planner.material(metric);
    const relation = contracts(
      [metric.dataset, metric.where ?? null, metric.started, metric.ended, metric.amount],
      material,
      {
        started: readMoment(metric.started, metric.id, material),
        ended: readMoment(metric.ended, metric.id, material),
        amount: material.number(metric.amount),
      },
      planner,
    );
    const rows = planner.derived(metric.id, material, relation);
    return {
      value: valueOf(metric.measure, rows),
      n: null,
      rows: () => [rows.measure("customers", "count", null)],
      sources: [material.source],
    };
  },
  reach: () => ({ before: "all", after: "all" }),
  definition: (metric, { expression, over }) =>
    `${metric.measure} of ${expression(metric.amount, metric.dataset)} from ${expression(metric.started, metric.dataset)} to ${expression(metric.ended, metric.dataset)}${over(metric)}`,
  spoken: {
    nl: (metric, { rows }) => `${measures.nl[metric.measure]}, uit ${rows(metric)}`,
    en: (metric, { rows }) => `${measures.en[metric.measure]}, from ${rows(metric)}`,
  },
};

function valueOf(measure: Measure, rows: Derived): Recipe {
  const sum = (suffix: string, of: string, where: string): Recipe =>
    rows.measure(suffix, "sum", own(of, rows.columns), { where: own(where, rows.columns) });
  const start = () => sum("at the start", `"${before}"`, `"${before}" > 0`);
  switch (measure) {
    case "mrr":
      return rows.measure("", "sum", own(`"${after}"`, rows.columns));
    case "new":
      return sum("", `"${after}"`, `"${before}" = 0`);
    case "expansion":
      return sum("", `"${after}" - "${before}"`, `"${before}" > 0 and "${after}" > "${before}"`);
    case "contraction":
      return sum("", `"${before}" - "${after}"`, `"${after}" > 0 and "${after}" < "${before}"`);
    case "churned":
      return sum("", `"${before}"`, `"${before}" > 0 and "${after}" = 0`);
    case "nrr":
      return { kind: "quotient", numerator: sum("kept", `"${after}"`, `"${before}" > 0`), denominator: start() };
    case "grr":
      return { kind: "quotient", numerator: sum("kept", `least("${before}", "${after}")`, `"${before}" > 0`), denominator: start() };
  }
}
