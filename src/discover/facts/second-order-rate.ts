import { absent } from "../absent.ts";
import { type FactKind, over } from "../fact.ts";

export const secondOrderRate: FactKind = {
  id: "second-order-rate",
  unit: "percent",
  value: ({ oneTime, active }) => over(active - oneTime, active),
  n: ({ active }) => active,
  isShare: true,
  sentences: {
    nl: "Van je {n} actieve klanten kocht {value} twee keer of vaker.",
    en: "Of your {n} active customers, {value} bought twice or more.",
  },
  absent: absent.active,
};
