import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { resolve } from "node:path";
import type { Figures } from "../../discover/index.ts";
import { HelderError, type Language } from "../../framework/index.ts";
import { type CustomersForecast, forecastCustomers } from "../../statistics/index.ts";
import { quoteText } from "../../sql/index.ts";
import type { Session } from "../../warehouse/index.ts";
import { writeFileAtomically } from "../../workspace/index.ts";
import type { Lines } from "./lines.ts";

/** The columns of the export, in order, with what each means. */
const columns: readonly { readonly name: string; readonly format?: string; readonly sentences: Readonly<Record<Language, string>> }[] = [
  { name: "customer", sentences: { nl: "nummer van de klant", en: "the customer's number" } },
  { name: "email", sentences: { nl: "e-mailadres", en: "e-mail address" } },
  { name: "first_order", format: "yyyy-mm-dd", sentences: { nl: "dag van de eerste aankoop", en: "day of the first purchase" } },
  { name: "last_order", format: "yyyy-mm-dd", sentences: { nl: "dag van de laatste aankoop", en: "day of the last purchase" } },
  { name: "orders", format: "0", sentences: { nl: "aankopen in de periode", en: "purchases in the period" } },
  { name: "revenue", format: "#,##0.00", sentences: { nl: "besteed in de periode", en: "spent in the period" } },
  { name: "recency_days", format: "0", sentences: { nl: "dagen sinds de laatste aankoop", en: "days since the last purchase" } },
  {
    name: "rfm",
    sentences: {
      nl: "drie cijfers van 1 tot 5 voor recent, vaak en veel kopen; 5 is het best",
      en: "three digits from 1 to 5 for buying recently, often and much; 5 is best",
    },
  },
  {
    name: "p_alive",
    format: "0.0%",
    sentences: { nl: "kans dat dit nog een klant is (BG/NBD)", en: "chance that this still is a customer (BG/NBD)" },
  },
  {
    name: "expected_value",
    format: "#,##0.00",
    sentences: { nl: "verwachte omzet in de komende 52 weken", en: "revenue to be expected in the next 52 weeks" },
  },
  { name: "top", sentences: { nl: "hoort bij de beste klanten", en: "is one of the best customers" } },
  { name: "lapsed", sentences: { nl: "bleef weg", en: "stayed away" } },
];

type Cell = string | number | boolean | Date | null;

/** Writes a line for each active customer, the best first; answers how many. Throws HelderError `bad-option`, `not-writable`. */
export async function writeExport(session: Session, lines: Lines, figures: Figures, file: string, language: Language): Promise<number> {
  if (!/\.(?:xlsx|csv)$/i.test(file))
    throw new HelderError("bad-option", { option: "--export", value: file, hint: "customers.xlsx | customers.csv" });
  const forecast = await forecastOf(session, lines, figures);
  const rows = await rowsOf(session, figures);
  const full = rows.map(({ cells, x, recency, age, mean }): Cell[] => {
    const [alive, value] = forecast?.(x, recency, age, mean) ?? [null, null];
    return [...cells.slice(0, 8), alive, value, ...cells.slice(8)];
  });
  const path = resolve(file);
  try {
    if (/\.csv$/i.test(file)) await writeFileAtomically(path, csvOf(full));
    else await writeWorkbook(path, full, language);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === undefined) throw cause;
    throw new HelderError("not-writable", { path: file, reason: code }, { cause });
  }
  return full.length;
}

interface Row {
  readonly cells: readonly Cell[];
  /** the history that the model knows: repeat days, weeks to the last one, weeks to the end, mean value of a repeat day */
  readonly x: number;
  readonly recency: number;
  readonly age: number;
  readonly mean: number | null;
}

/** What customers did by day, as the models of repeat buying see it. */
const histories = `SELECT customer, count(*) - 1 AS x, (max(day) - min(day)) / 7.0 AS recency, min(day) AS start,
   CASE WHEN count(*) > 1 THEN (CAST(sum(revenue) AS DOUBLE) - CAST(arg_min(revenue, day) AS DOUBLE)) / (count(*) - 1) END AS mean
   FROM (SELECT customer, day, sum(revenue) AS revenue FROM sale WHERE customer IS NOT NULL GROUP BY customer, day) GROUP BY customer`;

async function rowsOf(session: Session, { asOf }: Figures): Promise<Row[]> {
  const fifth = (order: string) =>
    `1 + floor((2 * rank() OVER (ORDER BY ${order}) + count(*) OVER (PARTITION BY ${order}) - 2) * 5 / (2 * count(*) OVER ()))`;
  const { rows } = await session.query(
    `SELECT client.customer, email, CAST(first AS VARCHAR), CAST(last AS VARCHAR), orders, CAST(client.revenue AS DOUBLE), DATE ${quoteText(asOf)} - last,
       CAST(CAST(${fifth("last")} AS INTEGER) AS VARCHAR) || CAST(${fifth("orders")} AS INTEGER) || CAST(${fifth("client.revenue")} AS INTEGER),
       top, lapsed, x, CAST(recency AS DOUBLE), CAST((DATE ${quoteText(asOf)} - start) / 7.0 AS DOUBLE), mean
     FROM client LEFT JOIN profile USING (customer) JOIN (${histories}) history USING (customer) ORDER BY place`,
  );
  const number = (value: unknown) => (value === null ? null : Number(value));
  const date = (value: unknown) => new Date(`${String(value)}T00:00:00Z`);
  return rows.map((row) => ({
    cells: [
      String(row[0]),
      row[1] === null ? null : String(row[1]),
      date(row[2]),
      date(row[3]),
      number(row[4]),
      number(row[5]),
      number(row[6]),
      row[7] === null ? null : String(row[7]),
      row[8] === true,
      row[9] === true,
    ],
    x: Number(row[10]),
    recency: Number(row[11]),
    age: Number(row[12]),
    mean: number(row[13]),
  }));
}

type Teller = (x: number, recency: number, age: number, mean: number | null) => readonly [number, number | null];

/** What a model of repeat buying says of a history; null where nobody came back, so that there is nothing to fit. */
async function forecastOf(session: Session, { hasMoney }: Lines, { asOf }: Figures): Promise<Teller | null> {
  const { rows } = await session.query(
    `SELECT x, CAST(recency AS DOUBLE), CAST((DATE ${quoteText(asOf)} - start) / 7.0 AS DOUBLE) AS age, count(*), count(mean), coalesce(sum(mean), 0)
     FROM (${histories}) GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
  );
  const column = (place: number) => Float64Array.from(rows, (row) => Number(row[place]));
  const spends = hasMoney
    ? (await session.query(`SELECT x, mean, count(*) FROM (${histories}) WHERE mean > 0 GROUP BY 1, 2 ORDER BY 1, 2`)).rows
    : [];
  const spendColumn = (place: number) => Float64Array.from(spends, (row) => Number(row[place]));
  let fitted: CustomersForecast;
  try {
    fitted = forecastCustomers(
      {
        histories: { x: column(0), recency: column(1), age: column(2), customers: column(3) },
        spend:
          spends.length === 0
            ? null
            : { spends: { x: spendColumn(0), mean: spendColumn(1), customers: spendColumn(2) }, known: column(4), sum: column(5) },
        later: null,
      },
      "bg-nbd",
      52,
    );
  } catch (error) {
    if (error instanceof HelderError && error.code === "bad-input") return null;
    throw error;
  }
  const at = new Map(rows.map((row, index) => [`${Number(row[0])} ${Number(row[1])} ${Number(row[2])}`, index]));
  return (x, recency, age, mean) => {
    const index = at.get(`${x} ${recency} ${age}`)!;
    const { spend } = fitted;
    const { base, own } = spend?.weights(x) ?? { base: 0, own: 0 };
    const each = spend === null ? null : mean === null ? spend.mean : base + own * mean;
    const value = each === null ? null : fitted.purchases[index]! * each;
    return [fitted.alive[index]!, value !== null && Number.isFinite(value) ? Math.max(0, value) : null];
  };
}

/** A text that begins like a formula would be one in a spreadsheet. */
function harmless(cell: Cell): Cell {
  return typeof cell === "string" && /^\s*[=+@\t\r-]/.test(cell) ? `'${cell}` : cell;
}

function csvOf(rows: readonly (readonly Cell[])[]): string {
  const text = (cell: Cell): string => {
    const plain = harmless(cell);
    if (plain === null) return "";
    if (plain instanceof Date) return plain.toISOString().slice(0, 10);
    const shown = String(plain);
    return /[",\r\n]/.test(shown) ? `"${shown.replaceAll('"', '""')}"` : shown;
  };
  return [columns.map(({ name }) => name), ...rows].map((row) => `${row.map(text).join(",")}\n`).join("");
}

async function writeWorkbook(path: string, rows: readonly (readonly Cell[])[], language: Language): Promise<void> {
  const stream = createWriteStream(path);
  const failed = new Promise<never>((_, reject) => stream.on("error", reject));
  const write = async () => {
    // Loading it takes longer than most commands do.
    const { default: ExcelJS } = await import("exceljs");
    const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
    const sheet = book.addWorksheet(language === "nl" ? "Klanten" : "Customers", { views: [{ state: "frozen", ySplit: 1 }] });
    sheet.columns = columns.map(({ name, format }) => ({
      header: name,
      key: name,
      width: 16,
      ...(format ? { style: { numFmt: format } } : {}),
    }));
    sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } };
    sheet.getRow(1).font = { bold: true };
    sheet.getRow(1).commit();
    for (const row of rows) sheet.addRow(row.map(harmless)).commit();
    sheet.commit();
    const definitions = book.addWorksheet(language === "nl" ? "Uitleg" : "Definitions");
    for (const { name, sentences } of columns) definitions.addRow([name, sentences[language]]).commit();
    definitions.commit();
    await book.commit();
  };
  try {
    await Promise.race([write(), failed]);
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}
