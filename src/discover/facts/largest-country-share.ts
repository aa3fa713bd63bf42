import { absent } from "../absent.ts";
import { type FactKind, over } from "../fact.ts";
import { largest } from "../groups.ts";

export const largestCountryShare: FactKind = {
  id: "largest-country-share",
  unit: "percent",
  value: ({ detail, windowRevenue }) => over(largest(detail?.countries)?.revenue ?? null, windowRevenue),
  n: ({ detail }) => largest(detail?.countries)?.transactions ?? 0,
  subject: ({ detail }) => largest(detail?.countries)?.name ?? null,
  sentences: {
    nl: "Het meeste verkoop je in {subject}: {value} van de omzet, in {n} aankopen.",
    en: "You sell most in {subject}: {value} of the revenue, in {n} purchases.",
  },
  absent: absent.country,
};
