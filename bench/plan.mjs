import { planQuery } from "../dist/metric/index.js";
import { compile, duckdb } from "../dist/sql/index.js";
import { median } from "./measure.mjs";

const counts = [20, 200];
/** @type {import("../dist/metric/index.js").LoadedDataset} */
const orders = {
  id: "orders",
  columns: new Map([
    ["ordered_at", "timestamp"],
    ["customer_id", "integer"],
    ["channel", "text"],
    ["status", "text"],
    ["quantity", "integer"],
    ["unit_price", "decimal"],
    ["revenue", "decimal"],
    ["cost", "decimal"],
  ]),
  first: "2024-01-01",
  last: "2026-10-31",
  watermark: "2026-10-31",
  hasTime: true,
};

/** Metrics that differ from one another in what they count and under which condition. @param {number} count */
function frameworkOf(count) {
  const metrics = Array.from({ length: count }, (_, index) => {
    const where = `status <> 'cancelled' and quantity >= ${index % 40} and channel in ('web', 'app')`;
    const common = { id: `m${index}`, dataset: "orders", where };
    const shapes = [
      { ...common, type: "sum", of: "quantity * unit_price - cost" },
      { ...common, type: "count" },
      { ...common, type: "count-distinct", of: "customer_id" },
      { ...common, type: "average", of: "coalesce(revenue, 0) / nullif(quantity, 0)" },
      { id: `m${index}`, type: "ratio", numerator: `m${Math.max(0, index - 4)}`, denominator: `m${Math.max(0, index - 3)}` },
    ];
    return shapes[index % 5];
  });
  const datasets = [{ id: "orders", file: "orders.csv", time: "ordered_at", customer: "customer_id", columns: {}, format: {} }];
  const framework = { settings: { timezone: "Europe/Amsterdam", fiscalYear: { starts: "01-01" } }, datasets, metrics, segments: [] };
  return /** @type {import("../dist/framework/index.js").Framework} */ (/** @type {unknown} */ (framework));
}

/** @param {number} count */
function planned(count) {
  const framework = frameworkOf(count);
  const metrics = framework.metrics.map(({ id }) => id);
  const start = performance.now();
  const { plans } = planQuery(
    framework,
    { datasets: new Map([["orders", orders]]), fiscalStart: "01-01" },
    { metrics, grain: "month", by: ["channel"], where: null, from: null, to: null, asOf: "2026-11-01", compare: null },
  );
  for (const plan of plans) compile(plan, duckdb);
  return performance.now() - start;
}

/** @param {{rounds: number}} options */
export function plan({ rounds }) {
  const cold = planned(200);
  const times = counts.map((count) => median(Array.from({ length: rounds * 5 }, () => planned(count))));
  return [
    { name: "200 metrics on one dataset, first time", value: cold, unit: "ms", wish: "wish: < 50 ms" },
    { name: "200 metrics on one dataset", value: times[1] ?? 0, unit: "ms", wish: "wish: < 50 ms" },
    { name: "20 metrics on one dataset", value: times[0] ?? 0, unit: "ms" },
  ];
}
