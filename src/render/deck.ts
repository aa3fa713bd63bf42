import { createRequire } from "node:module";
import type Pptx from "pptxgenjs";
import { inert } from "../report/index.ts";
import { withoutClock } from "./archive.ts";

export type Deck = Pptx.default;
export type Slide = Pptx.default.Slide;

// Its ES module is one that Node 20 takes for CommonJS.
const Presentation = createRequire(import.meta.url)("pptxgenjs") as typeof Pptx.default;

export const font = "Calibri";
export const [ink, soft, line] = ["1A1C1F", "55595F", "E4E0D8"];
/** inches, of a slide of 13.33 by 7.5 */
export const [left, width] = [0.7, 11.93];

/** Slides in the house style, without a slide yet; `title`: whose they are. */
export function newDeck(title: string): Deck {
  const deck = new Presentation();
  deck.layout = "LAYOUT_WIDE";
  deck.title = inert(title);
  deck.author = "Helder";
  deck.company = inert(title);
  deck.theme = { headFontFace: font, bodyFontFace: font };
  return deck;
}

/** The slides as a file: equal slides, equal bytes. */
export async function writtenDeck(deck: Deck): Promise<Uint8Array> {
  return withoutClock((await deck.write({ outputType: "uint8array" })) as Uint8Array);
}

export const chartStyle: Pptx.default.IChartOpts = {
  legendFontFace: font,
  legendFontSize: 12,
  legendColor: soft,
  catAxisLabelFontFace: font,
  catAxisLabelFontSize: 11,
  catAxisLabelColor: soft,
  valAxisLabelFontFace: font,
  valAxisLabelFontSize: 11,
  valAxisLabelColor: soft,
  valAxisLineShow: false,
  catAxisLineShow: true,
  valGridLine: { style: "solid", size: 0.5, color: line },
  catGridLine: { style: "none" },
};
