import type { Role } from "../../connect/index.ts";
import type { Day } from "../../calendar/index.ts";
import { quoteIdentifier, quoteText } from "../../sql/index.ts";
import type { Session } from "../../warehouse/index.ts";
import { isPrivate } from "./private.ts";
import { missing, type Source } from "./sources.ts";

/** What a line may tell besides: text, and a discount in money. */
export type Extra = "product" | "channel" | "country" | "discount";

/** Which column plays which role, over all files: what `mapping` tells. */
export interface Lines {
  readonly roles: Readonly<Partial<Record<Role, string>>>;
  readonly hasMoney: boolean;
  readonly hasUnits: boolean;
  readonly hasEmail: boolean;
  readonly hasPhone: boolean;
  readonly hasConsent: boolean;
  /** columns of `line` beside the fixed ones: each is there where a file tells */
  readonly extras: ReadonlySet<Extra>;
  /** the statuses that make a sale cancelled, in small letters */
  readonly cancelledStatuses: readonly string[];
  /** order numbers of cancellations and adjustments begin with a letter before their digits */
  readonly isNumbered: boolean;
  /** where the transactions stand, and where their amounts do if elsewhere */
  readonly main: Source;
  readonly money: Source | null;
  readonly asOf: Day | null;
  /** ids that are another id of the same person */
  readonly otherIds: number;
}

const isCancelled =
  "cancel|annul|storn|void|unavailable|fail|mislukt|declin|geweigerd|expired|verlopen|^refunded$|terugbetaald|^returned$|^retour$|geretourneerd";

/**
 * Makes the temporary tables `line` (a row for each line of a sale: customer, "order", day, amount, quantity, reason; `reason` says why it is no
 * sale; and the extras that are there) and `profile` (customer, email, phone, consent). Names in private columns are left out, unless `shown`. Throws `no-time-column`, `no-customer-column`, `no-transactions`.
 */
export async function makeLines(session: Session, sources: readonly Source[], until: Day | null, shown: boolean): Promise<Lines> {
  const main = mainOf(sources);
  if (main === null) throw missing(sources);
  const money = moneyOf(main, sources);
  const person = personOf(main, sources);
  const customerColumn = main.roles.get("customer") ?? main.roles.get("email")!;
  const column = (alias: string, name: string) => `${alias}.${quoteIdentifier(name)}`;
  const text = (sql: string) => `nullif(trim(CAST(${sql} AS VARCHAR)), '')`;
  const own = main.roles.has("customer") ? text(column("m", customerColumn)) : `lower(${text(column("m", customerColumn))})`;
  const customer = person === null ? own : `coalesce(${text(column("p", person.customer))}, ${own})`;
  const order = main.roles.get("order");
  const orderText = order === undefined ? "NULL::VARCHAR" : text(column("m", order));
  const from = money ?? main;
  const alias = money === null ? "m" : "i";
  const role = (name: Role, source: Source = from) => source.roles.get(name);
  const quantityColumn = role("quantity");
  const quantity = quantityColumn === undefined ? null : `TRY_CAST(${column(alias, quantityColumn)} AS DECIMAL(38, 6))`;
  const [amountColumn, priceColumn] = [role("amount"), role("price")];
  const decimalOf = (of: string, name: string) => `TRY_CAST(${column(of, name)} AS DECIMAL(38, 6))`;
  const decimal = (name: string) => decimalOf(alias, name);
  const amount =
    amountColumn !== undefined
      ? decimal(amountColumn)
      : priceColumn === undefined
        ? null
        : quantity === null
          ? decimal(priceColumn)
          : `TRY_CAST(TRY_CAST(${column(alias, priceColumn)} AS DOUBLE) * TRY_CAST(${column(alias, quantityColumn!)} AS DOUBLE) AS DECIMAL(38, 6))`;
  const price = amountColumn === undefined && priceColumn !== undefined ? decimal(priceColumn) : "NULL::DECIMAL(38, 6)";
  // Without a column of quantities a line that names a product is one unit.
  const isItem = quantity === null && from.roles.has("product");
  const units = quantity ?? (isItem ? "1" : "NULL::INTEGER");
  const status = main.roles.get("status");
  const statusText = status === undefined ? "NULL::VARCHAR" : `lower(${text(column("m", status))})`;
  const extras = new Map<Extra, string>();
  for (const name of ["product", "channel", "country", "discount"] as const) {
    const [source, of] = from.roles.has(name) ? [from, alias] : [main, "m"];
    const found = source.roles.get(name);
    if (found !== undefined && (shown || name === "discount" || !isPrivate(source, found)))
      extras.set(name, name === "discount" ? decimalOf(of, found) : text(column(of, found)));
  }
  const extraColumns = [...extras].map(([name, sql]) => `, ${sql} AS ${name}`).join("");
  const contacts = (["email", "phone", "consent"] as const).flatMap((name) => {
    const found = main.roles.get(name);
    return found === undefined ? [] : [{ name, sql: contactOf(name, column("m", found)) }];
  });
  const joins = [
    money === null ? "" : `LEFT JOIN ${money.table} i ON ${text(column("i", money.roles.get("order")!))} = ${text(column("m", order!))}`,
    person === null
      ? ""
      : `LEFT JOIN (SELECT ${text(quoteIdentifier(person.id))} AS "$id", any_value(${quoteIdentifier(person.customer)}) AS ${quoteIdentifier(person.customer)} FROM ${person.source.table} GROUP BY 1) p ON p."$id" = ${own}`,
  ];
  await session.query(
    `CREATE TEMP TABLE raw AS SELECT ${customer} AS customer, ${orderText} AS "order", CAST(${column("m", main.roles.get("time")!)} AS DATE) AS day,
       ${amount ?? "NULL::DECIMAL(38, 6)"} AS amount, ${units} AS quantity, ${price} AS price, ${statusText} AS status${extraColumns}
       ${contacts.map(({ name, sql }) => `, ${sql} AS ${name}`).join("")}
     FROM ${main.table} m ${joins.join(" ")}`,
  );
  const counted = await session.query(
    `SELECT CAST(max(day) AS VARCHAR), count(*) FILTER (WHERE regexp_matches("order", '^[0-9]+$')) > 0.5 * count("order") FROM raw`,
  );
  const lastDay = counted.rows[0]![0] === null ? null : String(counted.rows[0]![0]);
  const asOf = until ?? lastDay;
  const isNumbered = counted.rows[0]![1] === true;
  const prefix = (letter: string) => (isNumbered ? `regexp_matches(coalesce("order", ''), '^[${letter}][0-9]+$')` : "false");
  await session.query(
    `CREATE TEMP TABLE line AS SELECT customer, "order", day, amount, quantity${[...extras.keys(), ...contacts.map(({ name }) => name)].map((name) => `, ${name}`).join("")},
       coalesce(regexp_matches(status, ${quoteText(isCancelled)}) AND NOT contains(status, 'partial'), false) OR ${prefix("Cc")} AS cancelled,
       CASE WHEN day IS NULL THEN 'no-time' WHEN day > DATE ${quoteText(asOf ?? "9999-12-31")} THEN 'after-as-of'
         WHEN cancelled THEN 'cancelled' WHEN ${prefix("Aa")} THEN 'adjustment'
         WHEN quantity <= 0 THEN 'non-positive-quantity'
         ${amount === null ? "" : "WHEN amount IS NULL THEN 'no-amount' WHEN amount <= 0 OR price <= 0 THEN 'non-positive-amount'"} END AS reason
     FROM raw`,
  );
  const cancelled = await session.query(
    `SELECT DISTINCT status FROM raw WHERE regexp_matches(status, ${quoteText(isCancelled)}) AND NOT contains(status, 'partial') ORDER BY 1`,
  );
  await session.query(`DROP TABLE raw`);
  const otherIds = await makeProfiles(session, sources, main, person, new Set(contacts.map(({ name }) => name)));
  const told = new Map<Role, string>([...(money?.roles ?? []), ...main.roles]);
  if (person !== null) told.set("customer", person.customer);
  const known = await session.query(`SELECT count(email) > 0, count(phone) > 0, count(consent) > 0 FROM profile`);
  const [email, phone, consent] = known.rows[0]!;
  return {
    roles: Object.fromEntries(told),
    hasMoney: amount !== null,
    hasUnits: quantity !== null || isItem,
    hasEmail: main.roles.has("email") || email === true,
    hasPhone: phone === true,
    hasConsent: consent === true,
    extras: new Set(extras.keys()),
    cancelledStatuses: cancelled.rows.map(([one]) => String(one)),
    isNumbered,
    main,
    money,
    asOf,
    otherIds,
  };
}

function mainOf(sources: readonly Source[]): Source | null {
  const weights: Partial<Record<Role, number>> = {
    customer: 3,
    order: 3,
    amount: 3,
    price: 2,
    quantity: 1,
    product: 1,
    score: -2,
    campaign: -1,
    variant: -1,
  };
  const score = ({ roles }: Source) => [...roles.keys()].reduce((sum, role) => sum + (weights[role] ?? 0), 0);
  const able = sources.filter(({ roles }) => roles.has("time") && (roles.has("customer") || roles.has("email")));
  return able.toSorted((one, other) => score(other) - score(one))[0] ?? null;
}

/** The lines or payments of the orders, where these have no amounts of their own; lines before payments. */
function moneyOf(main: Source, sources: readonly Source[]): Source | null {
  if (main.roles.has("amount") || main.roles.has("price") || !main.roles.has("order")) return null;
  const able = sources.filter((one) => one !== main && one.roles.has("order") && (one.roles.has("price") || one.roles.has("amount")));
  return able.toSorted((one, other) => Number(other.roles.has("product")) - Number(one.roles.has("product")))[0] ?? null;
}

interface Person {
  readonly source: Source;
  /** the column that the transactions name, and the one that tells people apart */
  readonly id: string;
  readonly customer: string;
}

/** A file of customers that knows which ids are one person: it has the transactions' id beside one of its own. */
function personOf(main: Source, sources: readonly Source[]): Person | null {
  const named = main.roles.get("customer")?.toLowerCase();
  if (named === undefined) return null;
  for (const source of sources) {
    const id = [...source.columns.keys()].find((name) => name.toLowerCase() === named);
    const customer = source.roles.get("customer");
    if (source !== main && !source.roles.has("time") && id !== undefined && customer !== undefined && customer !== id)
      return { source, id, customer };
  }
  return null;
}

type Contact = "email" | "phone" | "consent";

const saidNo = "'', '0', 'f', 'false', 'n', 'no', 'nee', 'onwaar', 'unsubscribed', 'afgemeld', 'not_subscribed'";

/** A way to reach somebody as clean text; null where it is none. A consent is `yes` or nothing. */
function contactOf(contact: Contact, column: string): string {
  const text = `lower(trim(CAST(${column} AS VARCHAR)))`;
  if (contact === "email") return `CASE WHEN regexp_matches(${text}, '^[^\\s@]+@[^\\s@]+\\.[^\\s@]+$') THEN ${text} END`;
  if (contact === "phone") return `CASE WHEN length(regexp_replace(${text}, '[^0-9]', '', 'g')) >= 6 THEN ${text} END`;
  return `CASE WHEN ${text} NOT IN (${saidNo}) THEN 'yes' END`;
}

/** Makes `profile`; answers how many ids are another id of a person who is there already. */
async function makeProfiles(
  session: Session,
  sources: readonly Source[],
  main: Source,
  person: Person | null,
  told: ReadonlySet<Contact>,
): Promise<number> {
  const contacts = ["email", "phone", "consent"] as const;
  const own = contacts.map((name) => (told.has(name) ? name : `NULL::VARCHAR AS ${name}`));
  const parts = [`SELECT customer, ${own.join(", ")} FROM line WHERE customer IS NOT NULL`];
  const clean = (name: string) => `nullif(trim(CAST(${quoteIdentifier(name)} AS VARCHAR)), '')`;
  const others = sources.filter((one) => one !== main && one.roles.has("customer") && !one.roles.has("order") && !one.roles.has("amount"));
  for (const { table, roles } of others) {
    const theirs = contacts.map((name) => {
      const found = roles.get(name);
      return found === undefined ? "NULL" : contactOf(name, quoteIdentifier(found));
    });
    parts.push(`SELECT ${clean(roles.get("customer")!)}, ${theirs.join(", ")} FROM ${table}`);
  }
  await session.query(
    `CREATE TEMP TABLE profile AS SELECT customer, ${contacts.map((name) => `min(${name}) AS ${name}`).join(", ")}
     FROM (${parts.join(" UNION ALL ")}) WHERE customer IS NOT NULL GROUP BY customer`,
  );
  if (person === null) return 0;
  const { rows } = await session.query(
    `SELECT count(DISTINCT ${clean(person.id)}) - count(DISTINCT ${clean(person.customer)}) FROM ${person.source.table}`,
  );
  return Math.max(0, Number(rows[0]![0]));
}
