WITH project_1 AS (
  SELECT
    "$day",
    dateDiff('microsecond', toDateTime64("start", 6, 'UTC'), "ended") / 8.64e10 AS "$elapsed"
  FROM "terms"
  WHERE "$day" <= toDate32('2026-12-31')
)
SELECT
  toStartOfMonth("$day") AS "period",
  count("$elapsed") AS "length n",
  quantileExactInclusive(0.5)(toNullable(toFloat64("$elapsed"))) AS "length"
FROM project_1
WHERE "$day" <= toDate32('2026-12-31')
GROUP BY 1;
