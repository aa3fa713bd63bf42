import type { Mean, Service } from "../../../discover/index.ts";
import { quoteIdentifier } from "../../../sql/index.ts";
import { type Counting, numbers, partOf } from "./counting.ts";

/**
 * What deliveries and scores tell, where files name the order they are of. A delivery is late from the day after the promised one; two
 * reviews of one order are two. Makes the temporary tables `person` (each customer's first and second day), `delivery` and `review`.
 */
export async function serviceOf({ session, lines, sources, inWindow }: Counting): Promise<Service | null> {
  await session.query(
    `CREATE OR REPLACE TEMP TABLE person AS
     SELECT customer, min(day) AS first, min(day) FILTER (WHERE gap > 0) AS second, max(day) AS final, any_value(id) FILTER (WHERE nth = 1) AS opened
     FROM visit GROUP BY customer`,
  );
  const order = lines.main.roles.get("order");
  if (order === undefined) return null;
  const { main, orderOf } = lines;
  const [delivered, promised] = [main.roles.get("delivered"), main.roles.get("promised")];
  const hasDeliveries = delivered !== undefined && promised !== undefined;
  const review = sources.find(({ roles }) => roles.has("score") && roles.has("order"));
  if (!hasDeliveries && review === undefined) return null;
  const late = hasDeliveries ? `CAST(${quoteIdentifier(delivered)} AS DATE) > CAST(${quoteIdentifier(promised)} AS DATE)` : "NULL::BOOLEAN";
  const days = hasDeliveries
    ? `CAST(${quoteIdentifier(delivered)} AS DATE) - CAST(${quoteIdentifier(main.roles.get("time")!)} AS DATE)`
    : "NULL::INTEGER";
  await session.query(
    `CREATE OR REPLACE TEMP TABLE delivery AS SELECT id, sale.day, late, days
     FROM (SELECT ${orderOf(quoteIdentifier(order))} AS id, bool_or(${late}) AS late, max(${days}) AS days FROM ${main.table} GROUP BY 1) JOIN sale USING (id) WHERE late IS NOT NULL`,
  );
  await session.query(
    review === undefined
      ? `CREATE OR REPLACE TEMP TABLE review AS SELECT ${orderOf("NULL")} AS id, NULL::DOUBLE AS score LIMIT 0`
      : `CREATE OR REPLACE TEMP TABLE review AS SELECT ${orderOf(quoteIdentifier(review.roles.get("order")!))} AS id, TRY_CAST(${quoteIdentifier(review.roles.get("score")!)} AS DOUBLE) AS score
         FROM ${review.table} WHERE TRY_CAST(${quoteIdentifier(review.roles.get("score")!)} AS DOUBLE) IS NOT NULL`,
  );
  const [deliveries, isLate, deliveryDays] = await numbers(
    session,
    `SELECT count(*), count(*) FILTER (WHERE late), avg(days) FROM delivery WHERE ${inWindow}`,
  );
  const [n, mean, nLate, meanLate, nOnTime, meanOnTime, nTop, meanTop] = await numbers(
    session,
    `SELECT count(*), avg(score), count(*) FILTER (WHERE late), avg(score) FILTER (WHERE late), count(*) FILTER (WHERE NOT late),
       avg(score) FILTER (WHERE NOT late), count(*) FILTER (WHERE top), avg(score) FILTER (WHERE top)
     FROM review LEFT JOIN delivery USING (id) LEFT JOIN (SELECT id, any_value(customer) AS customer FROM visit GROUP BY id) USING (id)
       LEFT JOIN client USING (customer)`,
  );
  const [pleased, pleasedAgain, displeased, displeasedAgain] = await numbers(
    session,
    `WITH scale AS (SELECT min(score) AS low, max(score) AS high FROM review),
       began AS (SELECT customer, any_value(second) AS second, avg(score) AS score FROM person JOIN review ON review.id = person.opened GROUP BY customer)
     SELECT count(*) FILTER (WHERE liked), count(second) FILTER (WHERE liked), count(*) FILTER (WHERE NOT liked), count(second) FILTER (WHERE NOT liked)
     FROM (SELECT second, score - low >= 0.75 * (high - low) AS liked FROM began, scale WHERE high > low)`,
  );
  const meanOf = (count: number | null | undefined, value: number | null | undefined): Mean | null =>
    count ? { n: count, mean: value ?? null } : null;
  return {
    deliveries: hasDeliveries ? partOf(deliveries, isLate) : null,
    deliveryDays: deliveryDays ?? null,
    score: meanOf(n, mean),
    scoreLate: meanOf(nLate, meanLate),
    scoreOnTime: meanOf(nOnTime, meanOnTime),
    scoreTop: meanOf(nTop, meanTop),
    pleased: pleased ? partOf(pleased, pleasedAgain) : null,
    displeased: displeased ? partOf(displeased, displeasedAgain) : null,
  };
}
