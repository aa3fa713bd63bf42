import { copyFile, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { addDays, type Day } from "../calendar/index.ts";
import { type Dataset, HelderError } from "../framework/index.ts";
import { quoteIdentifier, quoteText } from "../sql/index.ts";
import { type CustomerData, type CustomersForecast, forecastCustomers, type LifetimeResult, type ModelName } from "../statistics/index.ts";
import { openWarehouse, type Session, type Warehouse } from "../warehouse/index.ts";
import { parse, writeFileAtomically } from "../workspace/index.ts";
import { loadDatasets } from "./load/index.ts";
import { resolveColumn, tableOf } from "./load/build.ts";

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
  /** path of the file with a line for each customer */
  readonly customers: string | null;
}

export interface LifetimeAnswer extends LifetimeResult {
  /** lines that count for nothing: without a customer, without a day, with a value below zero (a refund is no purchase) */
  readonly excluded: { readonly withoutCustomer: number; readonly withoutTime: number; readonly refunds: number };
}

const dataset = "transactions";

/**
 * Reads transactions and says what to expect of the customers: their histories are made, and equal ones counted, in the warehouse, which is
 * a temporary one. Purchases of one day are one. Throws HelderError `not-found`, `unknown-column`, `bad-input`, and what a load throws.
 */
export async function customerLifetime(request: LifetimeRequest): Promise<LifetimeAnswer> {
  const found = await stat(request.file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") throw new HelderError("not-found", { what: request.file });
    throw unreadable(request.file, error);
  });
  // Reading from a pipe or a device could wait for ever.
  if (!found.isFile()) throw unreadable(request.file, { code: found.isDirectory() ? "EISDIR" : "ENOTREG" });
  const directory = await mkdtemp(join(tmpdir(), "helder-lifetime-"));
  try {
    const name = basename(request.file);
    await copyFile(request.file, join(directory, name)).catch((error: NodeJS.ErrnoException) => {
      throw unreadable(request.file, error);
    });
    const warehouse = await openWarehouse(join(directory, ".helder"));
    try {
      await load(warehouse, directory, {
        id: dataset,
        file: name,
        time: request.time,
        customer: request.customer,
        columns: {},
        format: {},
      });
      return await warehouse.session((session) => answer(session, directory, request));
    } finally {
      await warehouse.close();
    }
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

function unreadable(file: string, error: { readonly code?: string | undefined }): HelderError {
  return new HelderError("file-unreadable", { dataset, file, reason: error.code ?? "" });
}

async function load(warehouse: Warehouse, directory: string, one: Dataset): Promise<void> {
  const { framework } = parse([{ path: "helder.yaml", text: "helder: 1\nname: lifetime\n" }]);
  const loaded = await loadDatasets(warehouse, { directory, framework: { ...framework!, datasets: [one] }, datasets: null });
  const [failure] = loaded.failures;
  if (failure !== undefined) throw failure.error;
}

async function answer(session: Session, directory: string, request: LifetimeRequest): Promise<LifetimeAnswer> {
  const days = lifetimeUnits[request.unit];
  const until = addDays(request.calibrationEnd, Math.floor(request.horizon * days));
  const described = await session.query(`DESCRIBE ${tableOf(dataset)}`);
  const types = new Map(described.rows.map(([name, type]) => [String(name), String(type)]));
  const column = (name: string): string => resolveColumn(name, [...types.keys()], dataset);
  const customer = column(request.customer);
  const value = request.value === null ? null : column(request.value);
  if (value !== null && !/INT|DECIMAL|DOUBLE|FLOAT/.test(types.get(value)!)) {
    throw new HelderError("bad-input", {
      reason: `the column ${value} does not hold numbers`,
      "reason-nl": `de kolom ${value} bevat geen getallen`,
    });
  }
  const { excluded, lastDay } = await makeClients(session, quoteIdentifier(customer), value === null ? null : quoteIdentifier(value), {
    end: request.calibrationEnd,
    until,
  });
  const data = await dataOf(session, days, { hasValue: value !== null, isOver: lastDay >= until });
  if (data.histories.x.length === 0) {
    throw new HelderError("bad-input", {
      reason: `nobody bought on or before ${request.calibrationEnd}`,
      "reason-nl": `niemand kocht op of voor ${request.calibrationEnd}`,
    });
  }
  const forecast = forecastCustomers(data, request.model, request.horizon);
  if (request.customers !== null) await writeCustomers(session, directory, days, data, forecast, resolve(request.customers));
  return { ...forecast.result, excluded };
}

/** Makes the temporary table `client`: a line for each customer who bought by `end`; recency and age in days. */
async function makeClients(
  session: Session,
  customer: string,
  value: string | null,
  { end, until }: { readonly end: Day; readonly until: Day },
): Promise<{ readonly excluded: LifetimeAnswer["excluded"]; readonly lastDay: string }> {
  const [has, at] = [`${customer} IS NOT NULL`, `"$day" IS NOT NULL`];
  const bought = value === null ? "true" : `(${value} IS NULL OR ${value} >= 0)`;
  const table = tableOf(dataset);
  const { rows } = await session.query(
    `SELECT count(*) FILTER (WHERE NOT ${has}), count(*) FILTER (WHERE ${has} AND NOT ${at}),
       count(*) FILTER (WHERE ${has} AND ${at} AND NOT ${bought}), max("$day") FROM ${table}`,
  );
  const [withoutCustomer, withoutTime, refunds, lastDay] = rows[0]!;
  const inside = `day <= DATE ${quoteText(end)}`;
  // `first_value` is null where that day's value is not known, and is then not taken from the sum either.
  await session.query(
    `CREATE TEMP TABLE client AS
     SELECT customer, x, recency, age, later, CASE WHEN x > 0 AND known > 0 THEN CAST(total - coalesce(first_value, 0) AS DOUBLE) / known END AS spend
     FROM (
       SELECT customer, count(*) FILTER (WHERE ${inside}) - 1 AS x,
         max(day) FILTER (WHERE ${inside}) - min(day) AS recency, DATE ${quoteText(end)} - min(day) AS age,
         count(*) FILTER (WHERE NOT ${inside} AND day <= DATE ${quoteText(until)}) AS later,
         sum(value) FILTER (WHERE ${inside}) AS total, arg_min_null(value, day) AS first_value,
         count(value) FILTER (WHERE ${inside}) - CAST(arg_min_null(value, day) IS NOT NULL AS INTEGER) AS known
       FROM (
         SELECT ${customer} AS customer, "$day" AS day, ${value === null ? "NULL::DOUBLE" : `sum(${value})`} AS value
         FROM ${table} WHERE ${has} AND ${at} AND ${bought} GROUP BY ALL
       ) GROUP BY customer HAVING min(day) <= DATE ${quoteText(end)}
     )`,
  );
  return {
    excluded: { withoutCustomer: Number(withoutCustomer), withoutTime: Number(withoutTime), refunds: Number(refunds) },
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
    `SELECT x, recency, age, count(*), sum(later), count(spend), coalesce(CAST(sum(CAST(spend AS DECIMAL(38, 9))) AS DOUBLE), 0)
     FROM client GROUP BY x, recency, age ORDER BY x, recency, age`,
  );
  const column = (index: number, scale = 1): Float64Array => Float64Array.from(rows, (row) => Number(row[index]) / scale);
  const histories = { x: column(0), recency: column(1, days), age: column(2, days), customers: column(3) };
  const later = isOver ? column(4) : null;
  if (!hasValue) return { histories, spend: null, later };
  const spends = await session.query(`SELECT x, spend, count(*) FROM client WHERE spend > 0 GROUP BY x, spend ORDER BY x, spend`);
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
  { alive, purchases, spend }: CustomersForecast,
  path: string,
): Promise<void> {
  const told = join(directory, "histories.csv");
  const lines = Array.from(alive, (chance, index) => {
    const x = histories.x[index]!;
    const { base, own } = spend?.weights(x) ?? { base: "", own: "" };
    const [recency, age] = [histories.recency[index]! * days, histories.age[index]! * days].map(Math.round);
    return `${x},${recency},${age},${chance},${purchases[index]},${base},${own}\n`;
  });
  await writeFile(told, lines.join(""));
  const out = join(directory, "customers.csv");
  const columns = ["x BIGINT", "recency BIGINT", "age BIGINT", "alive DOUBLE", "purchases DOUBLE", "base DOUBLE", "own DOUBLE"];
  const shape = columns.map((one) => one.split(" ").map(quoteText).join(": ")).join(", ");
  // A text that begins like a formula would be one in a spreadsheet.
  const name = `CASE WHEN regexp_matches(CAST(customer AS VARCHAR), '^\\s*[=+@\\t\\r-]') THEN '''' ELSE '' END || CAST(customer AS VARCHAR)`;
  const mean = spend?.mean ?? null;
  await session.query(
    `COPY (
       SELECT ${name} AS customer, x AS frequency, recency / ${days} AS recency, age / ${days} AS "T", alive AS p_alive, purchases AS expected_purchases,
         purchases * CASE WHEN spend IS NULL THEN ${mean === null ? "NULL" : `${mean}::DOUBLE`} ELSE base + own * spend END AS expected_value
       FROM client JOIN read_csv(${quoteText(told)}, auto_detect = false, header = false, columns = {${shape}}) USING (x, recency, age)
       ORDER BY client.customer
     ) TO ${quoteText(out)} (FORMAT csv, HEADER)`,
  );
  await writeFileAtomically(path, await readFile(out));
}
