import { absent } from "../absent.ts";
import { type FactKind, over } from "../fact.ts";

export const revenueGrowth: FactKind = {
  id: "revenue-growth",
  unit: "percent",
  value: ({ detail }) => {
    const now = detail?.years.now?.revenue ?? null;
    const before = detail?.years.before?.revenue ?? null;
    return now === null || before === null ? null : over(now - before, before);
  },
  n: ({ detail }) => detail?.years.now?.transactions ?? 0,
  sentences: {
    nl: "Je omzet van de laatste twaalf maanden verschilt {value} van die van het jaar ervoor.",
    en: "Your revenue of the last twelve months differs by {value} from that of the year before.",
  },
  absent: absent.twoYears,
};
