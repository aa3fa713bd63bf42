WITH spine_1 AS (
  SELECT toDate32(days.1) AS "$period", toDate32(days.2) AS "$from", toDate32(days.3) AS "$next", toDate32(days.4) AS "$from - 3 months", toDate32(days.5) AS "$next - 3 months", toDate32(days.6) AS "$from - 6 months", toDate32(days.7) AS "$next - 6 months"
  FROM (SELECT arrayJoin([
    tuple('2025-11-01', '2025-11-01', '2025-12-01', '2025-08-01', '2025-09-01', '2025-05-01', '2025-06-01'),
    tuple('2025-12-01', '2025-12-01', '2026-01-01', '2025-09-01', '2025-10-01', '2025-06-01', '2025-07-01'),
    tuple('2026-01-01', '2026-01-01', '2026-02-01', '2025-10-01', '2025-11-01', '2025-07-01', '2025-08-01')
  ]) AS days)
),
window_2 AS (
  SELECT
    "$day",
    "$row",
    "at",
    "customer",
    "channel",
    leadInFrame(toNullable("$day")) OVER (PARTITION BY "customer" ORDER BY "at", "$row" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS "$following"
  FROM "orders"
  WHERE "$day" <= toDate32('2026-12-31')
    AND "customer" IS NOT NULL
),
project_3 AS (
  SELECT
    "customer" AS "$customer",
    "$day" AS "$active",
    coalesce("$following", toDate32('9999-12-31')) AS "$until",
    "channel" AS "$by 1"
  FROM window_2
),
join_4 AS (
  SELECT
    "$period",
    "$from",
    "$next",
    "$from - 3 months",
    "$next - 3 months",
    "$from - 6 months",
    "$next - 6 months",
    "$customer",
    "$active",
    "$until",
    "$by 1"
  FROM spine_1 CROSS JOIN project_3
  WHERE "$active" < "$from"
    AND "$until" >= "$from"
),
project_5 AS (
  SELECT
    "$customer",
    "$by 1",
    "$period",
    "$from",
    "$next",
    "$from - 3 months",
    "$next - 3 months",
    "$from - 6 months",
    "$next - 6 months",
    "$active" AS "$before",
    CASE WHEN "$until" < "$next" THEN "$until" ELSE "$active" END AS "$last"
  FROM join_4
)
SELECT
  "$period" AS "period",
  "$by 1" AS "channel",
  count() FILTER (WHERE "$before" >= "$from - 3 months") AS "silent active",
  count() FILTER (WHERE "$before" >= "$from - 3 months" AND "$last" < "$next - 3 months") AS "silent lost",
  count() FILTER (WHERE "$before" < "$from - 6 months") AS "returned lapsed",
  count() FILTER (WHERE "$before" < "$from - 6 months" AND "$last" >= "$from") AS "returned back"
FROM project_5
GROUP BY 1, 2;
