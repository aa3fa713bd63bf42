import { createHmac } from "node:crypto";
import { type PersonColumns, type PersonPart, plainMark, rolesOf } from "../../connect/index.ts";
import type { Dataset, Framework } from "../../framework/index.ts";
import { quoteIdentifier, quoteText } from "../../sql/index.ts";
import type { Session } from "../../warehouse/index.ts";
import { compute, resolveColumn } from "./build.ts";
import { inferColumns, meaningful } from "./infer.ts";
import { pseudonymised } from "./pseudonym.ts";
import type { Staged } from "./staged.ts";

/** By what a row says whose it is. An e-mail address and a customer id tell a person; a telephone is shared by a household. */
export const personParts = ["customer", "email", "phone"] as const satisfies readonly PersonPart[];
export type { PersonPart };

/** Rows with what says whose they are. */
export interface PersonRows {
  /** SQL for a FROM clause, with "$row" */
  readonly relation: string;
  /** SQL of each part's plain text; `NULL` where the dataset has no such column */
  readonly parts: Readonly<Record<PersonPart, string>>;
  /** the same of further ids and marks, in the order of `columns` */
  readonly ids: readonly string[];
  readonly marks: readonly string[];
  /** names of the columns */
  readonly columns: PersonColumns;
}

const sampleSize = 200;

/**
 * Finds by which columns a dataset's rows are a person's: its `customer`, and those that are about e-mail and telephone by their names and
 * values. Null where there are none. Throws HelderError `unknown-column`, and what computing the columns throws.
 */
export async function personRows(
  session: Session,
  staged: Staged,
  dataset: Dataset,
  framework: Framework,
  key: Buffer | null,
): Promise<PersonRows | null> {
  const names = staged.columns.map(({ name }) => name);
  const roles = await namedRoles(session, staged, dataset);
  const resolve = (name: string) => resolveColumn(name, [...names, ...Object.keys(dataset.columns)], dataset.id);
  const customer = dataset.customer === undefined ? undefined : resolve(dataset.customer);
  const same = dataset.identity?.same.map(resolve) ?? [];
  const known = [customer, roles.email, roles.phone];
  const columns: PersonColumns = {
    ...roles,
    ...(customer === undefined ? {} : { customer }),
    ...(customer === undefined ? { ids: same } : { marks: same.filter((name) => !known.includes(name)) }),
  };
  const asked = [...known.filter((name) => name !== undefined), ...same];
  if (asked.length === 0) return null;
  if (asked.every((name) => names.includes(name))) {
    const text = (name: string) => `CAST(${staged.columns.find((column) => column.name === name)!.sql} AS VARCHAR)`;
    return { relation: staged.relation, ...plainParts(columns, text), columns };
  }
  const inferred = await inferColumns(session, staged, dataset, framework.settings);
  const typed = await pseudonymised(session, staged, dataset, inferred.columns, key);
  const all = { counted: { identical: 0, differing: 0 }, keep: null };
  const { relation } = await compute(session, staged, typed, all, dataset, framework.settings.language ?? "en");
  return { relation, ...plainParts(columns, (name) => `CAST(${quoteIdentifier(name)} AS VARCHAR)`), columns };
}

/** SQL of what tells a person, from SQL of a column's text. */
export function plainParts(
  { ids = [], marks = [], ...columns }: PersonColumns,
  text: (column: string) => string,
): Pick<PersonRows, "parts" | "ids" | "marks"> {
  const plain = (name: string, part: PersonPart) => plainSql(meaningful(text(name)), part);
  const part = (name: PersonPart) => (columns[name] === undefined ? "NULL::VARCHAR" : plain(columns[name], name));
  return {
    parts: { customer: part("customer"), email: part("email"), phone: part("phone") },
    ids: ids.map((name) => plain(name, "customer")),
    marks: marks.map((name) => `${quoteText(plainMark(name, ""))} || lower(${meaningful(text(name))})`),
  };
}

async function namedRoles(session: Session, staged: Staged, { file, id }: Dataset): Promise<Partial<Record<"email" | "phone", string>>> {
  if (staged.columns.length === 0) return {};
  const cells = staged.columns.map(({ sql }) => meaningful(`CAST(${sql} AS VARCHAR)`)).join(", ");
  const { rows } = await session.query(`SELECT ${cells} FROM ${staged.relation} LIMIT ${sampleSize}`);
  const seen = staged.columns.map(({ name }, index) => {
    const sample = rows.flatMap((row) => (row[index] === null ? [] : [String(row[index])]));
    return { name, type: "text" as const, sample, distinct: new Set(sample).size };
  });
  const found: Partial<Record<"email" | "phone", string>> = {};
  for (const [name, { role, confidence }] of rolesOf(seen, file ?? id))
    if ((role === "email" || role === "phone") && confidence >= 0.15) found[role] = name;
  return found;
}

/** SQL of an id as it is compared: an e-mail address in small letters, a telephone without signs between, a number without `.0`. */
export function plainSql(text: string, part: PersonPart): string {
  if (part === "phone") return `nullif(regexp_replace(${text}, '[^0-9+]', '', 'g'), '')`;
  return `(SELECT CASE WHEN contains(t, '@') THEN lower(t) ELSE regexp_replace(t, '^(-?[0-9]+)\\.0+$', '\\1') END FROM (SELECT ${text} AS t))`;
}

/** The same of a text; a mark comes plain already. */
export function plainId(text: string, part: PersonPart | "mark" = "customer"): string {
  if (part === "mark") return text;
  if (part === "phone") return text.replace(/[^0-9+]/g, "");
  const trimmed = text.trim();
  return trimmed.includes("@") ? trimmed.toLowerCase() : trimmed.replace(/^(-?[0-9]+)\.0+$/, "$1");
}

const purpose = "erased ";

/** The keyed hash under which an id is remembered as erased. It is not its pseudonym: the one does not give the other away. */
export function erasedHash(key: Buffer, plain: string): string {
  return createHmac("sha256", key).update(purpose).update(plain).digest("hex");
}

/** SQL of the text of which `erasedHash` takes the hash. */
export function erasedText(plain: string): string {
  return `${quoteText(purpose)} || ${plain}`;
}

/**
 * SQL: whether a row is of the person for whose ids `known` holds. A telephone and a mark, which a household shares, tell only where nothing
 * else does.
 */
export function isPersons(
  { parts, ids = [], marks = [] }: Pick<PersonRows, "parts"> & Partial<Pick<PersonRows, "ids" | "marks">>,
  known: (plain: string, part: PersonPart | "mark") => string,
): string {
  const { customer, email, phone } = parts;
  const isKnown = (plain: string, part: PersonPart | "mark") => `coalesce(${known(plain, part)}, false)`;
  const shared = [isKnown(phone, "phone"), ...marks.map((mark) => isKnown(mark, "mark"))].join(" OR ");
  const sure = [isKnown(customer, "customer"), isKnown(email, "email"), ...ids.map((id) => isKnown(id, "customer"))].join(" OR ");
  return `${sure} OR ((${customer}) IS NULL AND (${email}) IS NULL AND (${shared}))`;
}
