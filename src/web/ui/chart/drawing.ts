import type * as Plot from "@observablehq/plot";
import type { ReportJson } from "../../../report/index.ts";
import type { Entry } from "../../report.ts";
import type { Say } from "../../say.ts";
import { at, halo } from "./house.ts";

export interface Drawing {
  readonly entry: Entry;
  readonly events: ReportJson["events"];
  readonly asOf: string;
  readonly say: Say;
  readonly width: number;
  readonly height: number;
}

export type Picture = Plot.PlotOptions & { readonly marks: Plot.Markish[] };

/** Below this width labels that repeat the text beside the picture are left out. */
export const narrow = 560;

/** A label at one place, a day or a number: the second line of two hangs 16 px lower. */
export interface Label {
  readonly x: Date | number;
  readonly y: number;
  readonly text: string;
  readonly dx?: number;
  readonly dy?: number;
  readonly anchor?: "start" | "middle" | "end";
  readonly fill?: string;
  readonly strong?: boolean;
}

export function labels(text: typeof Plot.text, list: readonly Label[]): Plot.Markish[] {
  return list.map((label) =>
    text([label], {
      x: "x",
      y: "y",
      text: "text",
      dx: label.dx ?? 0,
      dy: label.dy ?? 0,
      textAnchor: label.anchor ?? "start",
      fill: label.fill ?? "var(--soft)",
      fontWeight: label.strong === true ? 600 : 400,
      clip: false,
      ...halo,
    }),
  );
}

/** Two lines of text closer than this would touch. */
const line = 16;

/** Texts at the end of what they name, of one line each or more, the highest first and none over another; `pixel` is the height of one unit. */
export function stacked(blocks: readonly (readonly [Label, ...Label[]])[], pixel: number): readonly Label[] {
  let free = -Infinity;
  return blocks
    .toSorted(([one], [other]) => other.y - one.y)
    .flatMap((block) => {
      const natural = (block[0].dy ?? 0) - block[0].y * pixel;
      const place = Math.max(natural, free);
      free = place + line * block.length;
      return block.map((label) => ({ ...label, dy: (label.dy ?? 0) + place - natural }));
    });
}

/** The width that texts at the end of what they name need beside a picture. */
export function roomFor(texts: readonly string[]): number {
  // Half of a label that stands over the end of its line needs room too.
  return Math.max(64, 24 + 6.6 * Math.max(0, ...texts.map((text) => text.length)));
}

/** What is expected, and below it the interval. */
export function foreseen(
  { value, level, low, high }: NonNullable<Entry["forecast"]>,
  x: Date,
  { entry, say }: Pick<Drawing, "entry" | "say">,
): [Label, Label] {
  const { chart } = say.words.kpi;
  const told = (amount: number) => say.value(amount, entry.unit, { round: true });
  const interval = chart.interval(say.percent(level), told(low), told(high));
  return [
    { x, y: value, text: chart.expected(told(value)), dx: 12, fill: "var(--ink)" },
    { x, y: value, text: interval, dx: 12, dy: 16 },
  ];
}

export interface Flag {
  readonly day: Date;
  readonly text: string;
  /** 0 is the top line; neighbours that would overlap take turns */
  readonly row: number;
  readonly anchor: "start" | "end";
}

/** The events within the picture as flags; text leans to the inside near the right edge. Later ones are dropped where no row is free. */
export function flags({ events, say, width }: Drawing, from: string, to: string, inner: number, rows: number): readonly Flag[] {
  const days = (at(to).getTime() - at(from).getTime()) / 86_400_000 || 1;
  const taken: number[] = [];
  const kept: Flag[] = [];
  for (const event of events.filter((one) => one.on >= from && one.on <= to).toSorted((a, b) => (a.on < b.on ? -1 : 1))) {
    const text = `${say.dayOfMonth(event.on)}: ${event.name}`;
    const x = ((at(event.on).getTime() - at(from).getTime()) / 86_400_000 / days) * inner;
    const size = text.length * 6.4 + 16;
    const anchor = x + size > Math.max(inner, width - 80) ? "end" : "start";
    const start = anchor === "start" ? x : x - size;
    const row = Array.from({ length: rows }, (_, index) => index).find((index) => (taken[index] ?? -1) <= start && start >= -48);
    if (row === undefined) continue;
    taken[row] = start + size;
    kept.push({ day: at(event.on), text, row, anchor });
  }
  return kept;
}
