import { literal, tableRows } from "../md.ts";
import type { Step } from "./step.ts";
import type { Story } from "./story.ts";

/** The story as Markdown: what the pictures state, and all tables. */
export function storyMarkdown({ title, moment, sentence, steps }: Story): string {
  return `${[`# ${literal(title)}`, literal(sentence), `${literal(moment)}.`, ...steps.flatMap((step, index) => told(step, index + 1))].join("\n\n")}\n`;
}

function told({ title, sentence, picture, missing, tables, folded }: Step, number: number): readonly string[] {
  return [
    `## ${number}. ${literal(title)}`,
    literal(sentence),
    ...(picture === null ? [] : [`**${literal(picture.finding)}.**`]),
    ...(missing === null ? [] : [literal(missing)]),
    ...tables.flatMap(({ name, columns, rows }) => [
      `### ${literal(name)}`,
      tableRows(
        columns.map((column) => column.title),
        rows.map((row) => row.map(({ text }) => text)),
      ),
    ]),
    ...(folded === null ? [] : [literal(folded.sentence), folded.lines.map((line) => `- ${literal(line)}`).join("\n")]),
  ];
}
