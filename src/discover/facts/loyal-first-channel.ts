import { absent } from "../absent.ts";
import { type FactKind, shareOf } from "../fact.ts";
import { standout } from "../groups.ts";

export const loyalFirstChannel: FactKind = {
  id: "loyal-first-channel",
  unit: "percent",
  value: ({ detail }) => shareOf(standout(detail?.channels, 1)),
  n: ({ detail }) => standout(detail?.channels, 1)?.n ?? 0,
  isShare: true,
  subject: ({ detail }) => standout(detail?.channels, 1)?.name ?? null,
  sentences: {
    nl: "Wie via {subject} begint komt het vaakst terug: {value} van {n} klanten.",
    en: "Who starts through {subject} comes back most: {value} of {n} customers.",
  },
  absent: absent.channels,
};
