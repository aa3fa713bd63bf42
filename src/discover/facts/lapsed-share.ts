import { absent } from "../absent.ts";
import { type FactKind, over } from "../fact.ts";

export const lapsedShare: FactKind = {
  id: "lapsed-share",
  unit: "percent",
  value: ({ lapsed, active }) => over(lapsed, active),
  n: ({ active }) => active,
  isShare: true,
  sentences: {
    nl: "Van je {n} actieve klanten bleef {value} weg.",
    en: "Of your {n} active customers, {value} stayed away.",
  },
  absent: absent.active,
};
