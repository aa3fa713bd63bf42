import type Pptx from "pptxgenjs";
import { inert, type Step, type Story, type StoryCell } from "../../report/index.ts";
import { chartStyle, type Deck, font, ink, left, type Slide, soft, width } from "../deck.ts";
import { numberFormat } from "../number-format.ts";

type Series = { name: string; labels: string[]; values: number[] };

const [context, pale] = ["8F8B81", "CFCBC2"];
const place = { x: left, y: 2.3, w: width, h: 4.5 };
/** PowerPoint's own format of a share. */
const percent = "0%";

/** The picture of a step as what PowerPoint can edit: a chart with its numbers, or for a map a table with shaded cells. */
export function addChart(deck: Deck, slide: Slide, { picture, tables }: Step, { currency }: Story): void {
  if (picture === null) return;
  const { figure, finding } = picture;
  const add = (kind: Pptx.default.CHART_NAME, series: readonly Series[], options: Pptx.default.IChartOpts) =>
    slide.addChart(kind, [...series], { ...place, ...house, altText: inert(finding), ...options });
  switch (figure.kind) {
    case "reach": {
      const bars = figure.bars.toReversed();
      add(
        deck.ChartType.bar,
        [{ name: inert(finding), labels: bars.map(({ name }) => inert(name)), values: bars.map(({ share }) => share) }],
        {
          barDir: "bar",
          barGapWidthPct: 60,
          chartColors: [ink],
          valAxisMinVal: 0,
          valAxisMaxVal: 1,
          valAxisLabelFormatCode: percent,
          showValue: true,
          dataLabelFormatCode: "0.0%",
          dataLabelFontSize: 12,
          dataLabelFontFace: font,
        },
      );
      return;
    }
    case "month-shares":
      add(
        deck.ChartType.bar,
        [
          {
            name: inert(finding),
            labels: figure.months.map(({ month }) => inert(figure.named(month, true))),
            values: figure.months.map(({ share }) => share ?? 0),
          },
        ],
        { barDir: "col", barGapWidthPct: 40, chartColors: [ink], valAxisMinVal: 0, valAxisMaxVal: 1, valAxisLabelFormatCode: percent },
      );
      return;
    case "lorenz": {
      const labels = figure.points.map(({ customers }) => inert(figure.percent(customers)));
      add(
        deck.ChartType.line,
        [
          { name: inert(figure.y), labels, values: figure.points.map(({ revenue }) => revenue) },
          { name: inert(figure.equal), labels, values: figure.points.map(({ customers }) => customers) },
        ],
        {
          chartColors: [ink, context],
          lineDataSymbol: "none",
          lineSize: 2,
          showLegend: true,
          legendPos: "t",
          showCatAxisTitle: true,
          catAxisTitle: inert(figure.x),
          catAxisTitleFontSize: 11,
          catAxisTitleColor: soft,
          valAxisMinVal: 0,
          valAxisMaxVal: 1,
          valAxisLabelFormatCode: percent,
        },
      );
      return;
    }
    case "intervals": {
      const rows = figure.rows.toReversed();
      const labels = rows.map(({ name }) => inert(name));
      const heads = tables[0]!.columns.map(({ title }) => inert(title)).slice(-4, -1);
      const values = [rows.map(({ value }) => value), rows.map(({ interval }) => interval[0]), rows.map(({ interval }) => interval[1])];
      const series = heads.map((name, index) => ({ name, labels, values: values[index]! }));
      add(deck.ChartType.bar, [series[1]!, series[0]!, series[2]!], {
        barDir: "bar",
        barGapWidthPct: 50,
        chartColors: [pale, ink, context],
        showLegend: true,
        legendPos: "t",
        valAxisMinVal: 0,
        valAxisLabelFormatCode: numberFormat("currency", currency).replace(".00", ""),
      });
      return;
    }
    case "rfm-map":
    case "cohort-triangle":
      map(
        slide,
        tables.find(({ columns }) => columns.some(({ shown }) => shown === "heat"))!,
      );
  }
}

/** A table whose cells are darker the larger their numbers are: there is no native chart of it, and this one can be edited. */
function map(slide: Slide, { columns, rows }: Step["tables"][number]): void {
  const numbers = rows.flatMap((row) =>
    row.flatMap(({ value }, index) => (columns[index]!.shown === "heat" && typeof value === "number" ? [value] : [])),
  );
  const most = Math.max(...numbers, 1e-9);
  const cell = ({ text, value }: StoryCell, index: number): Pptx.default.TableCell => ({
    text: inert(text),
    options: {
      align: index === 0 ? "left" : columns[index]!.shown === "heat" ? "center" : "right",
      ...(columns[index]!.shown === "heat" && typeof value === "number" ? { fill: { color: shade(value / most) } } : {}),
    },
  });
  const named = [2.2, columns[1]?.shown === "heat" ? 0 : 1.4];
  const rest = (place.w - named[0]! - named[1]!) / columns.filter(({ shown }) => shown === "heat").length;
  slide.addTable(
    [
      columns.map(({ title, shown }, index) => ({
        text: inert(title),
        options: {
          color: soft,
          fontSize: 10,
          align: index === 0 ? ("left" as const) : shown === "heat" ? ("center" as const) : ("right" as const),
        },
      })),
      ...rows.map((row) => row.map(cell)),
    ],
    {
      x: place.x,
      y: place.y,
      w: place.w,
      colW: columns.map(({ shown }, index) => (shown === "heat" ? rest : named[index]!)),
      fontFace: font,
      fontSize: rows.length > 6 ? 11 : 14,
      color: ink,
      margin: rows.length > 6 ? 0.03 : 0.12,
      border: { type: "solid", pt: 1, color: "FFFFFF" },
      valign: "middle",
    },
  );
}

/** From white to half of the house's green: ink stays readable on it. */
function shade(share: number): string {
  const part = 0.04 + 0.46 * Math.min(1, Math.max(0, share));
  return [0x0d, 0x72, 0x69]
    .map((end) =>
      Math.round(255 + (end - 255) * part)
        .toString(16)
        .padStart(2, "0")
        .toUpperCase(),
    )
    .join("");
}

const house: Pptx.default.IChartOpts = { ...chartStyle, showLegend: false };
