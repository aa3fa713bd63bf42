import type { Group } from "../../../discover/index.ts";
import type { Counting } from "./counting.ts";
import type { Extra } from "../lines.ts";

const most = 50;

/** The largest groups by a column: what they sell in the window, and how many customers began with them, and of those bought again. */
export async function groupsOf({ session, lines, inWindow }: Counting, extra: Extra): Promise<readonly Group[]> {
  const id = lines.roles.order === undefined ? `customer || chr(1) || CAST(day AS VARCHAR)` : `"order"`;
  const first =
    lines.roles.order === undefined
      ? `line.customer = person.customer AND line.day = person.first`
      : `line."order" = person.opened AND line.customer = person.customer`;
  const { rows } = await session.query(
    `WITH sold AS (SELECT ${extra} AS name, count(DISTINCT ${id}) AS transactions, CAST(sum(amount) AS DOUBLE) AS revenue
       FROM line WHERE reason IS NULL AND ${extra} IS NOT NULL AND ${inWindow} GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${most}),
     began AS (SELECT ${extra} AS name, count(DISTINCT line.customer) AS customers, count(DISTINCT line.customer) FILTER (WHERE person.second IS NOT NULL) AS again
       FROM line JOIN person ON ${first} WHERE reason IS NULL AND ${extra} IN (SELECT name FROM sold) GROUP BY 1)
     SELECT name, transactions, revenue, coalesce(customers, 0), coalesce(again, 0) FROM sold LEFT JOIN began USING (name) ORDER BY 2 DESC, 1`,
  );
  return rows.map(([name, transactions, revenue, customers, again]) => ({
    name: String(name),
    transactions: Number(transactions),
    revenue: lines.hasMoney ? Number(revenue ?? 0) : null,
    n: Number(customers),
    part: Number(again),
  }));
}
