SELECT
  toStartOfMonth("$day") AS "period",
  "channel",
  coalesce(sum("quantity" * "unit_price"), 0) AS "revenue",
  count("quantity" * "unit_price") AS "revenue n",
  count() AS "orders"
FROM "orders"
WHERE "$day" BETWEEN toDate32('2026-01-01') AND toDate32('2026-03-31')
GROUP BY 1, 2;
