SELECT
  greatest(CASE WHEN month("$day") * 100 + day("$day") >= 701 THEN make_date(year("$day"), 7, 1) ELSE make_date(year("$day") - 1, 7, 1) END, DATE '0001-01-01') AS "period",
  count(*) AS "orders"
FROM "data"."orders"
WHERE "$day" <= DATE '2026-12-31'
GROUP BY 1;
