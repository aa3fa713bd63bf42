SELECT
  coalesce(sum("delivered_on" - CAST("ordered_at" AS DATE)), 0) AS "days-to-deliver sum",
  count("delivered_on" - CAST("ordered_at" AS DATE)) AS "days-to-deliver n"
FROM "data"."orders"
WHERE "$day" <= DATE '2026-12-31';
