import { formatDuration } from "../../calendar/index.ts";
import { aimOfReturns, spending, worthOf } from "../aim.ts";
import { over } from "../fact.ts";
import type { OpportunityKind } from "../opportunity.ts";

export const reactivateLapsed: OpportunityKind = {
  id: "reactivate-lapsed",
  fact: "lapsed-customers",
  unit: "percent",
  direction: "up",
  phase: "care",
  timing: "leading",
  audience: "lapsed",
  aim: (figures) => (figures.lapsed === 0 ? null : aimOfReturns(figures, ({ lapsed }) => lapsed)),
  size: ({ lapsed }) => lapsed,
  worth: ({ lapsed, detail }, aim) => {
    const { mean, variance } = spending(detail, (one) => [one.spent, one.spentSquares, one.lapsed.part]);
    return worthOf(lapsed, aim, mean, variance);
  },
  reachable: ({ detail, lapsed }) => over(detail?.contacts.lapsedWithEmail ?? null, lapsed) ?? 1,
  gauge: ({ dataset, sale, active, lapsed }, name) => ({
    metrics: [
      {
        id: "customers-reactivated",
        name,
        type: "reactivation",
        dataset,
        ...(sale === null ? {} : { where: sale }),
        lapsed: formatDuration(lapsed),
        active: formatDuration(active),
      },
    ],
  }),
  sentences: {
    nl: {
      objective: "Meer klanten die wegbleven komen terug",
      kpi: "Heractivatie van weggebleven klanten",
      interaction: "Bericht aan weggebleven klanten",
      wants: "Ik wil alleen iets horen als het voor mij de moeite waard is.",
      does: "Leest het bericht en koopt weer.",
      specific: "Van de {size} klanten die wegbleven koopt {target} weer.",
      measurable: "Het aantal weggebleven klanten dat weer koopt, gedeeld door alle weggebleven klanten; nu {baseline}.",
      acceptable:
        "Het kost een bericht per klant en geen vaste korting. Nog niemand heeft hiermee ingestemd: laat de eigenaar het bevestigen.",
      start: "Stuur wie wegbleef een bericht over wat er nieuw is",
      stop: "Stop met berichten aan wie er al drie niet opende",
      continue: "Ga door met het bericht dat klanten terugbrengt",
    },
    en: {
      objective: "More customers who stayed away come back",
      kpi: "Reactivation of customers who stayed away",
      interaction: "Message to customers who stayed away",
      wants: "I only want to hear something when it is worth my while.",
      does: "Reads the message and buys again.",
      specific: "Of the {size} customers who stayed away, {target} buy again.",
      measurable: "The number of customers who stayed away and buy again, divided by all who stayed away; now {baseline}.",
      acceptable: "It costs a message per customer and no lasting discount. Nobody agreed to it yet: ask the owner to confirm it.",
      start: "Send those who stayed away a message about what is new",
      stop: "Stop messages to who did not open the last three",
      continue: "Go on with the message that brings customers back",
    },
  },
};
