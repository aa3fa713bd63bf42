import { createHmac } from "node:crypto";
import { plainMark } from "../../connect/index.ts";
import { clickhouseIdentifier, clickhouseText, quoteIdentifier, quoteText } from "../../sql/index.ts";
import type { Warehouse } from "../../warehouse/index.ts";
import { isPersons, mentions, type PersonPart, placesWhere, plainParts, tableOf } from "../load/index.ts";
import type { Person } from "./person.ts";
import type { FileTrace } from "./result.ts";
import { type Seen, type SeenDataset, type SeenOptions, withRows } from "./seen.ts";

const mostLines = 1000;

/** Where a person stands in the files of a dataset, lines that could not be read among them. */
export async function inFiles(options: SeenOptions, { dataset, rejects }: SeenDataset, { ids }: Person): Promise<readonly FileTrace[]> {
  const list = [...ids].map(quoteText).join(", ");
  const found = await withRows(options, dataset, async (staged, person) => {
    if (person === null) return [];
    const rows = `SELECT "$row" FROM ${person.relation} WHERE ${isPersons(person, (plain) => `${plain} IN (${list})`)}`;
    return placesWhere(options.session, staged, rows, mostLines);
  });
  const traces = new Map<string, FileTrace>(found.map((trace) => [trace.file, trace]));
  for (const { file, line, text } of rejects) {
    if (!mentions(text, (plain) => ids.has(plain))) continue;
    const before = traces.get(file) ?? { file, rows: 0, lines: [] };
    traces.set(file, { file, rows: before.rows + 1, lines: [...before.lines, line].sort((a, b) => a - b).slice(0, mostLines) });
  }
  return [...traces.values()];
}

/** Rows of a person in a table of the warehouse, sought by the values that stand there: ids, or their pseudonyms. */
export async function inTable(
  warehouse: Warehouse,
  { dataset, columns, visitor }: Pick<SeenDataset, "dataset" | "columns"> & { readonly visitor?: string },
  { ids }: Person,
  key: Buffer | null,
): Promise<number> {
  if (Object.values(columns).flat().length === 0) return 0;
  const known = withPseudonyms(ids, key);
  if (warehouse.clickhouse !== null) {
    const list = known.map(clickhouseText).join(", ");
    const read = (name: string) => `toString(${clickhouseIdentifier(name)})`;
    const text = (part: PersonPart) => (columns[part] === undefined ? "NULL" : read(columns[part]));
    const parts = { customer: text("customer"), email: text("email"), phone: text("phone") };
    const ids = (columns.ids ?? []).map(read);
    const marks = (columns.marks ?? []).map((name) => `concat(${clickhouseText(plainMark(name, ""))}, lower(trim(${read(name)})))`);
    const isKnown = (plain: string) => `(${plain} IN (${list}) OR lower(${plain}) IN (${list}))`;
    const isVisitor = visitor === undefined ? "false" : `(${parts.customer} IS NULL AND ${isKnown(read(visitor))})`;
    const condition = `${isPersons({ parts, ids, marks }, isKnown)} OR ${isVisitor}`;
    const { rows } = await warehouse.run({
      text: `SELECT count() FROM ${clickhouseIdentifier(dataset.id)} WHERE ${condition}`,
      parameters: [],
      columns: [{ name: "count", type: "integer" }],
    });
    return Number(rows[0]![0]);
  }
  const list = known.map(quoteText).join(", ");
  const read = (name: string) => `CAST(${quoteIdentifier(name)} AS VARCHAR)`;
  const person = plainParts(columns, read);
  const isKnown = (plain: string) => `${plain} IN (${list})`;
  const isVisitor = visitor === undefined ? "false" : `(${person.parts.customer} IS NULL AND ${isKnown(read(visitor))})`;
  const { rows } = await warehouse.query(`SELECT count(*) FROM ${tableOf(dataset.id)} WHERE ${isPersons(person, isKnown)} OR ${isVisitor}`);
  return Number(rows[0]![0]);
}

/** Kept answers in which an id or a pseudonym of the person stands. */
export async function inAnswers(warehouse: Warehouse, { ids }: Person, key: Buffer | null): Promise<number> {
  const made = await warehouse.query("SELECT 1 FROM duckdb_tables() WHERE schema_name = 'helder' AND table_name = 'answers'");
  if (made.rows.length === 0) return 0;
  const texts = withPseudonyms(ids, key).map((id) => `contains(lower(answer), ${quoteText(JSON.stringify(id).toLowerCase())})`);
  const { rows } = await warehouse.query(`SELECT count(*) FROM "helder"."answers" WHERE ${texts.join(" OR ")}`);
  return Number(rows[0]![0]);
}

function withPseudonyms(ids: Person["ids"], key: Buffer | null): readonly string[] {
  return [...ids, ...(key === null ? [] : [...ids].map((id) => createHmac("sha256", key).update(id).digest("hex")))];
}

/** Lines with one of the person's ids among those that could not be read, by dataset. */
export function inRejects({ datasets }: Pick<Seen, "datasets">, { ids }: Person): ReadonlyMap<string, number> {
  const counted = datasets.map(
    ({ dataset, rejects }) => [dataset.id, rejects.filter(({ text }) => mentions(text, (plain) => ids.has(plain))).length] as const,
  );
  return new Map(counted.filter(([, count]) => count > 0));
}
