-- {p1:String} = "web"
SELECT
  toStartOfQuarter("$day") AS "period",
  count() AS "web-orders",
  coalesce(sum("quantity" * "unit_price"), 0) AS "web-revenue",
  count("quantity" * "unit_price") AS "web-revenue n"
FROM "orders"
WHERE "$day" <= toDate32('2026-12-31')
  AND "channel" = {p1:String}
GROUP BY 1;
