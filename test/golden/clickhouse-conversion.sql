WITH project_1 AS (
  SELECT
    "$day",
    toString("visitor") AS "$customer",
    "$day" AS "$moment",
    addDays("$day", 30) AS "$moment + 30 days",
    "channel"
  FROM "visits"
  WHERE "$day" <= toDate32('2026-12-31')
    AND "visitor" IS NOT NULL
),
project_2 AS (
  SELECT
    toString("customer") AS "$customer",
    "$day" AS "$moment"
  FROM "orders"
  WHERE "$day" <= toDate32('2026-12-31')
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
  toStartOfMonth("$day") AS "period",
  "channel",
  uniqExact("$customer") AS "bought base",
  uniqExact("$customer") FILTER (WHERE "$goal" <= "$moment + 30 days") AS "bought goal"
FROM nearest_3
WHERE "$day" <= toDate32('2026-12-31')
GROUP BY 1, 2;
