-- {p1:String} = "Yes"
SELECT
  "contract",
  count() AS "churn n",
  count() FILTER (WHERE "churn" = {p1:String}) AS "churn true"
FROM "telco"
GROUP BY 1;
