import { addDays, addMonths } from "../../../calendar/index.ts";
import type { Month } from "../../../discover/index.ts";
import { dayLiteral } from "../count.ts";
import type { Counting } from "./counting.ts";

const most = 36;

/** The whole months before the end of `asOf`; one that began before the data did is not whole. */
export async function monthsOf({ session, lines, asOf, from }: Counting): Promise<readonly Month[]> {
  const end = addMonths(`${addDays(asOf, 1).slice(0, 7)}-01`, 0);
  const opened = from.slice(8) <= "03" ? `${from.slice(0, 7)}-01` : addMonths(`${from.slice(0, 7)}-01`, 1);
  const start = addMonths(end, -most) > opened ? addMonths(end, -most) : opened;
  if (start >= end) return [];
  const inside = (column: string) => `${column} >= ${dayLiteral(start)} AND ${column} < ${dayLiteral(end)}`;
  const hasDeliveries = lines.main.roles.has("delivered") && lines.main.roles.has("promised") && lines.roles.order !== undefined;
  // A customer is counted at the first of her transactions in a month.
  const { rows } = await session.query(
    `WITH month AS (SELECT CAST(unnest(generate_series(${dayLiteral(start)}, ${dayLiteral(addDays(end, -1))}, INTERVAL 1 MONTH)) AS DATE) AS month),
     sold AS (SELECT CAST(date_trunc('month', day) AS DATE) AS month, count(*) AS transactions, count(customer) AS registered,
       CAST(sum(revenue) AS DOUBLE) AS revenue, CAST(sum(units) AS DOUBLE) AS units, count(customer) FILTER (WHERE gap IS NULL OR day - gap < date_trunc('month', day)) AS customers
       FROM sale WHERE ${inside("day")} GROUP BY 1),
     began AS (SELECT CAST(date_trunc('month', first) AS DATE) AS month, count(*) AS newcomers,
       count(*) FILTER (WHERE first <= ${dayLiteral(addDays(asOf, -90))}) AS mature,
       count(*) FILTER (WHERE first <= ${dayLiteral(addDays(asOf, -90))} AND second <= first + 90) AS again
       FROM person WHERE ${inside("first")} GROUP BY 1),
     lost AS (SELECT CAST(date_trunc('month', day) AS DATE) AS month, CAST(sum(abs(amount)) AS DOUBLE) AS refunds
       FROM line WHERE (cancelled OR amount < 0) AND ${inside("day")} GROUP BY 1),
     late AS (${hasDeliveries ? `SELECT CAST(date_trunc('month', day) AS DATE) AS month, count(*) AS deliveries, count(*) FILTER (WHERE late) AS late FROM delivery WHERE ${inside("day")} GROUP BY 1` : `SELECT NULL::DATE AS month, 0 AS deliveries, 0 AS late`})
     SELECT strftime(month, '%Y-%m'), coalesce(transactions, 0), coalesce(registered, 0), coalesce(revenue, 0), coalesce(units, 0), coalesce(refunds, 0),
       coalesce(customers, 0), coalesce(newcomers, 0), coalesce(mature, 0), coalesce(again, 0), coalesce(deliveries, 0), coalesce(late, 0)
     FROM month LEFT JOIN sold USING (month) LEFT JOIN began USING (month) LEFT JOIN lost USING (month) LEFT JOIN late USING (month) ORDER BY 1`,
  );
  return rows.map((row) => {
    const number = (place: number) => Number(row[place]);
    const isMature = addDays(addMonths(`${String(row[0])}-01`, 1), 89) <= asOf;
    return {
      month: String(row[0]),
      transactions: number(1),
      registered: number(2),
      revenue: lines.hasMoney ? number(3) : null,
      units: lines.hasUnits ? number(4) : null,
      refunds: lines.hasMoney ? number(5) : null,
      customers: number(6),
      newcomers: number(7),
      again: isMature ? { n: number(8), part: number(9) } : { n: 0, part: 0 },
      deliveries: { n: number(10), part: number(11) },
    };
  });
}
