WITH spine_1 AS (
  SELECT toDate32(days.1) AS "$period", toDate32(days.2) AS "$from", toDate32(days.3) AS "$next"
  FROM (SELECT arrayJoin([
    tuple('2025-11-01', '2024-12-01', '2025-12-01'),
    tuple('2025-12-01', '2025-01-01', '2026-01-01'),
    tuple('2026-01-01', '2025-02-01', '2026-02-01')
  ]) AS days)
),
aggregate_2 AS (
  SELECT
    "$day",
    "channel",
    coalesce(sum("amount"), 0) AS "revenue",
    count("amount") AS "revenue n",
    count("customer") AS "customers n"
  FROM "orders"
  WHERE "$day" <= toDate32('2026-12-31')
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
  coalesce(sum(toDecimal128("revenue n", 0)), 0) AS "revenue n",
  coalesce(sum(toDecimal128("customers n", 0)), 0) AS "customers n"
FROM join_3
GROUP BY 1, 2;

WITH spine_1 AS (
  SELECT toDate32(days.1) AS "$period", toDate32(days.2) AS "$from", toDate32(days.3) AS "$next"
  FROM (SELECT arrayJoin([
    tuple('2025-11-01', '2024-12-01', '2025-12-01'),
    tuple('2025-12-01', '2025-01-01', '2026-01-01'),
    tuple('2026-01-01', '2025-02-01', '2026-02-01')
  ]) AS days)
),
filter_2 AS (
  SELECT
    "$day",
    "customer",
    "channel"
  FROM "orders"
  WHERE "$day" <= toDate32('2026-12-31')
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
  uniqExact("customer") AS "customers"
FROM join_3
GROUP BY 1, 2;
