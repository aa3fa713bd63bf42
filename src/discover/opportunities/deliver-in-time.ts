import { aimOfMonths, expected } from "../aim.ts";
import type { OpportunityKind } from "../opportunity.ts";

export const deliverInTime: OpportunityKind = {
  id: "deliver-in-time",
  fact: "late-deliveries",
  unit: "percent",
  direction: "down",
  phase: "care",
  timing: "leading",
  audience: null,
  aim: (figures) =>
    aimOfMonths(
      figures,
      ({ deliveries }) => (deliveries.n === 0 ? null : { numerator: deliveries.part, denominator: deliveries.n, n: deliveries.n }),
      "down",
      true,
    ),
  size: (figures, aim) => Math.round(expected(figures, aim, ({ deliveries }) => deliveries.n)),
  // What a customer buys later because a parcel came in time is not in these data.
  worth: () => null,
  gauge: ({ dataset, late, delivered }, name) =>
    late === null || delivered === null
      ? null
      : {
          metrics: [
            { id: "late-delivery-share", name, type: "share", dataset, where: delivered, of: late, unit: "percent", direction: "down" },
          ],
        },
  sentences: {
    nl: {
      objective: "Klanten krijgen hun bestelling op de beloofde dag",
      kpi: "Aandeel late bezorgingen",
      interaction: "Bezorging",
      wants: "Ik wil mijn bestelling op de dag die me is beloofd.",
      does: "Is thuis op de beloofde dag.",
      specific: "Van de {size} bezorgingen in {months} maanden komt hoogstens {target} te laat.",
      measurable: "Bezorgingen na de beloofde dag, gedeeld door alle bezorgingen; nu {baseline}.",
      acceptable: "Beloven wat lukt mag ook. Nog niemand heeft hiermee ingestemd: laat de eigenaar het bevestigen.",
      start: "Spreek met de vervoerder af wat er gebeurt bij een late bezorging",
      stop: "Stop met een dag beloven die je in drukke weken niet haalt",
      continue: "Ga door met de vervoerder die op tijd is",
    },
    en: {
      objective: "Customers get their order on the promised day",
      kpi: "Share of late deliveries",
      interaction: "Delivery",
      wants: "I want my order on the day that was promised to me.",
      does: "Is at home on the promised day.",
      specific: "Of the {size} deliveries in {months} months, at most {target} come late.",
      measurable: "Deliveries after the promised day, divided by all deliveries; now {baseline}.",
      acceptable: "To promise what can be done is fine too. Nobody agreed to it yet: ask the owner to confirm it.",
      start: "Agree with the carrier what happens when a delivery is late",
      stop: "Stop promising a day that cannot be met in busy weeks",
      continue: "Go on with the carrier that is in time",
    },
  },
};
