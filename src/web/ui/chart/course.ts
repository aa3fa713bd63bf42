import * as Plot from "@observablehq/plot";
import type { Unit } from "../../report.ts";
import type { Say } from "../../say.ts";
import { plotted } from "./draw.ts";
import { type Label, labels, narrow, roomFor, stacked } from "./drawing.ts";
import { roundTicks, tick, valueAxis } from "./house.ts";

/** A value at a period or week; what lies between them is a number too, so that a line can be drawn. */
export interface Step {
  readonly x: number;
  readonly value: number;
}

/** What would be, beside what is, in the space where it may lie. */
export interface Course {
  readonly unit: Unit | null;
  readonly after: readonly Step[];
  readonly before: readonly Step[];
  readonly band: readonly { readonly x: number; readonly low: number; readonly high: number }[];
  /** a value that should not be passed, with its label */
  readonly limit: { readonly value: number; readonly text: string } | null;
  /** a second line stands below the first */
  readonly tick: (x: number) => string;
  readonly texts: { readonly after: string; readonly before: string; readonly band: string };
}

export function drawCourse(
  { unit, after, before, band, limit, tick: named, texts }: Course,
  { say, width, height }: { readonly say: Say; readonly width: number; readonly height: number },
): Element {
  const small = width < narrow;
  const numbers = [...after, ...before].map(({ value }) => value).concat(band.flatMap(({ low, high }) => [low, high]));
  const highest = Math.max(...numbers);
  // A limit far above all that happens would press the course flat.
  const shown = limit !== null && limit.value <= highest * 1.6 ? limit : null;
  const { values, step } = roundTicks(Math.min(...numbers), Math.max(highest, shown?.value ?? highest), small ? 3 : 5);
  const format = tick(say, unit, step);
  const [bottom, top] = [values[0] ?? 0, values.at(-1) ?? 1];
  const margins = {
    top: 24,
    bottom: 44,
    left: Math.max(28, 12 + 7 * Math.max(...values.map((one) => format(one).length))),
    right: small ? 18 : roomFor(Object.values(texts)),
  };
  const inner = { width: width - margins.left - margins.right, height: height - margins.top - margins.bottom };
  const xs = [...after, ...before].map(({ x }) => x);
  const [first, last] = [Math.min(...xs), Math.max(...xs)];
  const whole = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const wide = 12 + 6.5 * Math.max(...whole.map((x) => named(x).split("\n")[0]!.length));
  const every = Math.max(1, Math.ceil((whole.length * wide) / inner.width));
  const end = <One>(list: readonly One[]): One | undefined => list.at(-1);
  const [is, was, space] = [end(after), end(before), end(band)];
  const texted = (y: number, text: string, strong: boolean): [Label] => [
    {
      x: last,
      y,
      text,
      dx: small ? -6 : 12,
      dy: small ? -14 : 0,
      anchor: small ? "end" : "start",
      fill: strong ? "var(--ink)" : "var(--soft)",
      strong,
    },
  ];
  const wanted = [
    ...(is ? [texted(is.value, texts.after, true)] : []),
    ...(was ? [texted(was.value, texts.before, false)] : []),
    ...(space && !small ? [texted(is?.value ?? space.high, texts.band, false)] : []),
  ];
  return plotted(
    {
      marginTop: margins.top,
      marginLeft: margins.left,
      marginRight: margins.right,
      marginBottom: margins.bottom,
      x: { domain: [first, Math.max(last, first + 1e-9)], type: "linear" },
      y: { domain: [bottom, top], label: null },
      marks: [
        ...valueAxis(values, format),
        Plot.axisX(
          whole.filter((_, index) => index % every === 0),
          { tickSize: 0, tickPadding: 8, label: null, fill: "var(--soft)", lineHeight: 1.3, tickFormat: (x: number) => named(x) },
        ),
        Plot.areaY(band, { x: "x", y1: "low", y2: "high", fill: "var(--fan)", fillOpacity: 0.75 }),
        ...(shown === null ? [] : [Plot.ruleY([shown.value], { stroke: "var(--path)", strokeWidth: 1.5, strokeDasharray: "4 3" })]),
        Plot.line(before, {
          x: "x",
          y: "value",
          stroke: "var(--context)",
          strokeWidth: 1.5,
          strokeLinejoin: "round",
          strokeLinecap: "round",
        }),
        Plot.line(after, {
          x: "x",
          y: "value",
          stroke: "var(--subject)",
          strokeWidth: 2.25,
          strokeLinejoin: "round",
          strokeLinecap: "round",
        }),
        ...(was ? [Plot.dot([was], { x: "x", y: "value", r: 3, fill: "var(--context)" })] : []),
        ...(is ? [Plot.dot([is], { x: "x", y: "value", r: 4.5, fill: "var(--subject)" })] : []),
        ...labels(Plot.text, stacked(wanted, inner.height / (top - bottom || 1))),
        ...(shown === null
          ? []
          : [
              Plot.text([shown], {
                x: () => first,
                y: "value",
                text: "text",
                textAnchor: "start",
                dx: 4,
                dy: -8,
                fill: "var(--soft)",
                clip: false,
              }),
            ]),
      ],
    },
    { width, height },
  );
}
