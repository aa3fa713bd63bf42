import { absent } from "../absent.ts";
import { type FactKind, shareOf } from "../fact.ts";
import { standout } from "../groups.ts";

export const loyalFirstCountry: FactKind = {
  id: "loyal-first-country",
  unit: "percent",
  value: ({ detail }) => shareOf(standout(detail?.countries, 1)),
  n: ({ detail }) => standout(detail?.countries, 1)?.n ?? 0,
  isShare: true,
  subject: ({ detail }) => standout(detail?.countries, 1)?.name ?? null,
  sentences: {
    nl: "Klanten uit {subject} komen het vaakst terug: {value} van {n} klanten.",
    en: "Customers from {subject} come back most: {value} of {n} customers.",
  },
  absent: absent.countries,
};
