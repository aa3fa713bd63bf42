WITH spine_1 AS (
  SELECT toDate32(days.1) AS "$period", toDate32(days.2) AS "$from", toDate32(days.3) AS "$next"
  FROM (SELECT arrayJoin([
    tuple('2025-11-01', '2025-11-01', '2025-12-01'),
    tuple('2025-12-01', '2025-12-01', '2026-01-01'),
    tuple('2026-01-01', '2026-01-01', '2026-02-01')
  ]) AS days)
),
project_2 AS (
  SELECT
    "customer" AS "$customer",
    CASE WHEN "customer" IS NULL THEN toDecimal128("$row", 0) ELSE 0 END AS "$alone",
    "start" AS "$started",
    toDate32("ended") AS "$ended",
    "fee" AS "$amount"
  FROM "terms"
  WHERE "$day" <= toDate32('2026-12-31')
),
join_3 AS (
  SELECT
    "$period",
    "$from",
    "$next",
    "$customer",
    "$alone",
    "$started",
    "$ended",
    "$amount"
  FROM spine_1 CROSS JOIN project_2
  WHERE "$started" < "$next"
    AND ("$ended" IS NULL OR "$ended" >= "$from")
),
aggregate_4 AS (
  SELECT
    "$customer",
    "$alone",
    "$period",
    coalesce(sum("$amount") FILTER (WHERE "$started" < "$from"), 0) AS "$before",
    coalesce(sum("$amount") FILTER (WHERE "$ended" IS NULL OR "$ended" >= "$next"), 0) AS "$after"
  FROM join_3
  GROUP BY 1, 2, 3
)
SELECT
  "$period" AS "period",
  coalesce(sum("$after"), 0) AS "mrr",
  coalesce(sum("$after") FILTER (WHERE "$before" > 0), 0) AS "nrr kept",
  coalesce(sum("$before") FILTER (WHERE "$before" > 0), 0) AS "nrr at the start"
FROM aggregate_4
GROUP BY 1;
