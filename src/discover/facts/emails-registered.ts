import { absent } from "../absent.ts";
import type { FactKind } from "../fact.ts";

export const emailsRegistered: FactKind = {
  id: "emails-registered",
  unit: "count",
  value: ({ withEmail }) => withEmail,
  n: ({ customers }) => customers,
  sentences: {
    nl: "Van {n} bekende klanten heb je {value} keer een e-mailadres.",
    en: "Of {n} known customers you have the e-mail address of {value}.",
  },
  absent: absent.email,
};
