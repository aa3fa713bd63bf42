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
  const window = Math.max(1, Math.round(daysBetween(shiftDay(asOf, bounds.active, -1), asOf) / 30.44));
  const edge = (back: number) => dayLiteral(addMonths(asOf, -back));
  const looks = backs(length).map((back, look) => {
    const known = `day <= ${edge(back)}`;
    const inWindow = `${known} AND day > ${edge(back + window)}`;
    const after = `day > ${edge(back)} AND day <= ${edge(back - length)}`;
    return `max(day) FILTER (WHERE ${known}) AS last${look}, count(*) FILTER (WHERE ${inWindow}) AS orders${look},
      sum(revenue) FILTER (WHERE ${inWindow}) AS revenue${look}, count(*) FILTER (WHERE ${after}) AS returned${look},
      CAST(sum(revenue) FILTER (WHERE ${after}) AS DOUBLE) AS spent${look}`;
  });
  // All looks back in one reading of what everyone bought.
  await session.query(`CREATE OR REPLACE TEMP TABLE activity AS SELECT customer, ${looks.join(", ")} FROM visit GROUP BY customer`);
  const returns: Return[] = [];
  for (const [look, back] of backs(length).entries()) {
    const at = addMonths(asOf, -back);
    const counted = await numbers(
      session,
      `SELECT count(*) FILTER (WHERE away), count(*) FILTER (WHERE away AND returned), count(*) FILTER (WHERE away AND top),
         count(*) FILTER (WHERE away AND top AND returned), sum(spent ORDER BY customer) FILTER (WHERE away AND top AND returned),
         sum(spent * spent ORDER BY customer) FILTER (WHERE away AND top AND returned), sum(spent ORDER BY customer) FILTER (WHERE away AND returned),
         sum(spent * spent ORDER BY customer) FILTER (WHERE away AND returned)
       FROM (SELECT customer, last${look} <= ${dayLiteral(shiftDay(at, bounds.lapsed, -1))} AS away, returned${look} > 0 AS returned,
         spent${look} AS spent, row_number() OVER (ORDER BY revenue${look} DESC NULLS LAST, customer) <= ceil(${bounds.top} * count(*) OVER () - 1e-9) AS top
         FROM activity WHERE orders${look} > 0)`,
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
