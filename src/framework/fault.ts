import type { Day } from "../calendar/index.ts";
import type { Language, Params } from "./finding.ts";

/** Something wrong with the rows of a dataset, found before anything is computed from them. */
export interface Fault {
  readonly dataset: string;
  readonly code: FaultCode;
  /** the column that it is about; null: all rows */
  readonly column: string | null;
  /** true: nothing is computed from the dataset, or from the column where there is one; false: it is only told */
  readonly breaks: boolean;
  /** raw numbers, days and fractions */
  readonly params: Params;
}

type Say = (fault: Fault, day: (day: Day) => string) => string;
type Sentences = Readonly<Record<Language, Say>>;

const percent = (fraction: Fault["params"][string] | undefined, language: Language): string =>
  `${Math.round(Number(fraction) * 100)}${language === "nl" ? " " : ""}%`;

const count = (number: Fault["params"][string] | undefined, one: string, more: string): string =>
  `${Number(number)} ${Number(number) === 1 ? one : more}`;

const sentences = {
  "not-fresh": {
    nl: ({ dataset, params }, day) =>
      `De nieuwste rij van ${dataset} is van ${day(String(params["newest"]))}, ouder dan ${String(params["fresh"])}. Laad nieuwere gegevens.`,
    en: ({ dataset, params }, day) =>
      `The newest row of ${dataset} is from ${day(String(params["newest"]))}, older than ${String(params["fresh"])}. Load newer data.`,
  },
  "no-rows": {
    nl: ({ dataset }) => `${dataset} heeft geen rijen. Kijk of de export goed is gemaakt.`,
    en: ({ dataset }) => `${dataset} has no rows. See whether the export was made well.`,
  },
  "too-few-rows": {
    nl: ({ dataset, params }) =>
      `${dataset} heeft ${params["rows"]} rijen; minstens ${params["min"]} is afgesproken. Laad de ontbrekende rijen.`,
    en: ({ dataset, params }) =>
      `${dataset} has ${params["rows"]} rows; at least ${params["min"]} were agreed. Load the rows that are missing.`,
  },
  "too-many-rows": {
    nl: ({ dataset, params }) =>
      `${dataset} heeft ${params["rows"]} rijen; hoogstens ${params["max"]} is afgesproken. Kijk of er rijen dubbel zijn.`,
    en: ({ dataset, params }) =>
      `${dataset} has ${params["rows"]} rows; at most ${params["max"]} were agreed. See whether rows are there twice.`,
  },
  "not-unique": {
    nl: ({ dataset, params }) =>
      `In de bestanden van ${dataset} stonden ${params["rows"]} rijen met een sleutel die er al was. Haal ze weg, of verbeter de sleutel.`,
    en: ({ dataset, params }) =>
      `The files of ${dataset} held ${params["rows"]} rows with a key that was there already. Take them out, or mend the key.`,
  },
  "not-complete": {
    nl: ({ dataset, column, params }) => `In ${dataset} is ${column} in ${params["empty"]} rijen leeg. Vul die velden in de bron.`,
    en: ({ dataset, column, params }) => `In ${dataset} ${column} is empty in ${params["empty"]} rows. Fill those fields in at the source.`,
  },
  "unknown-column": {
    nl: ({ dataset, column }) => `${dataset} heeft geen kolom ${column}, die volledig moet zijn. Verbeter de naam onder quality.`,
    en: ({ dataset, column }) => `${dataset} has no column ${column}, which must be complete. Mend its name under quality.`,
  },
  "silent-source": {
    nl: ({ dataset, params }, day) =>
      `Van ${dataset} is na ${day(String(params["newest"]))} niets meer gekomen, nu al ${params["days"]} dagen; het afgelopen jaar was het hoogstens ${count(params["usual"], "dag", "dagen")} stil. Kijk of de bron nog levert, en laad opnieuw.`,
    en: ({ dataset, params }, day) =>
      `Nothing came from ${dataset} after ${day(String(params["newest"]))}, for ${params["days"]} days by now; in the past year it was silent for ${count(params["usual"], "day", "days")} at most. See whether the source still delivers, and load again.`,
  },
  "unusual-rows": {
    nl: ({ dataset, params }, day) =>
      `${dataset} heeft in de week van ${day(String(params["week"]))} ${params["rows"]} rijen; ${params["usual"]} is gewoon. Kijk of de export heel is.`,
    en: ({ dataset, params }, day) =>
      `${dataset} has ${params["rows"]} rows in the week of ${day(String(params["week"]))}; ${params["usual"]} are usual. See whether the export is whole.`,
  },
  "sudden-nulls": {
    nl: ({ dataset, column, params }, day) =>
      `In ${dataset} is ${column} in de week van ${day(String(params["week"]))} in ${percent(params["share"], "nl")} van de rijen leeg; ${percent(params["usual"], "nl")} is gewoon. Kijk of de bron dit veld nog vult.`,
    en: ({ dataset, column, params }, day) =>
      `In ${dataset} ${column} is empty in ${percent(params["share"], "en")} of the rows in the week of ${day(String(params["week"]))}; ${percent(params["usual"], "en")} is usual. See whether the source still fills this field.`,
  },
  "sum-drift": {
    nl: ({ dataset, column, params }, day) =>
      `In ${dataset} is ${column} in de week van ${day(String(params["week"]))} gemiddeld ${params["mean"]}; ${params["usual"]} is gewoon. Kijk of de eenheid is veranderd.`,
    en: ({ dataset, column, params }, day) =>
      `In ${dataset} ${column} is ${params["mean"]} on average in the week of ${day(String(params["week"]))}; ${params["usual"]} is usual. See whether its unit changed.`,
  },
} satisfies Record<string, Sentences>;

export type FaultCode = keyof typeof sentences;

/** What is wrong and what to do about it; `day` writes a day for the reader. */
export function faultSentence(fault: Fault, language: Language, day: (day: Day) => string): string {
  // A fault of a later version has no sentence here yet.
  const said: Sentences | undefined = Object.hasOwn(sentences, fault.code) ? sentences[fault.code] : undefined;
  return said === undefined ? fault.code : said[language](fault, day);
}
