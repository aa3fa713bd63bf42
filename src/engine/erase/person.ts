import { HelderError } from "../../framework/index.ts";
import type { Session } from "../../warehouse/index.ts";
import { isPersons, plainId } from "../load/index.ts";
import { keyedHash, takeKey } from "../load/index.ts";

/** An e-mail address or a mark beside more customers than this is no one's own: `guest@shop.example`. */
const mostCustomers = 5;

/** An id that is tied to more ids than one person has is no one's own, such as `0`. */
const mostTies = 10;

/** What is known of a person. */
export interface Person {
  /** all ids, as they are compared, marks among them */
  readonly ids: ReadonlySet<string>;
}

const parts = { customer: "customer", email: "email", phone: "phone" } as const;

/**
 * Gathers the ids of the person who is meant by one of them (an id, an e-mail address, a telephone number, or a pseudonym): from row to
 * row by customer ids and e-mail addresses, and along what the workspace says is the same (lists of merges, marks, aliases). Null where nobody has it. Throws HelderError `ambiguous-customer` where it is of several.
 */
export async function gather(session: Session, typed: string, key: Buffer | null): Promise<Person | null> {
  const ids = new Set<string>();
  let open = await begin(session, typed, key);
  while (open.length > 0) {
    for (const id of open) ids.add(id);
    const { rows } = await among(session, [...ids], "DISTINCT customer, email", "customer IN (ids) OR email IN (ids)");
    const found = [...new Set(rows.flat().flatMap((id) => (id === null ? [] : [String(id)])))].filter((id) => !ids.has(id));
    open = await tiedTo(session, ids);
    for (const id of found) if (!id.includes("@") || (await customersBeside(session, "email", id)).length <= mostCustomers) open.push(id);
  }
  if (ids.size === 0) return null;
  const own = [...ids];
  // What others have too is no one's own.
  for (const part of ["anonymous", "phone"] as const) {
    const { rows } = await among(session, own, `DISTINCT ${part}`, `(customer IN (ids) OR email IN (ids)) AND ${part} IS NOT NULL`);
    for (const [value] of rows) {
      const others = (await customersBeside(session, part, String(value))).filter((customer) => !ids.has(customer));
      if (others.length === 0) ids.add(String(value));
    }
  }
  return { ids };
}

/** Ids and marks that are tied to these, without those that too many share. */
async function tiedTo(session: Session, ids: ReadonlySet<string>): Promise<string[]> {
  const both = "(SELECT one AS id, other AS next FROM tied WHERE one IS NOT NULL UNION SELECT other, one FROM tied WHERE one IS NOT NULL)";
  const list = [...ids].map((_, index) => `$${index + 1}`).join(", ");
  const { rows } = await session.query(
    `SELECT DISTINCT next FROM ${both} AS ties WHERE id IN (${list})
     AND (SELECT count(DISTINCT others.next) FROM ${both} AS others WHERE others.id = ties.next) <= CASE WHEN contains(next, '=') THEN ${mostCustomers} ELSE ${mostTies} END`,
    [...ids],
  );
  return rows.flatMap(([id]) => (ids.has(String(id)) ? [] : [String(id)]));
}

/** The places (datasets by number, and the journal) where the person stands. */
export async function placesOf(session: Session, { ids }: Person): Promise<ReadonlySet<number>> {
  const { rows } = await among(session, [...ids], "DISTINCT place", personSql("ids"));
  return new Set(rows.map(([place]) => Number(place)));
}

/** SQL: whether a row of `seen` is the person's, for a list of ids in SQL. */
function personSql(list: string): string {
  const isVisitor = `(customer IS NULL AND email IS NULL AND coalesce(anonymous IN (${list}), false))`;
  return `${isPersons({ parts }, (plain) => `${plain} IN (${list})`)} OR ${isVisitor}`;
}

async function begin(session: Session, typed: string, key: Buffer | null): Promise<string[]> {
  const [plain, digits] = [plainId(typed), plainId(typed, "phone")];
  if (plain === "") return [];
  const named = await session.query("SELECT 1 FROM seen WHERE customer = $1 OR email = $1 LIMIT 1", [plain]);
  if (named.rows.length > 0) {
    const count = (await customersBeside(session, "email", plain)).length;
    if (count > mostCustomers) throw new HelderError("ambiguous-customer", { count });
    return [plain];
  }
  if (key !== null && /^[0-9a-f]{64}$/.test(plain)) {
    await takeKey(session, key);
    const { rows } = await session.query(
      `SELECT id FROM (SELECT customer AS id FROM seen UNION SELECT email FROM seen) WHERE id IS NOT NULL AND ${keyedHash("id")} = $1`,
      [plain],
    );
    if (rows.length > 0) return rows.map(([id]) => String(id));
  }
  for (const [part, value] of [
    ["phone", digits],
    ["anonymous", plain],
  ] as const) {
    if (value.length < 3) continue;
    const { rows } = await session.query(`SELECT DISTINCT coalesce(customer, email) FROM seen WHERE ${part} = $1`, [value]);
    const people = rows.flatMap(([id]) => (id === null ? [] : [String(id)]));
    if (people.length > 1) throw new HelderError("ambiguous-customer", { count: people.length });
    if (rows.length > 0) return [value, ...people];
  }
  return [];
}

async function customersBeside(session: Session, part: "email" | "phone" | "anonymous", value: string): Promise<string[]> {
  const { rows } = await session.query(`SELECT DISTINCT customer FROM seen WHERE ${part} = $1 AND customer IS NOT NULL`, [value]);
  return rows.map(([customer]) => String(customer));
}

/** `ids` in the condition stands for the list. */
function among(session: Session, ids: readonly string[], what: string, condition: string): ReturnType<Session["query"]> {
  const list = ids.map((_, index) => `$${index + 1}`).join(", ");
  return session.query(`SELECT ${what} FROM seen WHERE ${condition.replaceAll("(ids)", `(${list})`)}`, ids);
}
