import type { Figures } from "../../discover/index.ts";
import { HelderError, type Language } from "../../framework/index.ts";
import { type CustomersForecast, forecastCustomers } from "../../statistics/index.ts";
import { quoteText } from "../../sql/index.ts";
import type { Session } from "../../warehouse/index.ts";
import type { Lines } from "./lines.ts";
import { fifth } from "./rfm.ts";
import { type Cell, refuseOtherFiles, type SheetColumn, writeSheet } from "./sheet.ts";

/** The columns of the export, in order, with what each means. */
const columns: readonly SheetColumn[] = [
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

/**
 * Writes a line for each active customer, the best first, without the columns in `hidden`; answers how many. Throws HelderError `bad-option`,
 * `not-writable`.
 */
export async function writeExport(
  session: Session,
  lines: Lines,
  figures: Figures,
  file: string,
  hidden: ReadonlySet<string>,
  language: Language,
): Promise<number> {
  refuseOtherFiles("--export", file);
  const forecast = await forecastOf(session, lines, figures);
  const rows = await rowsOf(session, figures);
  const full = rows.map(({ cells, x, recency, age, mean }): Cell[] => {
    const [alive, value] = forecast?.(x, recency, age, mean) ?? [null, null];
    return [...cells.slice(0, 8), alive, value, ...cells.slice(8)];
  });
  const shown = columns.flatMap(({ name }, index) => (hidden.has(name) ? [] : [index]));
  await writeSheet(
    file,
    shown.map((index) => columns[index]!),
    shown.length === columns.length ? full : full.map((row) => shown.map((index) => row[index]!)),
    language,
  );
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
  const { rows } = await session.query(
    `SELECT profile.name, email, CAST(first AS VARCHAR), CAST(last AS VARCHAR), orders, CAST(client.revenue AS DOUBLE), DATE ${quoteText(asOf)} - last,
       CAST(${fifth("last")} AS VARCHAR) || ${fifth("orders")} || ${fifth("client.revenue")},
       top, lapsed, x, CAST(recency AS DOUBLE), CAST((DATE ${quoteText(asOf)} - start) / 7.0 AS DOUBLE), mean
     FROM client JOIN profile USING (customer) JOIN (${histories}) history USING (customer) ORDER BY place`,
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
