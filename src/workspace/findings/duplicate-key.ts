import type { FindingKind } from "../../framework/index.ts";

export const duplicateKey: FindingKind = {
  code: "duplicate-key",
  severity: "error",
  sentences: {
    nl: ({ key, line }) => `“${key}” staat hier twee keer; de eerste (regel ${line}) telt. Haal er één weg.`,
    en: ({ key, line }) => `“${key}” stands here twice; the first (line ${line}) counts. Remove one of them.`,
  },
};
