SELECT
  toStartOfMonth("$day") AS "period",
  coalesce(sum("amount"), 0) AS "revenue",
  count("amount") AS "revenue n"
FROM "orders"
WHERE "$day" <= toDate32('2026-12-31')
GROUP BY 1;

WITH aggregate_1 AS (
  SELECT
    "customer" AS "$customer",
    coalesce(sum("amount"), 0) AS "$sum"
  FROM "orders"
  WHERE "$day" <= toDate32('2026-12-31')
    AND "channel" = {p1:String}
    AND "customer" IS NOT NULL
  GROUP BY 1
),
project_2 AS (
  SELECT
    "$customer",
    arrayFirst(value -> value IS NOT NULL, ["$sum", 0]) AS "$worth",
    -arrayFirst(value -> value IS NOT NULL, ["$sum", 0]) AS "$less",
    1 AS "$all"
  FROM aggregate_1
),
window_3 AS (
  SELECT
    "$customer",
    "$worth",
    "$less",
    "$all",
    toInt64(rank() OVER (PARTITION BY "$all" ORDER BY "$less", "$customer")) AS "$place",
    toInt64(count(*) OVER (PARTITION BY "$all")) AS "$customers"
  FROM project_2
),
project_4 AS (
  SELECT
    "$customer"
  FROM window_3
  WHERE "$place" <= ceil(toDecimal128('0.2', 1) * "$customers")
)
SELECT
  toStartOfMonth("$day") AS "period",
  coalesce(sum("amount"), 0) AS "best-revenue",
  count("amount") AS "best-revenue n"
FROM "orders"
WHERE "customer" GLOBAL IN (SELECT "$customer" FROM project_4)
  AND "$day" <= toDate32('2026-12-31')
GROUP BY 1;

WITH aggregate_1 AS (
  SELECT
    "customer" AS "$customer",
    max(toNullable("$day")) AS "$last",
    uniqExact("$day") AS "$days",
    coalesce(sum("amount"), 0) AS "$sum"
  FROM "orders"
  WHERE "$day" <= toDate32('2026-12-31')
    AND "customer" IS NOT NULL
  GROUP BY 1
),
project_2 AS (
  SELECT
    "$customer",
    "$last",
    "$days",
    arrayFirst(value -> value IS NOT NULL, ["$sum", 0]) AS "$worth",
    -arrayFirst(value -> value IS NOT NULL, ["$sum", 0]) AS "$less",
    1 AS "$all"
  FROM aggregate_1
),
window_3 AS (
  SELECT
    "$customer",
    "$last",
    "$days",
    "$worth",
    "$less",
    "$all",
    toInt64(rank() OVER (PARTITION BY "$all" ORDER BY "$less", "$customer")) AS "$place",
    toInt64(count(*) OVER (PARTITION BY "$all")) AS "$customers"
  FROM project_2
),
window_4 AS (
  SELECT
    "$customer",
    "$last",
    "$days",
    "$worth",
    "$less",
    "$all",
    "$place",
    "$customers",
    toInt64(rank() OVER (PARTITION BY "$all" ORDER BY "$last")) AS "$recency"
  FROM window_3
),
window_5 AS (
  SELECT
    "$customer",
    "$last",
    "$days",
    "$worth",
    "$less",
    "$all",
    "$place",
    "$customers",
    "$recency",
    toInt64(rank() OVER (PARTITION BY "$all" ORDER BY "$days")) AS "$frequency"
  FROM window_4
),
window_6 AS (
  SELECT
    "$customer",
    "$last",
    "$days",
    "$worth",
    "$less",
    "$all",
    "$place",
    "$customers",
    "$recency",
    "$frequency",
    toInt64(rank() OVER (PARTITION BY "$all" ORDER BY "$worth")) AS "$money"
  FROM window_5
),
project_7 AS (
  SELECT
    "$customer"
  FROM window_6
  WHERE "$last" <= toDate32('2026-09-30')
    AND (floor(toFloat64((toDecimal128(5, 0) * ("$frequency" - 1))) / nullif(toFloat64("$customers"), 0)) + 1 = 5 OR (floor(toFloat64((toDecimal128(5, 0) * ("$recency" - 1))) / nullif(toFloat64("$customers"), 0)) + 1 = 1 AND floor(toFloat64((toDecimal128(5, 0) * ("$money" - 1))) / nullif(toFloat64("$customers"), 0)) + 1 = 5))
),
project_8 AS (
  SELECT
    toString("$customer") AS "$customer"
  FROM project_7
)
SELECT
  toStartOfMonth("$day") AS "period",
  count() AS "best-visits"
FROM "visits"
WHERE toString("visitor") GLOBAL IN (SELECT "$customer" FROM project_8)
  AND "$day" <= toDate32('2026-12-31')
GROUP BY 1;
