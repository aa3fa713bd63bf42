import { absent } from "../absent.ts";
import { type FactKind, over } from "../fact.ts";

export const lapsedTopShare: FactKind = {
  id: "lapsed-top-share",
  unit: "percent",
  value: ({ topLapsed, top, activeRevenue }) => (activeRevenue === null ? null : over(topLapsed, top)),
  n: ({ top }) => top,
  isShare: true,
  sentences: {
    nl: "Van je {n} beste klanten bleef {value} weg.",
    en: "Of your {n} best customers, {value} stayed away.",
  },
  absent: absent.money,
};
