-- $1 = "web"
SELECT
  date_trunc('quarter', "$day")::DATE AS "period",
  count(*) AS "web-orders",
  coalesce(sum("quantity" * "unit_price"), 0) AS "web-revenue",
  count("quantity" * "unit_price") AS "web-revenue n"
FROM "data"."orders"
WHERE "$day" <= DATE '2026-12-31'
  AND "channel" = $1
GROUP BY 1;
