import { box, fitting, label, narrow, picture, room, tone } from "./drawing.ts";

/** Parts of a whole as bars from zero: the first is the whole. */
export interface ReachFigure {
  readonly kind: "reach";
  readonly bars: readonly { readonly name: string; readonly share: number; readonly text: string }[];
}

export function reachSvg({ bars }: ReachFigure, width: number): string {
  const small = width < narrow;
  const step = small ? 48 : 34;
  const named = small ? 0 : Math.min(room(bars.map(({ name }) => name)) + 12, Math.floor(width * 0.4));
  const said = room(bars.map(({ text }) => text)) + 10;
  const most = Math.max(1, width - named - (small ? 0 : said));
  return picture(
    width,
    bars.length * step,
    bars.flatMap(({ name, share, text }, index) => {
      const y = index * step + (small ? 24 : 8);
      const wide = Math.max(1, share * most);
      return [
        label(0, small ? y - 8 : y + 14, fitting(name, small ? width - said : named)),
        box(named, y, most, 18, tone.line, 0.5),
        box(named, y, wide, 18, index === 0 ? tone.context : tone.ink),
        small ? label(width, y - 8, text, { anchor: "end", strong: true }) : label(named + wide + 8, y + 14, text, { strong: true }),
      ];
    }),
  );
}
