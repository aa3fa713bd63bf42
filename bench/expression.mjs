import { parse, type } from "../dist/expression/index.js";
import { median } from "./measure.mjs";

const expressions = [
  "revenue",
  "quantity * unit_price",
  "(revenue - cost) / revenue",
  "status <> 'cancelled'",
  "status = 'completed' and channel in ('web', 'app') and quantity >= 2",
  "ordered_at between DATE '2026-01-01' and DATE '2026-03-31'",
  "coalesce(discount, 0) / nullif(quantity * unit_price, 0)",
  "case when quantity >= 10 then 'large' when quantity >= 3 then 'medium' else 'small' end",
  "lower(trim(channel)) like 'web%' or customer_id is not null",
  "round(cast(unit_price as decimal) * (1 - 0.21), 2) - abs(cost)",
];

/** @type {import("../dist/expression/index.js").Columns} */
const columns = new Map([
  ["quantity", "integer"],
  ["unit_price", "decimal"],
  ["revenue", "decimal"],
  ["cost", "decimal"],
  ["discount", "decimal"],
  ["status", "text"],
  ["channel", "text"],
  ["customer_id", "integer"],
  ["ordered_at", "timestamp"],
]);

/** @param {{rounds: number}} options */
export function expression({ rounds }) {
  const repeats = 2_000;
  const batch = () => {
    const start = performance.now();
    for (let index = 0; index < repeats; index++) for (const text of expressions) typed(text);
    return ((performance.now() - start) * 1000) / (repeats * expressions.length);
  };
  const start = performance.now();
  for (const text of expressions) typed(text);
  const cold = ((performance.now() - start) * 1000) / expressions.length;
  batch();
  const warm = median(Array.from({ length: rounds }, batch));
  return [
    { name: "parse and type an expression", value: warm, unit: "µs", wish: "≤ 20" },
    { name: "one of the first ten, cold", value: cold, unit: "µs" },
  ];
}

/** @param {string} text */
function typed(text) {
  const parsed = parse(text);
  const outcome = parsed.ok ? type(parsed.value, columns) : parsed;
  if (!outcome.ok) throw new Error(`${text}: ${JSON.stringify(outcome.error)}`);
}
