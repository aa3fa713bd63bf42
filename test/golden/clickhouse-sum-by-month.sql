SELECT
  toStartOfMonth("$day") AS "period",
  coalesce(sum("quantity" * "unit_price"), 0) AS "revenue",
  count("quantity" * "unit_price") AS "revenue n"
FROM "orders"
WHERE "$day" <= toDate32('2026-12-31')
GROUP BY 1;
