import { absent } from "../absent.ts";
import { type FactKind, over } from "../fact.ts";

export const oneTimeShare: FactKind = {
  id: "one-time-share",
  unit: "percent",
  value: ({ oneTime, active }) => over(oneTime, active),
  n: ({ active }) => active,
  isShare: true,
  sentences: {
    nl: "Van je {n} actieve klanten kocht {value} maar één keer.",
    en: "Of your {n} active customers, {value} bought only once.",
  },
  absent: absent.active,
};
