import type { Story, StoryCell, StoryTable } from "../../report/index.ts";
import { numberFormat } from "../number-format.ts";
import { type Cell, type CellValue, type Column, type Sheet, workbookOf } from "../workbook.ts";
import { storyWords } from "./words.ts";

/** The story as a workbook: the six sentences to read, and a sheet for each table, with real numbers that are shaded by what they are. */
export function storyXlsx(story: Story): Promise<Uint8Array> {
  const tables = story.steps.flatMap((step) => step.tables);
  const names = [...new Set(tables.map(({ sheet }) => sheet))];
  const withheld = story.steps.flatMap(({ folded }) => (folded === null ? [] : folded.lines));
  const word = storyWords[story.language];
  return workbookOf(
    [
      overview(story),
      ...names.map((name) =>
        sheetOf(
          name,
          tables.filter(({ sheet }) => sheet === name),
          story,
        ),
      ),
      ...(withheld.length === 0
        ? []
        : [
            {
              name: word.withheld,
              columns: [{ title: word.withheld, width: 100, wrap: true as const }],
              rows: withheld.map((line) => [line]),
            },
          ]),
    ],
    story.title,
  );
}

function overview({ language, title, moment, sentence, steps }: Story): Sheet {
  const word = storyWords[language];
  return {
    name: word.overview,
    titles: [
      { value: title, strong: true, size: 18 },
      { value: sentence, size: 12 },
      { value: moment, ink: "55595F" },
    ],
    columns: [
      { title: word.step, width: 28, wrap: true },
      { title: word.sentence, width: 70, wrap: true },
      { title: word.finding, width: 60, wrap: true },
    ],
    rows: steps.map((step, index) => [
      { value: `${index + 1}. ${step.title}`, strong: true },
      step.folded === null ? step.sentence : `${step.sentence} ${step.folded.sentence}`,
      step.picture?.finding ?? step.missing,
    ]),
    landscape: true,
  };
}

/** Tables of one kind under each other; more than one are told apart by their names, in a column of their own. */
function sheetOf(name: string, tables: readonly StoryTable[], { language, currency }: Story): Sheet {
  const [first] = tables;
  const named: readonly Column[] = tables.length > 1 ? [{ title: storyWords[language].subject, width: 30 }] : [];
  return {
    name,
    columns: [
      ...named,
      ...first!.columns.map(({ title, kind, shown }, index) => ({
        title,
        width: kind === "long" ? 70 : kind === "text" ? (index === 0 ? 34 : 26) : 16,
        ...(kind === "number" ? {} : { wrap: true as const }),
        ...(shown === undefined ? {} : { shown }),
      })),
    ],
    rows: tables.flatMap((table) =>
      table.rows.map((row) => [...(tables.length > 1 ? [table.name] : []), ...row.map((cell) => cellOf(cell, currency))]),
    ),
  };
}

function cellOf({ value, unit }: StoryCell, currency: string): Cell | CellValue {
  return typeof value === "number" ? { value, format: numberFormat(unit, currency) } : value;
}
