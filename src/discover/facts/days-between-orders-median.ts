import { absent } from "../absent.ts";
import type { FactKind } from "../fact.ts";

export const daysBetweenOrdersMedian: FactKind = {
  id: "days-between-orders-median",
  unit: "days",
  value: ({ gapMedian }) => gapMedian,
  n: ({ gaps }) => gaps,
  sentences: {
    nl: "Wie terugkomt, doet dat meestal binnen {value}: de helft van de keren.",
    en: "Who comes back does so within {value}, half of the time.",
  },
  absent: absent.repeats,
};
