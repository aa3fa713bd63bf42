SELECT
  "period",
  coalesce(sum("$part 1"), 0) AS "revenue",
  coalesce(sum(toDecimal128("$part 2", 0)), 0) AS "revenue n",
  coalesce(sum("$part 1") FILTER (WHERE "$by 1" = {p1:String}), 0) AS "web-revenue",
  coalesce(sum(toDecimal128("$part 2", 0)) FILTER (WHERE "$by 1" = {p1:String}), 0) AS "web-revenue n",
  coalesce(sum("$part 1") FILTER (WHERE "$if 1" AND "$if 2"), 0) AS "paid-revenue",
  coalesce(sum(toDecimal128("$part 2", 0)) FILTER (WHERE "$if 1" AND "$if 2"), 0) AS "paid-revenue n",
  coalesce(sum(toDecimal128("$part 3", 0)) FILTER (WHERE "$if 3"), 0) AS "units",
  coalesce(sum(toDecimal128("$part 4", 0)) FILTER (WHERE "$if 3"), 0) AS "units n",
  coalesce(sum(toDecimal128("$part 5", 0)), 0) AS "orders",
  coalesce(sum(toDecimal128("$part 5", 0)) FILTER (WHERE "$if 1" AND "$by 1" = {p1:String}), 0) AS "web-orders",
  coalesce(sum(toDecimal128("$part 5", 0)) FILTER (WHERE "$if 4"), 0) AS "priced",
  max(toNullable("$part 6")) FILTER (WHERE "$by 1" <> {p1:String}) AS "dearest",
  coalesce(sum(toDecimal128("$part 7", 0)) FILTER (WHERE "$by 1" <> {p1:String}), 0) AS "dearest n",
  min(toNullable("$part 8")) FILTER (WHERE "$if 5") AS "cheapest",
  coalesce(sum(toDecimal128("$part 7", 0)) FILTER (WHERE "$if 5"), 0) AS "cheapest n",
  coalesce(sum("$part 9") FILTER (WHERE "$if 1"), 0) AS "average sum",
  coalesce(sum(toDecimal128("$part 7", 0)) FILTER (WHERE "$if 1"), 0) AS "average n",
  coalesce(sum(toDecimal128("$part 5", 0)) FILTER (WHERE "$if 6"), 0) AS "paid-share n",
  coalesce(sum(toDecimal128("$part 5", 0)) FILTER (WHERE "$if 6" AND "$if 1"), 0) AS "paid-share true",
  coalesce(sum(toDecimal128("$part 10", 0)), 0) AS "customers n",
  coalesce(sum(toDecimal128("$part 10", 0)) FILTER (WHERE "$if 1"), 0) AS "paying n",
  coalesce(sum(toDecimal128("$part 5", 0)) FILTER (WHERE "$if 1"), 0) AS "paying rows",
  coalesce(sum(toDecimal128("$part 10", 0)) FILTER (WHERE "$if 1" AND "$by 1" = {p1:String}), 0) AS "web-paying n",
  coalesce(sum(toDecimal128("$part 5", 0)) FILTER (WHERE "$if 1" AND "$by 1" = {p1:String}), 0) AS "web-paying rows"
FROM (
SELECT
  toStartOfMonth("$day") AS "period",
  "channel" AS "$by 1",
  coalesce("paid", FALSE) AS "$if 1",
  coalesce("quantity" > 2, FALSE) AS "$if 2",
  coalesce(NOT "paid", FALSE) AS "$if 3",
  coalesce("price" IS NOT NULL, FALSE) AS "$if 4",
  coalesce("paid" OR "quantity" > 3, FALSE) AS "$if 5",
  coalesce("quantity" > 1, FALSE) AS "$if 6",
  coalesce(sum("quantity" * "price"), 0) AS "$part 1",
  count("quantity" * "price") AS "$part 2",
  coalesce(sum(toDecimal128("quantity", 0)), 0) AS "$part 3",
  count("quantity") AS "$part 4",
  count() AS "$part 5",
  max(toNullable("price")) AS "$part 6",
  count("price") AS "$part 7",
  min(toNullable("price")) AS "$part 8",
  coalesce(sum("price"), 0) AS "$part 9",
  count("customer") AS "$part 10"
FROM "orders"
WHERE "$day" <= toDate32('2026-12-31')
GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
) AS parts
GROUP BY 1;

SELECT
  toStartOfMonth("$day") AS "period",
  uniqExact("customer") AS "customers",
  uniqExact("customer") FILTER (WHERE "paid") AS "paying",
  uniqExact("customer") FILTER (WHERE "paid" AND "channel" = {p1:String}) AS "web-paying"
FROM "orders"
WHERE "$day" <= toDate32('2026-12-31')
GROUP BY 1;
