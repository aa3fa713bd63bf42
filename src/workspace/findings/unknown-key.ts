import type { FindingKind } from "../../framework/index.ts";

export const unknownKey: FindingKind = {
  code: "unknown-key",
  severity: "error",
  why: { nl: "Wat onder een verkeerde naam staat, telt niet mee.", en: "What stands under a wrong name does not count." },
  sentences: {
    nl: ({ key, suggestion, belongs }) =>
      belongs
        ? `“${key}” hoort in ${belongs}. Zet het daar.`
        : suggestion
          ? `“${key}” is hier geen sleutel. Bedoel je “${suggestion}”?`
          : `“${key}” is hier geen sleutel. Haal hem weg of verbeter de naam.`,
    en: ({ key, suggestion, belongs }) =>
      belongs
        ? `“${key}” belongs in ${belongs}. Put it there.`
        : suggestion
          ? `“${key}” is not a key here. Did you mean “${suggestion}”?`
          : `“${key}” is not a key here. Remove it or mend its name.`,
  },
};
