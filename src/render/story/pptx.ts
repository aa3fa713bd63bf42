import type Pptx from "pptxgenjs";
import { inert, type Step, type Story, type StoryTable } from "../../report/index.ts";
import { type Deck, font, ink, left, line, newDeck, type Slide, soft, width, writtenDeck } from "../deck.ts";
import { addChart } from "./chart.ts";
import { storyWords } from "./words.ts";

/** The story as slides: a slide for each step with its sentence and a chart or a map that can be edited, then its tables. */
export function storyPptx(story: Story): Promise<Uint8Array> {
  const deck = newDeck(story.title);
  title(deck, story);
  story.steps.forEach((step, index) => told(deck, step, index + 1, story));
  return writtenDeck(deck);
}

function text(slide: Slide, said: string, y: number, h: number, options: Pptx.default.TextPropsOptions): void {
  slide.addText(inert(said), { x: left, y, w: width, h, margin: 0, fontFace: font, color: ink, valign: "top", fit: "shrink", ...options });
}

function title(deck: Deck, { title: name, sentence, moment }: Story): void {
  const slide = deck.addSlide();
  text(slide, name, 0.7, 0.4, { fontSize: 16, color: soft });
  text(slide, sentence, 1.6, 3.6, { fontSize: 32 });
  text(slide, moment, 6.5, 0.4, { fontSize: 14, color: soft });
}

function told(deck: Deck, step: Step, number: number, story: Story): void {
  const slide = deck.addSlide();
  text(slide, `${number}. ${step.title}`, 0.45, 0.5, { fontSize: 14, color: soft });
  text(slide, step.sentence, 0.85, 0.9, { fontSize: 22, bold: true });
  if (step.picture === null) text(slide, step.missing ?? "", 2, 1, { fontSize: 16, color: soft });
  else {
    text(slide, step.picture.finding, 1.85, 0.4, { fontSize: 14 });
    addChart(deck, slide, step, story);
  }
  if (step.folded !== null) {
    text(slide, step.folded.sentence, 6.95, 0.35, { fontSize: 11, color: soft });
    slide.addNotes(inert(step.folded.lines.join("\n")));
  }
  for (const table of step.tables) if (!table.columns.some(({ shown }) => shown === "heat")) tables(deck, table, step, story);
}

/** Sentences take two lines where words take one. */
const [fewLines, manyLines] = [8, 12];

function tables(deck: Deck, table: StoryTable, step: Step, { language }: Story): void {
  const lines = table.columns.some(({ kind }) => kind === "long") ? fewLines : manyLines;
  for (let at = 0; at < table.rows.length; at += lines) {
    const slide = deck.addSlide();
    text(slide, step.title, 0.45, 0.4, { fontSize: 14, color: soft });
    text(slide, at === 0 ? table.name : `${table.name} (${storyWords[language].more})`, 0.8, 0.5, { fontSize: 20, bold: true });
    const weights: number[] = table.columns.map(({ kind }, index) => (kind === "long" ? 5 : kind === "text" ? (index === 0 ? 3 : 2) : 1.2));
    const whole = weights.reduce((sum, weight) => sum + weight, 0);
    slide.addTable(
      [
        table.columns.map(({ title: head, kind }) =>
          cell(head, { color: soft, fontSize: 11, ...(kind === "number" ? { align: "right" as const } : {}) }),
        ),
        ...table.rows
          .slice(at, at + lines)
          .map((row) =>
            row.map(({ text: said }, index) => cell(said, table.columns[index]!.kind === "number" ? { align: "right" as const } : {})),
          ),
      ],
      {
        x: left,
        y: 1.45,
        w: width,
        colW: weights.map((weight) => (weight / whole) * width),
        fontFace: font,
        fontSize: 12,
        color: ink,
        margin: [0.04, 0.1, 0.04, 0],
        valign: "top",
      },
    );
  }
}

function cell(said: string, options: Pptx.default.TableCellProps): Pptx.default.TableCell {
  const none = { type: "none" as const };
  const border = [none, none, { type: "solid" as const, pt: 0.75, color: line }, none];
  return { text: inert(said), options: { border: border as never, ...options } };
}
