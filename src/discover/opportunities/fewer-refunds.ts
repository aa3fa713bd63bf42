import { aimOfMonths, expected, worthOf } from "../aim.ts";
import type { OpportunityKind } from "../opportunity.ts";

export const fewerRefunds: OpportunityKind = {
  id: "fewer-refunds",
  fact: "refund-share",
  unit: "percent",
  direction: "down",
  phase: "care",
  timing: "lagging",
  audience: null,
  aim: (figures) =>
    figures.refunds
      ? aimOfMonths(
          figures,
          ({ refunds, revenue, transactions }) =>
            refunds === null || revenue === null ? null : { numerator: refunds, denominator: revenue, n: transactions },
          "down",
          false,
        )
      : null,
  size: (figures, aim) => Math.round(expected(figures, aim, ({ transactions }) => transactions)),
  worth: (figures, aim) =>
    worthOf(
      expected(figures, aim, ({ revenue }) => revenue ?? 0),
      aim,
      1,
    ),
  gauge: ({ dataset, sale, revenue, refunded }, name, language) =>
    revenue === null || refunded === null
      ? null
      : {
          metrics: [
            {
              id: "refunds",
              name: language === "nl" ? "Retouren en annuleringen" : "Returns and cancellations",
              type: "sum",
              dataset,
              where: refunded,
              of: `abs(${revenue})`,
              unit: "currency",
            },
            {
              id: "revenue",
              name: language === "nl" ? "Omzet" : "Revenue",
              type: "sum",
              dataset,
              ...(sale === null ? {} : { where: sale }),
              of: revenue,
              unit: "currency",
            },
            { id: "refund-share", name, type: "ratio", numerator: "refunds", denominator: "revenue", unit: "percent", direction: "down" },
          ],
        },
  sentences: {
    nl: {
      objective: "Klanten krijgen meteen wat ze verwachten",
      kpi: "Aandeel retouren en annuleringen",
      interaction: "Ontvangen van de bestelling",
      wants: "Ik wil dat wat ik krijg klopt met wat ik zag.",
      does: "Houdt wat hij kocht.",
      specific: "Retouren en annuleringen zijn hoogstens {target} van de omzet.",
      measurable: "Waarde van retouren en annuleringen, gedeeld door de omzet; nu {baseline}.",
      acceptable: "Terugsturen blijft net zo makkelijk. Nog niemand heeft hiermee ingestemd: laat de eigenaar het bevestigen.",
      start: "Verbeter maat, foto en uitleg van wat het vaakst terugkomt",
      stop: "Stop met verkopen van wat bijna altijd terugkomt",
      continue: "Ga door met de uitleg die vergissingen voorkomt",
    },
    en: {
      objective: "Customers get what they expect at once",
      kpi: "Share of returns and cancellations",
      interaction: "Receiving the order",
      wants: "I want what I get to be what I saw.",
      does: "Keeps what they bought.",
      specific: "Returns and cancellations are at most {target} of the revenue.",
      measurable: "Value of returns and cancellations, divided by the revenue; now {baseline}.",
      acceptable: "Sending back stays as easy as it is. Nobody agreed to it yet: ask the owner to confirm it.",
      start: "Better the size, photo and explanation of what comes back most",
      stop: "Stop selling what nearly always comes back",
      continue: "Go on with the explanation that prevents mistakes",
    },
  },
};
