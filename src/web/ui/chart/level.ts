import * as Plot from "@observablehq/plot";
import { addDays, addMonths, daysBetween } from "../../../calendar/index.ts";
import type { Point } from "../../report.ts";
import { type Drawing, flags, foreseen, type Label, labels, narrow, type Picture, roomFor, stacked } from "./drawing.ts";
import { at, halo, hatch, roundTicks, tick, valueAxis } from "./house.ts";

const middle = (point: Pick<Point, "from" | "to">) => addDays(point.from, Math.floor(daysBetween(point.from, point.to) / 2));

/** A level per period: the series, the path to the target, and hatched what is not ripe. */
export function drawLevel(drawing: Drawing): Picture {
  const { entry, say, width, height } = drawing;
  const { kpi } = say.words;
  const small = width < narrow;
  const target = entry.target;
  const value = (amount: number) => say.value(amount, entry.unit, { round: true });
  const isTotal = entry.accumulates;
  const points = entry.series.flatMap((point) =>
    point.value === null
      ? []
      : [{ at: at(middle(point)), day: middle(point), value: point.value, complete: point.complete, from: point.from, to: point.to }],
  );
  const ripe = points.filter((point) => point.complete);
  const now = ripe.at(-1);
  const unripe = points.filter((point) => !point.complete && (!now || point.day > now.day));
  const since = entry.signals.find(({ code }) => code === "level-changed")?.params["from"];
  const changed = entry.series.find((point) => point.period === since)?.from;
  const alarmed = changed === undefined ? [] : ripe.filter((point) => point.from >= changed);
  const path = isTotal ? [] : entry.path.map((point) => ({ at: at(point.day), value: point.value }));
  const first = [points[0]?.from, entry.path[0]?.day].filter((day) => day !== undefined).toSorted()[0] ?? drawing.asOf;
  const last =
    [points.at(-1)?.to, target?.to ?? undefined, entry.path.at(-1)?.day]
      .filter((day) => day !== undefined)
      .toSorted()
      .at(-1) ?? drawing.asOf;
  const goal = target !== null && !isTotal ? target.value : null;
  const forecast = isTotal ? null : entry.forecast;
  const numbers = [
    ...(ripe.length > 0 ? ripe : points).map((point) => point.value),
    ...path.map((point) => point.value),
    ...(goal === null ? [] : [goal]),
    ...(forecast ? [forecast.low, forecast.high] : []),
  ];
  const low = numbers.length === 0 ? 0 : Math.min(...numbers);
  const high = numbers.length === 0 ? 1 : Math.max(...numbers);
  const { values, step } = roundTicks(low, high, small ? 3 : 5);
  // What is not ripe often lies far off (a month that began yesterday): it may not set the scale, so only what fits is drawn; the table has all.
  const young = unripe.filter((point) => point.value >= (values[0] ?? 0) && point.value <= (values.at(-1) ?? 1));
  const format = tick(say, entry.unit, step);
  const end = at(target?.to ?? last);
  const inside = daysBetween(target?.to ?? last, last) > 0;
  const texts: Label[] = [];
  const ends: [Label, ...Label[]][] = [];
  if (goal !== null) {
    const label: Label = { x: end, y: goal, text: kpi.chart.target(value(goal)), fill: "var(--ink)", strong: true };
    if (small) texts.push({ ...label, dx: -8, dy: -12, anchor: "end" });
    else if (inside) texts.push({ ...label, dy: -14, anchor: "middle" });
    else ends.push([{ ...label, dx: 12 }]);
  }
  if (forecast && !small) ends.push(foreseen(forecast, end, drawing));
  const marginRight = small ? 18 : roomFor(ends.flatMap((lines) => lines.map(({ text }) => text)));
  const marginLeft = Math.max(28, 12 + 7 * Math.max(...values.map((mark) => format(mark).length)));
  const marginTop = 44;
  const marginBottom = 44;
  const inner = width - marginLeft - marginRight;
  const pixel = (height - marginTop - marginBottom) / ((values.at(-1) ?? 1) - (values[0] ?? 0) || 1);
  if (now)
    texts.push({
      x: now.at,
      y: now.value,
      text: value(now.value),
      dy: goal !== null && now.value > goal ? -14 : 18,
      anchor: "middle",
      fill: "var(--ink)",
      strong: true,
    });
  const hatched = entry.series.filter((point) => !point.complete);
  const hatchedFrom = hatched[0]?.from;
  const hatchedTo = hatched.at(-1)?.to;
  const pattern = `hatch-${entry.kind}-${entry.id}`;
  return {
    marginTop,
    marginLeft,
    marginRight,
    marginBottom,
    x: { type: "utc", domain: [at(first), at(last)] },
    y: { domain: [values[0] ?? 0, values.at(-1) ?? 1], label: null },
    marks: [
      hatch(pattern),
      ...valueAxis(values, format),
      Plot.axisX(periodTicks(entry.series, entry.seriesGrain, first, last, inner), {
        tickSize: 0,
        tickPadding: 8,
        label: null,
        fill: "var(--soft)",
        lineHeight: 1.3,
        tickFormat: (day: Date, index: number) => monthLabel(day, index, (label) => say.shortPeriod(label)),
      }),
      ...(hatchedFrom !== undefined && hatchedTo !== undefined
        ? [
            Plot.rect([0], {
              x1: () => at(hatchedFrom),
              x2: () => at(hatchedTo > last ? last : addDays(hatchedTo, 1)),
              fill: `url(#${pattern})`,
              fillOpacity: 0.6,
            }),
            Plot.text([kpi.chart.immature], {
              x: () => new Date((at(hatchedFrom).getTime() + at(hatchedTo).getTime()) / 2),
              frameAnchor: "top",
              dy: 4 - marginTop,
              fill: "var(--soft)",
              ...halo,
            }),
          ]
        : []),
      ...flags(drawing, first, last, inner, 1).flatMap((flag) => [
        Plot.ruleX([flag.day], { stroke: "var(--rule)" }),
        Plot.text([flag.text], {
          x: () => flag.day,
          frameAnchor: "bottom",
          textAnchor: flag.anchor,
          dx: flag.anchor === "start" ? 6 : -6,
          dy: -8 - flag.row * 16,
          fill: "var(--soft)",
          ...halo,
        }),
      ]),
      ...(forecast && now
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
              strokeDasharray: "1 4",
              strokeLinecap: "round",
            }),
          ]
        : []),
      ...(goal !== null && path.length === 0
        ? [Plot.ruleY([goal], { stroke: "var(--path)", strokeWidth: 1.5, strokeDasharray: "4 3" })]
        : []),
      Plot.line(path, { x: "at", y: "value", stroke: "var(--path)", strokeWidth: 1.5, strokeDasharray: "4 3" }),
      Plot.line(ripe, {
        x: "at",
        y: "value",
        stroke: "var(--subject)",
        strokeWidth: 2.25,
        strokeLinejoin: "round",
        strokeLinecap: "round",
      }),
      Plot.line(now ? [now, ...young] : young, {
        x: "at",
        y: "value",
        stroke: "var(--subject)",
        strokeWidth: 1.5,
        strokeDasharray: "1 4",
        strokeLinecap: "round",
      }),
      Plot.dot(alarmed, { x: "at", y: "value", r: 3, fill: "var(--subject)" }),
      Plot.dot(young, { x: "at", y: "value", r: 3, fill: "var(--paper)", stroke: "var(--subject)", strokeWidth: 1.5 }),
      ...(now ? [Plot.dot([now], { x: "at", y: "value", r: 4, fill: "var(--subject)" })] : []),
      ...(goal !== null
        ? [
            Plot.dot([{ at: end, value: goal }], {
              x: "at",
              y: "value",
              r: 4.5,
              fill: "var(--paper)",
              stroke: "var(--subject)",
              strokeWidth: 1.75,
            }),
          ]
        : []),
      ...labels(Plot.text, [...texts, ...stacked(ends, pixel)]),
    ],
  };
}

/** One tick per month: in the middle of each period where the periods are months or longer, else at the month's first day. As many as fit. */
function periodTicks(series: readonly Point[], grain: string, first: string, last: string, inner: number): Date[] {
  const days = grain === "day" || grain === "week" ? monthStarts(first, last) : series.map(middle);
  const every = Math.max(1, Math.ceil((days.length * 44) / inner));
  return days.filter((_, index) => index % every === 0).map(at);
}

function monthStarts(first: string, last: string): string[] {
  const starts: string[] = [];
  for (let day = `${first.slice(0, 7)}-01`; day <= last; day = addMonths(day, 1)) if (day >= first) starts.push(day);
  return starts;
}

/** `okt`, with the year below it at the start and at each turn of the year. */
function monthLabel(day: Date, index: number, short: (label: string) => string): string {
  const month = day.toISOString().slice(0, 7);
  return index === 0 || month.endsWith("-01") ? `${short(month)}\n${month.slice(0, 4)}` : short(month);
}
