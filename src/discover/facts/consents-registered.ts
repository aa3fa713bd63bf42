import { absent } from "../absent.ts";
import type { FactKind } from "../fact.ts";

export const consentsRegistered: FactKind = {
  id: "consents-registered",
  unit: "count",
  value: ({ detail }) => detail?.contacts.withConsent ?? null,
  n: ({ customers }) => customers,
  sentences: {
    nl: "Van {n} bekende klanten wil {value} berichten van je krijgen.",
    en: "Of {n} known customers, {value} agreed to hear from you.",
  },
  absent: absent.consent,
};
