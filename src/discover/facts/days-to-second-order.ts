import { absent } from "../absent.ts";
import type { FactKind } from "../fact.ts";

export const daysToSecondOrder: FactKind = {
  id: "days-to-second-order",
  unit: "days",
  value: ({ detail }) => detail?.repeats.secondGapMedian ?? null,
  n: ({ detail }) => detail?.repeats.secondGaps ?? 0,
  sentences: {
    nl: "Wie een tweede keer koopt, doet dat in de helft van de gevallen binnen {value} na de eerste keer.",
    en: "Who buys a second time does so within {value} of the first, half of the time.",
  },
  absent: absent.repeats,
};
