import type { ValueType } from "../../expression/index.ts";
import { type Dataset, type Framework, HelderError } from "../../framework/index.ts";
import type { Span } from "../../metric/index.ts";
import { quoteIdentifier } from "../../sql/index.ts";
import type { Session } from "../../warehouse/index.ts";
import { type Built, compute, factsOf, resolveColumn, rowsOf, tableOf } from "./build.ts";
import { bothMeasured } from "../../connect/index.ts";
import type { TypedColumn } from "./column.ts";
import { bothDays } from "./days.ts";
import { findDuplicates } from "./duplicates.ts";
import { inferColumns } from "./infer.ts";
import { keyOf } from "./key.ts";
import { pseudonymised } from "./pseudonym.ts";
import { bothCounts, eventId, hasOwnKey, withoutResent } from "./resent.ts";
import type { Staged } from "./staged.ts";
import type { Keeping, LoadState } from "./state.ts";

/** Doubts about rows one by one: more rows neither solve nor worsen them. */
const lasting: ReadonlySet<string> = new Set(["dst-gap", "dst-fold", "short-rows", "encoding-guessed", "nul-bytes", "null-time"]);

/**
 * Puts the rows of new files, which are read after all others, behind those that are there. Only where reading everything anew would give
 * the same table: the columns are written as before, no row is rejected or doubted, and none may be a double of one that is there. Null
 * where that is not so, and everything must be read anew. `after` is the state before, with the files that there will be.
 */
export async function append(
  keeping: Keeping,
  session: Session,
  dataset: Dataset,
  framework: Framework,
  read: Staged,
  privacy: Buffer | null,
  after: LoadState,
): Promise<LoadState | null> {
  // Rows that `where` left out are not there to be compared with.
  if (dataset.where !== undefined || read.rejects.length > 0 || read.doubts.length > 0) return null;
  if (after.doubts.some(({ code }) => !lasting.has(code))) return null;
  const { staged, counted } = hasOwnKey(dataset) ? await withoutResent(session, read) : { staged: read, counted: null };
  const inferred = await inferColumns(session, staged, dataset, framework.settings);
  if (inferred.doubts.length > 0) return null;
  const columns = await pseudonymised(session, staged, dataset, inferred.columns, privacy);
  const table = tableOf(dataset.id);
  const alike = await asBefore(session, staged, columns, after, table);
  if (alike === null) return null;
  const key = keyOf(dataset, alike);
  const duplicates = await findDuplicates(session, staged, key);
  const facts = await stageRows(session, dataset, framework, staged, alike, duplicates, after).catch((error: unknown) => {
    // A number that the table's columns have no room for.
    if (error instanceof HelderError && (error.code === "overflow" || error.code === "warehouse-failed")) return null;
    throw error;
  });
  if (facts === null || (facts.withoutDay > 0 && after.hasTime)) return null;
  const same = typeof key === "object" && key !== null ? keyNames(dataset, alike) : alike.map(({ name }) => name);
  if (await hasTwins(session, table, same, typeof key !== "object" || key === null)) return null;
  if (counted !== null && (await hasTwins(session, table, [eventId], false))) return null;
  return keeping.keep(session, null, async () => {
    await session.query(`INSERT INTO ${table} SELECT * FROM fresh`);
    return merged(after, facts, counted === null ? duplicates.counted : bothCounts(duplicates.counted, counted));
  });
}

/** The columns, typed as the table's; null where their values are written otherwise than before. */
async function asBefore(
  session: Session,
  staged: Staged,
  columns: readonly TypedColumn[],
  { forms, columns: before }: LoadState,
  table: string,
): Promise<TypedColumn[] | null> {
  if (columns.length !== forms.length || columns.some(({ name }, index) => name !== forms[index]![0])) return null;
  const types = new Map(before);
  const { rows } = await session.query(`DESCRIBE ${table}`);
  const physical = new Map(rows.map(([name, type]) => [String(name), String(type)]));
  const counted = await session.query(`SELECT ${columns.map(({ sql }) => `count(${sql})`).join(", ") || "0"} FROM ${staged.relation}`);
  const described = await session.query(
    `DESCRIBE SELECT ${columns.map(({ sql }, index) => `${sql} AS c${index}`).join(", ")} FROM ${staged.relation}`,
  );
  const alike: TypedColumn[] = [];
  for (const [index, { name, type, sql, form, style }] of columns.entries()) {
    const [wanted, written] = [types.get(name)!, forms[index]![1]];
    const empty = counted.rows[0]![index] === 0;
    // Whole numbers without any sign are the same number in every way of writing decimals.
    const sameForm = form === written || (form === plainDigits && numbers.includes(wanted));
    const fits = type === wanted || (numbers.includes(type) && numbers.indexOf(type) < numbers.indexOf(wanted));
    if (!empty && !(sameForm && fits && scaleOf(described.rows[index]![1]) <= scaleOf(physical.get(name)))) return null;
    alike.push({ name, type: wanted, sql: `CAST(${empty ? "NULL" : sql} AS ${physical.get(name)!})`, form: written, style });
  }
  return alike;
}

/** From narrow to wide: what fits one fits those behind it. */
const numbers: readonly ValueType[] = ["integer", "decimal", "double"];
const plainDigits = "integer";

/** Decimals of DECIMAL(18,2); 0 of any other type. */
function scaleOf(physical: unknown): number {
  return Number(/^DECIMAL\(\d+,(\d+)\)$/.exec(String(physical))?.[1] ?? 0);
}

/** The new rows as those of the table, in a table of the session called `fresh`. */
async function stageRows(
  session: Session,
  dataset: Dataset,
  framework: Framework,
  staged: Staged,
  columns: readonly TypedColumn[],
  duplicates: Awaited<ReturnType<typeof findDuplicates>>,
  { columns: before, hasTime }: LoadState,
): Promise<Built> {
  const language = framework.settings.language ?? "en";
  const computed = await compute(session, staged, columns, duplicates, dataset, language);
  const table = tableOf(dataset.id);
  await session.query(`CREATE OR REPLACE TEMP TABLE fresh AS SELECT * FROM ${table} LIMIT 0`);
  const names = [...before.map(([name]) => quoteIdentifier(name)), '"$day"'];
  await session.query(
    `INSERT INTO fresh SELECT ${names.join(", ")}, "$row" + (SELECT coalesce(max("$row") + 1, 0) FROM ${table}) FROM (${rowsOf(dataset, computed, language)})`,
  );
  return factsOf(session, "fresh", new Map(before), hasTime);
}

/** Whether a new row may be a double of one that is there: equal in the named columns, by hash. Rows that are equal in all are of one day. */
async function hasTwins(session: Session, table: string, names: readonly string[], ofOneDay: boolean): Promise<boolean> {
  const columns = names.map(quoteIdentifier);
  const twin = `hash(${columns.join(", ")})`;
  const whole = ofOneDay ? "true" : columns.map((column) => `${column} IS NOT NULL`).join(" AND ");
  const day = ofOneDay ? ' AND ("$day" IS NULL OR "$day" BETWEEN (SELECT min("$day") FROM fresh) AND (SELECT max("$day") FROM fresh))' : "";
  const { rows } = await session.query(
    `SELECT EXISTS (SELECT 1 FROM ${table} WHERE ${twin} IN (SELECT ${twin} FROM fresh WHERE ${whole})${day})`,
  );
  return rows[0]![0] === true;
}

function keyNames(dataset: Dataset, columns: readonly TypedColumn[]): string[] {
  const names = columns.map(({ name }) => name);
  return dataset.key!.map((typed) => resolveColumn(typed, names, dataset.id));
}

/** What is known of the table with the new rows behind it. */
function merged(before: LoadState, added: Built, duplicates: LoadState["duplicates"]): LoadState {
  const spans = new Map<string, Span>(before.spans);
  for (const [name, { low, high }] of added.spans) {
    const known = spans.get(name);
    spans.set(name, known ? { low: Math.min(known.low, low), high: Math.max(known.high, high) } : { low, high });
  }
  const days = [before.from, added.from, before.to, added.to].filter((day) => day !== null).sort();
  return {
    ...before,
    filled: before.filled.filter((name) => added.rows === 0 || added.filled.includes(name)),
    spans: [...spans],
    few: before.few.filter((name) => added.rows === 0 || added.few.includes(name)),
    days: bothDays(before.days, added.days),
    measured: bothMeasured(before.measured, added.measured),
    rows: before.rows + added.rows,
    next: Math.max(before.next, added.next),
    duplicates: {
      identical: before.duplicates.identical + duplicates.identical,
      differing: before.duplicates.differing + duplicates.differing,
    },
    from: days[0] ?? null,
    to: days.at(-1) ?? null,
  };
}
