SELECT
  date_trunc('month', "$day")::DATE AS "period",
  coalesce(sum("amount"), 0) AS "revenue",
  count("amount") AS "revenue n"
FROM "data"."orders"
WHERE "$day" <= DATE '2026-12-31'
GROUP BY 1;

WITH aggregate_1 AS (
  SELECT
    "customer" AS "$customer",
    coalesce(sum("amount"), 0) AS "$sum"
  FROM "data"."orders"
  WHERE "$day" <= DATE '2026-12-31'
    AND "channel" = $1
    AND "customer" IS NOT NULL
  GROUP BY 1
),
project_2 AS (
  SELECT
    "$customer",
    coalesce("$sum", 0) AS "$worth",
    -coalesce("$sum", 0) AS "$less",
    1 AS "$all"
  FROM aggregate_1
),
window_3 AS (
  SELECT
    "$customer",
    "$worth",
    "$less",
    "$all",
    rank() OVER (PARTITION BY "$all" ORDER BY "$less", "$customer") AS "$place",
    count(*) OVER (PARTITION BY "$all") AS "$customers"
  FROM project_2
),
project_4 AS (
  SELECT
    "$customer"
  FROM window_3
  WHERE "$place" <= ceil(0.2 * "$customers")
)
SELECT
  date_trunc('month', "$day")::DATE AS "period",
  coalesce(sum("amount"), 0) AS "best-revenue",
  count("amount") AS "best-revenue n"
FROM "data"."orders"
WHERE "customer" IN (SELECT "$customer" FROM project_4)
  AND "$day" <= DATE '2026-12-31'
GROUP BY 1;

WITH aggregate_1 AS (
  SELECT
    "customer" AS "$customer",
    max("$day") AS "$last",
    count(DISTINCT "$day") AS "$days",
    coalesce(sum("amount"), 0) AS "$sum"
  FROM "data"."orders"
  WHERE "$day" <= DATE '2026-12-31'
    AND "customer" IS NOT NULL
  GROUP BY 1
),
project_2 AS (
  SELECT
    "$customer",
    "$last",
    "$days",
    coalesce("$sum", 0) AS "$worth",
    -coalesce("$sum", 0) AS "$less",
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
    rank() OVER (PARTITION BY "$all" ORDER BY "$less", "$customer") AS "$place",
    count(*) OVER (PARTITION BY "$all") AS "$customers"
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
    rank() OVER (PARTITION BY "$all" ORDER BY "$last") AS "$recency"
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
    rank() OVER (PARTITION BY "$all" ORDER BY "$days") AS "$frequency"
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
    rank() OVER (PARTITION BY "$all" ORDER BY "$worth") AS "$money"
  FROM window_5
),
project_7 AS (
  SELECT
    "$customer"
  FROM window_6
  WHERE "$last" <= DATE '2026-09-30'
    AND (floor((5 * ("$frequency" - 1)) / nullif("$customers", 0)) + 1 = 5 OR (floor((5 * ("$recency" - 1)) / nullif("$customers", 0)) + 1 = 1 AND floor((5 * ("$money" - 1)) / nullif("$customers", 0)) + 1 = 5))
),
project_8 AS (
  SELECT
    CAST("$customer" AS VARCHAR) AS "$customer"
  FROM project_7
)
SELECT
  date_trunc('month', "$day")::DATE AS "period",
  count(*) AS "best-visits"
FROM "data"."visits"
WHERE CAST("visitor" AS VARCHAR) IN (SELECT "$customer" FROM project_8)
  AND "$day" <= DATE '2026-12-31'
GROUP BY 1;
