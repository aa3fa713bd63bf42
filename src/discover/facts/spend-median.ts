import { absent } from "../absent.ts";
import type { FactKind } from "../fact.ts";

export const spendMedian: FactKind = {
  id: "spend-median",
  unit: "currency",
  value: ({ spendMedian }) => spendMedian,
  n: ({ active }) => active,
  sentences: {
    nl: "De middelste actieve klant besteedde {value}: de helft besteedde meer of evenveel.",
    en: "The middle active customer spent {value}: half spent as much or more.",
  },
  absent: absent.money,
};
