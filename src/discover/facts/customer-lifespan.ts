import { absent } from "../absent.ts";
import type { FactKind } from "../fact.ts";

export const customerLifespan: FactKind = {
  id: "customer-lifespan",
  unit: "days",
  value: ({ detail }) => detail?.repeats.lifespanMedian ?? null,
  n: ({ detail }) => detail?.repeats.secondGaps ?? 0,
  sentences: {
    nl: "Tussen de eerste en de laatste aankoop van wie terugkwam liggen meestal {value}.",
    en: "Between the first and the last purchase of who came back there usually are {value}.",
  },
  absent: absent.repeats,
};
