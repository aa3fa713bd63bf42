SELECT
  toStartOfMonth("$day") AS "period",
  argMax(toNullable("unit_price"), tuple("ordered_at", "$row")) AS "shown-price",
  count("unit_price") AS "shown-price n"
FROM "orders"
WHERE "$day" <= toDate32('2026-12-31')
GROUP BY 1;
