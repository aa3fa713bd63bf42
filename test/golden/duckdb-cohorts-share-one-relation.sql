WITH window_1 AS (
  SELECT
    "$day",
    "$row",
    "at",
    "customer",
    "channel",
    "amount",
    first_value("at") OVER (PARTITION BY "customer" ORDER BY "at", "$row") AS "$first",
    first_value("$day") OVER (PARTITION BY "customer" ORDER BY "at", "$row") AS "$first day",
    first_value("channel") OVER (PARTITION BY "customer" ORDER BY "at", "$row") AS "$by 1"
  FROM "data"."orders"
  WHERE "$day" <= DATE '2026-12-31'
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
    CAST("$first day" + INTERVAL 12 month AS DATE) AS "$first + 12 months"
  FROM window_1
)
SELECT
  date_trunc('month', "$day")::DATE AS "period",
  "$by 1" AS "channel",
  count(DISTINCT "customer") AS "back-in-a-week cohort",
  count(DISTINCT "customer") FILTER (WHERE floor(("$own day" - DATE '1970-01-05') / nullif(7, 0)) = floor(("$day" - DATE '1970-01-05') / nullif(7, 0)) + 1) AS "back-in-a-week back",
  count(DISTINCT "customer") FILTER (WHERE "$moment" > "$first" AND "$own day" - DATE '1970-01-05' <= ("$day" - DATE '1970-01-05') + 30) AS "back-in-30-days back",
  coalesce(sum("amount") FILTER (WHERE "$own day" < "$first + 12 months"), 0) AS "worth sum"
FROM project_2
WHERE "$day" <= DATE '2026-12-31'
GROUP BY 1, 2;
