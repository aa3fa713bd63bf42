SELECT
  makeDate32(toYear("$day") - (toMonth("$day") * 100 + toDayOfMonth("$day") < 701), 7, 1) AS "period",
  count() AS "orders"
FROM "orders"
WHERE "$day" <= toDate32('2026-12-31')
GROUP BY 1;
