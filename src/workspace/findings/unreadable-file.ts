import type { FindingKind, Language, Params } from "../../framework/index.ts";
import type { FileProblem } from "../document.ts";

const reasons: Record<FileProblem["reason"], Record<Language, string>> = {
  "too-large": {
    nl: "het is groter dan 2 MB. Splits het, en zet cijfers in een CSV-bestand",
    en: "it is larger than 2 MB. Split it, and put figures in a CSV file",
  },
  "not-utf-8": { nl: "het is geen UTF-8. Bewaar het als UTF-8", en: "it is not UTF-8. Save it as UTF-8" },
  nul: {
    nl: "er staan nultekens in, dus het is geen tekst. Bewaar het als UTF-8 of haal het uit de werkmap",
    en: "it holds NUL characters and so is not text. Save it as UTF-8 or take it out of the workspace",
  },
  "not-a-file": {
    nl: "het is geen gewoon bestand. Haal het uit de werkmap",
    en: "it is not an ordinary file. Take it out of the workspace",
  },
  "outside-workspace": {
    nl: "het is een koppeling naar een plek buiten de werkmap. Zet het bestand zelf in de werkmap",
    en: "it is a link to a place outside the workspace. Put the file itself in the workspace",
  },
  "no-access": {
    nl: "er is geen toegang. Geef jezelf leesrechten",
    en: "access is refused. Give yourself permission to read it",
  },
};

export function fileReason(params: Params, language: Language): string {
  return reasons[params["reason"] as FileProblem["reason"]][language];
}

export const unreadableFile: FindingKind = {
  code: "unreadable-file",
  severity: "error",
  why: { nl: "Wat in een onleesbaar bestand staat, telt niet mee.", en: "What stands in a file that cannot be read does not count." },
  sentences: {
    nl: (params) => `${String(params["file"])} telt niet mee: ${fileReason(params, "nl")}.`,
    en: (params) => `${String(params["file"])} does not count: ${fileReason(params, "en")}.`,
  },
};
