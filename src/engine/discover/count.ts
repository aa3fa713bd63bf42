import { type Day, type Duration, shiftDay } from "../../calendar/index.ts";
import type { Figures } from "../../discover/index.ts";
import { quoteText } from "../../sql/index.ts";
import type { Session } from "../../warehouse/index.ts";
import type { Lines } from "./lines.ts";

export interface Bounds {
  readonly active: Duration;
  readonly lapsed: Duration;
  /** the share of active customers that are the best */
  readonly top: number;
}

/**
 * Counts `line` as it stood at the end of `asOf`. Makes the temporary tables `sale` (a row for each transaction and customer) and `client` (a row
 * for each active customer), in place of those of an earlier count.
 */
export async function count(session: Session, lines: Lines, asOf: Day, bounds: Bounds): Promise<Figures> {
  const day = (value: Day) => `DATE ${quoteText(value)}`;
  const end = day(asOf);
  const opening = day(shiftDay(asOf, bounds.active, -1));
  const inWindow = `day > ${opening} AND day <= ${end}`;
  // Without an order's number, what a customer buys in a day is one transaction; of someone unknown each line is.
  await session.query(
    `CREATE OR REPLACE TEMP TABLE sale AS
     SELECT coalesce("order", CASE WHEN customer IS NULL THEN chr(1) || rowid ELSE chr(1) || customer || chr(1) || CAST(day AS VARCHAR) END) AS id,
       customer, min(day) AS day, sum(amount) AS revenue, sum(quantity) AS units
     FROM line WHERE reason IS NULL AND day <= ${end} GROUP BY 1, 2`,
  );
  await session.query(
    `CREATE OR REPLACE TEMP TABLE client AS
     SELECT *, last <= ${day(shiftDay(asOf, bounds.lapsed, -1))} AS lapsed, row_number() OVER (ORDER BY revenue DESC NULLS LAST, customer) AS place,
       row_number() OVER (ORDER BY revenue DESC NULLS LAST, customer) <= ceil(${bounds.top} * count(*) OVER () - 1e-9) AS top
     FROM (SELECT customer, min(day) AS first, max(day) AS last, count(*) FILTER (WHERE ${inWindow}) AS orders,
       sum(revenue) FILTER (WHERE ${inWindow}) AS revenue FROM sale WHERE customer IS NOT NULL GROUP BY customer)
     WHERE orders > 0`,
  );
  const one = async (text: string) => (await session.query(text)).rows[0]!.map((value) => (value === null ? null : Number(value)));
  const [transactions, registered, revenue, registeredRevenue, windowTransactions, windowRevenue, windowUnits] = await one(
    `SELECT count(DISTINCT id), count(DISTINCT id) FILTER (WHERE customer IS NOT NULL), CAST(sum(revenue) AS DOUBLE),
       CAST(coalesce(sum(revenue) FILTER (WHERE customer IS NOT NULL), 0) AS DOUBLE), count(DISTINCT id) FILTER (WHERE ${inWindow}),
       CAST(sum(revenue) FILTER (WHERE ${inWindow}) AS DOUBLE), CAST(sum(units) FILTER (WHERE ${inWindow}) AS DOUBLE) FROM sale`,
  );
  const [active, activeRevenue, activeTransactions, frequencyMedian, oneTime, top, topRevenue, topLapsed, lapsed, lapsedRevenue, gini] =
    await one(
      `SELECT count(*), CAST(sum(revenue) AS DOUBLE), coalesce(sum(orders), 0), median(orders), count(*) FILTER (WHERE orders = 1), count(*) FILTER (WHERE top),
       CAST(sum(revenue) FILTER (WHERE top) AS DOUBLE), count(*) FILTER (WHERE top AND lapsed), count(*) FILTER (WHERE lapsed),
       CAST(coalesce(sum(revenue) FILTER (WHERE lapsed), 0) AS DOUBLE),
       CAST(sum((count_all + 1 - 2 * place) * revenue) AS DOUBLE) / nullif(count(*) * CAST(sum(revenue) AS DOUBLE), 0)
     FROM (SELECT *, count(*) OVER () AS count_all FROM client)`,
    );
  const [gaps, gapMedian, gapP90] = await one(
    `SELECT count(gap), quantile_cont(gap, 0.5), quantile_cont(gap, 0.9)
     FROM (SELECT day - lag(day) OVER (PARTITION BY customer ORDER BY day, id) AS gap FROM sale WHERE customer IS NOT NULL AND ${inWindow})`,
  );
  const [newRevenue] = await one(
    `SELECT CAST(coalesce(sum(revenue) FILTER (WHERE nth = 1 AND ${inWindow}), 0) AS DOUBLE)
     FROM (SELECT *, row_number() OVER (PARTITION BY customer ORDER BY day, id) AS nth FROM sale WHERE customer IS NOT NULL)`,
  );
  const [refunds] = await one(
    `SELECT CAST(coalesce(sum(abs(amount)), 0) AS DOUBLE) FROM line WHERE (cancelled OR amount < 0) AND ${inWindow}`,
  );
  const [customers, withEmail] = await one(`SELECT count(*), count(email) FROM profile`);
  const money = (value: number | null | undefined) => (lines.hasMoney ? (value ?? 0) : null);
  return {
    asOf,
    transactions: transactions!,
    registered: registered!,
    revenue: money(revenue),
    registeredRevenue: money(registeredRevenue),
    customers: customers!,
    withEmail: lines.hasEmail ? withEmail! : null,
    active: active!,
    activeRevenue: money(activeRevenue),
    activeTransactions: activeTransactions!,
    frequencyMedian: frequencyMedian ?? null,
    oneTime: oneTime!,
    windowTransactions: windowTransactions!,
    windowRevenue: money(windowRevenue),
    windowUnits: lines.hasUnits ? (windowUnits ?? 0) : null,
    gaps: gaps!,
    gapMedian: gapMedian ?? null,
    gapP90: gapP90 ?? null,
    top: top!,
    topRevenue: money(topRevenue),
    topLapsed: topLapsed!,
    gini: lines.hasMoney ? (gini ?? null) : null,
    lapsed: lapsed!,
    lapsedRevenue: money(lapsedRevenue),
    newRevenue: money(newRevenue),
    refunds: money(refunds),
  };
}
