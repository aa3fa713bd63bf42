import type { Language } from "../../framework/index.ts";

type Word = "contents" | "table" | "overview" | "step" | "sentence" | "subject" | "finding" | "withheld" | "more";

/** What the forms of a story say beside the story itself. */
export const storyWords: Readonly<Record<Language, Readonly<Record<Word, string>>>> = {
  nl: {
    contents: "De zes stappen",
    table: "Tabel",
    overview: "Overzicht",
    step: "Stap",
    sentence: "Wat het zegt",
    subject: "Onderwerp",
    finding: "Wat het plaatje laat zien",
    withheld: "Niet te zeggen",
    more: "vervolg",
  },
  en: {
    contents: "The six steps",
    table: "Table",
    overview: "Overview",
    step: "Step",
    sentence: "What it says",
    subject: "Subject",
    finding: "What the picture shows",
    withheld: "Not told",
    more: "continued",
  },
};
