WITH spine_1 AS (
  SELECT toDate32(days.1) AS "$period", toDate32(days.2) AS "$from", toDate32(days.3) AS "$next", toDate32(days.4) AS "$from - 6 months", toDate32(days.5) AS "$next - 6 months", toDate32(days.6) AS "$from - 2 years", toDate32(days.7) AS "$next - 2 years"
  FROM (SELECT arrayJoin([
    tuple('2025-11-01', '2025-11-01', '2025-12-01', '2025-05-01', '2025-06-01', '2023-11-01', '2023-12-01'),
    tuple('2025-12-01', '2025-12-01', '2026-01-01', '2025-06-01', '2025-07-01', '2023-12-01', '2024-01-01'),
    tuple('2026-01-01', '2026-01-01', '2026-02-01', '2025-07-01', '2025-08-01', '2024-01-01', '2024-02-01')
  ]) AS days)
),
aggregate_2 AS (
  SELECT
    "customer" AS "$customer",
    "$day" AS "$active",
    coalesce(sum("amount"), 0) AS "$worth"
  FROM "orders"
  WHERE "$day" <= toDate32('2026-12-31')
    AND "customer" IS NOT NULL
  GROUP BY 1, 2
),
join_3 AS (
  SELECT
    "$period",
    "$from",
    "$next",
    "$from - 6 months",
    "$next - 6 months",
    "$from - 2 years",
    "$next - 2 years",
    "$customer",
    "$active",
    "$worth"
  FROM spine_1 CROSS JOIN aggregate_2
  WHERE "$active" >= "$from - 2 years"
    AND "$active" < "$next"
),
aggregate_4 AS (
  SELECT
    "$customer",
    "$period",
    "$from",
    "$next",
    "$from - 6 months",
    "$next - 6 months",
    "$from - 2 years",
    "$next - 2 years",
    max(toNullable("$active")) FILTER (WHERE "$active" < "$from") AS "$before",
    max(toNullable("$active")) AS "$last",
    coalesce(sum("$worth") FILTER (WHERE "$active" < "$from"), 0) AS "$sum"
  FROM join_3
  GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
),
project_5 AS (
  SELECT
    "$customer",
    "$period",
    "$from",
    "$next",
    "$from - 6 months",
    "$next - 6 months",
    "$from - 2 years",
    "$next - 2 years",
    "$before",
    "$last",
    -arrayFirst(value -> value IS NOT NULL, ["$sum", 0]) AS "$less"
  FROM aggregate_4
  WHERE "$before" IS NOT NULL
),
window_6 AS (
  SELECT
    "$customer",
    "$period",
    "$from",
    "$next",
    "$from - 6 months",
    "$next - 6 months",
    "$from - 2 years",
    "$next - 2 years",
    "$before",
    "$last",
    "$less",
    toInt64(rank() OVER (PARTITION BY "$period" ORDER BY "$less", "$customer")) AS "$place",
    toInt64(count(*) OVER (PARTITION BY "$period")) AS "$customers"
  FROM project_5
)
SELECT
  "$period" AS "period",
  count() FILTER (WHERE "$before" < "$from - 6 months" AND "$before" >= "$from - 2 years") AS "best-returned lapsed",
  count() FILTER (WHERE "$before" < "$from - 6 months" AND "$before" >= "$from - 2 years" AND "$last" >= "$from") AS "best-returned back"
FROM window_6
WHERE "$place" <= ceil(toDecimal128('0.1', 1) * "$customers")
GROUP BY 1;
