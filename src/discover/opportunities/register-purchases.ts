import { aimOfMonths, expected } from "../aim.ts";
import type { OpportunityKind } from "../opportunity.ts";

export const registerPurchases: OpportunityKind = {
  id: "register-purchases",
  fact: "registered-share",
  unit: "percent",
  direction: "up",
  phase: "do",
  timing: "leading",
  audience: null,
  aim: (figures) =>
    figures.registered === figures.transactions
      ? null
      : aimOfMonths(
          figures,
          ({ registered, transactions }) => ({ numerator: registered, denominator: transactions, n: transactions }),
          "up",
          true,
        ),
  size: (figures, aim) => Math.round(expected(figures, aim, ({ transactions, registered }) => transactions - registered)),
  // To know who buys brings nothing by itself: what is done with it does.
  worth: () => null,
  gauge: ({ dataset, sale, order, customer }, name, language) => {
    const known = `${customer} is not null`;
    const of = order === null ? { type: "count" } : { type: "count-distinct", of: order };
    return {
      metrics: [
        {
          id: "known-purchases",
          name: language === "nl" ? "Aankopen van bekende klanten" : "Purchases of known customers",
          dataset,
          ...of,
          where: sale === null ? known : `${sale} and ${known}`,
        },
        {
          id: "all-purchases",
          name: language === "nl" ? "Alle aankopen" : "All purchases",
          dataset,
          ...of,
          ...(sale === null ? {} : { where: sale }),
        },
        { id: "known-purchase-share", name, type: "ratio", numerator: "known-purchases", denominator: "all-purchases", unit: "percent" },
      ],
    };
  },
  sentences: {
    nl: {
      objective: "Wij kennen de klanten die bij ons kopen",
      kpi: "Aandeel aankopen van bekende klanten",
      interaction: "Zich bekend maken bij de aankoop",
      wants: "Ik wil mijn gegevens alleen geven als ik er iets aan heb.",
      does: "Laat weten wie hij is bij het kopen.",
      specific: "Van de aankopen hoort {target} bij een bekende klant.",
      measurable: "Aankopen met een klantnummer, gedeeld door alle aankopen; nu {baseline}.",
      acceptable: "Alleen met toestemming van de klant. Nog niemand heeft hiermee ingestemd: laat de eigenaar het bevestigen.",
      start: "Vraag bij elke aankoop naar het klantnummer en zeg wat de klant eraan heeft",
      stop: "Stop met velden in het formulier die niemand gebruikt",
      continue: "Ga door met de vraag die klanten graag beantwoorden",
    },
    en: {
      objective: "We know the customers who buy from us",
      kpi: "Share of purchases by known customers",
      interaction: "Making oneself known when buying",
      wants: "I only want to give my details when I get something out of it.",
      does: "Tells who they are when buying.",
      specific: "Of the purchases, {target} belong to a known customer.",
      measurable: "Purchases with a customer number, divided by all purchases; now {baseline}.",
      acceptable: "Only with the customer's consent. Nobody agreed to it yet: ask the owner to confirm it.",
      start: "Ask for the customer number at each purchase and say what the customer gets out of it",
      stop: "Stop with fields in the form that nobody uses",
      continue: "Go on with the question that customers like to answer",
    },
  },
};
