import type { WhyTold } from "./why.ts";

/** The bars of a waterfall: each begins where the one before it ended; the first at 0, the value before; the last ends at the change. */
interface Bar {
  readonly label: string;
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly rest: boolean;
}

export interface WaterfallOptions {
  /** in pixels */
  readonly width: number;
  /** the rows at the start and the end: the values before and after, with their periods */
  readonly start: string;
  readonly end: string;
}

const [row, narrowRow, thick, margin] = [36, 52, 16, 8];
/** Below this width labels stand above their bars. */
const narrow = 560;
/** of a letter, in pixels, at 13 pixels: an ample mean */
const letter = 7.2;

/**
 * A change as a waterfall, a horizontal bar a part, as the text of an SVG: what a part added lies right of where it began, what it took
 * left. The axis is the change, so small changes of large values stay readable. Colours are the page's tokens, with a fallback where there
 * are none. Null without parts. The figure around it needs a role and a name: inside it is decoration.
 */
export function waterfallSvg({ parts }: Pick<WhyTold, "parts">, { width, start, end }: WaterfallOptions): string | null {
  if (parts.length === 0) return null;
  const bars: Bar[] = [];
  let at = 0;
  for (const { label, text, contribution, rest } of parts) bars.push({ label, text, rest, from: at, to: (at += contribution) });
  const small = width < narrow;
  const [high, low] = [Math.max(0, ...bars.map(({ to }) => to)), Math.min(0, ...bars.map(({ to }) => to))];
  const wide = (texts: readonly string[]): number => Math.ceil(Math.max(...texts.map((text) => text.length)) * letter) + margin;
  const labels = small ? 0 : Math.min(wide([...bars.map(({ label }) => label), start, end]), Math.floor(width * 0.45));
  const values = Math.min(wide(bars.map(({ text }) => text)), Math.floor(width * 0.4));
  // A number stands beside the end of its bar, on the side where that points: left of falls, right of rises.
  const left = labels + (bars.some(({ from, to }) => to < from) ? values : margin);
  const right = width - (bars.some(({ from, to }) => to >= from) ? values : margin);
  const room = Math.max(1, right - left);
  const x = (value: number): number => left + (high === low ? 0 : ((value - low) / (high - low)) * room);
  const step = small ? narrowRow : row;
  const fits = Math.floor((small ? width : labels - margin) / letter);
  const lines = bars.map((bar, index) => {
    const top = (index + 1) * step + (small ? 22 : (step - thick) / 2);
    const [begin, stop] = [x(Math.min(bar.from, bar.to)), x(Math.max(bar.from, bar.to))];
    const falls = bar.to < bar.from;
    const label = `<text x="0" y="${small ? top - 8 : top + 13}" fill="var(--ink, #1a1c1f)">${title(bar.label, fits)}</text>`;
    const link = `<path d="M${round(x(bar.to))} ${top + thick}V${top + step}" stroke="var(--rule, #b9b4a9)"/>`;
    const fill = bar.rest ? "var(--context, #8f8b81)" : "var(--subject, #1a1c1f)";
    const shape = `<rect x="${round(begin)}" y="${top}" width="${round(Math.max(1, stop - begin))}" height="${thick}" fill="${fill}"/>`;
    const number = `<text x="${round(falls ? begin - 6 : stop + 6)}" y="${top + 13}" text-anchor="${falls ? "end" : "start"}" fill="var(--ink, #1a1c1f)">${escaped(bar.text)}</text>`;
    return `${label}${link}${shape}${number}`;
  });
  const height = (bars.length + 2) * step;
  const edge = (text: string, index: number, value: number): string => {
    const middle = index * step + step / 2;
    const anchored = small ? `x="0" text-anchor="start"` : `x="0"`;
    const rule = small
      ? ""
      : `<path d="M${round(x(value))} ${middle - thick / 2}V${middle + step / 2 + (index === 0 ? thick / 2 : 0)}" stroke="var(--rule, #b9b4a9)"/>`;
    return `${rule}<text ${anchored} y="${middle + 5}" font-weight="600" fill="var(--ink, #1a1c1f)">${escaped(text)}</text>`;
  };
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" aria-hidden="true" font-family="var(--font, sans-serif)" font-size="13" fill="none">${edge(start, 0, 0)}${lines.join("")}${edge(end, bars.length + 1, at)}</svg>`;
}

/** A label that does not fit keeps its whole text as a tooltip. */
function title(label: string, fits: number): string {
  return label.length <= fits ? escaped(label) : `<title>${escaped(label)}</title>${escaped(`${label.slice(0, Math.max(1, fits - 1))}…`)}`;
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
