import type { Language } from "../framework/index.ts";
import { type CellValue, workbookOf } from "./workbook.ts";

/** A table of a framework, to be filled in. */
export interface FillableTable {
  readonly name: string;
  readonly columns: readonly {
    readonly title: string;
    readonly kind: string;
    readonly width: number;
    readonly choices: readonly string[] | null;
  }[];
  readonly rows: readonly (readonly CellValue[])[];
}

const spareRows = 50;
const day = "yyyy-mm-dd";

/** Tables of a framework as a workbook, with lists to choose from and empty rows to fill in. */
export function frameworkWorkbook(tables: readonly FillableTable[], title: string, language: Language): Promise<Uint8Array> {
  return workbookOf(
    tables.map(({ name, columns, rows }) => ({
      name,
      columns: columns.map(({ title, kind, width, choices }) => ({
        title,
        width,
        ...(kind === "day" ? { format: day } : {}),
        ...(choices === null ? {} : { choices }),
        ...(hints[language][title] === undefined ? {} : { hint: hints[language][title] }),
      })),
      rows,
      frozen: 2,
      spare: spareRows,
    })),
    title,
  );
}

/** What a person should know of a column before choosing. */
const sentences = {
  nl: {
    cadence: "Hoe vaak je kijkt.",
    direction: "up: hoger is beter. down: lager is beter.",
    side: "behaviour: wat de klant doet. experience: wat de klant ervaart.",
    timing: "leading: loopt vooruit. lagging: is de uitkomst.",
  },
  en: {
    cadence: "How often you look.",
    direction: "up: higher is better. down: lower is better.",
    side: "behaviour: what the customer does. experience: what the customer feels.",
    timing: "leading: comes before. lagging: is the outcome.",
  },
};
const hints: Readonly<Record<Language, Readonly<Record<string, string>>>> = sentences;
