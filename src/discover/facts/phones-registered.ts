import { absent } from "../absent.ts";
import type { FactKind } from "../fact.ts";

export const phonesRegistered: FactKind = {
  id: "phones-registered",
  unit: "count",
  value: ({ detail }) => detail?.contacts.withPhone ?? null,
  n: ({ customers }) => customers,
  sentences: {
    nl: "Van {n} bekende klanten heb je {value} keer een telefoonnummer.",
    en: "Of {n} known customers you have the phone number of {value}.",
  },
  absent: absent.phone,
};
