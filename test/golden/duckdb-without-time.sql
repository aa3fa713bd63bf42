-- $1 = "Yes"
SELECT
  "contract",
  count(*) AS "churn n",
  count(*) FILTER (WHERE "churn" = $1) AS "churn true"
FROM "data"."telco"
GROUP BY 1;
