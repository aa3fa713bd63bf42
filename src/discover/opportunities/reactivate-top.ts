import { formatDuration } from "../../calendar/index.ts";
import { aimOfReturns, spending, worthOf } from "../aim.ts";
import { over } from "../fact.ts";
import type { OpportunityKind } from "../opportunity.ts";

/** The best customers who stayed away buy again: the worked example of the trade. */
export const reactivateTop: OpportunityKind = {
  id: "reactivate-top",
  fact: "lapsed-top-share",
  unit: "percent",
  direction: "up",
  phase: "care",
  timing: "leading",
  audience: "lapsed-top",
  aim: (figures) => (figures.activeRevenue === null || figures.topLapsed === 0 ? null : aimOfReturns(figures, ({ top }) => top)),
  size: ({ topLapsed }) => topLapsed,
  worth: ({ topLapsed, detail }, aim) => {
    const { mean, variance } = spending(detail, ({ spentByTop, spentByTopSquares, top }) => [spentByTop, spentByTopSquares, top.part]);
    return worthOf(topLapsed, aim, mean, variance);
  },
  reachable: ({ detail, topLapsed }) => over(detail?.contacts.topLapsedWithEmail ?? null, topLapsed) ?? 1,
  measure: ({ topLapsedRevenue, topLapsedTransactions }) => over(topLapsedRevenue, topLapsedTransactions),
  gauge: ({ dataset, sale, revenue, active, lapsed, top }, name) =>
    revenue === null
      ? null
      : {
          metrics: [
            {
              id: "top-customers-reactivated",
              name,
              type: "reactivation",
              dataset,
              ...(sale === null ? {} : { where: sale }),
              lapsed: formatDuration(lapsed),
              active: formatDuration(active),
              top,
              of: revenue,
            },
          ],
        },
  sentences: {
    nl: {
      objective: "Het omzetdeel van de topklanten blijft minstens gelijk aan vorig jaar",
      kpi: "Heractivatie van weggebleven topklanten",
      interaction: "Bericht aan weggebleven topklanten",
      wants: "Ik wil merken dat ze me kennen en weten wat ik mooi vind.",
      does: "Komt terug en koopt weer.",
      specific: "Van de {size} topklanten die wegbleven koopt {target} weer.",
      measurable:
        "Het aantal weggebleven topklanten dat weer koopt, gedeeld door alle weggebleven topklanten; nu {baseline}. Een aankoop van deze groep was gemiddeld {value} waard, een jaar eerder {lastYear}.",
      acceptable: "Zo houdt de groep haar omvang en omzet. Nog niemand heeft hiermee ingestemd: laat de eigenaar het bevestigen.",
      start: "Mail of bel de weggebleven topklanten met iets dat bij hun eerdere aankopen past",
      stop: "Stop met dezelfde mail voor iedereen",
      continue: "Ga door met het bericht dat deze klanten terugbrengt",
    },
    en: {
      objective: "The revenue share of the best customers stays at least equal to last year",
      kpi: "Reactivation of best customers who stayed away",
      interaction: "Message to best customers who stayed away",
      wants: "I want to notice that they know me and what I like.",
      does: "Comes back and buys again.",
      specific: "Of the {size} best customers who stayed away, {target} buy again.",
      measurable:
        "The number of best customers who stayed away and buy again, divided by all who stayed away; now {baseline}. A purchase of this group was worth {value} on average, a year before {lastYear}.",
      acceptable: "This keeps the group its size and revenue. Nobody agreed to it yet: ask the owner to confirm it.",
      start: "Mail or call the best customers who stayed away with something that fits what they bought before",
      stop: "Stop sending everyone the same mail",
      continue: "Go on with the message that brings these customers back",
    },
  },
};
