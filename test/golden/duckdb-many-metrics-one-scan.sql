-- $1 = "web"
-- $2 = "app"
-- $3 = "cancelled"
SELECT
  date_trunc('week', "$day")::DATE AS "period",
  "status",
  coalesce(sum("quantity" * "unit_price"), 0) AS "revenue",
  count("quantity" * "unit_price") AS "revenue n",
  count(*) AS "orders",
  count(*) FILTER (WHERE "channel" = $1) AS "web-orders",
  count(*) FILTER (WHERE "channel" = $2 AND "paid") AS "app-orders",
  count(DISTINCT "customer_id") AS "customers",
  count("customer_id") AS "customers n",
  coalesce(sum("unit_price"), 0) AS "average-price sum",
  count("unit_price") AS "average-price n",
  count(*) FILTER (WHERE "status" <> $3) AS "paid-share n",
  count(*) FILTER (WHERE "status" <> $3 AND "paid") AS "paid-share true"
FROM "data"."orders"
WHERE "$day" <= DATE '2026-12-31'
GROUP BY 1, 2;
