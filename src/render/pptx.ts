import type Pptx from "pptxgenjs";
import { attainedColumns, attainedTitle, courseSteps, inert, lineText } from "../report/index.ts";
import { chartStyle, type Deck, font, ink, left, line, newDeck, type Slide, soft, width, writtenDeck } from "./deck.ts";
import { type Entry, moment, opening, owner, type Page, phaseGroups, todo, why } from "./page.ts";
import { numberFormat } from "./number-format.ts";
import { statusColours } from "./status.ts";

/** The report as slides: the sentence, all KPIs in one table, a slide for each KPI with a chart that can be edited, and the CPIs. */
export function pptx(page: Page): Promise<Uint8Array> {
  const { report, say } = page;
  const deck = newDeck(report.workspace.name);
  title(deck, page);
  if (report.kpis.length > 0) tables(deck, page, opening(page), report.kpis);
  for (const { entries } of phaseGroups(page, report.kpis)) for (const entry of entries) indicator(deck, page, entry);
  if (report.cpis.length > 0) tables(deck, page, say.cpis, report.cpis);
  for (let at = 0; at < report.attained.length; at += teamsOnSlide) teams(deck, page, report.attained.slice(at, at + teamsOnSlide));
  return writtenDeck(deck);
}

function title(deck: Deck, page: Page): void {
  const slide = deck.addSlide();
  slide.addText(inert(page.report.workspace.name), {
    x: left,
    y: 0.7,
    w: width,
    margin: 0,
    h: 0.4,
    fontFace: font,
    fontSize: 16,
    color: soft,
  });
  slide.addText(inert(opening(page)), {
    x: left,
    margin: 0,
    y: 1.6,
    w: width,
    h: 3.6,
    fontFace: font,
    fontSize: 32,
    color: ink,
    valign: "top",
    fit: "shrink",
  });
  slide.addText(inert(moment(page)), { x: left, y: 6.5, w: width, margin: 0, h: 0.4, fontFace: font, fontSize: 14, color: soft });
}

const linesOnSlide = 10;

function tables(deck: Deck, page: Page, heading: string, entries: readonly Entry[]): void {
  const ordered = phaseGroups(page, entries).flatMap((group) => group.entries.map((entry) => ({ entry, phase: group.name })));
  for (let at = 0; at < ordered.length; at += linesOnSlide) table(deck, page, heading, ordered.slice(at, at + linesOnSlide));
}

const teamsOnSlide = 3;

/** Per team how far it is with what it may be held to: each part of its scorecard. */
function teams(deck: Deck, { language, format }: Page, shown: Page["report"]["attained"]): void {
  const slide = headed(deck, attainedTitle[language]);
  const { team, counted, how } = attainedColumns[language];
  slide.addTable(
    [
      [team, counted, how].map((text) => bordered(text, { color: soft, fontSize: 11 })),
      ...shown.map(({ name, attainment, rule, lines }) => [
        bordered(name, { bold: true }),
        bordered(format.value(attainment, "percent"), { bold: true }),
        bordered(`${rule}. ${lines.map((line) => `${line.name}: ${lineText(line, language)}`).join(". ")}.`, { fontSize: 11 }),
      ]),
    ],
    { ...tableStyle, colW: [2.6, 1.4, 7.93] },
  );
}

function headed(deck: Deck, heading: string): Slide {
  const slide = deck.addSlide();
  slide.addText(inert(heading), {
    x: left,
    margin: 0,
    y: 0.4,
    w: width,
    h: 1,
    fontFace: font,
    fontSize: 20,
    bold: true,
    color: ink,
    valign: "top",
    fit: "shrink",
  });
  return slide;
}

const rule = [
  { type: "none" as const },
  { type: "none" as const },
  { type: "solid" as const, pt: 0.75, color: line },
  { type: "none" as const },
];

function bordered(text: string, options: Pptx.default.TableCellProps = {}): Pptx.default.TableCell {
  return { text: inert(text), options: { border: rule as never, ...options } };
}

const tableStyle = {
  x: left,
  y: 1.5,
  w: width,
  fontFace: font,
  fontSize: 13,
  color: ink,
  margin: [0.05, 0.15, 0.05, 0] as [number, number, number, number],
  valign: "middle" as const,
};

function table(deck: Deck, page: Page, heading: string, lines: readonly { entry: Entry; phase: string }[]): void {
  const { say, word, format, report } = page;
  const slide = headed(deck, heading);
  const head = [
    say.column.phase,
    word.column[lines[0]!.entry.kind],
    word.column.status,
    word.column.value,
    word.column.target,
    word.column.chance,
    word.column.owner,
  ];
  slide.addTable(
    [
      head.map((text, index) => bordered(text, { color: soft, fontSize: 11, ...(index >= 3 && index <= 5 ? { align: "right" } : {}) })),
      ...lines.map(({ entry, phase }) => [
        bordered(phase, { color: soft }),
        bordered(entry.id === report.superKpi ? `★ ${entry.name}` : entry.name, { bold: true }),
        bordered(word.status[entry.status], { color: statusColours[entry.status].ink, bold: true }),
        bordered(format.value(entry.value, entry.unit, { round: true }), { align: "right", bold: true }),
        bordered(format.value(entry.target?.value ?? null, entry.unit, { round: true }), { align: "right" }),
        bordered(page.format.chance(entry.chance), { align: "right" }),
        bordered(owner(page, entry) ?? "–"),
      ]),
    ],
    { ...tableStyle, colW: [1, 3.8, 1.6, 1.5, 1.5, 0.8, 1.73] },
  );
}

function indicator(deck: Deck, page: Page, entry: Entry): void {
  const { say, word, format, report } = page;
  const slide = deck.addSlide();
  const put = (text: string, y: number, h: number, options: Pptx.default.TextPropsOptions) =>
    slide.addText(inert(text), { x: left, y, w: 3.7, h, margin: 0, fontFace: font, color: ink, valign: "top", ...options });
  put(entry.id === report.superKpi ? `${entry.name} (${word.superKpi})` : entry.name, 0.45, 0.55, {
    w: width,
    fontSize: 24,
    bold: true,
    fit: "shrink",
  });
  put(word.status[entry.status], 1.05, 0.4, { fontSize: 16, bold: true, color: statusColours[entry.status].ink });
  put(format.value(entry.value, entry.unit, { round: true }), 1.7, 0.95, { fontSize: 48, bold: true, fit: "shrink" });
  const facts = [
    ...(entry.target === null ? [] : [say.target(format.value(entry.target.value, entry.unit, { round: true }))]),
    ...(entry.expected === null || entry.expected === entry.target?.value
      ? []
      : [say.pathNow(format.value(entry.expected, entry.unit, { round: true }))]),
    ...(entry.chance === null ? [] : [say.chance(page.format.chance(entry.chance))]),
    ...(entry.period === null ? [] : [format.period(entry.period)]),
    ...(entry.owner === null ? [] : [`${word.column.owner}: ${owner(page, entry)}`]),
  ];
  slide.addText(
    facts.map((text) => ({ text: inert(text), options: { breakLine: true } })),
    { x: left, y: 2.75, w: 3.7, h: 1.7, margin: 0, fontFace: font, fontSize: 14, color: soft, paraSpaceAfter: 4, valign: "top" },
  );
  put(why(page, entry), 4.5, 1.5, { fontSize: 13, fit: "shrink" });
  const action = todo(page, entry);
  if (action !== null) put(action, 6.3, 0.7, { w: width, fontSize: 16, bold: true });
  chart(deck, slide, page, entry);
  slide.addNotes(
    inert([entry.definitionInWords ?? entry.definition ?? say.noDefinition, entry.because ?? ""].filter((part) => part !== "").join("\n")),
  );
}

/** The measured values against the path to the target, as a chart whose numbers can be edited. */
function chart(deck: Deck, slide: Slide, { say, format, report }: Page, entry: Entry): void {
  const steps = courseSteps(entry);
  if (steps.length < 2) return;
  const labels = steps.map(({ period }) => format.shortPeriod(period));
  const hasPath = steps.some(({ path }) => path !== null);
  // The library's types know no gaps, its charts do: an empty value is left out of the line.
  const series = (name: string, values: readonly (number | null)[]) => ({ name, labels, values: values as number[] });
  slide.addChart(
    deck.ChartType.line,
    [
      series(
        say.value,
        steps.map(({ value }) => value),
      ),
      ...(hasPath
        ? [
            series(
              say.path,
              steps.map(({ path }) => path),
            ),
          ]
        : []),
    ],
    {
      x: 4.7,
      y: 1.1,
      w: 8,
      h: 5,
      ...chartStyle,
      chartColors: hasPath ? [ink, "8F8B81"] : [ink],
      lineDataSymbol: "none",
      lineSize: 2,
      displayBlanksAs: "gap",
      showLegend: true,
      legendPos: "t",
      valAxisLabelFormatCode: axisFormat(entry, report.workspace.currency),
      altText: `${inert(entry.name)}, ${say.per[entry.seriesGrain]}`,
      showTitle: true,
      title: `${say.graph} ${say.per[entry.seriesGrain]}`,
      titleFontFace: font,
      titleFontSize: 12,
      titleColor: soft,
    },
  );
}

function axisFormat({ unit }: Entry, currency: string): string {
  return unit === "currency" ? numberFormat(unit, currency).replace(".00", "") : numberFormat(unit, currency);
}
