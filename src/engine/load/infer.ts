import type { ValueType } from "../../expression/index.ts";
import { type Dataset, HelderError, type Settings } from "../../framework/index.ts";
import { quoteText } from "../../sql/index.ts";
import type { Session } from "../../warehouse/index.ts";
import type { Doubt } from "../engine.ts";
import { setClocks } from "./clocks.ts";
import type { Inferred, TypedColumn } from "./column.ts";
import { inferNatives } from "./native.ts";
import { asText, type RawColumn, type Staged } from "./staged.ts";
import { type Convention, fits, type Style } from "./style.ts";
import { isNumberOfDays, timeStyles } from "./style-moment.ts";
import { stylesFor } from "./styles.ts";

const nullWords = ["", "null", "(null)", "n/a", "na", "nan", "n.v.t.", "nvt", "-", "–", "—", "\\n", "#n/a", "#n/b", "none"];

/** Finds the type of every column; a column has a type only where all of its values are written so. */
export async function inferColumns(
  session: Session,
  read: Staged,
  dataset: Dataset,
  settings: Settings,
): Promise<{ columns: TypedColumn[]; doubts: Doubt[] }> {
  // What is known of days by now may make days of what was read as numbers.
  const staged = { ...read, columns: read.columns.map((column) => (mayBeDays(dataset, column) ? asText(column) : column)) };
  const texts = staged.columns.filter((column) => column.kind === "text" || (column.kind === "plain text" && isTime(dataset, column)));
  const inferred = new Map<string, Inferred>();
  for (const column of await inferTexts(session, staged, texts, dataset, settings)) inferred.set(column.name, column);
  const natives = staged.columns.filter((column) => !inferred.has(column.name));
  for (const column of await inferNatives(session, staged, natives, settings.timezone)) inferred.set(column.name, column);
  const columns = staged.columns.map((column) => inferred.get(column.name)!);
  const clocks = await setClocks(session, staged, columns, dataset.format.timezone ?? settings.timezone);
  return {
    columns: columns.map(({ name, type, sql, style }, index) => ({
      name,
      type,
      sql: clocks.sql.get(name) ?? sql,
      form: style?.name ?? staged.columns[index]!.kind,
      style,
    })),
    doubts: [...columns.flatMap((column) => column.doubts), ...clocks.doubts],
  };
}

function mayBeDays(dataset: Dataset, column: RawColumn): boolean {
  const isNumber = column.kind === "integer" || column.kind === "decimal";
  return isNumber && timeStyles(dataset.format, column.name, isTime(dataset, column)).length > 0;
}

function isTime(dataset: Dataset, column: RawColumn): boolean {
  return dataset.time?.toLowerCase() === column.name.toLowerCase();
}

/** SQL of the trimmed text; null where it is one of the words for nothing. */
export function meaningful(raw: string): string {
  // A list and not IN: of a long IN DuckDB makes a join, and a wide table would have hundreds.
  return `CASE WHEN list_contains([${nullWords.map(quoteText).join(", ")}], lower(trim(${raw}))) THEN NULL ELSE trim(${raw}) END`;
}

/** How a column's values stand to one style. */
interface Survey {
  readonly values: number;
  /** texts that differ from what is meaningful in them */
  readonly trimmed: number;
  readonly misses: number;
  readonly proofs: number;
  readonly timed: number;
  readonly zoned: number;
  /** most digits before and behind the point */
  readonly whole: number;
  readonly fraction: number;
  /** values that a double would not keep as they are written */
  readonly names: number;
}

/** More digits than a double keeps, on both sides of the point: 1594573563.1687374912 is a name, which must stay the name it is. */
const longName = "-?[1-9][0-9]{8,}\\.[0-9]{9,}";

interface Question {
  readonly column: RawColumn;
  readonly style: Style;
}

/** Asks of each column how its values stand to one style, all in one pass over the rows. */
async function survey(session: Session, relation: string, questions: readonly Question[]): Promise<Survey[]> {
  const surveys: Survey[] = [];
  // Very wide tables are surveyed in parts, so that no statement grows without bound.
  for (let start = 0; start < questions.length; start += 100) {
    const part = questions.slice(start, start + 100);
    const measures = part.flatMap(({ style }, index) => {
      const v = `v${index}`;
      const among = (condition: string | undefined) =>
        condition === undefined ? "0" : `count(*) FILTER (WHERE ${v} IS NOT NULL AND ${condition})`;
      const digits = (sql: string) => (style.type === "decimal" || style.type === "double" ? `max(length(${sql}))` : "0");
      return [
        `count(${v})`,
        `count(*) FILTER (WHERE r${index} IS NOT NULL AND r${index} IS DISTINCT FROM ${v})`,
        among(`NOT ${fits(style, v)}`),
        style.proof ? among(style.proof.sql(v)) : `count(${v})`,
        among(style.timed?.(v)),
        among(style.zoned?.sql(v)),
        digits(`ltrim(split_part(${style.value(v)}, '.', 1), '-')`),
        digits(`rtrim(split_part(${style.value(v)}, '.', 2), '0')`),
        style.type === "decimal" ? among(`regexp_full_match(${style.value(v)}, ${quoteText(longName)})`) : "0",
      ];
    });
    const cleaned = part.map(({ column: { sql } }, index) => `${sql} AS r${index}, ${meaningful(sql)} AS v${index}`).join(", ");
    const { rows } = await session.query(`SELECT ${measures.join(", ")} FROM (SELECT ${cleaned} FROM ${relation})`);
    const counts = rows[0]!.map(Number);
    for (let at = 0; at < counts.length; at += 9) {
      const [values, trimmed, misses, proofs, timed, zoned, whole, fraction, names] = counts.slice(at, at + 9) as [
        number,
        number,
        number,
        number,
        number,
        number,
        number,
        number,
        number,
      ];
      surveys.push({ values, trimmed, misses, proofs, timed, zoned, whole, fraction, names });
    }
  }
  return surveys;
}

interface Look {
  readonly session: Session;
  readonly staged: Staged;
  readonly dataset: Dataset;
  readonly settings: Settings;
}

async function inferTexts(
  session: Session,
  staged: Staged,
  columns: readonly RawColumn[],
  dataset: Dataset,
  settings: Settings,
): Promise<Inferred[]> {
  if (columns.length === 0) return [];
  await requireDateFormat(session, dataset);
  // The first rows rule out most styles; of what is left the likeliest is asked about first, and is the answer nearly always.
  const samples = await sampleOf(session, staged.relation, columns);
  const look = { session, staged, dataset, settings };
  const sampled = columns.map((column, index) => ({ column, sample: samples[index]! }));
  const found = await tryStyles(look, sampled, {});
  const doubtful = await rivalled(look, sampled, found);
  const open = sampled.filter(
    ({ column }) => doubtful.has(column) || found.get(column)!.doubts.some(({ code }) => code === "ambiguous-decimal"),
  );
  const known =
    open.length === 0
      ? {}
      : conventionOf([
          ...columns.filter((column) => !doubtful.has(column)).map((column) => found.get(column)!.style),
          ...staged.columns.map(({ read }) => read?.style ?? null),
        ]);
  // What other columns of the same files show settles what these leave open.
  const settled = Object.keys(known).length === 0 ? new Map<RawColumn, Inferred>() : await tryStyles(look, open, known);
  for (const [column, inferred] of settled) {
    const isSettled = inferred.style?.tells !== undefined && Object.keys(inferred.style.tells).every((key) => key in known);
    if (!isSettled) continue;
    found.set(column, inferred);
    doubtful.delete(column);
  }
  return columns.map((column) => ({ ...found.get(column)!, doubts: [...found.get(column)!.doubts, ...(doubtful.get(column) ?? [])] }));
}

/** What the columns that leave no room for another reading have in common; nothing where they differ. */
function conventionOf(styles: readonly (Style | null)[]): Convention {
  const told = (key: keyof Convention) => [...new Set(styles.flatMap((style) => style?.tells?.[key] ?? []))];
  const [decimals, orders] = [told("decimal"), told("order")];
  return {
    ...(decimals.length === 1 ? { decimal: decimals[0] as "," | "." } : {}),
    ...(orders.length === 1 ? { order: orders[0] as "day" | "month" } : {}),
  };
}

async function tryStyles(
  { session, staged, dataset, settings }: Look,
  columns: readonly { column: RawColumn; sample: readonly string[] }[],
  known: Convention,
): Promise<Map<RawColumn, Inferred>> {
  let open = columns.map(({ column, sample }) => {
    const styles = stylesFor(dataset, column.name, settings.language === "nl", known).filter(
      (style) => sample.length > 0 && seems(style, sample),
    );
    return { column, styles, hasSigns: sample.some((value) => /[.,]/.test(value)), doubts: [] as Doubt[] };
  });
  const inferred = new Map<RawColumn, Inferred>();
  while (open.length > 0) {
    for (const { column, styles, doubts } of open) if (styles.length === 0) inferred.set(column, textColumn(column, doubts));
    const asked = open.filter(({ styles }) => styles.length > 0);
    const questions = asked.map(({ column, styles }) => ({ column, style: styles[0]! }));
    const answers = await survey(session, staged.relation, questions);
    open = asked.flatMap((one, index) => {
      const answer = answers[index]!;
      const [style, ...rest] = one.styles as [Style, ...Style[]];
      if (answer.misses === 0 && answer.proofs > 0) {
        const found = inferText(one.column, style, answer, settings.timezone);
        const own = style.doubt === undefined ? [] : [{ column: one.column.name, code: style.doubt, count: answer.values }];
        inferred.set(one.column, { ...found, doubts: [...one.doubts, ...found.doubts, ...own] });
        return [];
      }
      if (answer.misses === 0 && style.proof?.otherwise && one.hasSigns)
        one.doubts.push({ column: one.column.name, code: style.proof.otherwise, count: answer.values });
      return [{ ...one, styles: rest }];
    });
  }
  return inferred;
}

/** `03/04/2026` may be March or April, `1.234` a thousand or a little more than one: said where no value of the column tells which. */
async function rivalled(
  { session, staged }: Look,
  columns: readonly { column: RawColumn; sample: readonly string[] }[],
  inferred: ReadonlyMap<RawColumn, Inferred>,
): Promise<Map<RawColumn, Doubt[]>> {
  const questions = columns.flatMap(({ column, sample }) => {
    const { style } = inferred.get(column)!;
    const rival = style?.rival;
    if (!style || !rival || !seems(rival, sample)) return [];
    const differs = (v: string) => `${style.value(v)} IS DISTINCT FROM ${rival.value(v)}`;
    return [{ column, style: { ...rival, proof: { sql: differs, otherwise: null } } }];
  });
  const answers = await survey(session, staged.relation, questions);
  return new Map(
    questions.flatMap(({ column, style }, index): [RawColumn, Doubt[]][] => {
      const { misses, proofs, values } = answers[index]!;
      const code = style.type === "decimal" ? "ambiguous-decimal" : "ambiguous-date";
      return misses === 0 && proofs > 0 ? [[column, [{ column: column.name, code, count: values }]]] : [];
    }),
  );
}

function seems({ pattern }: Style, sample: readonly string[]): boolean {
  if (pattern === null) return true;
  const known = wholes.get(pattern);
  const whole = known ?? new RegExp(`^(?:${pattern})$`);
  if (!known) wholes.set(pattern, whole);
  return sample.every((value) => whole.test(value));
}

/** The patterns of styles are few and used for every column. */
const wholes = new Map<string, RegExp>();

/** Meaningful values of each column from the first rows, or, where those have none, from anywhere. */
async function sampleOf(session: Session, relation: string, columns: readonly RawColumn[]): Promise<string[][]> {
  const size = 2000;
  const cleaned = columns.map(({ sql }) => meaningful(sql));
  const { rows } = await session.query(`SELECT ${cleaned.join(", ")} FROM ${relation} LIMIT ${size}`);
  const samples = columns.map((_, index) => rows.flatMap((row) => (row[index] === null ? [] : [String(row[index])])));
  if (rows.length < size) return samples;
  for (const [index, sample] of samples.entries()) {
    if (sample.length > 0) continue;
    const later = await session.query(`SELECT v FROM (SELECT ${cleaned[index]!} AS v FROM ${relation}) WHERE v IS NOT NULL LIMIT ${size}`);
    sample.push(...later.rows.map(([value]) => String(value)));
  }
  return samples;
}

async function requireDateFormat(session: Session, dataset: Dataset): Promise<void> {
  if (dataset.format.date === undefined || isNumberOfDays(dataset.format.date)) return;
  try {
    await session.query(`SELECT try_strptime('x', ${quoteText(dataset.format.date)})`);
  } catch (error) {
    throw new HelderError("dataset-broken", { dataset: dataset.id, reason: `format.date: ${dataset.format.date}` }, { cause: error });
  }
}

function textColumn(column: RawColumn, doubts: readonly Doubt[]): Inferred {
  return { name: column.name, type: "text", sql: `nullif(${column.sql}, '')`, doubts, clock: null, style: null };
}

function inferText(column: RawColumn, style: Style, found: Survey, zone: string): Inferred {
  const v = found.trimmed > 0 ? meaningful(column.sql) : column.sql;
  const typed = (type: ValueType, sql: string, clock: Inferred["clock"] = null): Inferred => ({
    name: column.name,
    type,
    sql,
    doubts: [],
    clock,
    style,
  });

  if (style.type === "integer") return typed("integer", `CAST(${v} AS BIGINT)`);
  if (style.type === "boolean") return typed("boolean", `CASE WHEN ${v} IS NOT NULL THEN ${style.value(v)} END`);
  if (style.type === "decimal" || style.type === "double") {
    const digits = found.whole + found.fraction;
    if (found.names > 0) return textColumn(column, []);
    if (style.type === "double" || found.fraction > 6 || digits > 38) return typed("double", `CAST(${style.value(v)} AS DOUBLE)`);
    if (found.fraction === 0 && found.whole <= 18) return typed("integer", `CAST(CAST(${style.value(v)} AS DECIMAL(18, 0)) AS BIGINT)`);
    return typed("decimal", `CAST(${style.value(v)} AS DECIMAL(${digits <= 18 ? 18 : 38}, ${found.fraction}))`);
  }
  if (found.timed === 0) return typed("date", `CAST(${style.value(v)} AS DATE)`);
  const local = `CAST(${style.value(v)} AS TIMESTAMP)`;
  if (found.zoned === 0) return typed("timestamp", local, { local, zoned: null });
  const { sql: isZoned, instant } = style.zoned!;
  const moved = `(${instant(v)} AT TIME ZONE ${quoteText(zone)})`;
  if (found.zoned === found.values) return typed("timestamp", moved);
  const clock = { local: `CASE WHEN NOT ${isZoned(v)} THEN ${local} END`, zoned: `CASE WHEN ${isZoned(v)} THEN ${moved} END` };
  return typed("timestamp", `coalesce(${clock.zoned}, ${clock.local})`, clock);
}
