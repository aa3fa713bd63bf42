import type { FindingKind } from "../../framework/index.ts";

export const duplicateId: FindingKind = {
  code: "duplicate-id",
  severity: "error",
  why: {
    nl: "Twee dingen met één id worden door elkaar gehaald, en één ervan telt niet mee.",
    en: "Two things with one id get mixed up, and one of them does not count.",
  },
  sentences: {
    nl: ({ id, section, file, line }) =>
      `De id “${id}” bestaat al in ${section} (${file}, regel ${line}); die telt. Geef deze een andere id of haal hem weg.`,
    en: ({ id, section, file, line }) =>
      `The id “${id}” already exists in ${section} (${file}, line ${line}), and that one counts. Give this one another id or remove it.`,
  },
};
