WITH scan_1 AS (
  SELECT
    "$day",
    "customer",
    "amount"
  FROM "data"."orders"
),
project_2 AS (
  SELECT
    "who" AS "$people 1",
    "Country" AS "people.Country",
    "Country"
  FROM "data"."people"
  WHERE ("$day" IS NULL OR "$day" <= DATE '2026-12-31')
),
join_3 AS (
  SELECT
    "$day",
    "customer",
    "amount",
    "$people 1",
    "people.Country",
    "Country"
  FROM scan_1 LEFT JOIN project_2 ON "customer" = "$people 1"
),
aggregate_4 AS (
  SELECT
    "customer" AS "$customer",
    coalesce(sum("amount"), 0) AS "$sum"
  FROM "data"."orders"
  WHERE "$day" <= DATE '2026-12-31'
    AND "customer" IS NOT NULL
  GROUP BY 1
),
project_5 AS (
  SELECT
    "$customer",
    coalesce("$sum", 0) AS "$worth",
    -coalesce("$sum", 0) AS "$less",
    1 AS "$all"
  FROM aggregate_4
),
window_6 AS (
  SELECT
    "$customer",
    "$worth",
    "$less",
    "$all",
    rank() OVER (PARTITION BY "$all" ORDER BY "$less", "$customer") AS "$place",
    count(*) OVER (PARTITION BY "$all") AS "$customers"
  FROM project_5
),
project_7 AS (
  SELECT
    "$customer"
  FROM window_6
  WHERE "$place" <= ceil(0.25 * "$customers")
),
project_8 AS (
  SELECT
    "$customer" AS "$best 1",
    TRUE AS "$in best"
  FROM project_7
),
join_9 AS (
  SELECT
    "$day",
    "customer",
    "amount",
    "$people 1",
    "people.Country",
    "Country",
    "$best 1",
    "$in best"
  FROM join_3 LEFT JOIN project_8 ON "customer" = "$best 1"
),
project_10 AS (
  SELECT
    "$day",
    "customer",
    "amount",
    "people.Country",
    "Country",
    coalesce("$in best", FALSE) AS "best"
  FROM join_9
)
SELECT
  date_trunc('month', "$day")::DATE AS "period",
  "Country",
  "best",
  coalesce(sum("amount"), 0) AS "revenue",
  count("amount") AS "revenue n"
FROM project_10
WHERE "$day" <= DATE '2026-12-31'
  AND "people.Country" = $1
GROUP BY 1, 2, 3;
