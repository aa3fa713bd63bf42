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
  /** SQL: the order that a column names as `line` knows it, a whole number where it is one in all files */
  readonly orderOf: (column: string) => string;
  /** whether a transaction of several customers counts as one: else each row of `purchase` is a transaction of its own */
  readonly isShared: boolean;
  readonly asOf: Day | null;
  /** ids that are another id of the same person */
  readonly otherIds: number;
}

const isCancelled =
  "cancel|annul|storn|void|unavailable|fail|mislukt|declin|geweigerd|expired|verlopen|^refunded$|terugbetaald|^returned$|^retour$|geretourneerd";

/**
 * Makes the temporary tables `profile` (customer, name, email, phone, consent: customers are numbered in the order of their names), `line` (a row
 * for each line of a sale: customer, "order", day, amount, quantity, reason; `reason` says why it is no sale; and the extras that are there) and
 * `purchase` (a row for each transaction and customer: the `nth` of that customer, and the days since the one before). What stands in private
 * columns is left out, unless `shown`. Throws `no-time-column`, `no-customer-column`, `no-transactions`.
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
  const named = sources.flatMap(({ roles, columns }) => (roles.has("order") ? [columns.get(roles.get("order")!)] : []));
  const isWhole = named.every((type) => type === "integer");
  const orderOf = (sql: string) => (isWhole ? `CAST(${sql} AS BIGINT)` : text(sql));
  const orderNumber = order === undefined ? "NULL::BIGINT" : orderOf(column("m", order));
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
  const contacts = allContacts.flatMap((name) => {
    const found = main.roles.get(name);
    return found === undefined ? [] : [{ name, sql: contactOf(name, column("m", found)) }];
  });
  const joins = [
    money === null ? "" : `LEFT JOIN ${money.table} i ON ${orderOf(column("i", money.roles.get("order")!))} = ${orderNumber}`,
    person === null
      ? ""
      : `LEFT JOIN (SELECT ${text(quoteIdentifier(person.id))} AS "$id", any_value(${quoteIdentifier(person.customer)}) AS ${quoteIdentifier(person.customer)} FROM ${person.source.table} GROUP BY 1) p ON p."$id" = ${own}`,
  ];
  // What is joined is joined once; else each question reads the columns that it needs.
  await session.query(
    `CREATE TEMP ${joins.some((join) => join !== "") ? "TABLE" : "VIEW"} raw AS
     SELECT ${customer} AS name, ${orderNumber} AS "order", CAST(${column("m", main.roles.get("time")!)} AS DATE) AS day,
       ${amount ?? "NULL::DECIMAL(38, 6)"} AS amount, ${units} AS quantity, ${price} AS price, ${statusText} AS status${extraColumns}
       ${contacts.map(({ name, sql }) => `, ${sql} AS ${name}`).join("")}
     FROM ${main.table} m ${joins.join(" ")}`,
  );
  const [lastDay, numbered, allMoney, allUnits, isEachNamed] = (
    await session.query(
      `SELECT CAST(max(day) AS VARCHAR), ${isWhole ? "false" : `count(*) FILTER (WHERE regexp_matches("order", '^[0-9]+$')) > 0.5 * count("order")`},
         CAST(sum(abs(amount)) AS DOUBLE), CAST(sum(abs(quantity)) AS DOUBLE), count("order") = count(*) FROM raw`,
    )
  ).rows[0]!;
  const asOf = until ?? (lastDay === null ? null : String(lastDay));
  const isNumbered = isWhole ? order !== undefined : numbered === true;
  const prefix = (letter: string) => (isNumbered && !isWhole ? `regexp_matches(coalesce("order", ''), '^[${letter}][0-9]+$')` : "false");
  const cancelled = await session.query(
    `SELECT status FROM (SELECT DISTINCT status FROM raw) WHERE regexp_matches(status, ${quoteText(isCancelled)}) AND NOT contains(status, 'partial') ORDER BY 1`,
  );
  const cancelledStatuses = cancelled.rows.map(([one]) => String(one));
  const otherIds = await makeProfiles(session, sources, main, person, new Set(contacts.map(({ name }) => name)));
  const decimals = { amount: fitting(allMoney), quantity: fitting(allUnits) };
  await session.query(
    `CREATE TEMP TABLE line AS SELECT profile.customer, "order", day, CAST(amount AS ${decimals.amount}) AS amount,
       CAST(quantity AS ${decimals.quantity}) AS quantity${[...extras.keys()].map((name) => `, ${name}`).join("")},
       coalesce(status IN (${["NULL", ...cancelledStatuses.map(quoteText)].join(", ")}), false) OR ${prefix("Cc")} AS cancelled,
       CASE WHEN day IS NULL THEN 'no-time' WHEN day > DATE ${quoteText(asOf ?? "9999-12-31")} THEN 'after-as-of'
         WHEN cancelled THEN 'cancelled' WHEN ${prefix("Aa")} THEN 'adjustment'
         WHEN quantity <= 0 THEN 'non-positive-quantity'
         ${amount === null ? "" : "WHEN amount IS NULL THEN 'no-amount' WHEN amount <= 0 OR price <= 0 THEN 'non-positive-amount'"} END AS reason
     FROM raw LEFT JOIN profile ON profile.name = raw.name`,
  );
  await session.query(`DROP ${joins.some((join) => join !== "") ? "TABLE" : "VIEW"} raw`);
  // A text that is a key may be one order all the same: spaces around it do not count.
  const isOneEach = isWhole && isEachNamed === true && money === null && order !== undefined && main.key === order;
  const isShared = await makePurchases(session, { isWhole, isOneEach, hasOrder: order !== undefined, decimals });
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
    cancelledStatuses,
    isNumbered,
    main,
    money,
    orderOf,
    isShared,
    asOf,
    otherIds,
  };
}

/** The narrowest decimal that holds the sum of everything, and so each part of it: sums of such are several times faster. */
function fitting(sum: unknown): string {
  return Math.abs(Number(sum ?? 0)) < 1e11 ? "DECIMAL(18, 6)" : "DECIMAL(38, 6)";
}

/** Makes `purchase` of the lines that are a sale; answers whether a transaction has several rows, of several customers. */
async function makePurchases(
  session: Session,
  {
    isWhole,
    isOneEach,
    hasOrder,
    decimals,
  }: {
    readonly isWhole: boolean;
    /** whether each line is a transaction of its own */
    readonly isOneEach: boolean;
    readonly hasOrder: boolean;
    readonly decimals: { readonly amount: string; readonly quantity: string };
  },
): Promise<boolean> {
  // Without an order's number, what a customer buys in a day is one transaction; of someone unknown each line is. Those are numbered far below
  // what anybody would call an order.
  const unnamed = isWhole
    ? `CASE WHEN customer IS NULL THEN -4611686018427387904 - rowid ELSE -2305843009213693952 - (customer * 4194304::BIGINT + (day - DATE '0001-01-01')) END`
    : `CASE WHEN customer IS NULL THEN chr(1) || rowid ELSE chr(1) || customer || chr(1) || CAST(day AS VARCHAR) END`;
  const sold = `SELECT coalesce("order", ${unnamed}) AS id, customer, day, amount AS revenue, quantity AS units FROM line WHERE reason IS NULL`;
  const grouped = `SELECT id, customer, min(day) AS day, CAST(sum(revenue) AS ${decimals.amount}) AS revenue, CAST(sum(units) AS ${decimals.quantity}) AS units
    FROM (${sold}) GROUP BY 1, 2`;
  await session.query(
    `CREATE TEMP TABLE purchase AS
     SELECT *, CASE WHEN customer IS NOT NULL THEN CAST(row_number() OVER w AS INTEGER) END AS nth,
       CASE WHEN customer IS NOT NULL THEN CAST(day - lag(day) OVER w AS INTEGER) END AS gap
     FROM (${isOneEach ? sold : grouped}) WINDOW w AS (PARTITION BY customer ORDER BY day, id)`,
  );
  if (isOneEach || !hasOrder) return false;
  const { rows } = await session.query(`SELECT count(*) > count(DISTINCT id) FROM purchase`);
  return rows[0]![0] === true;
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

const allContacts = ["email", "phone", "consent"] as const;
type Contact = (typeof allContacts)[number];

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
  const others = sources.filter((one) => one !== main && one.roles.has("customer") && !one.roles.has("order") && !one.roles.has("amount"));
  const isTold = (name: Contact) => told.has(name) || others.some(({ roles }) => roles.has(name));
  const [contacts, untold] = [allContacts.filter(isTold), allContacts.filter((name) => !isTold(name))];
  const clean = (name: string) => `nullif(trim(CAST(${quoteIdentifier(name)} AS VARCHAR)), '')`;
  const own = contacts.map((name) => (told.has(name) ? name : `NULL::VARCHAR AS ${name}`));
  const parts = [`SELECT ${["name", ...own].join(", ")} FROM raw`];
  for (const { table, roles } of others) {
    const theirs = contacts.map((name) => {
      const found = roles.get(name);
      return found === undefined ? "NULL" : contactOf(name, quoteIdentifier(found));
    });
    parts.push(`SELECT ${[clean(roles.get("customer")!), ...theirs].join(", ")} FROM ${table}`);
  }
  const grouped = ["name", ...contacts.map((name) => `min(${name}) AS ${name}`), ...untold.map((name) => `NULL::VARCHAR AS ${name}`)];
  await session.query(
    `CREATE TEMP TABLE profile AS SELECT CAST(row_number() OVER (ORDER BY name) AS INTEGER) AS customer, *
     FROM (SELECT ${grouped.join(", ")} FROM (${parts.join(" UNION ALL ")}) WHERE name IS NOT NULL GROUP BY name)`,
  );
  if (person === null) return 0;
  const { rows } = await session.query(
    `SELECT count(DISTINCT ${clean(person.id)}) - count(DISTINCT ${clean(person.customer)}) FROM ${person.source.table}`,
  );
  return Math.max(0, Number(rows[0]![0]));
}
