import type { ReasonKind } from "../reason.ts";

export const noRows: ReasonKind<Record<string, never>> = {
  code: "no-rows",
  sentences: {
    nl: () => "Er zijn nog geen gegevens. Laad ze, of kijk na of de metriek niet alles uitsluit.",
    en: () => "There are no data yet. Load them, or check that the metric does not leave everything out.",
  },
};
