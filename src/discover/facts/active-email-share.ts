import { absent } from "../absent.ts";
import { type FactKind, over } from "../fact.ts";

export const activeEmailShare: FactKind = {
  id: "active-email-share",
  unit: "percent",
  value: ({ detail, active }) => over(detail?.contacts.activeWithEmail ?? null, active),
  n: ({ active }) => active,
  isShare: true,
  sentences: {
    nl: "Van je {n} actieve klanten kun je {value} mailen.",
    en: "Of your {n} active customers you can reach {value} by e-mail.",
  },
  absent: absent.email,
};
