import * as Plot from "@observablehq/plot";
import { addMonths } from "../../../calendar/index.ts";
import { gapOf } from "../../path.ts";
import { type Drawing, flags, foreseen, type Label, labels, narrow, type Picture, roomFor, stacked } from "./drawing.ts";
import { at, endOf, halo, roundTicks, tick, valueAxis } from "./house.ts";

/** A total: what has been added up so far against the path to the target. */
export function drawTotal(drawing: Drawing, from: string, to: string): Picture {
  const { entry, say, width, height } = drawing;
  const { kpi } = say.words;
  const small = width < narrow;
  const target = entry.target?.value ?? 0;
  const value = (amount: number) => say.value(amount, entry.unit, { round: true });
  const start = { at: at(from), value: 0 };
  const line = [start, ...entry.progress.map((point) => ({ at: endOf(point.day), value: point.value }))];
  const path = [start, ...entry.path.map((point) => ({ at: endOf(point.day), value: point.value }))];
  const now = line.at(-1) ?? start;
  const lastDay = entry.progress.at(-1)?.day ?? from;
  const forecast = entry.forecast;
  const end = endOf(to);
  const { values, step } = roundTicks(0, Math.max(target, now.value, forecast?.high ?? 0, entry.levels.stretch ?? 0), small ? 3 : 4);
  const right = small ? -8 : 12;
  const anchor = small ? "end" : "start";
  const ends: [Label, ...Label[]][] = [
    [
      {
        x: end,
        y: target,
        text: kpi.chart.target(value(target)),
        dx: right,
        dy: small ? -12 : 0,
        anchor,
        fill: "var(--ink)",
        strong: true,
      },
    ],
  ];
  if (entry.levels.stretch !== null && !small)
    ends.push([{ x: end, y: entry.levels.stretch, text: kpi.chart.stretch(value(entry.levels.stretch)), dx: 12 }]);
  if (forecast && !small) ends.push(foreseen(forecast, end, drawing));
  const marginRight = small ? 18 : roomFor(ends.flatMap((lines) => lines.map(({ text }) => text)));
  const marginLeft = Math.max(28, 12 + 7 * Math.max(...values.map((mark) => tick(say, entry.unit, step)(mark).length)));
  const marginTop = small ? 28 : 44;
  const marginBottom = 36;
  const inner = width - marginLeft - marginRight;
  const pixel = (height - marginTop - marginBottom) / (Math.max(0, ...values) || 1);
  const gap = gapOf(entry);
  const colour = `var(--${entry.status})`;
  const texts: Label[] = [
    {
      x: now.at,
      y: now.value,
      text: kpi.chart.onDay(value(now.value), say.dayOfMonth(lastDay)),
      dx: gap && !gap.above ? 10 : -6,
      dy: gap && !gap.above ? 16 : -14,
      anchor: gap && !gap.above ? "start" : "end",
      fill: "var(--ink)",
      strong: true,
    },
  ];
  const expected = entry.expected;
  const inside = entry.status !== "achieved" && entry.status !== "missed";
  if (gap && expected !== null && inside && Math.abs(gap.difference) > target * 0.01) {
    const size = say.gap(gap.difference, entry.unit, { round: true });
    const text = `${kpi.chart.pathIs(value(expected))} · ${gap.above ? kpi.chart.ahead(size) : kpi.chart.behind(size)}`;
    if (!small)
      texts.push({
        x: now.at,
        y: expected,
        text,
        dx: gap.above ? 10 : -8,
        dy: gap.above ? 14 : -10,
        anchor: gap.above ? "start" : "end",
        fill: colour,
      });
  }
  return {
    marginTop,
    marginLeft,
    marginRight,
    marginBottom,
    x: { type: "utc", domain: [at(from), end] },
    y: { domain: [0, values.at(-1) ?? target], label: null },
    marks: [
      ...valueAxis(values, tick(say, entry.unit, step)),
      Plot.axisX(monthStarts(from, to, inner), {
        tickSize: 4,
        tickPadding: 6,
        label: null,
        stroke: "var(--rule)",
        fill: "var(--soft)",
        tickFormat: (day: Date) => say.dayOfMonth(day.toISOString().slice(0, 10)),
      }),
      ...flags(drawing, from, to, inner, small ? 1 : 2).flatMap((flag) => [
        Plot.ruleX([flag.day], { stroke: "var(--rule)", insetTop: -marginTop + 8 + flag.row * 16 }),
        Plot.text([flag.text], {
          x: () => flag.day,
          frameAnchor: "top",
          textAnchor: flag.anchor,
          dx: flag.anchor === "start" ? 6 : -6,
          dy: -marginTop + 14 + flag.row * 16,
          fill: "var(--soft)",
          ...halo,
        }),
      ]),
      ...(forecast
        ? [
            Plot.areaY(
              [
                { at: now.at, low: now.value, high: now.value },
                { at: end, low: forecast.low, high: forecast.high },
              ],
              { x: "at", y1: "low", y2: "high", fill: "var(--fan)" },
            ),
            Plot.line([now, { at: end, value: forecast.value }], {
              x: "at",
              y: "value",
              stroke: "var(--subject)",
              strokeWidth: 1.5,
              strokeDasharray: "1 4",
              strokeLinecap: "round",
            }),
          ]
        : []),
      Plot.line(path, { x: "at", y: "value", stroke: "var(--path)", strokeWidth: 1.5, strokeDasharray: "4 3" }),
      Plot.line(line, { x: "at", y: "value", stroke: "var(--subject)", strokeWidth: 2.5, strokeLinejoin: "round", strokeLinecap: "round" }),
      ...(expected !== null && inside ? [Plot.ruleX([now.at], { y1: now.value, y2: expected, stroke: colour, strokeWidth: 2 })] : []),
      Plot.dot([now], { x: "at", y: "value", r: 4.5, fill: "var(--subject)" }),
      Plot.dot([{ at: end, value: target }], {
        x: "at",
        y: "value",
        r: 4.5,
        fill: "var(--paper)",
        stroke: "var(--subject)",
        strokeWidth: 1.75,
      }),
      ...labels(Plot.text, [...texts, ...stacked(ends, pixel)]),
    ],
  };
}

/** The first day, the month starts that have room, and the last day. */
function monthStarts(from: string, to: string, inner: number): Date[] {
  const days = (at(to).getTime() - at(from).getTime()) / 86_400_000 || 1;
  const room = (64 / inner) * days;
  const ticks = [from];
  for (let month = `${addMonths(from, 1).slice(0, 7)}-01`; month < to; month = addMonths(month, 1)) {
    const last = ticks.at(-1) ?? from;
    const since = (at(month).getTime() - at(last).getTime()) / 86_400_000;
    const left = (at(to).getTime() - at(month).getTime()) / 86_400_000;
    if (since >= room && left >= room) ticks.push(month);
  }
  return [...ticks, to].map(at);
}
