import { isDay } from "../../calendar/index.ts";
import type { DayMark } from "../../metric/index.ts";
import { quoteIdentifier } from "../../sql/index.ts";
import type { Session } from "../../warehouse/index.ts";

/** Data over more days than this have no marks: reading those would take longer than they save. */
const mostDays = 20_000;

/** What lies on each day of a table or relation with `"$day"` and `"$row"`, in order; null without time, or with too many days. */
export async function daysOf(session: Session, relation: string, columns: readonly string[], hasTime: boolean): Promise<DayMark[] | null> {
  if (!hasTime) return null;
  const values = [...columns, "$day"].map(quoteIdentifier).join(", ");
  const folded = (hashes: string) => `CAST(sum(${hashes}) % 18446744073709551616 AS VARCHAR)`;
  const { rows } = await session.query(
    `SELECT "$day", count(*), ${folded("content")}, ${folded('hash(content, "$row")')}
     FROM (SELECT "$day", "$row", hash(${values}) AS content FROM ${relation} WHERE "$day" IS NOT NULL)
     GROUP BY 1 ORDER BY 1 LIMIT ${mostDays + 1}`,
  );
  // Days beyond the calendar are not told apart.
  const ends = [rows[0], rows.at(-1)].flatMap((row) => (row ? [String(row[0])] : []));
  if (rows.length > mostDays || !ends.every(isDay)) return null;
  return rows.map(([day, count, content, ordered]) => [String(day), Number(count), String(content), String(ordered)]);
}

/** The marks of two sets of rows together. */
export function bothDays(left: readonly DayMark[] | null, right: readonly DayMark[] | null): readonly DayMark[] | null {
  if (left === null || right === null) return null;
  const days = new Map(left.map((mark) => [mark[0], mark]));
  for (const mark of right) {
    const [day, rows, content, ordered] = mark;
    const other = days.get(day);
    days.set(day, other ? [day, other[1] + rows, added(other[2], content), added(other[3], ordered)] : mark);
  }
  if (days.size > mostDays) return null;
  return [...days.values()].sort(([a], [b]) => (a < b ? -1 : 1));
}

function added(a: string, b: string): string {
  return String(BigInt.asUintN(64, BigInt(a) + BigInt(b)));
}
