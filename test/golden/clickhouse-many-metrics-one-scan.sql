-- {p1:String} = "web"
-- {p2:String} = "app"
-- {p3:String} = "cancelled"
SELECT
  toMonday("$day") AS "period",
  "status",
  coalesce(sum("quantity" * "unit_price"), 0) AS "revenue",
  count("quantity" * "unit_price") AS "revenue n",
  count() AS "orders",
  count() FILTER (WHERE "channel" = {p1:String}) AS "web-orders",
  count() FILTER (WHERE "channel" = {p2:String} AND "paid") AS "app-orders",
  uniqExact("customer_id") AS "customers",
  count("customer_id") AS "customers n",
  coalesce(sum("unit_price"), 0) AS "average-price sum",
  count("unit_price") AS "average-price n",
  count() FILTER (WHERE "status" <> {p3:String}) AS "paid-share n",
  count() FILTER (WHERE "status" <> {p3:String} AND "paid") AS "paid-share true"
FROM "orders"
WHERE "$day" <= toDate32('2026-12-31')
GROUP BY 1, 2;
