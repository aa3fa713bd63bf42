import { attainedColumns, attainedTitle } from "../report/index.ts";
import { statusColours } from "./status.ts";
import { numberFormat } from "./number-format.ts";
import { type Entry, lastPeriods, measures, moment, opening, owner, type Page, phaseGroups, todo, why } from "./page.ts";
import { type Cell, type CellValue, type Column, type Sheet, workbookOf } from "./workbook.ts";

/** The report as a workbook: an overview to read, tables with real numbers and days to compute with, the goal tree, and what each figure means. */
export function xlsx(page: Page): Promise<Uint8Array> {
  const { report, say } = page;
  return workbookOf(
    [
      overview(page),
      indicators(page, say.sheets.kpis, report.kpis),
      ...(report.cpis.length > 0 ? [indicators(page, say.sheets.cpis, report.cpis)] : []),
      ...(report.attained.length > 0 ? [scorecards(page)] : []),
      values(page),
      tree(page),
      definitions(page),
    ],
    report.workspace.name,
  );
}

const day = (text: string | null | undefined): CellValue => (text === null || text === undefined ? null : { day: text });

function statusCell({ word }: Page, { status }: Entry): Cell {
  return { value: word.status[status], ink: statusColours[status].ink, wash: statusColours[status].wash, strong: true };
}

function amountIn({ report }: Page, { unit }: Entry): (value: number | null) => Cell {
  const format = numberFormat(unit, report.workspace.currency);
  return (value) => ({ value, format });
}

function overview(page: Page): Sheet {
  const { report, say, word } = page;
  const { column } = word;
  const rows = phaseGroups(page, report.kpis).flatMap(({ name, entries }) =>
    entries.map((entry): (Cell | CellValue)[] => {
      const amount = amountIn(page, entry);
      return [
        { value: entry.id === report.superKpi ? `★ ${entry.name}` : entry.name, strong: true },
        name,
        statusCell(page, entry),
        amount(entry.value),
        amount(entry.target?.value ?? null),
        amount(entry.expected),
        { value: entry.chance, format: "0%" },
        owner(page, entry),
        todo(page, entry),
      ];
    }),
  );
  return {
    name: say.sheets.overview,
    titles: [
      { value: report.workspace.name, strong: true, size: 18 },
      { value: opening(page), size: 12 },
      { value: moment(page), ink: "55595F" },
    ],
    columns: [
      { title: column.kpi, width: 34, wrap: true },
      { title: say.column.phase, width: 10 },
      { title: column.status, width: 14 },
      { title: column.value, width: 14 },
      { title: column.target, width: 14 },
      { title: column.path, width: 14 },
      { title: column.chance, width: 8 },
      { title: column.owner, width: 16 },
      { title: say.todo, width: 48, wrap: true },
    ],
    rows,
    landscape: true,
  };
}

function indicators(page: Page, name: string, entries: readonly Entry[]): Sheet {
  const { report, say, word, format } = page;
  const { column } = word;
  const phases = new Map(phaseGroups(page, entries).flatMap((group) => group.entries.map((entry) => [entry, group.name])));
  const isCpi = entries[0]?.kind === "cpi";
  const columns: readonly (Column & { readonly of: (entry: Entry, amount: (value: number | null) => Cell) => Cell | CellValue })[] = [
    { title: say.column.name, width: 34, wrap: true, of: ({ name }) => ({ value: name, strong: true }) },
    ...(isCpi ? [{ title: say.column.outcome, width: 34, wrap: true as const, of: (entry: Entry) => entry.outcome }] : []),
    { title: say.column.phase, width: 10, of: (entry) => phases.get(entry) ?? null },
    { title: column.status, width: 14, of: (entry) => statusCell(page, entry) },
    { title: column.value, width: 14, of: (entry, amount) => amount(entry.value) },
    { title: column.target, width: 14, of: (entry, amount) => amount(entry.target?.value ?? null) },
    { title: column.path, width: 14, of: (entry, amount) => amount(entry.expected) },
    { title: column.chance, width: 8, format: "0%", of: (entry) => entry.chance },
    { title: say.column.forecast, width: 14, of: (entry, amount) => amount(entry.forecast?.value ?? null) },
    { title: say.column.low, width: 14, of: (entry, amount) => amount(entry.forecast?.low ?? null) },
    { title: say.column.high, width: 14, of: (entry, amount) => amount(entry.forecast?.high ?? null) },
    { title: say.column.level, width: 10, format: "0%", of: (entry) => entry.forecast?.level ?? null },
    { title: column.from, width: 12, of: (entry) => day(entry.target?.from) },
    { title: column.to, width: 12, of: (entry) => day(entry.target?.to) },
    { title: say.column.baseline, width: 14, of: (entry, amount) => amount(entry.baseline?.value ?? null) },
    {
      title: say.last,
      width: 16,
      of: (entry) => {
        const [last] = lastPeriods(entry);
        return last === null ? null : format.period(last.period);
      },
    },
    {
      title: `${column.value} (${say.last.toLowerCase()})`,
      width: 14,
      of: (entry, amount) => amount(lastPeriods(entry)[0]?.value ?? null),
    },
    {
      title: `${column.value} (${say.before.toLowerCase()})`,
      width: 14,
      of: (entry, amount) => amount(lastPeriods(entry)[1]?.value ?? null),
    },
    { title: column.owner, width: 16, of: (entry) => owner(page, entry) },
    { title: say.column.measures, width: 24, wrap: true, of: (entry) => measures(page, entry) },
    { title: say.column.why, width: 60, wrap: true, of: (entry) => why(page, entry) },
    { title: say.todo, width: 48, wrap: true, of: (entry) => todo(page, entry) },
    { title: say.column.unit, width: 10, of: (entry) => (entry.unit === "currency" ? report.workspace.currency : entry.unit) },
    { title: say.column.id, width: 24, of: ({ id }) => id },
  ];
  return {
    name,
    columns,
    rows: entries.map((entry) => columns.map((one) => one.of(entry, amountIn(page, entry)))),
    landscape: true,
  };
}

/** A line per part of each team's scorecard, and one for what they come to. */
function scorecards({ report, language }: Page): Sheet {
  const { team, indicator, weight, counted, how } = attainedColumns[language];
  return {
    name: attainedColumns[language].team,
    titles: [{ value: attainedTitle[language], strong: true, size: 18 }],
    columns: [
      { title: team, width: 24, wrap: true },
      { title: indicator, width: 34, wrap: true },
      { title: weight, width: 10, format: "0%" },
      { title: counted, width: 12, format: "0.0%" },
      { title: how, width: 70, wrap: true },
    ],
    rows: report.attained.flatMap(({ name, attainment, rule, lines }) => [
      [{ value: name, strong: true }, null, null, { value: attainment, format: "0.0%", strong: true }, rule],
      ...lines.map((line) => [
        name,
        line.name,
        line.weight,
        line.counted,
        [line.way, line.reason?.sentence ?? null].filter((part) => part !== null).join("; "),
      ]),
    ]),
    landscape: true,
  };
}

function values(page: Page): Sheet {
  const { report, say, word } = page;
  const { column } = word;
  return {
    name: say.sheets.values,
    columns: [
      { title: say.column.name, width: 34 },
      { title: column.period, width: 12 },
      { title: column.from, width: 12 },
      { title: column.to, width: 12 },
      { title: column.value, width: 16 },
      { title: column.n, width: 10, format: "#,##0" },
      { title: say.column.complete, width: 10 },
      { title: say.column.id, width: 24 },
    ],
    rows: [...report.kpis, ...report.cpis].flatMap((entry) =>
      entry.series.map((point) => [
        entry.name,
        point.period,
        day(point.from),
        day(point.to),
        amountIn(page, entry)(point.value),
        point.n,
        point.complete ? say.yes : say.no,
        entry.id,
      ]),
    ),
  };
}

function tree({ report, say, word }: Page): Sheet {
  const names = new Map(report.tree.nodes.map(({ id, name }) => [id, name]));
  const above = new Map(report.tree.nodes.map(({ id }) => [id, report.tree.edges.filter((edge) => edge.from === id)]));
  const statuses = new Map([...report.kpis, ...report.cpis].map((entry) => [`${entry.kind}/${entry.id}`, word.status[entry.status]]));
  return {
    name: say.sheets.tree,
    columns: [
      { title: say.column.layer, width: 16 },
      { title: say.column.name, width: 40, wrap: true },
      { title: say.column.phase, width: 10 },
      { title: word.column.status, width: 14 },
      { title: say.column.parent, width: 60, wrap: true },
      { title: word.superKpi, width: 12 },
      { title: say.column.id, width: 32 },
    ],
    rows: report.tree.nodes.map((node) => [
      layerName(say.layers, node.layer),
      node.name,
      node.phase,
      statuses.get(node.id) ?? null,
      (above.get(node.id) ?? []).map((edge) => `${names.get(edge.to) ?? edge.to}${edge.effect === "hurts" ? " (−)" : ""}`).join("\n"),
      node.lit ? "★" : null,
      node.id,
    ]),
  };
}

function layerName(layers: Page["say"]["layers"], layer: string): string {
  return Object.hasOwn(layers, layer) ? layers[layer as keyof typeof layers] : layer;
}

function definitions({ report, say, word, format, language }: Page): Sheet {
  const cadence = { daily: "day", weekly: "week", monthly: "month", quarterly: "quarter" } as const;
  return {
    name: say.sheets.definitions,
    columns: [
      { title: say.column.name, width: 34, wrap: true },
      { title: say.column.how, width: 60, wrap: true },
      { title: say.column.definition, width: 60, wrap: true },
      { title: say.column.description, width: 40, wrap: true },
      { title: say.column.cadence, width: 14 },
      { title: say.column.because, width: 50, wrap: true },
      { title: say.column.agreedBy, width: 24, wrap: true },
      { title: word.column.n, width: 10, format: "#,##0" },
      { title: say.column.id, width: 24 },
    ],
    rows: [...report.kpis, ...report.cpis].map((entry) => [
      { value: entry.name, strong: true },
      entry.definitionInWords ?? say.noDefinition,
      entry.definition,
      entry.description,
      say.per[cadence[entry.cadence]],
      entry.because,
      [entry.agreedBy.map((id) => report.people[id] ?? id).join(", "), ...(entry.agreedOn === null ? [] : [format.day(entry.agreedOn)])]
        .filter((part) => part !== "")
        .join(language === "nl" ? ", " : ", "),
      entry.n,
      entry.id,
    ]),
  };
}
