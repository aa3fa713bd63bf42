import { type Cadence, type Day, isDay } from "../calendar/index.ts";
import type { Framework, Language, SectionName, Unit } from "../framework/index.ts";
import { readKpi, type SmartReading } from "../smart/index.ts";
import { type Amount, amountOf } from "./amount.ts";
import type { Field } from "./headers/field.ts";
import { bare, fieldOf, vocabularies, wordAmong } from "./headers/headers.ts";
import { idOf, idsOf, type SheetEntries, type SheetEntry } from "./read.ts";
import type { Doubt, TextTable } from "./table.ts";

export interface ListOptions {
  readonly framework: Framework;
  readonly language: Language;
  readonly asOf: Day;
  /** the comma is the decimal sign of a number that can be read both ways */
  readonly comma: boolean;
}

/** How a column of a list was understood; `confidence` below 1 is worth a look. */
export interface ColumnFound {
  readonly column: string;
  readonly field: Field | null;
  readonly confidence: number;
}

export interface KpiList extends SheetEntries {
  readonly columns: readonly ColumnFound[];
}

/** Reads somebody's own list of KPIs: one a row, columns in any order and by many names, or whole sentences in a cell. */
export function kpiList(table: TextTable, options: ListOptions): KpiList {
  const head = headOf(table.rows);
  const titles = (table.rows[head] ?? []).map((title) => title.trim());
  const lines = table.rows.slice(head + 1);
  const columns = columnsOf(titles, lines);
  const doubts: Doubt[] = columns.flatMap(({ column, field, confidence }): Doubt[] => {
    const doubt = { table: table.name, row: head + 1, column, text: field ?? column };
    if (column === "") return [];
    return field === null ? [{ ...doubt, code: "column-unknown" }] : confidence < 1 ? [{ ...doubt, code: "column-guessed" }] : [];
  });
  if (!columns.some(({ field }) => field === "name" || field === "sentence")) {
    doubts.push({ code: "column-missing", table: table.name, row: null, column: null, text: "name" });
    return { entries: [], doubts, columns };
  }
  const made = new Map<string, SheetEntry>();
  const add = (section: SectionName, id: string, value: Record<string, unknown>, row: number) => {
    if (!made.has(`${section}/${id}`))
      made.set(`${section}/${id}`, { section, id, value: { id, ...value }, covers: () => false, table: table.name, row });
  };
  lines.forEach((line, index) => {
    if (line.every((cell) => cell.trim() === "")) return;
    const cells = new Map<Field, string>();
    columns.forEach(({ field }, at) => {
      const cell = line[at]?.trim() ?? "";
      if (field !== null && cell !== "" && !cells.has(field)) cells.set(field, cell);
    });
    readRow(cells, { ...options, table: table.name, row: head + 2 + index, add, doubts, made });
  });
  return { entries: [...made.values()], doubts, columns };
}

const rowsAbove = 20;

/** The row that names most columns; above it stand titles. */
function headOf(rows: TextTable["rows"]): number {
  const named = rows.slice(0, rowsAbove).map((row) => new Set(row.flatMap((cell) => fieldOf(cell)?.field ?? [])).size);
  const most = Math.max(0, ...named);
  return most === 0 ? 0 : named.indexOf(most);
}

function columnsOf(titles: readonly string[], lines: TextTable["rows"]): ColumnFound[] {
  const found: ColumnFound[] = titles.map((column) => ({ column, ...(fieldOf(column) ?? { field: null, confidence: 0 }) }));
  // Of two columns for one thing the surer, then the first, is it.
  found.forEach(({ field, confidence }, at) => {
    const rival = found.findIndex(
      (other, index) =>
        index !== at && other.field === field && (other.confidence > confidence || (other.confidence === confidence && index < at)),
    );
    if (field !== null && rival >= 0) found[at] = { column: titles[at]!, field: null, confidence: 0 };
  });
  const free = (at: number) => found[at]!.field === null;
  const has = (field: Field) => found.some((one) => one.field === field);
  const filled = (at: number) => lines.map((line) => line[at]?.trim() ?? "").filter((cell) => cell !== "");
  if (!has("sentence")) {
    const at = titles.findIndex(
      (_, index) => free(index) && filled(index).length > 0 && filled(index).filter(isSentence).length * 2 > filled(index).length,
    );
    if (at >= 0) found[at] = { column: titles[at]!, field: "sentence", confidence: 0.6 };
  }
  if (!has("name") && !has("sentence")) {
    const at = titles.findIndex(
      (_, index) => free(index) && filled(index).filter((cell) => /\p{L}{2}/u.test(cell)).length * 2 > lines.length,
    );
    if (at >= 0) found[at] = { column: titles[at]!, field: "name", confidence: 0.5 };
  }
  return found;
}

function isSentence(cell: string): boolean {
  return /\d/.test(cell) && cell.split(/\s+/).length >= 4;
}

interface Row extends ListOptions {
  readonly table: string;
  readonly row: number;
  readonly doubts: Doubt[];
  readonly made: ReadonlyMap<string, SheetEntry>;
  readonly add: (section: SectionName, id: string, value: Record<string, unknown>, row: number) => void;
}

function readRow(cells: ReadonlyMap<Field, string>, row: Row): void {
  const { framework, comma } = row;
  const doubt = (code: Doubt["code"], column: Field | null, text: string) =>
    void row.doubts.push({ code, table: row.table, row: row.row, column, text });
  const typedName = cells.get("name");
  const sentence = cells.get("sentence") ?? (typedName !== undefined && isSentence(typedName) ? typedName : undefined);
  const read =
    sentence === undefined ? null : readKpi(sentence, { asOf: null, today: row.asOf, language: row.language, otherwise: row.language });
  const name = (typedName === sentence ? undefined : typedName) ?? read?.kpi.metric ?? typedName ?? sentence;
  if (name === undefined) return doubt("no-name", "name", [...cells.values()][0] ?? "");
  const section = /\bcpi\b/i.test(cells.get("kind") ?? "") ? "cpis" : "kpis";
  const known = (framework[section] as readonly { id: string; name?: string | undefined }[]).find(
    (one) => one.id === cells.get("id") || bare(one.name ?? one.id) === bare(name),
  );
  const id = known?.id ?? idOf(cells.get("id") ?? name);
  if (id === "") return doubt("no-name", "name", name);
  if (row.made.has(`${section}/${id}`)) return doubt("twice", "name", name);

  const number = (field: Field): Amount | null => {
    const cell = cells.get(field);
    const amount = cell === undefined ? null : amountOf(cell, comma);
    if (cell !== undefined && amount === null) doubt("not-a-number", field, cell);
    return amount;
  };
  const typed = number("target");
  const unit = unitOf(cells.get("unit"), typed, read);
  const value = typed === null ? (read?.kpi.value ?? null) : inUnit(typed, unit);
  const typedBaseline = number("baseline");
  const { from, to, cadence: cadenceOfPeriod } = periodOf(cells, read, row, doubt);
  const cadence = cells.has("cadence") ? wordAmong<Cadence>(cells.get("cadence")!, (words) => words.cadence) : cadenceOfPeriod;
  if (cells.has("cadence") && cadence === null) doubt("not-a-choice", "cadence", cells.get("cadence")!);
  const told = cells.get("direction");
  const direction = told === undefined ? (typed?.direction ?? read?.kpi.direction ?? null) : wordAmong(told, (words) => words.direction);
  if (told !== undefined && direction === null) doubt("not-a-choice", "direction", told);
  if (value === null) doubt("no-target", null, name);
  else if (to === null) doubt("no-end", null, name);
  const agreedOn = dayOf(cells.get("agreedOn"), row);
  if (cells.has("agreedOn") && agreedOn === null) doubt("not-a-day", "agreedOn", cells.get("agreedOn")!);

  const owner = cells.get("owner");
  const because = cells.get("because");
  row.add(
    section,
    id,
    {
      ...(known?.name === undefined || bare(known.name) !== bare(name) ? { name } : {}),
      ...measures(cells, row),
      metric: known ? undefined : metricOf(cells.get("metric"), { id, name, unit, direction }, row),
      ...(direction === null ? (section === "cpis" && !known ? { direction: "up" } : {}) : { direction }),
      ...(value === null ? {} : { target: { value, ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) } }),
      ...(typedBaseline === null ? {} : { baseline: { value: inUnit(typedBaseline, unit) } }),
      ...(cadence === null ? {} : { cadence }),
      ...(owner === undefined ? {} : { owner: person(owner, framework) }),
      ...(cells.has("agreedBy")
        ? {
            agreedBy: cells
              .get("agreedBy")!
              .split(/\s*(?:[,;]|\ben\b|\band\b)\s*/)
              .filter((one) => one !== "")
              .map((one) => person(one, framework)),
          }
        : {}),
      ...(agreedOn === null ? {} : { agreedOn }),
      ...(because === undefined ? {} : { because }),
    },
    row.row,
  );
}

/** A team or stakeholder by its name; else what was typed. */
function person(typed: string, { teams, stakeholders }: Framework): string {
  return [...teams, ...stakeholders].find(({ id, name }) => id === idOf(typed) || bare(name) === bare(typed))?.id ?? typed;
}

function unitOf(cell: string | undefined, typed: Amount | null, read: SmartReading | null): Unit | null {
  if (cell !== undefined) {
    if (cell.includes("%")) return "percent";
    if (/[€$£]/.test(cell)) return "currency";
    const word = wordAmong(cell, ({ unit }) => unit);
    if (word !== null) return word;
  }
  if (typed?.unit) return typed.unit;
  const spoken = read?.kpi.unit ?? null;
  if (spoken === null) return null;
  if (spoken === "percent" || spoken === "score" || spoken === "ratio") return spoken;
  const spans: Readonly<Record<string, Unit>> = { second: "seconds", minute: "minutes", hour: "hours", day: "days", month: "months" };
  return Object.hasOwn(spans, spoken) ? spans[spoken]! : /^[A-Z]{3}$/.test(spoken) ? "currency" : "count";
}

/** 25 in a column of percentages is a quarter. */
function inUnit({ value, unit }: Amount, of: Unit | null): number {
  return of === "percent" && unit !== "percent" && Math.abs(value) > 1 ? Number((value / 100).toPrecision(15)) : value;
}

interface Span {
  readonly from: Day | null;
  readonly to: Day | null;
  readonly cadence: Cadence | null;
}

function periodOf(
  cells: ReadonlyMap<Field, string>,
  read: SmartReading | null,
  row: Row,
  doubt: (code: Doubt["code"], column: Field, text: string) => void,
): Span {
  const day = (field: "from" | "to"): Day | null => {
    const cell = cells.get(field);
    const found = dayOf(cell, row);
    if (cell !== undefined && found === null) doubt("not-a-day", field, cell);
    return found;
  };
  const [from, to] = [day("from"), day("to")];
  const cell = cells.get("period");
  const cadence = cell === undefined ? null : wordAmong<Cadence>(cell, (words) => words.cadence);
  const spoken = cell === undefined || cadence !== null ? null : spanIn(cell, row);
  if (cell !== undefined && cadence === null && spoken === null) doubt("not-a-period", "period", cell);
  return { from: from ?? spoken?.from ?? read?.kpi.from ?? null, to: to ?? spoken?.to ?? read?.kpi.to ?? null, cadence };
}

/** A period in words, as the reader of sentences understands it. */
function spanIn(cell: string, { asOf, language }: Row): { from: Day | null; to: Day | null } | null {
  for (const { counted } of vocabularies) {
    const { kpi } = readKpi(counted(cell), { asOf: null, today: asOf, otherwise: language });
    if (kpi.to !== null) return { from: kpi.from, to: kpi.to };
  }
  return null;
}

function dayOf(cell: string | undefined, row: Row): Day | null {
  if (cell === undefined) return null;
  if (isDay(cell.slice(0, 10))) return cell.slice(0, 10);
  const span = spanIn(cell, row);
  return span !== null && (span.from === null || span.from === span.to) ? span.to : null;
}

/** What a KPI gauges: an objective, goal or contact that is there, else an objective that the list names. */
function measures(cells: ReadonlyMap<Field, string>, { framework, add, row }: Row): { measures?: string } {
  const goal = cells.get("goal");
  const objective = cells.get("objective");
  const among = (name: string, sections: readonly ("objectives" | "goals" | "interactions")[]) =>
    sections
      .flatMap((section) => framework[section] as readonly { id: string; name: string }[])
      .find((one) => one.id === name || bare(one.name) === bare(name))?.id;
  const goalId = goal === undefined ? undefined : (among(goal, ["goals"]) ?? idOf(goal));
  if (goal !== undefined && goalId !== undefined && goalId !== "" && among(goal, ["goals"]) === undefined)
    add("goals", goalId, { name: goal }, row);
  if (objective === undefined) return goalId === undefined || goalId === "" ? {} : { measures: goalId };
  const there = among(objective, ["objectives", "goals", "interactions"]);
  const id = there ?? idOf(objective);
  if (id === "") return {};
  if (there === undefined)
    add("objectives", id, { name: objective, ...(goalId ? { supports: [{ goal: goalId, effect: "helps" }] } : {}) }, row);
  return { measures: id };
}

/** The metric that is named or has the KPI's name; else a new one whose numbers are typed in by hand until there are data. */
function metricOf(
  typed: string | undefined,
  kpi: { readonly id: string; readonly name: string; readonly unit: Unit | null; readonly direction: "up" | "down" | null },
  { framework, add, row }: Row,
): string {
  const name = typed ?? kpi.name;
  const there = framework.metrics.find((metric) => metric.id === name || bare(metric.name ?? metric.id) === bare(name));
  if (there) return there.id;
  const taken = idsOf(framework, "metrics");
  const wanted = (typed === undefined ? "" : idOf(typed)) || kpi.id;
  const id = taken.has(wanted) ? `${wanted}-observed` : wanted;
  add("metrics", id, { name, type: "observed", ...(kpi.unit === null ? {} : { unit: kpi.unit }) }, row);
  return id;
}
