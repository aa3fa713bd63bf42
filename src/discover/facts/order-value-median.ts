import { absent } from "../absent.ts";
import type { FactKind } from "../fact.ts";

export const orderValueMedian: FactKind = {
  id: "order-value-median",
  unit: "currency",
  value: ({ orderValueMedian, windowTransactions }) => (windowTransactions === 0 ? null : orderValueMedian),
  n: ({ windowTransactions }) => windowTransactions,
  sentences: {
    nl: "De middelste aankoop is {value} waard, van {n} aankopen.",
    en: "The middle purchase is worth {value}, out of {n} purchases.",
  },
  absent: absent.money,
};
