import { absent } from "../absent.ts";
import { type FactKind, over } from "../fact.ts";
import { largest } from "../groups.ts";

export const largestChannelShare: FactKind = {
  id: "largest-channel-share",
  unit: "percent",
  value: ({ detail, windowRevenue }) => over(largest(detail?.channels)?.revenue ?? null, windowRevenue),
  n: ({ detail }) => largest(detail?.channels)?.transactions ?? 0,
  subject: ({ detail }) => largest(detail?.channels)?.name ?? null,
  sentences: {
    nl: "Het meeste verkoop je via {subject}: {value} van de omzet, in {n} aankopen.",
    en: "You sell most through {subject}: {value} of the revenue, in {n} purchases.",
  },
  absent: absent.channel,
};
