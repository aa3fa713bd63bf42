SELECT
  date_trunc('year', "$day")::DATE AS "period",
  quantile_cont(CAST("unit_price" AS DOUBLE), 0.5) AS "median-price",
  count("unit_price") AS "median-price n",
  quantile_cont("weight", 0.9) AS "p90-weight",
  count("weight") AS "p90-weight n"
FROM "data"."orders"
WHERE "$day" <= DATE '2026-12-31'
GROUP BY 1;
