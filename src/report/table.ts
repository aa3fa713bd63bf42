import { inert } from "./inert.ts";
import type { Paint, Tone } from "./paint.ts";
import { columnsOf, cut, pad } from "./width.ts";

export const pageWidth = 80;

export interface Column {
  readonly title: string;
  readonly align: "left" | "right";
  /** may be cut to this many columns where the table is too wide; null: never */
  readonly least: number | null;
  /** left out where the table is still too wide, the highest first; null: never */
  readonly spare: number | null;
}

export interface Cell {
  readonly text: string;
  readonly tone: Tone | null;
}

/** A line of cells, or a heading over the lines below it. */
export type Row = readonly Cell[] | { readonly heading: string };

export function cell(text: string, tone: Tone | null = null): Cell {
  return { text, tone };
}

const gap = "  ";

/** A table of at most `pageWidth` columns where its columns allow it: numbers are never cut. */
export function table(columns: readonly Column[], rows: readonly Row[], paint: Paint): string[] {
  const shown = fitting(columns, rows);
  const line = (texts: readonly { readonly text: string; readonly tone: Tone | null }[]): string =>
    shown
      .map(({ index, width }) => {
        const { text, tone } = texts[index]!;
        return paint(pad(cut(text, width), width, columns[index]!.align), tone);
      })
      .join(gap)
      .trimEnd();
  const rule = paint("─".repeat(totalWidth(shown)), "muted");
  const head = line(columns.map(({ title }) => ({ text: title, tone: "muted" as const })));
  const body = rows.map((row) => ("heading" in row ? paint(cut(row.heading, pageWidth), "strong") : line(row)));
  return [head, rule, ...body];
}

interface Fit {
  readonly index: number;
  readonly width: number;
}

function fitting(columns: readonly Column[], rows: readonly Row[]): Fit[] {
  let shown: Fit[] = columns.map(({ title }, index) => {
    const width = rows.reduce(
      (most, row) => ("heading" in row ? most : Math.max(most, columnsOf(inert(row[index]!.text)))),
      columnsOf(inert(title)),
    );
    return { index, width };
  });
  const spare = columns.flatMap((column, index) => (column.spare === null ? [] : [{ index, rank: column.spare }]));
  for (const { index } of spare.toSorted((a, b) => b.rank - a.rank)) {
    if (totalWidth(shown.map((fit) => squeezed(fit, columns))) <= pageWidth) break;
    shown = shown.filter((fit) => fit.index !== index);
  }
  for (let excess = totalWidth(shown) - pageWidth; excess > 0;) {
    const widest = shown.filter((fit) => fit.width > squeezed(fit, columns).width).toSorted((a, b) => b.width - a.width)[0];
    if (!widest) break;
    const width = Math.max(squeezed(widest, columns).width, widest.width - excess);
    excess -= widest.width - width;
    shown = shown.map((fit) => (fit.index === widest.index ? { ...fit, width } : fit));
  }
  return shown;
}

function squeezed(fit: Fit, columns: readonly Column[]): Fit {
  return { ...fit, width: Math.min(fit.width, columns[fit.index]!.least ?? fit.width) };
}

function totalWidth(shown: readonly Fit[]): number {
  return shown.reduce((sum, { width }) => sum + width, 0) + gap.length * Math.max(0, shown.length - 1);
}
