SELECT
  date_trunc('month', "$day")::DATE AS "period",
  "channel",
  coalesce(sum("quantity" * "unit_price"), 0) AS "revenue",
  count("quantity" * "unit_price") AS "revenue n",
  count(*) AS "orders"
FROM "data"."orders"
WHERE "$day" BETWEEN DATE '2026-01-01' AND DATE '2026-03-31'
GROUP BY 1, 2;
