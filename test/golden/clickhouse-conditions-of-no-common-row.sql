-- {p1:String} = "web"
-- {p2:String} = "app"
-- {p3:String} = "cancelled"
SELECT
  "$day" AS "period",
  count() FILTER (WHERE "channel" = {p1:String}) AS "web-orders",
  count() FILTER (WHERE "channel" = {p2:String} AND "paid") AS "app-orders"
FROM "orders"
WHERE "$day" <= toDate32('2026-12-31')
  AND ("status" <> {p3:String} OR "paid")
  AND ("channel" = {p1:String} OR ("channel" = {p2:String} AND "paid"))
GROUP BY 1;
