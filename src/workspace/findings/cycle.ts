import type { FindingKind } from "../../framework/index.ts";

export const cycle: FindingKind = {
  code: "cycle",
  severity: "error",
  why: {
    nl: "In een kring is alles oorzaak en gevolg tegelijk, en dan valt er niets te berekenen.",
    en: "In a circle everything is cause and effect at once, and then nothing can be computed.",
  },
  sentences: {
    nl: ({ path }) => `Dit loopt in een kring: ${(path as readonly string[]).join(" → ")}. Haal één van die verwijzingen weg.`,
    en: ({ path }) => `This runs in a circle: ${(path as readonly string[]).join(" → ")}. Remove one of these references.`,
  },
};
