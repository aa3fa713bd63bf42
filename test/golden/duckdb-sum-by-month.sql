SELECT
  date_trunc('month', "$day")::DATE AS "period",
  coalesce(sum("quantity" * "unit_price"), 0) AS "revenue",
  count("quantity" * "unit_price") AS "revenue n"
FROM "data"."orders"
WHERE "$day" <= DATE '2026-12-31'
GROUP BY 1;
