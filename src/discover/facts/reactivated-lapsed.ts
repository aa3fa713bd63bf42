import { absent } from "../absent.ts";
import { type FactKind, shareOf } from "../fact.ts";

export const reactivatedLapsed: FactKind = {
  id: "reactivated-lapsed",
  unit: "percent",
  value: ({ detail }) => shareOf(detail?.returns[0]?.lapsed),
  n: ({ detail }) => detail?.returns[0]?.lapsed.n ?? 0,
  isShare: true,
  subject: ({ detail }) => (detail?.returns[0] ? String(detail.returns[0].months) : null),
  sentences: {
    nl: "Van {n} klanten die toen al lang weg waren kwam {value} in {subject} maanden vanzelf terug.",
    en: "Of {n} customers who had been away for long by then, {value} came back by themselves in {subject} months.",
  },
  absent: absent.lapsedBefore,
};
