SELECT
  "$day" AS "period",
  CASE WHEN isfinite("weight") THEN "weight" END AS "weight",
  coalesce(fsum("weight" ORDER BY "weight"), 0) AS "total-weight",
  count("weight") AS "total-weight n",
  max("weight") AS "heaviest",
  min("weight") AS "lightest"
FROM "data"."orders"
WHERE "$day" <= DATE '2026-12-31'
GROUP BY 1, 2;
