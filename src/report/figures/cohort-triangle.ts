import { box, darkest, label, narrow, picture, tone } from "./drawing.ts";

/** Who came back, by the month in which they began and the months since. */
export interface CohortTriangleFigure {
  readonly kind: "cohort-triangle";
  readonly cohorts: readonly {
    readonly name: string;
    readonly customers: string;
    /** for a month later, two months later, … */
    readonly back: readonly number[];
  }[];
  /** heads: of the names, of the customers, of the months since */
  readonly began: string;
  readonly customers: string;
  readonly later: string;
  readonly percent: (share: number) => string;
}

export function cohortTriangleSvg({ cohorts, began, customers, later, percent }: CohortTriangleFigure, width: number): string {
  const small = width < narrow;
  const columns = Math.max(1, ...cohorts.map(({ back }) => back.length));
  const [named, counted, high, top] = [small ? 62 : 92, small ? 0 : 84, 26, 44];
  const left = named + counted + 8;
  const wide = Math.min(54, (width - left) / columns);
  const size = wide < 36 ? 10 : 12;
  const most = Math.max(...cohorts.flatMap(({ back }) => back), 1e-9);
  const middle = (index: number) => left + (index + 0.5) * wide;
  return picture(width, top + cohorts.length * high + 4, [
    label(0, 34, began, { fill: tone.soft, size: 12 }),
    ...(small ? [] : [label(named + counted - 8, 34, customers, { anchor: "end", fill: tone.soft, size: 12 })]),
    label(left, 14, later, { fill: tone.soft, size: 12 }),
    ...Array.from({ length: columns }, (_, index) =>
      label(middle(index), 34, String(index + 1), { anchor: "middle", fill: tone.soft, size: 12 }),
    ),
    ...cohorts.flatMap(({ name, customers: count, back }, row) => {
      const y = top + row * high;
      return [
        label(0, y + 17, name, { size: 12 }),
        ...(small ? [] : [label(named + counted - 8, y + 17, count, { anchor: "end", size: 12 })]),
        ...back.flatMap((share, index) => [
          box(left + index * wide, y, wide - 2, high - 2, tone.heat, 0.04 + (darkest - 0.04) * (share / most)),
          label(middle(index) - 1, y + 17, wide < 36 ? percent(share).replace(/\s?%/u, "") : percent(share), { anchor: "middle", size }),
        ]),
      ];
    }),
  ]);
}
