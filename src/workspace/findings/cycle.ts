import type { FindingKind } from "../../framework/index.ts";

export const cycle: FindingKind = {
  code: "cycle",
  severity: "error",
  sentences: {
    nl: ({ path }) => `Dit loopt in een kring: ${(path as readonly string[]).join(" → ")}. Haal één van die verwijzingen weg.`,
    en: ({ path }) => `This runs in a circle: ${(path as readonly string[]).join(" → ")}. Remove one of these references.`,
  },
};
