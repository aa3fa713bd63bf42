import type { FindingKind } from "../../framework/index.ts";

export const duplicateKey: FindingKind = {
  code: "duplicate-key",
  severity: "error",
  why: {
    nl: "Van twee antwoorden op één vraag telt er één, en dat is misschien niet het jouwe.",
    en: "Of two answers to one question one counts, and it may not be yours.",
  },
  sentences: {
    nl: ({ key, line }) => `“${key}” staat hier twee keer; de eerste (regel ${line}) telt. Haal er één weg.`,
    en: ({ key, line }) => `“${key}” stands here twice; the first (line ${line}) counts. Remove one of them.`,
  },
};
