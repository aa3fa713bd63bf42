import { label, narrow, picture, px, room, stroke, tone } from "./drawing.ts";

/** How unevenly something is spread: shares of those who have least, and what these have together. */
export interface LorenzFigure {
  readonly kind: "lorenz";
  /** from 0, 0 to 1, 1 */
  readonly points: readonly { readonly customers: number; readonly revenue: number }[];
  /** the share of the best, and two lines that tell what they bring */
  readonly best: { readonly share: number; readonly lines: readonly [string, string] } | null;
  /** the name of each axis, and of the line on which everyone has the same */
  readonly x: string;
  readonly y: string;
  readonly equal: string;
  readonly percent: (share: number) => string;
}

const ticks = [0, 0.25, 0.5, 0.75, 1];

export function lorenzSvg({ points, best, x, y, equal, percent }: LorenzFigure, width: number): string {
  const small = width < narrow;
  const [top, bottom, left] = [24, 44, 52];
  const right = small || best === null ? 22 : room(best.lines) + 28;
  const side = Math.min(width - left - right, small ? 280 : 420);
  const high = small ? side : Math.round(side * 0.72);
  // Where there is little room the name of the line stands higher, clear of the axis.
  const equalAt = small ? 0.8 : 0.55;
  const at = (share: number) => left + share * side;
  const up = (share: number) => top + (1 - share) * high;
  const path = points.map(({ customers, revenue }, index) => `${index === 0 ? "M" : "L"}${px(at(customers))} ${px(up(revenue))}`).join("");
  const edge = best === null ? undefined : points.find(({ customers }) => Math.abs(customers - (1 - best.share)) < 0.0051);
  const bracket =
    edge === undefined || best === null
      ? []
      : [
          stroke(`M${px(at(edge.customers))} ${px(up(edge.revenue))}V${px(up(1))}H${px(at(1))}`, tone.heat, 2),
          stroke(`M${px(at(edge.customers))} ${px(up(edge.revenue))}H${px(at(1))}`, tone.heat, 1, "2 3"),
          ...(small
            ? []
            : [stroke(`M${px(at(1) + 6)} ${px(up(edge.revenue))}h6V${px(up(1))}h-6`, tone.heat, 2)].concat(
                best.lines.map((line, index) =>
                  label(at(1) + 20, (up(edge.revenue) + up(1)) / 2 + 18 * index - 2, line, { strong: index === 0 }),
                ),
              )),
        ];
  return picture(width, top + high + bottom, [
    ...ticks.flatMap((share) => [
      stroke(`M${left} ${px(up(share))}H${px(at(1))}`, share === 0 ? tone.rule : tone.line),
      label(left - 8, up(share) + 4, percent(share), { anchor: "end", fill: tone.soft, size: 12 }),
      label(at(share), top + high + 18, percent(share), { anchor: "middle", fill: tone.soft, size: 12 }),
    ]),
    label(0, 12, y, { fill: tone.soft, size: 12 }),
    label(at(1), top + high + 38, x, { anchor: "end", fill: tone.soft, size: 12 }),
    stroke(`M${at(0)} ${px(up(0))}L${px(at(1))} ${px(up(1))}`, tone.context, 1, "4 3"),
    label(at(equalAt), up(equalAt) - 10, equal, { anchor: "end", fill: tone.soft, size: 12 }),
    stroke(path, tone.ink, 2),
    ...bracket,
  ]);
}
