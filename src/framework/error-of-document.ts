import type { ErrorKind } from "./error-kind.ts";

/** Failures of documents: those that Helder writes, and the lists that it reads back. */
export const errorsOfDocuments = {
  "no-browser": {
    exit: 2,
    http: 501,
    sentences: {
      nl: "Voor een PDF is Chromium of Chrome nodig, en dat staat hier niet. Installeer het, wijs het aan met CHROMIUM_PATH, of kies --format html en druk die af.",
      en: "A PDF needs Chromium or Chrome, which is not on this machine. Install it, name it with CHROMIUM_PATH, or choose --format html and print that.",
    },
  },
  "not-printed": {
    exit: 2,
    http: 500,
    sentences: {
      nl: "{browser} kon de PDF niet maken ({reason}). Probeer het opnieuw, of kies --format html en druk die af.",
      en: "{browser} could not make the PDF ({reason}). Try again, or choose --format html and print that.",
    },
  },
  "list-unreadable": {
    exit: 2,
    http: 422,
    sentences: {
      nl: "{file} is niet als lijst te lezen: {reason}. Geef een xlsx- of csv-bestand met boven elke kolom een naam.",
      en: "{file} cannot be read as a list: {reason}. Give an xlsx or csv file with a name above each column.",
    },
  },
} as const satisfies Record<string, ErrorKind>;
