-- $1 = "web"
-- $2 = "app"
-- $3 = "cancelled"
SELECT
  "$day" AS "period",
  count(*) FILTER (WHERE "channel" = $1) AS "web-orders",
  count(*) FILTER (WHERE "channel" = $2 AND "paid") AS "app-orders"
FROM "data"."orders"
WHERE "$day" <= DATE '2026-12-31'
  AND ("status" <> $3 OR "paid")
  AND ("channel" = $1 OR ("channel" = $2 AND "paid"))
GROUP BY 1;
