import { absent } from "../absent.ts";
import { type FactKind, shareOf } from "../fact.ts";

export const reactivatedTop: FactKind = {
  id: "reactivated-top",
  unit: "percent",
  value: ({ detail }) => shareOf(detail?.returns[0]?.top),
  n: ({ detail }) => detail?.returns[0]?.top.n ?? 0,
  isShare: true,
  subject: ({ detail }) => (detail?.returns[0] ? String(detail.returns[0].months) : null),
  sentences: {
    nl: "Van {n} beste klanten die toen al lang weg waren kwam {value} in {subject} maanden vanzelf terug.",
    en: "Of {n} best customers who had been away for long by then, {value} came back by themselves in {subject} months.",
  },
  absent: absent.lapsedBefore,
};
