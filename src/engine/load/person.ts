import { createHmac } from "node:crypto";
import { rolesOf } from "../../connect/index.ts";
import type { Dataset, Framework } from "../../framework/index.ts";
import { quoteIdentifier, quoteText } from "../../sql/index.ts";
import type { Session } from "../../warehouse/index.ts";
import { compute, resolveColumn } from "./build.ts";
import { inferColumns, meaningful } from "./infer.ts";
import { pseudonymised } from "./pseudonym.ts";
import type { Staged } from "./staged.ts";

/** By what a row says whose it is. An e-mail address and a customer id tell a person; a telephone is shared by a household. */
export const personParts = ["customer", "email", "phone"] as const;
export type PersonPart = (typeof personParts)[number];

/** Rows with what says whose they are. */
export interface PersonRows {
  /** SQL for a FROM clause, with "$row" */
  readonly relation: string;
  /** SQL of each part's plain text; `NULL` where the dataset has no such column */
  readonly parts: Readonly<Record<PersonPart, string>>;
  /** names of the columns */
  readonly columns: Readonly<Partial<Record<PersonPart, string>>>;
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
  const customer =
    dataset.customer === undefined ? undefined : resolveColumn(dataset.customer, [...names, ...Object.keys(dataset.columns)], dataset.id);
  const columns = { ...roles, ...(customer === undefined ? {} : { customer }) };
  if (Object.keys(columns).length === 0) return null;
  if (customer === undefined || names.includes(customer)) {
    const text = (name: string | undefined) =>
      name === undefined ? null : `CAST(${staged.columns.find((column) => column.name === name)!.sql} AS VARCHAR)`;
    return { relation: staged.relation, parts: partsOf((part) => text(columns[part])), columns };
  }
  const inferred = await inferColumns(session, staged, dataset, framework.settings);
  const typed = await pseudonymised(session, staged, dataset, inferred.columns, key);
  const all = { counted: { identical: 0, differing: 0 }, keep: null };
  const { relation } = await compute(session, staged, typed, all, dataset, framework.settings.language ?? "en");
  const named = (name: string | undefined) => (name === undefined ? null : `CAST(${quoteIdentifier(name)} AS VARCHAR)`);
  return { relation, parts: partsOf((part) => named(columns[part])), columns };
}

function partsOf(text: (part: PersonPart) => string | null): PersonRows["parts"] {
  const part = (name: PersonPart) => {
    const sql = text(name);
    return sql === null ? "NULL::VARCHAR" : plainSql(meaningful(sql), name);
  };
  return { customer: part("customer"), email: part("email"), phone: part("phone") };
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

/** The same of a text. */
export function plainId(text: string, part: PersonPart = "customer"): string {
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

/** SQL: whether a row is of the person for whose ids `known` holds. A telephone tells only where nothing else does. */
export function isPersons({ parts }: Pick<PersonRows, "parts">, known: (plain: string, part: PersonPart) => string): string {
  const { customer, email, phone } = parts;
  const nameless = `(${customer}) IS NULL AND (${email}) IS NULL`;
  return `coalesce(${known(customer, "customer")}, false) OR coalesce(${known(email, "email")}, false) OR (${nameless} AND coalesce(${known(phone, "phone")}, false))`;
}
