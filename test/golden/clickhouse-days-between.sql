SELECT
  coalesce(sum(toDecimal128(dateDiff('day', toDate32("ordered_at"), "delivered_on"), 0)), 0) AS "days-to-deliver sum",
  count(dateDiff('day', toDate32("ordered_at"), "delivered_on")) AS "days-to-deliver n"
FROM "orders"
WHERE "$day" <= toDate32('2026-12-31');
