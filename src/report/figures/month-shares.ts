import { box, label, picture, px, stroke, tone } from "./drawing.ts";

/** A share by month: a column a month, from zero to all. */
export interface MonthSharesFigure {
  readonly kind: "month-shares";
  /** oldest first; share null where there was nothing to take one of */
  readonly months: readonly { readonly month: string; readonly share: number | null }[];
  readonly percent: (share: number) => string;
  /** a month in few letters, with and without its year */
  readonly named: (month: string, withYear: boolean) => string;
}

export function monthSharesSvg({ months, percent, named }: MonthSharesFigure, width: number): string {
  const [top, bottom, left, right, high] = [24, 28, 48, 52, 150];
  const step = (width - left - right) / Math.max(1, months.length);
  const bar = Math.min(36, step * 0.72);
  const up = (share: number) => top + (1 - share) * high;
  // So many months apart that names do not touch.
  const every = [1, 2, 3, 6, 12].find((count) => count * step >= 66) ?? 12;
  const middle = (index: number) => left + (index + 0.5) * step;
  const newest = months.length - 1;
  const last = months[newest];
  return picture(width, top + high + bottom, [
    ...[0, 0.5, 1].flatMap((share) => [
      stroke(`M${left} ${px(up(share))}H${px(width - right)}`, share === 0 ? tone.rule : tone.line),
      label(left - 8, up(share) + 4, percent(share), { anchor: "end", fill: tone.soft, size: 12 }),
    ]),
    ...months.flatMap(({ share }, index) =>
      share === null ? [] : [box(middle(index) - bar / 2, up(share), bar, share * high, index === newest ? tone.ink : tone.context)],
    ),
    ...months.flatMap(({ month }, index) =>
      (newest - index) % every === 0
        ? [label(middle(index), top + high + 18, named(month, true), { anchor: "middle", fill: tone.soft, size: 12 })]
        : [],
    ),
    ...(last?.share === null || last === undefined
      ? []
      : [label(width - right + 8, up(last.share) + 4, percent(last.share), { strong: true })]),
  ]);
}
