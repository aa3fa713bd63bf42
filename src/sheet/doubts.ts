import type { Language } from "../framework/index.ts";
import type { Doubt, DoubtCode } from "./table.ts";

/** What a doubt says to a person: what happened, and what to do. */
export function doubtSentence({ code, table, row, column, text }: Doubt, language: Language): string {
  const shown = text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, " ")
    .trim()
    .slice(0, 80);
  const place = row === null ? table : language === "nl" ? `${table}, rij ${row}` : `${table}, row ${row}`;
  return `${place}: ${sentences[language][code](shown, column ?? "")}`;
}

type Sentences = Readonly<Record<DoubtCode, (text: string, column: string) => string>>;

const sentences: Readonly<Record<Language, Sentences>> = {
  nl: {
    "column-unknown": (text) => `kolom “${text}” is niet overgenomen, want het is niet duidelijk wat erin staat.`,
    "column-guessed": (text, column) => `kolom “${column}” is gelezen als “${text}”. Kijk na of dat klopt.`,
    "column-missing": () => "er is geen kolom met de naam van de KPI of met een hele zin. Zet boven die kolom “naam” of “zin”.",
    "no-name": (text) => `hier staat “${text}”, maar geen naam. Geef de rij een naam.`,
    "not-a-number": (text, column) => `“${text}” bij ${column} is geen enkel getal en is weggelaten. Typ één getal.`,
    "not-a-day": (text, column) => `“${text}” bij ${column} is geen dag en is weggelaten. Typ een datum, zoals 2026-12-31.`,
    "not-a-choice": (text, column) =>
      `“${text}” bij ${column} is geen van de mogelijke woorden en is weggelaten. Kies er een uit de lijst.`,
    "not-a-period": (text) => `“${text}” is niet als periode te lezen. Typ bijvoorbeeld “Q1 2026”, of een begin en een einde.`,
    "no-target": (text) => `“${text}” heeft geen doel. Zet erbij welk getal je wilt halen.`,
    "no-end": (text) => `“${text}” heeft een doel zonder einddatum. Zet erbij wanneer het gehaald moet zijn.`,
    "broken-rest": (text) => `in kolom “other” staat iets dat niet te lezen is: ${text}. Laat die kolom zoals hij is geschreven.`,
    "no-entry": (text) => `een regel hoort bij “${text}”, maar dat staat niet in de lijst.`,
    twice: (text) => `“${text}” staat er twee keer. De eerste telt.`,
  },
  en: {
    "column-unknown": (text) => `column “${text}” was not taken over, because it is not clear what it holds.`,
    "column-guessed": (text, column) => `column “${column}” was read as “${text}”. Check whether that is right.`,
    "column-missing": () => "there is no column with the KPI’s name or with a whole sentence. Put “name” or “sentence” above that column.",
    "no-name": (text) => `there is “${text}” here, but no name. Give the row a name.`,
    "not-a-number": (text, column) => `“${text}” at ${column} is not one number and was left out. Type one number.`,
    "not-a-day": (text, column) => `“${text}” at ${column} is no day and was left out. Type a date, such as 2026-12-31.`,
    "not-a-choice": (text, column) => `“${text}” at ${column} is none of the possible words and was left out. Choose one from the list.`,
    "not-a-period": (text) => `“${text}” cannot be read as a period. Type “Q1 2026” for instance, or a start and an end.`,
    "no-target": (text) => `“${text}” has no target. Add the number that you want to reach.`,
    "no-end": (text) => `“${text}” has a target without an end date. Add when it has to be reached.`,
    "broken-rest": (text) => `column “other” holds something that cannot be read: ${text}. Leave that column as it was written.`,
    "no-entry": (text) => `a row belongs to “${text}”, which is not in the list.`,
    twice: (text) => `“${text}” is there twice. The first one counts.`,
  },
};
