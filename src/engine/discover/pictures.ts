import { addDays, addMonths } from "../../calendar/index.ts";
import type { Figures } from "../../discover/index.ts";
import { type Cohort, fewest, type Pictures } from "../../report/index.ts";
import type { Session } from "../../warehouse/index.ts";
import { dayLiteral } from "./count.ts";
import type { Lines } from "./lines.ts";
import { fifth } from "./rfm.ts";

/** Counts what the pictures of the story show, of the tables that `count` and `detailOf` made; what leaves the warehouse are sums. */
export async function picturesOf(session: Session, lines: Lines, figures: Figures): Promise<Pictures> {
  const { customers, withEmail, detail } = figures;
  return {
    reach: {
      customers,
      email: withEmail,
      phone: detail?.contacts.withPhone ?? null,
      consent: detail?.contacts.withConsent ?? null,
    },
    months: (detail?.months ?? []).map(({ month, transactions, registered }) => ({ month, transactions, registered })),
    lorenz: lines.hasMoney ? await lorenzOf(session, figures) : null,
    rfm: await rfmOf(session, lines),
    cohorts: await cohortsOf(session, figures),
  };
}

const steps = 20;

async function lorenzOf(session: Session, { active, activeRevenue, top }: Figures): Promise<Pictures["lorenz"]> {
  if (active < fewest * steps || activeRevenue === null || activeRevenue <= 0) return null;
  // The best customers are a step of their own, so that the curve goes through what is told of them.
  const ranks = new Set([...Array.from({ length: steps }, (_, step) => Math.round((active * (step + 1)) / steps)), active - top]);
  const { rows } = await session.query(
    `SELECT rank / count_all, CAST(upto AS DOUBLE) / CAST(whole AS DOUBLE)
     FROM (SELECT count(*) OVER () + 1 - place AS rank, count(*) OVER () AS count_all, sum(revenue) OVER () AS whole,
       sum(revenue) OVER (ORDER BY place DESC ROWS UNBOUNDED PRECEDING) AS upto FROM client)
     WHERE rank IN (${[...ranks].join(", ")}) ORDER BY rank`,
  );
  return [{ customers: 0, revenue: 0 }, ...rows.map(([share, revenue]) => ({ customers: Number(share), revenue: Number(revenue) }))];
}

async function rfmOf(session: Session, { hasMoney }: Lines): Promise<Pictures["rfm"]> {
  const { rows } = await session.query(
    `SELECT recency, frequency, count(*), CASE WHEN count(*) >= ${fewest} THEN CAST(sum(revenue) AS DOUBLE) END
     FROM (SELECT revenue, ${fifth("last")} AS recency, ${fifth("orders")} AS frequency FROM client) GROUP BY 1, 2 ORDER BY 1 DESC, 2`,
  );
  return rows.map(([recency, frequency, customers, revenue]) => ({
    recency: Number(recency),
    frequency: Number(frequency),
    customers: Number(customers),
    revenue: hasMoney && revenue !== null ? Number(revenue) : null,
  }));
}

const most = 12;

/** Months that are over when `asOf` ends; the newest cohort has one month after it. */
async function cohortsOf(session: Session, { asOf, detail }: Figures): Promise<readonly Cohort[]> {
  if (detail === null) return [];
  const end = `${addDays(asOf, 1).slice(0, 7)}-01`;
  // In the month in which the data begin everyone is new to them.
  const opened = addMonths(`${detail.from.slice(0, 7)}-01`, 1);
  // A shop that no longer gets new customers still had some.
  const newest = await session.query(`SELECT CAST(max(first) AS VARCHAR) FROM person WHERE first < ${dayLiteral(addMonths(end, -1))}`);
  const began = newest.rows[0]![0];
  if (began === null) return [];
  const last = addMonths(`${String(began).slice(0, 7)}-01`, 1);
  const start = addMonths(last, -most) > opened ? addMonths(last, -most) : opened;
  if (start >= last) return [];
  const { rows } = await session.query(
    `WITH began AS (SELECT customer, CAST(date_trunc('month', first) AS DATE) AS cohort FROM person WHERE first >= ${dayLiteral(start)} AND first < ${dayLiteral(last)}),
     was AS (SELECT DISTINCT cohort, customer, date_diff('month', cohort, CAST(date_trunc('month', day) AS DATE)) AS age
       FROM began JOIN visit USING (customer) WHERE day < ${dayLiteral(end)})
     SELECT strftime(cohort, '%Y-%m'), age, count(*) FROM was GROUP BY cohort, age ORDER BY 1, 2`,
  );
  const counts = new Map(rows.map(([month, age, customers]) => [`${String(month)} ${Number(age)}`, Number(customers)]));
  const cohorts: Cohort[] = [];
  for (let month = start; month < last; month = addMonths(month, 1)) {
    const name = month.slice(0, 7);
    const customers = counts.get(`${name} 0`) ?? 0;
    const back: number[] = [];
    if (customers >= fewest)
      for (let age = 1; age <= most && addMonths(month, age) < end; age++) back.push((counts.get(`${name} ${age}`) ?? 0) / customers);
    cohorts.push({ month: name, customers, back });
  }
  return cohorts.slice(
    Math.max(
      0,
      cohorts.findIndex(({ customers }) => customers > 0),
    ),
  );
}
