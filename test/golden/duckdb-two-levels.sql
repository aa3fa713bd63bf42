SELECT
  make_date("period" // 12, "period" % 12 + 1, 1) AS "period",
  "channel",
  coalesce(sum("$part 1"), 0) AS "revenue",
  coalesce(sum("$part 2"), 0) AS "revenue n",
  coalesce(sum("$part 1") FILTER (WHERE "channel" = $1), 0) AS "web-revenue",
  coalesce(sum("$part 2") FILTER (WHERE "channel" = $1), 0) AS "web-revenue n",
  coalesce(sum("$part 1") FILTER (WHERE "$if 1" AND "$if 2"), 0) AS "paid-revenue",
  coalesce(sum("$part 2") FILTER (WHERE "$if 1" AND "$if 2"), 0) AS "paid-revenue n",
  coalesce(sum("$part 3") FILTER (WHERE "$if 3"), 0) AS "units",
  coalesce(sum("$part 4") FILTER (WHERE "$if 3"), 0) AS "units n",
  coalesce(sum("$part 5"), 0) AS "orders",
  coalesce(sum("$part 5") FILTER (WHERE "$if 1" AND "channel" = $1), 0) AS "web-orders",
  coalesce(sum("$part 5") FILTER (WHERE "$if 4"), 0) AS "priced",
  max("$part 6") FILTER (WHERE "channel" <> $1) AS "dearest",
  coalesce(sum("$part 7") FILTER (WHERE "channel" <> $1), 0) AS "dearest n",
  min("$part 8") FILTER (WHERE "$if 5") AS "cheapest",
  coalesce(sum("$part 7") FILTER (WHERE "$if 5"), 0) AS "cheapest n",
  coalesce(sum("$part 9") FILTER (WHERE "$if 1"), 0) AS "average sum",
  coalesce(sum("$part 7") FILTER (WHERE "$if 1"), 0) AS "average n",
  coalesce(sum("$part 5") FILTER (WHERE "$if 6"), 0) AS "paid-share n",
  coalesce(sum("$part 5") FILTER (WHERE "$if 6" AND "$if 1"), 0) AS "paid-share true",
  coalesce(sum("$part 10"), 0) AS "customers n",
  coalesce(sum("$part 10") FILTER (WHERE "$if 1"), 0) AS "paying n",
  coalesce(sum("$part 5") FILTER (WHERE "$if 1"), 0) AS "paying rows",
  coalesce(sum("$part 10") FILTER (WHERE "$if 1" AND "channel" = $1), 0) AS "web-paying n",
  coalesce(sum("$part 5") FILTER (WHERE "$if 1" AND "channel" = $1), 0) AS "web-paying rows"
FROM (
SELECT
  12 * year("$day") + month("$day") - 1 AS "period",
  "channel",
  coalesce("paid", FALSE) AS "$if 1",
  coalesce("quantity" > 2, FALSE) AS "$if 2",
  coalesce(NOT "paid", FALSE) AS "$if 3",
  coalesce("price" IS NOT NULL, FALSE) AS "$if 4",
  coalesce("paid" OR "quantity" > 3, FALSE) AS "$if 5",
  coalesce("quantity" > 1, FALSE) AS "$if 6",
  coalesce(sum("quantity" * "price"), 0) AS "$part 1",
  count("quantity" * "price") AS "$part 2",
  coalesce(sum("quantity"), 0) AS "$part 3",
  count("quantity") AS "$part 4",
  count(*) AS "$part 5",
  max("price") AS "$part 6",
  count("price") AS "$part 7",
  min("price") AS "$part 8",
  coalesce(sum("price"), 0) AS "$part 9",
  count("customer") AS "$part 10"
FROM "data"."orders"
WHERE "$day" <= DATE '2026-12-31'
GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
) AS parts
GROUP BY 1, 2;

SELECT
  make_date("period" // 12, "period" % 12 + 1, 1) AS "period",
  "channel",
  coalesce(bit_count(bit_or("$part 1")), 0) AS "customers",
  coalesce(bit_count(bit_or("$part 1") FILTER (WHERE "$if 1")), 0) AS "paying",
  coalesce(bit_count(bit_or("$part 1") FILTER (WHERE "$if 1" AND "channel" = $1)), 0) AS "web-paying"
FROM (
SELECT
  12 * year("$day") + month("$day") - 1 AS "period",
  "channel",
  coalesce("paid", FALSE) AS "$if 1",
  bitstring_agg("customer", -3, 40) AS "$part 1"
FROM "data"."orders"
WHERE "$day" <= DATE '2026-12-31'
GROUP BY 1, 2, 3
) AS parts
GROUP BY 1, 2;
