SELECT
  date_trunc('month', "$day")::DATE AS "period",
  arg_max("unit_price", row("ordered_at", "$row")) AS "shown-price",
  count("unit_price") AS "shown-price n"
FROM "data"."orders"
WHERE "$day" <= DATE '2026-12-31'
GROUP BY 1;
