import { createHash, randomUUID } from "node:crypto";
import { type Clash, type Identifier, identitiesOf } from "../../connect/index.ts";
import { type Dataset, type Framework, HelderError, privateColumns } from "../../framework/index.ts";
import { quoteIdentifier, quoteText } from "../../sql/index.ts";
import type { Session, Warehouse } from "../../warehouse/index.ts";
import type { LoadFailure } from "../engine.ts";
import { factsOf, resolveColumn, tableOf } from "./build.ts";
import type { Keeping, LoadState } from "./state.ts";

type Declaring = Dataset & { readonly identity: NonNullable<Dataset["identity"]> };

type Mapped = Dataset & { readonly customer: string };

/** The ids as they came, beside the column that holds people. */
const raw = '"$raw"';
const mostClashes = 20;

/** What declares that columns name one person, and the datasets with customers: they are loaded together or not at all. */
export function withIdentities(framework: Framework, asked: readonly string[] | null): readonly string[] | null {
  if (asked === null) return null;
  const hasCustomers = framework.datasets.some(({ id, customer }) => customer !== undefined && asked.includes(id));
  return hasCustomers ? [...new Set([...asked, ...declaring(framework).map(({ id }) => id)])] : asked;
}

/**
 * Puts rows of one person under one id in every dataset asked for that has a customer: ids that stand in one row of a dataset with
 * `identity` are one person's, over all datasets. Nothing is done where nothing changed. The ids as they came are kept beside.
 */
export async function identify(
  warehouse: Warehouse,
  keeping: Keeping,
  framework: Framework,
  asked: readonly string[] | null,
  failed: readonly LoadFailure[],
): Promise<LoadFailure[]> {
  const declared = declaring(framework);
  const states = await keeping.states();
  const mapped = framework.datasets.filter(
    (dataset): dataset is Mapped =>
      dataset.customer !== undefined && states.has(dataset.id) && (asked === null || asked.includes(dataset.id)),
  );
  // Without the rows that say who is who, customers would be counted wrong without a word.
  const missing = failed.find(({ id }) => declared.some((dataset) => dataset.id === id));
  if (missing) return mapped.map(({ id }) => ({ id, error: missing.error }));
  const sources = declared.flatMap((dataset) => states.get(dataset.id) ?? []);
  const of = declared.length === 0 ? null : nameOf(sources, declared);
  const stale = mapped.filter(({ id }) => (states.get(id)!.identity?.of ?? null) !== of);
  if (stale.length === 0) return [];
  const fail = (error: HelderError): LoadFailure[] => stale.map(({ id }) => ({ id, error }));
  if (warehouse.clickhouse !== null) return fail(new HelderError("identity-clickhouse", { dataset: declared[0]?.id ?? "" }));
  try {
    await warehouse.session((session) => rewrite(session));
  } catch (error) {
    if (!(error instanceof HelderError)) throw error;
    return fail(error);
  }
  return [];

  async function rewrite(session: Session): Promise<void> {
    const found = await putPeople(session, declared, states);
    const isPrivate = framework.datasets.some(
      (dataset) => dataset.customer !== undefined && privateColumns(dataset).has(dataset.customer.toLowerCase()),
    );
    const clashes = found.slice(0, mostClashes).map(({ code, customers }) => ({ code, customers: isPrivate ? [] : customers.slice(0, 5) }));
    for (const dataset of stale) {
      const state = states.get(dataset.id)!;
      await keeping.keep(session, dataset.customer, () => mapRows(session, dataset, state, { of, clashes, marked: marksOf(declared) }));
    }
  }
}

function declaring({ datasets }: Framework): readonly Declaring[] {
  return datasets.filter((dataset): dataset is Declaring => dataset.identity !== undefined);
}

function nameOf(states: readonly LoadState[], declared: readonly Declaring[]): string {
  const read = states.map(({ id, definition, files, keptFrom }) => [
    id,
    definition,
    files.map(({ name, sha256 }) => [name, sha256]),
    keptFrom ?? null,
  ]);
  const said = declared.map(({ id, identity, customer }) => [id, identity, customer ?? null]);
  return createHash("sha256")
    .update(JSON.stringify([read, said]))
    .digest("base64url");
}

/** Makes the temporary table `people`: of which kind an id is, the id, and the one its person goes by. */
async function putPeople(
  session: Session,
  declared: readonly Declaring[],
  states: ReadonlyMap<string, LoadState>,
): Promise<readonly Clash[]> {
  const marked = marksOf(declared);
  const pairs: (readonly [Identifier, Identifier])[] = [];
  const apart: { customer: string; of: string; value: string }[] = [];
  for (const dataset of declared) {
    const state = states.get(dataset.id);
    if (state === undefined) continue;
    const { identifiers, unlike, relation } = await columnsOf(session, dataset, state, marked);
    // A row may lack any of them, so that neighbours alone would not do.
    for (const [index, one] of identifiers.entries())
      for (const other of identifiers.slice(index + 1)) for (const pair of await pairsOf(session, relation, one, other)) pairs.push(pair);
    const own = identifiers.find(({ kind }) => kind === "");
    if (own)
      for (const { name, sql } of unlike) {
        const { rows } = await session.query(
          `SELECT DISTINCT ${own.sql}, ${sql} FROM ${relation} WHERE ${own.sql} IS NOT NULL AND ${sql} IS NOT NULL`,
        );
        for (const [customer, value] of rows) apart.push({ customer: String(customer), of: name, value: String(value) });
      }
  }
  const most = Math.min(...declared.map(({ identity }) => identity.most));
  const { people, clashes } = identitiesOf({ pairs, most, apart });
  await session.query("CREATE OR REPLACE TEMP TABLE people (kind VARCHAR, id VARCHAR, person VARCHAR)");
  const rows = people.flatMap(({ canonical, ids }) =>
    ids.filter(({ kind, value }) => kind !== "" || value !== canonical).map(({ kind, value }) => [kind, value, canonical] as const),
  );
  for (let start = 0; start < rows.length; start += 50_000) {
    const lists = [0, 1, 2].map((place) => JSON.stringify(rows.slice(start, start + 50_000).map((row) => row[place])));
    const read = lists.map((_, index) => `unnest(from_json($${index + 1}, '["VARCHAR"]'))`);
    await session.query(`INSERT INTO people SELECT ${read.join(", ")}`, lists);
  }
  return clashes;
}

interface IdColumn {
  readonly kind: Identifier["kind"];
  /** the id as text; null where there is none */
  readonly sql: string;
}

/**
 * The columns of a dataset that name a person. In one with a customer the others are marks, known by their name over all datasets; in one
 * without, all are customers' ids.
 */
async function columnsOf(
  session: Session,
  { id, customer, identity }: Declaring,
  state: LoadState,
  marked: ReadonlySet<string>,
): Promise<{
  identifiers: readonly IdColumn[];
  unlike: readonly { name: string; sql: string }[];
  relation: string;
}> {
  const names = state.columns.map(([name]) => name);
  const own = customer === undefined ? null : resolveColumn(customer, names, id);
  const marks = identity.same.map((name) => resolveColumn(name, names, id)).filter((name) => name !== own);
  const rawOrOwn = own !== null && (await hasRaw(session, id)) ? "$raw" : own;
  const identifiers = [
    ...(own === null ? [] : [{ kind: kindOfCustomer(own, marked), sql: valueSql(rawOrOwn!, kindOfCustomer(own, marked)) }]),
    ...marks.map((name) => {
      const kind = own === null ? "" : kindOf(name);
      return { kind, sql: valueSql(name, kind) };
    }),
  ];
  const unlike = identity.apart.map((name) => {
    const found = resolveColumn(name, names, id);
    return { name: kindOf(found), sql: valueSql(found, kindOf(found)) };
  });
  return { identifiers, unlike, relation: tableOf(id) };
}

function kindOf(name: string): string {
  return name.toLowerCase();
}

/** Names of the columns that are marks beside a customer somewhere. */
function marksOf(declared: readonly Declaring[]): ReadonlySet<string> {
  return new Set(
    declared.flatMap(({ customer, identity }) =>
      customer === undefined ? [] : identity.same.map(kindOf).filter((name) => name !== kindOf(customer)),
    ),
  );
}

/** Customers who go by what is a mark elsewhere, as in a mailing list by `email`, are known by that mark. */
function kindOfCustomer(column: string, marked: ReadonlySet<string>): string {
  return marked.has(kindOf(column)) ? kindOf(column) : "";
}

/** An id as text, null where there is none. People write one e-mail address in capitals and in small letters; customers' ids stay as they are. */
function valueSql(column: string, kind: string): string {
  const text = `CAST(${quoteIdentifier(column)} AS VARCHAR)`;
  return kind === "" ? `nullif(${text}, '')` : `nullif(lower(trim(${text})), '')`;
}

async function pairsOf(session: Session, relation: string, one: IdColumn, other: IdColumn): Promise<(readonly [Identifier, Identifier])[]> {
  const { rows } = await session.query(
    `SELECT DISTINCT ${one.sql}, ${other.sql} FROM ${relation} WHERE ${one.sql} IS NOT NULL AND ${other.sql} IS NOT NULL`,
  );
  return rows.map(([a, b]) => [
    { kind: one.kind, value: String(a) },
    { kind: other.kind, value: String(b) },
  ]);
}

async function hasRaw(session: Session, dataset: string): Promise<boolean> {
  const { rows } = await session.query(`SELECT 1 FROM (DESCRIBE ${tableOf(dataset)}) WHERE column_name = '$raw'`);
  return rows.length > 0;
}

/** Makes a dataset's table again, with the customers that follow from the ids as they came. Inside a transaction. */
async function mapRows(
  session: Session,
  { id, customer, identity, time }: Mapped,
  state: LoadState,
  { of, clashes, marked }: { readonly of: string | null; readonly clashes: readonly Clash[]; readonly marked: ReadonlySet<string> },
): Promise<LoadState> {
  const { identity: _before, ...rest } = state;
  const names = state.columns.map(([name]) => name);
  const own = resolveColumn(customer, names, id);
  const column = quoteIdentifier(own);
  const table = tableOf(id);
  const described = await session.query(`SELECT column_type FROM (DESCRIBE ${table}) WHERE column_name = ${quoteText(own)}`);
  const type = String(described.rows[0]![0]);
  const isMapped = await hasRaw(session, id);
  const before = `(SELECT * ${isMapped ? "" : `, ${column} AS ${raw}`} FROM ${table})`;
  const kind = kindOfCustomer(own, marked);
  // A guest who left a mark that a customer has is that customer.
  const marks = identity?.same.map((mark) => resolveColumn(mark, names, id)).filter((name) => name !== own) ?? [];
  // An equality of two values and nothing beside it, or the join would compare every row with every person.
  const found = [
    { of: kind, value: valueSql("$raw", kind) },
    ...marks.map((name) => ({ of: kindOf(name), value: `CASE WHEN ${raw} IS NULL THEN ${valueSql(name, kindOf(name))} END` })),
  ];
  const joins = found.map(
    ({ of: ofKind, value }, index) =>
      `LEFT JOIN (SELECT id, person FROM people WHERE kind = ${quoteText(ofKind)}) AS person_${index} ON person_${index}.id = ${value}`,
  );
  const person = `coalesce(${[...found.map((_, index) => `TRY_CAST(person_${index}.person AS ${type})`), raw].join(", ")})`;
  await session.query(
    of === null
      ? `CREATE OR REPLACE TABLE ${table} AS SELECT * EXCLUDE (${raw}) REPLACE (${raw} AS ${column}) FROM ${before} ORDER BY "$row"`
      : `CREATE OR REPLACE TABLE ${table} AS SELECT rows.* REPLACE (${person} AS ${column}) FROM ${before} AS rows ${joins.join(" ")} ORDER BY "$row"`,
  );
  const { withoutDay: _withoutDay, from, to, ...facts } = await factsOf(session, table, new Map(state.columns), time !== undefined);
  const made = { ...rest, ...facts, from, to, origin: randomUUID() };
  if (of === null) return made;
  const { rows } = await session.query(`SELECT count(DISTINCT ${raw}), count(DISTINCT ${column}) FROM ${table}`);
  const [ids, customers] = rows[0]!.map(Number) as [number, number];
  return { ...made, identity: { of, ids, customers, clashes } };
}
