SELECT
  "$day" AS "period",
  if(isFinite("weight"), "weight", NULL) AS "weight",
  arrayReduce('sumKahan', arraySort(groupArray("weight"))) AS "total-weight",
  count("weight") AS "total-weight n",
  max(toNullable("weight")) AS "heaviest",
  min(toNullable("weight")) AS "lightest"
FROM "orders"
WHERE "$day" <= toDate32('2026-12-31')
GROUP BY 1, 2;
