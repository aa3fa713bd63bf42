import { box, darkest, label, narrow, picture, tone } from "./drawing.ts";

/** Customers by how recently and how often they bought: five by five fields, the best top right. */
export interface RfmMapFigure {
  readonly kind: "rfm-map";
  readonly fields: readonly {
    readonly recency: number;
    readonly frequency: number;
    /** how dark, from 0 to 1 */
    readonly shade: number;
    /** how many they are, and what they bring; null where that is not told */
    readonly count: string;
    readonly brings: string | null;
  }[];
  /** what stands in a field */
  readonly legend: string;
  /** names of the ends: recently, long ago, seldom, often */
  readonly ends: readonly [recent: string, longAgo: string, seldom: string, often: string];
}

const five = [1, 2, 3, 4, 5];

export function rfmMapSvg({ fields, legend, ends: [recent, longAgo, seldom, often] }: RfmMapFigure, width: number): string {
  const small = width < narrow;
  const [left, top] = [small ? 0 : 104, 28];
  const [wide, high] = [Math.min(116, (width - left) / 5), 52];
  const bottom = top + 5 * high;
  const end = left + 5 * wide;
  const at = ({ recency, frequency }: { readonly recency: number; readonly frequency: number }) =>
    [left + (frequency - 1) * wide, top + (5 - recency) * high] as const;
  return picture(width, bottom + 48, [
    label(left, bottom + 42, legend, { fill: tone.soft, size: 12 }),
    ...five.flatMap((recency) =>
      five.map((frequency) => {
        const [x, y] = at({ recency, frequency });
        return box(x, y, wide - 2, high - 2, tone.line, 0.35);
      }),
    ),
    ...fields.flatMap((field) => {
      const [x, y] = at(field);
      const middle = x + (wide - 2) / 2;
      return [
        box(x, y, wide - 2, high - 2, tone.heat, 0.04 + (darkest - 0.04) * field.shade),
        label(middle, y + (field.brings === null ? 30 : 22), field.count, { anchor: "middle", strong: true }),
        ...(field.brings === null ? [] : [label(middle, y + 39, field.brings, { anchor: "middle", size: 12 })]),
      ];
    }),
    ...(small
      ? [label(0, 16, `↑ ${recent}`, { fill: tone.soft, size: 12 })]
      : [
          label(left - 10, top + 30, recent, { anchor: "end", fill: tone.soft, size: 12 }),
          label(left - 10, bottom - 22, longAgo, { anchor: "end", fill: tone.soft, size: 12 }),
        ]),
    label(left, bottom + 18, seldom, { fill: tone.soft, size: 12 }),
    label(end - 2, bottom + 18, `${often} →`, { anchor: "end", fill: tone.soft, size: 12 }),
  ]);
}
