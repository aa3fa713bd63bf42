WITH project_1 AS (
  SELECT
    "$day",
    date_diff('microsecond', CAST("start" AS TIMESTAMP), CAST("ended" AS TIMESTAMP)) / 8.64e10 AS "$elapsed"
  FROM "data"."terms"
  WHERE "$day" <= DATE '2026-12-31'
)
SELECT
  date_trunc('month', "$day")::DATE AS "period",
  count("$elapsed") AS "length n",
  quantile_cont("$elapsed", 0.5) AS "length"
FROM project_1
WHERE "$day" <= DATE '2026-12-31'
GROUP BY 1;
