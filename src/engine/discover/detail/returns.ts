import { addDays, addMonths, daysBetween, shiftDay } from "../../../calendar/index.ts";
import { type Return, targetPeriod } from "../../../discover/index.ts";
import { dayLiteral } from "../count.ts";
import { type Counting, numbers, partOf } from "./counting.ts";

/** Months between one look back and the next, and how many there are at most. */
const step = 3;
const most = 6;

/**
 * How customers who had lapsed came back in earlier stretches as long as the target's, or shorter ones where the data do not hold three of
 * those. Who is among the best is decided as of then, with what was known then: today's best would be those who did come back.
 */
export async function returnsOf({ session, lines, asOf, from, bounds }: Counting): Promise<readonly Return[]> {
  const { months } = targetPeriod(asOf);
  // Before that day nobody can have lapsed for a while yet.
  const earliest = addDays(shiftDay(from, bounds.lapsed), 30);
  const backs = (length: number) =>
    Array.from({ length: most }, (_, index) => length + step * index).filter((back) => addMonths(asOf, -back) >= earliest);
  const length = [months, 6, 3, 1].find((one) => one <= months && backs(one).length >= 3);
  if (length === undefined) return [];
  const oldest = Math.max(1, Math.ceil(daysBetween(from, asOf) / 28) + 2);
  const ends = Array.from({ length: oldest }, (_, back) => `(${back}, ${dayLiteral(addMonths(asOf, -back))})`).join(", ");
  // How many months back from `asOf` a day lies, counted from the day itself so that every look back falls on an edge.
  await session.query(
    `CREATE OR REPLACE TEMP TABLE activity AS
     WITH edge(back, day) AS (VALUES ${ends}),
       bucket AS (SELECT sold.day, max(back) AS back FROM (SELECT DISTINCT day FROM sale) sold JOIN edge ON sold.day <= edge.day GROUP BY 1)
     SELECT customer, back, max(day) AS last, CAST(sum(revenue) AS DECIMAL(38, 6)) AS revenue FROM visit JOIN bucket USING (day) GROUP BY 1, 2`,
  );
  const window = Math.max(1, Math.round(daysBetween(shiftDay(asOf, bounds.active, -1), asOf) / 30.44));
  const returns: Return[] = [];
  for (const back of backs(length)) {
    const at = addMonths(asOf, -back);
    const counted = await numbers(
      session,
      `SELECT count(*) FILTER (WHERE away), count(*) FILTER (WHERE away AND returned), count(*) FILTER (WHERE away AND top),
         count(*) FILTER (WHERE away AND top AND returned), sum(spent ORDER BY customer) FILTER (WHERE away AND top AND returned),
         sum(spent * spent ORDER BY customer) FILTER (WHERE away AND top AND returned), sum(spent ORDER BY customer) FILTER (WHERE away AND returned),
         sum(spent * spent ORDER BY customer) FILTER (WHERE away AND returned)
       FROM (SELECT customer, last <= ${dayLiteral(shiftDay(at, bounds.lapsed, -1))} AS away, spent, returned,
         row_number() OVER (ORDER BY revenue DESC NULLS LAST, customer) <= ceil(${bounds.top} * count(*) OVER () - 1e-9) AS top
         FROM (SELECT customer, max(last) FILTER (WHERE back >= ${back}) AS last, sum(revenue) FILTER (WHERE back >= ${back} AND back < ${back + window}) AS revenue,
           bool_or(back < ${back} AND back >= ${back - length}) AS returned, CAST(sum(revenue) FILTER (WHERE back < ${back} AND back >= ${back - length}) AS DOUBLE) AS spent,
           bool_or(back >= ${back} AND back < ${back + window}) AS active FROM activity GROUP BY customer)
         WHERE active)`,
    );
    const money = (place: number) => (lines.hasMoney ? (counted[place] ?? 0) : null);
    returns.push({
      at,
      months: length,
      lapsed: partOf(counted[0], counted[1]),
      top: partOf(counted[2], counted[3]),
      spentByTop: money(4),
      spentByTopSquares: money(5),
      spent: money(6),
      spentSquares: money(7),
    });
  }
  return returns;
}
