import type { Language } from "../framework/index.ts";
import { type Formats, formats, type Words, words } from "../locale/index.ts";
import type { Point, QueryResult, SegmentValue, Series } from "../metric/index.ts";
import { glyphs } from "./glyph.ts";
import { inert, printed } from "./inert.ts";
import { paintIn } from "./paint.ts";
import { spark } from "./spark.ts";
import { cell, type Cell, type Column, pageWidth, table } from "./table.ts";
import { columnsOf, cut, pad, wrap } from "./width.ts";

export interface QueryTextOptions {
  /** ISO code of the currency that amounts are in */
  readonly currency?: string;
  readonly colour?: boolean;
}

/**
 * What `helder query` prints: a sentence, a line of blocks per series, and a row per period and segment. Metrics stand
 * beside each other as far as 80 columns allow, the rest in a table below. `◔` marks what is not complete yet.
 */
export function queryText(result: QueryResult, language: Language, { currency = "EUR", colour = false }: QueryTextOptions = {}): string {
  const { series, grain } = result;
  const word = words[language];
  const format = formats(language, currency);
  const lines = linesOf(series);
  const points = series.flatMap((one) => one.points);
  if (points.length === 0) return sentences[language].empty;

  const metrics = [...new Set(series.map((one) => one.metric))];
  const by = Object.keys(series[0]!.segment);
  const heads: Column[] = [
    { title: word.column.period, align: "left", least: null, spare: null },
    ...by.map((name): Column => ({ title: name, align: "left", least: leastSegment, spare: null })),
  ];
  const labels = lines.map((line) => [
    cell(format.period(line.period)),
    ...by.map((name) => cell(segmentText(line.segment[name], word.blank))),
  ]);
  const groups = metrics.map((metric) => metricGroup(series, metric, metrics.length === 1, word, format));
  const tables = packed(groups, roomBeside(heads, labels), lines).map((group) =>
    table(
      [...heads, ...group.flatMap((one) => one.columns)],
      lines.map((line, index) => [...labels[index]!, ...group.flatMap((one) => one.cells(line))]),
      paintIn(colour),
    ),
  );
  const from = points.reduce((least, point) => (point.from < least ? point.from : least), points[0]!.from);
  const to = points.reduce((most, point) => (point.to > most ? point.to : most), points[0]!.to);
  return printed([
    wrap(sentences[language].told(metrics.map(inert), word.grain[grain], format.range(from, to), newest(series, format)), pageWidth),
    pictures(series, by, word.blank),
    ...tables,
    points.some((point) => !point.complete) ? [`${glyphs.immature} ${word.unfinished}`] : [],
  ]);
}

const leastSegment = 8;
const mostSegment = 20;

/** The columns left beside period and segment, when long segment names are cut. */
function roomBeside(heads: readonly Column[], labels: readonly (readonly Cell[])[]): number {
  return heads.reduce((room, { title }, index) => {
    const width = labels.reduce((most, row) => Math.max(most, columnsOf(inert(row[index]!.text))), columnsOf(inert(title)));
    return room - (index === 0 ? width : 2 + Math.min(width, mostSegment));
  }, pageWidth);
}

/** The columns of one metric: its value, what it is compared with, and, where it stands alone, how many rows it rests on. */
function metricGroup(series: readonly Series[], metric: string, alone: boolean, word: Words, format: Formats): Group {
  const own = series.filter((one) => one.metric === metric);
  const unit = own[0]!.unit;
  const compared = own.some((one) => one.points.some((point) => point.compared !== undefined));
  const column = (title: string, spare: number | null = null): Column => ({ title, align: "right", least: null, spare });
  return {
    columns: [
      column(metric),
      ...(compared ? [column(word.column.previous), column(word.column.change)] : []),
      ...(alone ? [column(word.column.n, 1)] : []),
    ],
    cells: (line) => {
      const point = line.points.get(metric);
      const [value, before] = [point?.value ?? null, point?.compared ?? null];
      const open = point !== undefined && !point.complete;
      return [
        cell(point ? `${open ? `${glyphs.immature} ` : ""}${format.value(value, unit)}` : "", open ? "muted" : null),
        ...(compared
          ? [
              cell(format.value(before, unit), "muted"),
              cell(format.signed(value === null || before === null ? null : value - before, unit)),
            ]
          : []),
        ...(alone ? [cell(format.number(point?.n ?? null), "muted")] : []),
      ];
    },
  };
}

interface Line {
  readonly period: string;
  readonly segment: Series["segment"];
  readonly points: ReadonlyMap<string, Point>;
}

/** One line per period and segment that has a point, by time, then in the order of the series. */
function linesOf(series: readonly Series[]): Line[] {
  const lines = new Map<string, { period: string; from: string; segment: Series["segment"]; points: Map<string, Point> }>();
  for (const { metric, segment, points } of series) {
    const key = JSON.stringify(segment);
    for (const point of points) {
      const line = lines.get(`${point.period} ${key}`) ?? {
        period: point.period,
        from: point.from,
        segment,
        points: new Map<string, Point>(),
      };
      line.points.set(metric, point);
      lines.set(`${point.period} ${key}`, line);
    }
  }
  return [...lines.values()].toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

interface Group {
  readonly columns: readonly Column[];
  readonly cells: (line: Line) => readonly Cell[];
}

/** Metrics side by side, as many in one table as fit beside the period and the segment. */
function packed(groups: readonly Group[], room: number, lines: readonly Line[]): Group[][] {
  const widthOf = ({ columns, cells }: Group): number => {
    const texts = lines.map(cells);
    return columns.reduce(
      (sum, { title }, index) =>
        sum + 2 + texts.reduce((most, row) => Math.max(most, columnsOf(row[index]!.text)), columnsOf(inert(title))),
      0,
    );
  };
  const tables: { groups: Group[]; left: number }[] = [];
  for (const group of groups) {
    const width = widthOf(group);
    const last = tables.at(-1);
    if (last && width <= last.left) {
      last.groups.push(group);
      last.left -= width;
    } else tables.push({ groups: [group], left: room - width });
  }
  return tables.map((one) => one.groups);
}

const mostPictures = 8;
const pictureLength = 40;

/** The last complete values of each series as blocks, where there is more than one value and not too many series. */
function pictures(series: readonly Series[], by: readonly string[], blank: string): string[] {
  if (series.length > mostPictures) return [];
  const named = series.flatMap(({ metric, segment, points }) => {
    const values = points.filter((point) => point.complete).map((point) => point.value);
    const name = [metric, ...by.map((column) => segmentText(segment[column], blank))].join(" · ");
    return values.length < 2 ? [] : [{ name: cut(name, pageWidth - pictureLength - 2), blocks: spark(values.slice(-pictureLength)) }];
  });
  const width = named.reduce((most, { name }) => Math.max(most, columnsOf(name)), 0);
  return named.map(({ name, blocks }) => `${pad(name, width)}  ${blocks}`);
}

function segmentText(value: SegmentValue | undefined, blank: string): string {
  return value === null || value === undefined || value === "" ? blank : String(value);
}

/** The newest complete value, where there is one series to speak of; else how many series there are. */
function newest(series: readonly Series[], format: Formats): Newest {
  const [only] = series;
  const point = only?.points.findLast(({ complete, value }) => complete && value !== null);
  return {
    series: series.length,
    value: series.length === 1 && point ? format.value(point.value, only!.unit) : null,
    period: point ? (point.period === "total" ? format.range(point.from, point.to) : format.period(point.period)) : "",
  };
}

interface Newest {
  readonly series: number;
  readonly value: string | null;
  readonly period: string;
}

interface Sentences {
  readonly empty: string;
  readonly told: (metrics: readonly string[], grain: string, range: string, newest: Newest) => string;
}

const sentences: Readonly<Record<Language, Sentences>> = {
  nl: {
    empty: "Er zijn geen waarden. Laad gegevens of kies een andere periode.",
    told: (metrics, grain, range, { series, value, period }) =>
      value === null
        ? `${metrics.join(", ")} ${grain}, ${range}${series > metrics.length ? `, in ${series} reeksen` : ""}.`
        : `${metrics.join(", ")} ${grain}, ${range}. De laatste complete waarde: ${value} over ${period}.`,
  },
  en: {
    empty: "There are no values. Load data or choose another period.",
    told: (metrics, grain, range, { series, value, period }) =>
      value === null
        ? `${metrics.join(", ")} ${grain}, ${range}${series > metrics.length ? `, in ${series} series` : ""}.`
        : `${metrics.join(", ")} ${grain}, ${range}. The newest complete value: ${value} for ${period}.`,
  },
};
