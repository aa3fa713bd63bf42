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

/** What counts where nobody says otherwise. */
export const usualBounds: Bounds = { active: { count: 3, unit: "year" }, lapsed: { count: 12, unit: "month" }, top: 0.1 };

/**
 * Counts the transactions that began until the end of `asOf`. Makes the views `sale` (of `purchase`) and `visit` (of those the ones of known
 * customers) and the temporary table `client` (a row for each active customer), in place of those of an earlier count.
 */
export async function count(session: Session, lines: Lines, asOf: Day, bounds: Bounds): Promise<Figures> {
  const end = dayLiteral(asOf);
  const opening = dayLiteral(shiftDay(asOf, bounds.active, -1));
  const inWindow = `day > ${opening} AND day <= ${end}`;
  await makeTables(session, { asOf, opening, inWindow, lapsed: shiftDay(asOf, bounds.lapsed, -1), top: bounds.top });
  const distinct = lines.isShared ? "count(DISTINCT id)" : "count(*)";
  const one = async (text: string) => (await session.query(text)).rows[0]!.map((value) => (value === null ? null : Number(value)));
  const [transactions, registered, revenue, registeredRevenue, windowTransactions, windowRevenue, windowUnits, orderValueMedian] =
    await one(
      `SELECT ${distinct}, ${distinct} FILTER (WHERE customer IS NOT NULL), CAST(sum(revenue) AS DOUBLE),
       CAST(coalesce(sum(revenue) FILTER (WHERE customer IS NOT NULL), 0) AS DOUBLE), ${distinct} FILTER (WHERE ${inWindow}),
       CAST(sum(revenue) FILTER (WHERE ${inWindow}) AS DOUBLE), CAST(sum(units) FILTER (WHERE ${inWindow}) AS DOUBLE),
       CAST(median(revenue) FILTER (WHERE ${inWindow}) AS DOUBLE) FROM sale`,
    );
  const [
    active,
    activeRevenue,
    activeTransactions,
    frequencyMedian,
    oneTime,
    top,
    topRevenue,
    topLapsed,
    topLapsedRevenue,
    topLapsedTransactions,
    lapsed,
    lapsedRevenue,
    gini,
    spendMedian,
    largestRevenue,
    halfCustomers,
  ] = await one(
    `SELECT count(*), CAST(sum(revenue) AS DOUBLE), coalesce(sum(orders), 0), median(orders), count(*) FILTER (WHERE orders = 1), count(*) FILTER (WHERE top),
       CAST(sum(revenue) FILTER (WHERE top) AS DOUBLE), count(*) FILTER (WHERE top AND lapsed),
       CAST(coalesce(sum(revenue) FILTER (WHERE top AND lapsed), 0) AS DOUBLE), coalesce(sum(orders) FILTER (WHERE top AND lapsed), 0),
       count(*) FILTER (WHERE lapsed), CAST(coalesce(sum(revenue) FILTER (WHERE lapsed), 0) AS DOUBLE),
       CAST(sum((count_all + 1 - 2 * place) * revenue) AS DOUBLE) / nullif(count(*) * CAST(sum(revenue) AS DOUBLE), 0),
       CAST(median(revenue) AS DOUBLE), CAST(max(revenue) AS DOUBLE), 1 + count(*) FILTER (WHERE 2 * upto < whole)
     FROM (SELECT *, count(*) OVER () AS count_all, sum(revenue) OVER () AS whole, sum(revenue) OVER (ORDER BY place ROWS UNBOUNDED PRECEDING) AS upto
       FROM client)`,
  );
  const [gaps, gapMedian, gapP90, newRevenue, newTransactions] = await one(
    `SELECT count(gap), quantile_cont(gap, 0.5), quantile_cont(gap, 0.9), CAST(coalesce(sum(revenue) FILTER (WHERE nth = 1), 0) AS DOUBLE),
       count(*) FILTER (WHERE nth = 1)
     FROM (SELECT revenue, nth, CASE WHEN day - gap > ${opening} THEN gap END AS gap FROM visit WHERE ${inWindow})`,
  );
  const [atRisk, atRiskRevenue] = await one(
    `SELECT count(*), CAST(coalesce(sum(revenue), 0) AS DOUBLE) FROM client WHERE ${atRiskCondition(end, gapP90 ?? null)}`,
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
    topLapsedRevenue: money(topLapsedRevenue),
    topLapsedTransactions: topLapsedTransactions!,
    gini: lines.hasMoney ? (gini ?? null) : null,
    lapsed: lapsed!,
    lapsedRevenue: money(lapsedRevenue),
    newRevenue: money(newRevenue),
    newTransactions: newTransactions!,
    refunds: money(refunds),
    spendMedian: active === 0 ? null : money(spendMedian),
    orderValueMedian: money(orderValueMedian),
    largestRevenue: active === 0 ? null : money(largestRevenue),
    halfCustomers: lines.hasMoney && active! > 0 ? halfCustomers! : null,
    atRisk: atRisk!,
    atRiskRevenue: money(atRiskRevenue),
    detail: null,
  };
}

interface Window {
  readonly asOf: Day;
  /** SQL: the day before the window, and whether a day lies in it */
  readonly opening: string;
  readonly inWindow: string;
  readonly lapsed: Day;
  readonly top: number;
}

async function makeTables(session: Session, { asOf, inWindow, lapsed, top }: Window): Promise<void> {
  // What came before a day is numbered alike, whatever came after it.
  await session.query(`CREATE OR REPLACE TEMP VIEW sale AS SELECT * FROM purchase WHERE day <= ${dayLiteral(asOf)}`);
  await session.query(`CREATE OR REPLACE TEMP VIEW visit AS SELECT * FROM sale WHERE customer IS NOT NULL`);
  await session.query(
    `CREATE OR REPLACE TEMP TABLE client AS
     SELECT *, last <= ${dayLiteral(lapsed)} AS lapsed, place <= ceil(${top} * count(*) OVER () - 1e-9) AS top
     FROM (SELECT *, row_number() OVER (ORDER BY revenue DESC NULLS LAST, customer) AS place
       FROM (SELECT customer, min(day) AS first, max(day) AS last, count(*) FILTER (WHERE ${inWindow}) AS orders,
         sum(revenue) FILTER (WHERE ${inWindow}) AS revenue FROM sale WHERE customer IS NOT NULL GROUP BY customer)
       WHERE orders > 0)`,
  );
}

/** Of `client`: who bought more than once and is silent for longer than nine of ten gaps between purchases. */
export function atRiskCondition(end: string, gapP90: number | null): string {
  return gapP90 === null ? "false" : `orders > 1 AND NOT lapsed AND ${end} - last > ${gapP90}`;
}

export function dayLiteral(day: Day): string {
  return `DATE ${quoteText(day)}`;
}
