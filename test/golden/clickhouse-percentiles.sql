SELECT
  toStartOfYear("$day") AS "period",
  quantileExactInclusive(0.5)(toNullable(toFloat64("unit_price"))) AS "median-price",
  count("unit_price") AS "median-price n",
  quantileExactInclusive(0.9)(toNullable(toFloat64("weight"))) AS "p90-weight",
  count("weight") AS "p90-weight n"
FROM "orders"
WHERE "$day" <= toDate32('2026-12-31')
GROUP BY 1;
