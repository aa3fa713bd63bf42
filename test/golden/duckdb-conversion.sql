WITH project_1 AS (
  SELECT
    "$day",
    CAST("visitor" AS VARCHAR) AS "$customer",
    "$day" AS "$moment",
    CAST("$day" + INTERVAL 30 day AS DATE) AS "$moment + 30 days",
    "channel"
  FROM "data"."visits"
  WHERE "$day" <= DATE '2026-12-31'
    AND "visitor" IS NOT NULL
),
project_2 AS (
  SELECT
    CAST("customer" AS VARCHAR) AS "$customer",
    "$day" AS "$moment"
  FROM "data"."orders"
  WHERE "$day" <= DATE '2026-12-31'
    AND "amount" > 0
    AND "customer" IS NOT NULL
),
nearest_3 AS (
  SELECT
    l."$day" AS "$day",
    l."$customer" AS "$customer",
    l."$moment" AS "$moment",
    l."$moment + 30 days" AS "$moment + 30 days",
    l."channel" AS "channel",
    r."$moment" AS "$goal"
  FROM project_1 AS l ASOF LEFT JOIN project_2 AS r ON l."$customer" = r."$customer" AND l."$moment" <= r."$moment"
)
SELECT
  date_trunc('month', "$day")::DATE AS "period",
  "channel",
  count(DISTINCT "$customer") AS "bought base",
  count(DISTINCT "$customer") FILTER (WHERE "$goal" <= "$moment + 30 days") AS "bought goal"
FROM nearest_3
WHERE "$day" <= DATE '2026-12-31'
GROUP BY 1, 2;
