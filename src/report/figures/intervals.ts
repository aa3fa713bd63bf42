import { fitting, label, narrow, picture, px, room, stroke, tone } from "./drawing.ts";

/** Estimates with how sure they are: a dot between the ends of its interval, on an axis from zero. */
export interface IntervalsFigure {
  readonly kind: "intervals";
  readonly rows: readonly {
    readonly name: string;
    readonly value: number;
    readonly interval: readonly [number, number];
    readonly text: string;
    /** the same without the interval, where there is little room */
    readonly short: string;
  }[];
}

export function intervalsSvg({ rows }: IntervalsFigure, width: number): string {
  const small = width < narrow;
  const step = small ? 54 : 38;
  const named = small ? 0 : Math.min(room(rows.map(({ name }) => name)) + 16, Math.floor(width * 0.42));
  const said = small ? 0 : room(rows.map(({ text }) => text)) + 16;
  const most = Math.max(...rows.map(({ value, interval }) => Math.max(value, interval[1])), 1e-9);
  const [left, right] = [named + 6, width - said - 8];
  const x = (value: number) => left + (Math.max(0, value) / most) * Math.max(1, right - left);
  return picture(width, rows.length * step + 8, [
    stroke(`M${left} 0V${rows.length * step + 8}`, tone.rule),
    ...rows.flatMap(({ name, value, interval, text, short }, index) => {
      const y = index * step + (small ? 38 : step / 2 + 4);
      const [low, high] = [x(interval[0]), x(interval[1])];
      return [
        ...(small
          ? [label(12, y - 18, fitting(name, width - room([short]) - 24)), label(width - 4, y - 18, short, { anchor: "end", strong: true })]
          : [label(0, y + 4, fitting(name, named - 16)), label(width - said + 8, y + 4, text)]),
        stroke(`M${px(low)} ${y}H${px(high)}M${px(low)} ${y - 5}v10M${px(high)} ${y - 5}v10`, tone.context, 2),
        `<circle cx="${px(x(value))}" cy="${px(y)}" r="5" fill="${tone.ink}"/>`,
      ];
    }),
  ]);
}
