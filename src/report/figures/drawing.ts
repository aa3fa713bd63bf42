import { inert } from "../inert.ts";

/**
 * The house style of pictures as text of an SVG: the subject dark, everything else grey, one typeface. Colours are the page's tokens, with those
 * of light paper where there are none. A figure around it gives the picture its role and its name: inside it is decoration.
 */
export const tone = {
  ink: "var(--ink, #1a1c1f)",
  soft: "var(--soft, #55595f)",
  line: "var(--line, #e4e0d8)",
  rule: "var(--rule, #b9b4a9)",
  context: "var(--context, #8f8b81)",
  heat: "var(--heat, #0d7269)",
  paper: "var(--paper, #fbfaf7)",
} as const;

/** How dark the darkest cell of a map is: ink stays readable on it, on light paper and on dark. */
export const darkest = 0.5;
/** Below this width labels stand above what they name, or fall away. */
export const narrow = 560;
/** of a letter in pixels, at 13 pixels: an ample mean */
const letter = 7.2;

export interface Mark {
  readonly anchor?: "start" | "middle" | "end";
  readonly fill?: string;
  readonly size?: number;
  readonly strong?: boolean;
}

export function picture(width: number, height: number, parts: readonly string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${px(height)}" viewBox="0 0 ${width} ${px(height)}" aria-hidden="true" font-family="var(--font, sans-serif)" font-size="13" fill="none">${parts.join("")}</svg>`;
}

export function label(x: number, y: number, text: string, { anchor = "start", fill = tone.ink, size, strong }: Mark = {}): string {
  return `<text x="${px(x)}" y="${px(y)}"${anchor === "start" ? "" : ` text-anchor="${anchor}"`} fill="${fill}"${size === undefined ? "" : ` font-size="${size}"`}${strong ? ` font-weight="600"` : ""}>${escaped(text)}</text>`;
}

export function box(x: number, y: number, width: number, height: number, fill: string, opacity = 1): string {
  return `<rect x="${px(x)}" y="${px(y)}" width="${px(Math.max(0, width))}" height="${px(Math.max(0, height))}" fill="${fill}"${opacity === 1 ? "" : ` fill-opacity="${Math.round(opacity * 1000) / 1000}"`}/>`;
}

export function stroke(d: string, colour: string = tone.line, width = 1, dashes?: string): string {
  return `<path d="${d}" stroke="${colour}"${width === 1 ? "" : ` stroke-width="${width}"`}${dashes === undefined ? "" : ` stroke-dasharray="${dashes}"`} stroke-linejoin="round"/>`;
}

export function px(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}

/** The pixels that the longest of some texts takes. */
export function room(texts: readonly string[]): number {
  return Math.ceil(texts.reduce((most, text) => Math.max(most, text.length), 0) * letter);
}

/** A text that fits in so many pixels, by its end. */
export function fitting(text: string, pixels: number): string {
  const fits = Math.max(1, Math.floor(pixels / letter));
  return text.length <= fits ? text : `${text.slice(0, Math.max(1, fits - 1))}…`;
}

function escaped(text: string): string {
  return inert(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
