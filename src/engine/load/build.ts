import {
  parse,
  condition,
  sentence,
  suggest,
  type,
  type Columns,
  type Outcome,
  type Typed,
  type ValueType,
} from "../../expression/index.ts";
import type { Day } from "../../calendar/index.ts";
import { type Dataset, HelderError, type Language } from "../../framework/index.ts";
import type { DayMark, Span } from "../../metric/index.ts";
import { compileExpression, duckdb, quoteIdentifier, quoteText } from "../../sql/index.ts";
import type { Session } from "../../warehouse/index.ts";
import type { Measured } from "../../connect/index.ts";
import { daysOf } from "./days.ts";
import type { Duplicates } from "./duplicates.ts";
import { measure } from "./measure.ts";
import type { TypedColumn } from "./column.ts";
import type { Staged } from "./staged.ts";

export interface Built {
  readonly columns: readonly (readonly [string, ValueType])[];
  /** names of the columns that have a value in every row */
  readonly filled: readonly string[];
  /** columns of whole numbers that have a value: the smallest and the largest */
  readonly spans: readonly (readonly [string, Span])[];
  /** names of the columns of text that hold few different values */
  readonly few: readonly string[];
  readonly days: readonly DayMark[] | null;
  readonly measured: Measured;
  readonly rows: number;
  /** the place in the order of loading that no row has reached */
  readonly next: number;
  readonly from: string | null;
  readonly to: string | null;
  /** rows without a day */
  readonly withoutDay: number;
}

/** So many different texts are few. */
const mostFew = 50;

/** The table of a dataset in the warehouse, as SQL. */
export function tableOf(dataset: string): string {
  return `"data".${quoteIdentifier(dataset)}`;
}

/** The exact name of a column that may have been typed in another case. Throws HelderError `unknown-column`. */
export function resolveColumn(name: string, names: readonly string[], dataset: string): string {
  const found = names.find((one) => one === name) ?? names.find((one) => one.toLowerCase() === name.toLowerCase());
  if (found !== undefined) return found;
  const near = suggest(name, names);
  throw new HelderError("unknown-column", { dataset, name, suggestion: near === null ? "" : ` → ${near}?` });
}

/** A relation with the computed columns, as a chain of subqueries, and the columns' types. */
export interface Computed {
  readonly relation: string;
  readonly types: ReadonlyMap<string, ValueType>;
}

/** Adds the computed columns in the order in which they are written; each may use the ones before it. */
export async function compute(
  session: Session,
  staged: Staged,
  source: readonly TypedColumn[],
  duplicates: Duplicates,
  dataset: Dataset,
  language: Language,
): Promise<Computed> {
  const select = source.map(({ name, sql }) => `${sql} AS ${quoteIdentifier(name)}`);
  const kept = duplicates.keep === null ? "" : ` WHERE ${duplicates.keep}`;
  let relation = `(SELECT ${[`"$row"`, ...select].join(", ")} FROM ${staged.relation}${kept})`;
  const types = new Map<string, ValueType>(source.map(({ name, type: found }) => [name, found]));
  for (const [name, text] of Object.entries(dataset.columns)) {
    const taken = [...types.keys(), "$row", "$day"].find((known) => known.toLowerCase() === name.toLowerCase());
    if (taken !== undefined) throw new HelderError("column-taken", { dataset: dataset.id, name, taken });
    const typed = read(text, types, type, `${dataset.id}.${name}`, language);
    const narrowed = await narrow(session, relation, expressionText(typed, types));
    relation = `(SELECT *, ${narrowed} AS ${quoteIdentifier(name)} FROM ${relation})`;
    types.set(name, typed.type === "null" ? "text" : typed.type);
  }
  return { relation, types };
}

function read(text: string, types: Columns, check: typeof type, of: string, language: Language): Typed {
  const parsed = parse(text);
  const typed: Outcome<Typed> = parsed.ok ? check(parsed.value, types) : parsed;
  if (typed.ok) return typed.value;
  const { error } = typed;
  throw new HelderError("broken-expression", { expression: text, of, position: error.at.start + 1, reason: sentence(error, language) });
}

/** A table cannot be made by a statement with parameters, so texts are quoted. */
function expressionText({ expression }: Typed, types: Columns): string {
  return compileExpression(expression, types, duckdb, quoteText);
}

/** A product of decimals has room for far more digits than it holds; sums over 18 digits are several times faster. */
async function narrow(session: Session, relation: string, sql: string): Promise<string> {
  const described = await session.query(`DESCRIBE SELECT ${sql} AS value FROM ${relation}`);
  const physical = String(described.rows[0]![1]);
  if (physical === "HUGEINT") return `CAST(${sql} AS BIGINT)`;
  const match = /^DECIMAL\((\d+),(\d+)\)$/.exec(physical);
  if (!match || Number(match[1]) <= 18) return sql;
  const scale = Number(match[2]);
  if (scale >= 18) return sql;
  const { rows } = await session.query(`SELECT max(abs(value)) < 1e${18 - scale} FROM (SELECT ${sql} AS value FROM ${relation})`);
  return rows[0]![0] === false ? sql : `CAST(${sql} AS DECIMAL(18, ${scale}))`;
}

export interface Filling {
  /** the first day whose rows are kept; null: all are */
  readonly keptFrom: Day | null;
  /** whether the table only shows rows that lie elsewhere */
  readonly isShown: boolean;
  /** whether nobody will ask what changed */
  readonly isPassing: boolean;
}

/**
 * Fills the dataset's table with the rows that satisfy `where` and lie on no day before `keptFrom`, and tells how many did. Meant to run
 * inside a transaction.
 */
export async function fill(
  session: Session,
  dataset: Dataset,
  computed: Computed,
  language: Language,
  { keptFrom, isShown, isPassing }: Filling,
): Promise<Built & { readonly expired: number }> {
  const table = tableOf(dataset.id);
  const rows = rowsOf(dataset, computed, language);
  if (keptFrom === null) {
    await session.query(`CREATE OR REPLACE ${isShown ? "VIEW" : "TABLE"} ${table} AS ${rows}`);
    return { ...(await factsOf(session, table, computed.types, dataset.time !== undefined, isPassing)), expired: 0 };
  }
  const isExpired = `"$day" < DATE ${quoteText(keptFrom)}`;
  const expired = await session.query(`SELECT count(*) FROM (${rows}) WHERE ${isExpired}`);
  await session.query(`CREATE OR REPLACE TABLE ${table} AS SELECT * FROM (${rows}) WHERE ("$day" IS NULL OR NOT ${isExpired})`);
  return { ...(await factsOf(session, table, computed.types, true, isPassing)), expired: Number(expired.rows[0]![0]) };
}

/** Whether rows can be shown to other sessions: nothing of them stands in a table of this one alone. */
export async function leansOnNothing(session: Session): Promise<boolean> {
  const { rows } = await session.query("SELECT count(*) FROM duckdb_tables() WHERE temporary");
  return Number(rows[0]![0]) === 0;
}

/** So many of the first rows tell how various a column of text is. */
const firstRows = 10_000;

/** How many different texts each column holds in the first rows. */
async function varietyOf(session: Session, relation: string, names: readonly string[]): Promise<readonly number[]> {
  if (names.length === 0) return [];
  const columns = names.map(quoteIdentifier);
  const counts = columns.map((column) => `count(DISTINCT ${column})`).join(", ");
  const { rows } = await session.query(`SELECT ${counts} FROM (SELECT ${columns.join(", ")} FROM ${relation} LIMIT ${firstRows})`);
  return rows[0]!.map(Number);
}

/** A SELECT of the dataset's rows: its columns, the day, and the place in the order of reading. */
export function rowsOf(dataset: Dataset, computed: Computed, language: Language): string {
  const names = [...computed.types.keys()];
  const time = dataset.time === undefined ? null : resolveColumn(dataset.time, names, dataset.id);
  const where =
    dataset.where === undefined
      ? ""
      : ` WHERE ${expressionText(read(dataset.where, computed.types, condition, `${dataset.id} where`, language), computed.types)}`;
  const day = time === null ? "NULL::DATE" : `CAST(${quoteIdentifier(time)} AS DATE)`;
  return `SELECT ${[...names.map(quoteIdentifier), `${day} AS "$day"`, `"$row"`].join(", ")} FROM ${computed.relation}${where}`;
}

/** What is to be known of a table of rows. */
export async function factsOf(session: Session, table: string, types: Columns, hasTime: boolean, isPassing = false): Promise<Built> {
  const names = [...types.keys()];
  const whole = names.map((name) => `count(${quoteIdentifier(name)}) = count(*)`);
  const integers = names.filter((name) => types.get(name) === "integer");
  const ends = integers.flatMap((name) => [`min(${quoteIdentifier(name)})`, `max(${quoteIdentifier(name)})`]);
  const allTexts = names.filter((name) => types.get(name) === "text");
  const seen = await varietyOf(session, table, allTexts);
  const texts = allTexts.filter((_, index) => seen[index]! <= mostFew);
  // An estimate is enough: it decides how a statement is written, never what it answers.
  const variety = texts.map((name) => `approx_count_distinct(${quoteIdentifier(name)})`);
  const facts = [
    "count(*)",
    'coalesce(max("$row") + 1, 0)',
    'min("$day")',
    'max("$day")',
    'count(*) FILTER (WHERE "$day" IS NULL)',
    ...whole,
    ...variety,
    ...ends,
  ];
  const { rows } = await session.query(`SELECT ${facts.join(", ")} FROM ${table}`);
  const [count, next, from, to, without, ...others] = rows[0]!;
  const isFilled = others.slice(0, names.length);
  const various = others.slice(names.length, names.length + texts.length);
  const found = others.slice(names.length + texts.length);
  return {
    columns: [...types],
    days: isPassing ? null : await daysOf(session, table, names, hasTime),
    measured: isPassing ? { columns: names, numbers: [], empty: [], weeks: [] } : await measure(session, table, types),
    filled: names.filter((_, index) => isFilled[index] === true),
    spans: integers.flatMap((name, index): [string, Span][] => {
      const [low, high] = [found[2 * index], found[2 * index + 1]];
      return typeof low === "number" && typeof high === "number" ? [[name, { low, high }]] : [];
    }),
    few: texts.filter((_, index) => Number(various[index]) <= mostFew),
    rows: Number(count),
    next: Number(next),
    from: from === null ? null : String(from),
    to: to === null ? null : String(to),
    withoutDay: Number(without),
  };
}
