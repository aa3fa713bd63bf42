import { addDays, addMonths, shiftDay } from "../../calendar/index.ts";
import type { Detail, Figures } from "../../discover/index.ts";
import type { Session } from "../../warehouse/index.ts";
import { type Bounds, dayLiteral } from "./count.ts";
import { type Counting, numbers, partOf } from "./detail/counting.ts";
import { groupsOf } from "./detail/groups.ts";
import { monthsOf } from "./detail/months.ts";
import { returnsOf } from "./detail/returns.ts";
import { serviceOf } from "./detail/service.ts";
import type { Extra, Lines } from "./lines.ts";
import type { Source } from "./sources.ts";

/** Counts what facts and opportunities need besides the main figures, of the tables that `count` made. */
export async function detailOf(
  session: Session,
  lines: Lines,
  sources: readonly Source[],
  figures: Figures,
  bounds: Bounds,
): Promise<Detail | null> {
  const { asOf } = figures;
  const first = (await session.query(`SELECT CAST(min(day) AS VARCHAR) FROM sale`)).rows[0]![0];
  if (first === null) return null;
  const from = String(first);
  const inWindow = `day > ${dayLiteral(shiftDay(asOf, bounds.active, -1))} AND day <= ${dayLiteral(asOf)}`;
  const counting: Counting = { session, lines, sources, asOf, bounds, from, inWindow };
  const service = await serviceOf(counting);
  const months = await monthsOf(counting);
  const group = (name: Extra) => (lines.extras.has(name) ? groupsOf(counting, name) : null);
  return {
    from,
    contacts: await contactsOf(counting),
    years: await yearsOf(counting),
    repeats: await repeatsOf(counting),
    months,
    weekdays: await weekdaysOf(counting),
    products: await group("product"),
    channels: await group("channel"),
    countries: await group("country"),
    baskets: await basketsOf(counting),
    discounts: await discountsOf(counting),
    service,
    returns: await returnsOf(counting),
  };
}

async function contactsOf({ session, lines }: Counting): Promise<Detail["contacts"]> {
  const [phone, consent, active, topLapsed, lapsed] = await numbers(
    session,
    `SELECT (SELECT count(phone) FROM profile), (SELECT count(consent) FROM profile), count(email), count(email) FILTER (WHERE top AND lapsed),
       count(email) FILTER (WHERE lapsed) FROM client LEFT JOIN profile USING (customer)`,
  );
  const where = (isTold: boolean, value: number | null | undefined) => (isTold ? (value ?? 0) : null);
  return {
    withPhone: where(lines.hasPhone, phone),
    withConsent: where(lines.hasConsent, consent),
    activeWithEmail: where(lines.hasEmail, active),
    topLapsedWithEmail: where(lines.hasEmail, topLapsed),
    lapsedWithEmail: where(lines.hasEmail, lapsed),
  };
}

async function yearsOf({ session, lines, asOf, from }: Counting): Promise<Detail["years"]> {
  const ago = (months: number) => addMonths(asOf, -months);
  const within = (older: number, newer: number) => `day > ${dayLiteral(ago(older))} AND day <= ${dayLiteral(ago(newer))}`;
  const year = (older: number, newer: number) =>
    `(SELECT count(*) FROM sale WHERE ${within(older, newer)}), (SELECT CAST(sum(revenue) AS DOUBLE) FROM sale WHERE ${within(older, newer)}),
     count(*) FILTER (WHERE y${newer}), count(*) FILTER (WHERE n${newer})`;
  const counted = await numbers(
    session,
    `SELECT ${year(12, 0)}, ${year(24, 12)}, count(*) FILTER (WHERE y12 AND y0)
     FROM (SELECT customer, bool_or(${within(12, 0)}) AS y0, bool_or(${within(24, 12)}) AS y12,
       bool_or(nth = 1 AND ${within(12, 0)}) AS n0, bool_or(nth = 1 AND ${within(24, 12)}) AS n12 FROM visit GROUP BY customer)`,
  );
  const one = (at: number, kept: number | null) => ({
    transactions: counted[at]!,
    revenue: lines.hasMoney ? (counted[at + 1] ?? 0) : null,
    customers: counted[at + 2]!,
    newcomers: counted[at + 3]!,
    kept,
  });
  const reaches = (months: number) => from <= addDays(ago(months), 8);
  return { now: reaches(12) ? one(0, null) : null, before: reaches(24) ? one(4, counted[8] ?? 0) : null };
}

async function repeatsOf({ session, asOf }: Counting): Promise<Detail["repeats"]> {
  const cohort = (days: number) => {
    const last = addDays(asOf, -days);
    const started = `first > ${dayLiteral(addMonths(last, -12))} AND first <= ${dayLiteral(last)}`;
    return `count(*) FILTER (WHERE ${started}), count(*) FILTER (WHERE ${started} AND second <= first + ${days})`;
  };
  const [n90, back90, n365, back365, gap, gaps, life] = await numbers(
    session,
    `SELECT ${cohort(90)}, ${cohort(365)}, quantile_cont(second - first, 0.5), count(second), quantile_cont(final - first, 0.5) FILTER (WHERE second IS NOT NULL)
     FROM person`,
  );
  return {
    within90: partOf(n90, back90),
    within365: partOf(n365, back365),
    secondGapMedian: gap ?? null,
    secondGaps: gaps ?? 0,
    lifespanMedian: life ?? null,
  };
}

async function weekdaysOf({ session, inWindow }: Counting): Promise<readonly number[]> {
  const { rows } = await session.query(`SELECT isodow(day), count(*) FROM sale WHERE ${inWindow} GROUP BY 1`);
  const counts = new Map(rows.map(([day, transactions]) => [Number(day), Number(transactions)]));
  return [1, 2, 3, 4, 5, 6, 7].map((day) => counts.get(day) ?? 0);
}

async function basketsOf({ session, lines, inWindow }: Counting): Promise<Detail["baskets"]> {
  if (!lines.extras.has("product")) return null;
  const [perTransaction] =
    lines.roles.order === undefined
      ? [null]
      : await numbers(
          session,
          `SELECT avg(products) FROM (SELECT count(DISTINCT product) AS products FROM line WHERE reason IS NULL AND "order" IS NOT NULL AND product IS NOT NULL
           AND ${inWindow} GROUP BY "order")`,
        );
  const [perCustomer] = await numbers(
    session,
    `SELECT avg(products) FROM (SELECT count(DISTINCT product) AS products FROM line WHERE reason IS NULL AND customer IS NOT NULL AND product IS NOT NULL
     AND ${inWindow} GROUP BY customer)`,
  );
  return perTransaction === null && perCustomer === null
    ? null
    : { perTransaction: perTransaction ?? null, perCustomer: perCustomer ?? null };
}

async function discountsOf({ session, lines, inWindow }: Counting): Promise<Detail["discounts"]> {
  if (!lines.extras.has("discount") || lines.roles.order === undefined) return null;
  const [n, part, revenue, began, beganBack, without, withoutBack] = await numbers(
    session,
    `WITH cut AS (SELECT "order" AS id, bool_or(discount <> 0) AS cut FROM line WHERE reason IS NULL AND "order" IS NOT NULL GROUP BY 1),
       often AS (SELECT customer, max(nth) > 1 AS again FROM visit GROUP BY customer)
     SELECT count(*) FILTER (WHERE ${inWindow}), count(*) FILTER (WHERE ${inWindow} AND cut), CAST(sum(revenue) FILTER (WHERE ${inWindow} AND cut) AS DOUBLE),
       count(*) FILTER (WHERE nth = 1 AND cut), count(*) FILTER (WHERE nth = 1 AND cut AND again),
       count(*) FILTER (WHERE nth = 1 AND NOT cut), count(*) FILTER (WHERE nth = 1 AND NOT cut AND again)
     FROM sale JOIN cut USING (id) LEFT JOIN often USING (customer)`,
  );
  if (!n) return null;
  return {
    transactions: partOf(n, part),
    revenue: lines.hasMoney ? (revenue ?? 0) : null,
    began: partOf(began, beganBack),
    beganWithout: partOf(without, withoutBack),
  };
}
