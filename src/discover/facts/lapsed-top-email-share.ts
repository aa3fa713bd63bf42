import { absent } from "../absent.ts";
import { type FactKind, over } from "../fact.ts";

export const lapsedTopEmailShare: FactKind = {
  id: "lapsed-top-email-share",
  unit: "percent",
  value: ({ detail, topLapsed }) => over(detail?.contacts.topLapsedWithEmail ?? null, topLapsed),
  n: ({ topLapsed }) => topLapsed,
  isShare: true,
  sentences: {
    nl: "Van de {n} beste klanten die wegbleven kun je {value} mailen.",
    en: "Of the {n} best customers who stayed away you can reach {value} by e-mail.",
  },
  absent: absent.email,
};
