import { aimOfMonths, expected, worthOf } from "../aim.ts";
import { over } from "../fact.ts";
import type { OpportunityKind } from "../opportunity.ts";

export const secondOrder: OpportunityKind = {
  id: "second-order",
  fact: "second-order-90-days",
  unit: "percent",
  direction: "up",
  phase: "care",
  timing: "leading",
  audience: "new",
  aim: (figures) =>
    aimOfMonths(figures, ({ again }) => (again.n === 0 ? null : { numerator: again.part, denominator: again.n, n: again.n }), "up", true),
  size: (figures, aim) => Math.round(expected(figures, aim, ({ newcomers }) => newcomers)),
  worth: (figures, aim) => {
    const { activeRevenue, newRevenue, activeTransactions, newTransactions } = figures;
    const each =
      activeRevenue === null || newRevenue === null ? null : over(activeRevenue - newRevenue, activeTransactions - newTransactions);
    return worthOf(
      expected(figures, aim, ({ newcomers }) => newcomers),
      aim,
      each,
    );
  },
  gauge: ({ dataset, sale }, name) => ({
    metrics: [
      {
        id: "second-order-within-90-days",
        name,
        type: "retention",
        dataset,
        ...(sale === null ? {} : { where: sale }),
        age: "90 days",
        mode: "within",
      },
    ],
  }),
  sentences: {
    nl: {
      objective: "Meer nieuwe klanten worden vaste klanten",
      kpi: "Tweede aankoop binnen 90 dagen",
      interaction: "Eerste weken na de eerste aankoop",
      wants: "Ik wil dat mijn eerste aankoop bevalt en dat ik weet wat er nog meer is.",
      does: "Koopt binnen 90 dagen nog eens.",
      specific: "Van de nieuwe klanten, ongeveer {size} in {months} maanden, koopt {target} binnen 90 dagen nog eens.",
      measurable: "Nieuwe klanten met een tweede aankoop binnen 90 dagen, gedeeld door alle nieuwe klanten; nu {baseline}.",
      acceptable:
        "Elke collega die met nieuwe klanten werkt kan hieraan bijdragen. Nog niemand heeft hiermee ingestemd: laat de eigenaar het bevestigen.",
      start: "Stuur na de eerste aankoop uitleg en een passend vervolg",
      stop: "Stop met kortingen die alleen eenmalige kopers trekken",
      continue: "Ga door met wat nieuwe klanten laat terugkomen",
    },
    en: {
      objective: "More new customers become regular customers",
      kpi: "Second purchase within 90 days",
      interaction: "First weeks after the first purchase",
      wants: "I want my first purchase to please me and to know what else there is.",
      does: "Buys again within 90 days.",
      specific: "Of the new customers, about {size} in {months} months, {target} buy again within 90 days.",
      measurable: "New customers with a second purchase within 90 days, divided by all new customers; now {baseline}.",
      acceptable: "Every colleague who works with new customers can contribute. Nobody agreed to it yet: ask the owner to confirm it.",
      start: "Send an explanation and a fitting next step after the first purchase",
      stop: "Stop discounts that only attract one-time buyers",
      continue: "Go on with what brings new customers back",
    },
  },
};
