import { readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { addDays, type Day } from "../calendar/index.ts";
import { HelderError } from "../framework/index.ts";
import { quoteText } from "../sql/index.ts";
import { type CustomerData, type CustomersForecast, forecastCustomers, type LifetimeResult, type ModelName } from "../statistics/index.ts";
import type { Session } from "../warehouse/index.ts";
import { writeFileAtomically } from "../workspace/index.ts";
import type { Read } from "./load/index.ts";
import { numbersOf, type OpenFile, withFile } from "./one-file.ts";

/** Days in a unit of time; a month is a twelfth of a year. */
export const lifetimeUnits = { day: 1, week: 7, month: 365.25 / 12 } as const;
export type LifetimeUnit = keyof typeof lifetimeUnits;

export interface LifetimeRequest {
  /** path of a file with a line for each transaction, in any form that a dataset may have */
  readonly file: string;
  /** columns */
  readonly customer: string;
  readonly time: string;
  readonly value: string | null;
  /** last day of what the model sees */
  readonly calibrationEnd: Day;
  readonly unit: LifetimeUnit;
  /** in units */
  readonly horizon: number;
  readonly model: ModelName;
  /** a year, effective: 0.15 is 15 %; null: nothing is discounted */
  readonly discount: number | null;
  /** path of the file with a line for each customer */
  readonly customers: string | null;
}

export interface LifetimeAnswer extends LifetimeResult {
  /** lines that count for nothing: without a customer, without a day, with a value below zero (a refund is no purchase), with another number of fields */
  readonly excluded: {
    readonly withoutCustomer: number;
    readonly withoutTime: number;
    readonly refunds: number;
    readonly unreadable: number;
  };
}

/**
 * Reads transactions and says what to expect of the customers: their histories are made, and equal ones counted, in DuckDB. Purchases of one day are one. Throws HelderError `not-found`, `unknown-column`, `bad-input`, and what reading a
 * dataset throws.
 */
export async function customerLifetime(request: LifetimeRequest): Promise<LifetimeAnswer> {
  const file = { id: "transactions", time: request.time, customer: request.customer };
  return withFile(request.file, file, (open) => answer(open, request));
}

async function answer({ session, read, directory }: OpenFile, request: LifetimeRequest): Promise<LifetimeAnswer> {
  const days = lifetimeUnits[request.unit];
  const until = addDays(request.calibrationEnd, Math.floor(request.horizon * days));
  const { excluded, lastDay } = await makeClients(session, read, request, until);
  const data = await dataOf(session, days, { hasValue: request.value !== null, isOver: lastDay >= until });
  if (data.histories.x.length === 0) {
    throw new HelderError("bad-input", {
      reason: `nobody bought on or before ${request.calibrationEnd}`,
      "reason-nl": `niemand kocht op of voor ${request.calibrationEnd}`,
    });
  }
  const rate = request.discount === null ? null : (Math.log1p(request.discount) * days) / 365.25;
  const forecast = forecastCustomers(data, request.model, request.horizon, rate);
  if (request.customers !== null) await writeCustomers(session, directory, days, data, forecast, resolve(request.customers));
  return { ...forecast.result, excluded };
}

/** Makes the temporary table `client`: a line for each customer who bought by the end of the calibration; recency and age in days. */
async function makeClients(
  session: Session,
  read: Read,
  request: LifetimeRequest,
  until: Day,
): Promise<{ readonly excluded: LifetimeAnswer["excluded"]; readonly lastDay: string }> {
  const customer = `nullif(trim(CAST(${read.raw(request.customer)} AS VARCHAR)), '')`;
  const day = `CAST(${(await read.typed(request.time)).sql} AS DATE)`;
  const value = request.value === null ? "NULL::DOUBLE" : await numbersOf(read, request.value);
  // A day on which there were refunds alone has no purchase. One pass makes the purchases and counts what is none.
  await session.query(
    `CREATE TEMP TABLE purchase AS
     SELECT customer, day, count(*) AS lines, count(*) FILTER (WHERE value < 0) AS refunds, sum(value) FILTER (WHERE value >= 0) AS value
     FROM (SELECT ${customer} AS customer, ${day} AS day, ${value} AS value FROM ${read.relation}) GROUP BY ALL`,
  );
  const { rows } = await session.query(
    `SELECT coalesce(sum(lines) FILTER (WHERE customer IS NULL), 0), coalesce(sum(lines) FILTER (WHERE customer IS NOT NULL AND day IS NULL), 0),
       coalesce(sum(refunds) FILTER (WHERE customer IS NOT NULL AND day IS NOT NULL), 0), max(day) FROM purchase`,
  );
  const [withoutCustomer, withoutTime, refunds, lastDay] = rows[0]!;
  const end = `DATE ${quoteText(request.calibrationEnd)}`;
  // The first day's value is not taken from the sum where it is not known.
  await session.query(
    `CREATE TEMP TABLE client AS
     SELECT customer, x, recency, age, later, CASE WHEN x > 0 AND known > 0 THEN CAST(total - coalesce(opening, 0) AS DOUBLE) / known END AS spend
     FROM (
       SELECT customer, count(*) FILTER (WHERE day <= ${end}) - 1 AS x,
         max(day) FILTER (WHERE day <= ${end}) - min(day) AS recency, ${end} - min(day) AS age,
         count(*) FILTER (WHERE day > ${end} AND day <= DATE ${quoteText(until)}) AS later,
         sum(value) FILTER (WHERE day <= ${end}) AS total, arg_min_null(value, day) AS opening,
         count(value) FILTER (WHERE day <= ${end}) - CAST(opening IS NOT NULL AS INTEGER) AS known
       FROM purchase WHERE customer IS NOT NULL AND day IS NOT NULL AND refunds < lines
       GROUP BY customer HAVING min(day) <= ${end}
     )`,
  );
  return {
    excluded: {
      withoutCustomer: Number(withoutCustomer),
      withoutTime: Number(withoutTime),
      refunds: Number(refunds),
      unreadable: read.rejected,
    },
    lastDay: String(lastDay ?? ""),
  };
}

async function dataOf(
  session: Session,
  days: number,
  { hasValue, isOver }: { readonly hasValue: boolean; readonly isOver: boolean },
): Promise<CustomerData> {
  // As a decimal, so that the sum does not depend on the order in which it is made.
  const { rows } = await session.query(
    `SELECT CAST(x AS DOUBLE), recency, age, CAST(count(*) AS DOUBLE), CAST(sum(later) AS DOUBLE), CAST(count(spend) AS DOUBLE), coalesce(CAST(sum(CAST(spend AS DECIMAL(38, 9))) AS DOUBLE), 0)
     FROM client GROUP BY x, recency, age ORDER BY x, recency, age`,
  );
  const column = (index: number, scale = 1): Float64Array => Float64Array.from(rows, (row) => Number(row[index]) / scale);
  const histories = { x: column(0), recency: column(1, days), age: column(2, days), customers: column(3) };
  const later = isOver ? column(4) : null;
  if (!hasValue) return { histories, spend: null, later };
  const spends = await session.query(
    `SELECT CAST(x AS DOUBLE), spend, CAST(count(*) AS DOUBLE) FROM client WHERE spend > 0 GROUP BY x, spend ORDER BY x, spend`,
  );
  const spendColumn = (index: number): Float64Array => Float64Array.from(spends.rows, (row) => Number(row[index]));
  return {
    histories,
    spend: { spends: { x: spendColumn(0), mean: spendColumn(1), customers: spendColumn(2) }, known: column(5), sum: column(6) },
    later,
  };
}

/** A line for each customer. What the model says of each history goes to the warehouse as a file, and comes back joined to the customers. */
async function writeCustomers(
  session: Session,
  directory: string,
  days: number,
  { histories }: CustomerData,
  { alive, purchases, discounted, spend }: CustomersForecast,
  path: string,
): Promise<void> {
  const told = join(directory, "histories.csv");
  const lines = Array.from(alive, (chance, index) => {
    const x = histories.x[index]!;
    const { base, own } = spend?.weights(x) ?? { base: "", own: "" };
    const [recency, age] = [histories.recency[index]! * days, histories.age[index]! * days].map(Math.round);
    return `${x},${recency},${age},${chance},${purchases[index]},${discounted?.[index] ?? ""},${base},${own}\n`;
  });
  await writeFile(told, lines.join(""));
  const out = join(directory, "customers.csv");
  const columns = [
    "x BIGINT",
    "recency BIGINT",
    "age BIGINT",
    "alive DOUBLE",
    "purchases DOUBLE",
    "discounted DOUBLE",
    "base DOUBLE",
    "own DOUBLE",
  ];
  const shape = columns.map((one) => one.split(" ").map(quoteText).join(": ")).join(", ");
  // A text that begins like a formula would be one in a spreadsheet.
  const name = `CASE WHEN regexp_matches(CAST(customer AS VARCHAR), '^\\s*[=+@\\t\\r-]') THEN '''' ELSE '' END || CAST(customer AS VARCHAR)`;
  const mean = spend?.mean ?? null;
  const worth = `CASE WHEN spend IS NULL THEN ${mean === null ? "NULL" : `${mean}::DOUBLE`} ELSE base + own * spend END`;
  await session.query(
    `COPY (
       SELECT ${name} AS customer, x AS frequency, recency / ${days} AS recency, age / ${days} AS "T", alive AS p_alive, purchases AS expected_purchases,
         purchases * ${worth} AS expected_value${discounted === null ? "" : `, discounted AS discounted_purchases, discounted * ${worth} AS discounted_value`}
       FROM client JOIN read_csv(${quoteText(told)}, auto_detect = false, header = false, columns = {${shape}}) USING (x, recency, age)
       ORDER BY client.customer
     ) TO ${quoteText(out)} (FORMAT csv, HEADER)`,
  );
  await writeFileAtomically(path, await readFile(out));
}
