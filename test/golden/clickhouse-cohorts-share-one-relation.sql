WITH window_1 AS (
  SELECT
    "$day",
    "$row",
    "at",
    "customer",
    "channel",
    "amount",
    first_value("at") RESPECT NULLS OVER (PARTITION BY "customer" ORDER BY "at", "$row") AS "$first",
    first_value("$day") RESPECT NULLS OVER (PARTITION BY "customer" ORDER BY "at", "$row") AS "$first day",
    first_value("channel") RESPECT NULLS OVER (PARTITION BY "customer" ORDER BY "at", "$row") AS "$by 1"
  FROM "orders"
  WHERE "$day" <= toDate32('2026-12-31')
    AND "customer" IS NOT NULL
),
project_2 AS (
  SELECT
    "$first day" AS "$day",
    "$first",
    "$day" AS "$own day",
    "at" AS "$moment",
    "customer",
    "amount",
    "$by 1",
    addMonths("$first day", 12) AS "$first + 12 months"
  FROM window_1
)
SELECT
  toStartOfMonth("$day") AS "period",
  "$by 1" AS "channel",
  uniqExact("customer") AS "back-in-a-week cohort",
  uniqExact("customer") FILTER (WHERE floor(toFloat64((dateDiff('day', toDate32('1970-01-05'), "$own day"))) / nullif(toFloat64(7), 0)) = floor(toFloat64((dateDiff('day', toDate32('1970-01-05'), "$day"))) / nullif(toFloat64(7), 0)) + 1) AS "back-in-a-week back",
  uniqExact("customer") FILTER (WHERE "$moment" > "$first" AND dateDiff('day', toDate32('1970-01-05'), "$own day") <= (dateDiff('day', toDate32('1970-01-05'), "$day")) + 30) AS "back-in-30-days back",
  coalesce(sum("amount") FILTER (WHERE "$own day" < "$first + 12 months"), 0) AS "worth sum"
FROM project_2
WHERE "$day" <= toDate32('2026-12-31')
GROUP BY 1, 2;
