WITH spine_1 AS (
  SELECT *
  FROM (VALUES
    (DATE '2025-11-01', DATE '2024-12-01', DATE '2025-12-01'),
    (DATE '2025-12-01', DATE '2025-01-01', DATE '2026-01-01'),
    (DATE '2026-01-01', DATE '2025-02-01', DATE '2026-02-01')
  ) AS days ("$period", "$from", "$next")
),
aggregate_2 AS (
  SELECT
    "$day",
    "channel",
    coalesce(sum("amount"), 0) AS "revenue",
    count("amount") AS "revenue n",
    count("customer") AS "customers n"
  FROM "data"."orders"
  WHERE "$day" <= DATE '2026-12-31'
  GROUP BY 1, 2
),
join_3 AS (
  SELECT
    "$period",
    "$from",
    "$next",
    "$day",
    "channel",
    "revenue",
    "revenue n",
    "customers n"
  FROM spine_1 CROSS JOIN aggregate_2
  WHERE "$day" >= "$from"
    AND "$day" < "$next"
)
SELECT
  "$period" AS "period",
  "channel",
  coalesce(sum("revenue"), 0) AS "revenue",
  coalesce(sum("revenue n"), 0) AS "revenue n",
  coalesce(sum("customers n"), 0) AS "customers n"
FROM join_3
GROUP BY 1, 2;

WITH spine_1 AS (
  SELECT *
  FROM (VALUES
    (DATE '2025-11-01', DATE '2024-12-01', DATE '2025-12-01'),
    (DATE '2025-12-01', DATE '2025-01-01', DATE '2026-01-01'),
    (DATE '2026-01-01', DATE '2025-02-01', DATE '2026-02-01')
  ) AS days ("$period", "$from", "$next")
),
filter_2 AS (
  SELECT
    "$day",
    "customer",
    "channel"
  FROM "data"."orders"
  WHERE "$day" <= DATE '2026-12-31'
),
join_3 AS (
  SELECT
    "$period",
    "$from",
    "$next",
    "$day",
    "customer",
    "channel"
  FROM spine_1 CROSS JOIN filter_2
  WHERE "$day" >= "$from"
    AND "$day" < "$next"
)
SELECT
  "$period" AS "period",
  "channel",
  count(DISTINCT "customer") AS "customers"
FROM join_3
GROUP BY 1, 2;
