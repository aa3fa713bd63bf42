import { aimOfMonths, expected, worthOf } from "../aim.ts";
import type { OpportunityKind } from "../opportunity.ts";

export const orderValue: OpportunityKind = {
  id: "raise-order-value",
  fact: "order-value",
  unit: "currency",
  direction: "up",
  phase: "do",
  timing: "lagging",
  audience: "active",
  aim: (figures) =>
    aimOfMonths(
      figures,
      ({ revenue, transactions }) => (revenue === null ? null : { numerator: revenue, denominator: transactions, n: transactions }),
      "up",
      false,
    ),
  size: (figures, aim) => Math.round(expected(figures, aim, ({ transactions }) => transactions)),
  worth: (figures, aim) =>
    worthOf(
      expected(figures, aim, ({ transactions }) => transactions),
      aim,
      1,
    ),
  gauge: ({ dataset, sale, revenue, order }, name, language) =>
    revenue === null
      ? null
      : {
          metrics: [
            {
              id: "revenue",
              name: language === "nl" ? "Omzet" : "Revenue",
              type: "sum",
              dataset,
              ...(sale === null ? {} : { where: sale }),
              of: revenue,
              unit: "currency",
            },
            {
              id: "purchases",
              name: language === "nl" ? "Aankopen" : "Purchases",
              type: order === null ? "count" : "count-distinct",
              dataset,
              ...(sale === null ? {} : { where: sale }),
              ...(order === null ? {} : { of: order }),
            },
            { id: "order-value", name, type: "ratio", numerator: "revenue", denominator: "purchases", unit: "currency" },
          ],
        },
  sentences: {
    nl: {
      objective: "Klanten vinden in één keer meer van hun gading",
      kpi: "Gemiddelde waarde van een aankoop",
      interaction: "Afrekenen",
      wants: "Ik wil zien wat bij mijn keuze past, zonder dat het me wordt opgedrongen.",
      does: "Legt er iets passends bij.",
      specific: "De {size} aankopen die in {months} maanden te verwachten zijn, zijn gemiddeld {target} waard.",
      measurable: "Omzet gedeeld door het aantal aankopen; nu {baseline}.",
      acceptable: "De prijs hoeft er niet voor omhoog. Nog niemand heeft hiermee ingestemd: laat de eigenaar het bevestigen.",
      start: "Laat bij het afrekenen zien wat anderen erbij kochten",
      stop: "Stop met gratis verzending zonder drempel",
      continue: "Ga door met de voorstellen die klanten erbij nemen",
    },
    en: {
      objective: "Customers find more of what they want in one go",
      kpi: "Average value of a purchase",
      interaction: "Checkout",
      wants: "I want to see what goes with my choice, without having it pushed on me.",
      does: "Adds something that fits.",
      specific: "The {size} purchases to be expected in {months} months are worth {target} on average.",
      measurable: "Revenue divided by the number of purchases; now {baseline}.",
      acceptable: "Prices need not rise for it. Nobody agreed to it yet: ask the owner to confirm it.",
      start: "Show at the checkout what others bought with it",
      stop: "Stop free shipping without a threshold",
      continue: "Go on with the suggestions that customers take",
    },
  },
};
