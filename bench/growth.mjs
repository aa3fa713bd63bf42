import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openLocalEngine } from "../dist/engine/index.js";
import { interleaved } from "./measure.mjs";
import { additive, distinct, makeOrders, workspaceText } from "./orders.mjs";

/** Conditions that make ten metrics of one. */
const slices = [1, 2, 3, 4, 5, 6, 7, 8].map((least) => `quantity >= ${least}`);
slices.push("shipping > 7", "delivery_days <= 7");

/**
 * What a tenth of the rows costs beside all of them (24 KPIs × month × channel), and what 20 metrics of one dataset cost beside 200.
 * @param {{rows: number, rounds: number}} options
 */
export async function growth({ rows, rounds }) {
  const few = Math.max(1, Math.floor(rows / 10));
  const large = await open(rows, { ...additive, ...distinct });
  const small = await open(few, { ...additive, ...distinct, ...multiplied });
  const twenty = Object.keys(multiplied).filter((id) => id.endsWith("-1"));
  const times = await interleaved(
    {
      all: () => large.ask(Object.keys({ ...additive, ...distinct })),
      tenth: () => small.ask(Object.keys({ ...additive, ...distinct })),
      metrics20: () => small.ask(twenty),
      metrics200: () => small.ask(Object.keys(multiplied)),
    },
    rounds,
  );
  await large.close();
  await small.close();
  return [
    { name: `${few} rows, 24 KPIs`, value: times.tenth / 1000, unit: "s" },
    { name: `${rows} rows, 24 KPIs`, value: times.all / 1000, unit: "s" },
    { name: `${few} rows, ${twenty.length} metrics`, value: times.metrics20 / 1000, unit: "s" },
    { name: `${few} rows, ${Object.keys(multiplied).length} metrics`, value: times.metrics200 / 1000, unit: "s" },
    { name: "ten times the rows", value: times.all / times.tenth, unit: "×", wish: "≤ 11" },
    { name: "ten times the metrics", value: times.metrics200 / times.metrics20, unit: "×", wish: "≤ 4" },
  ];
}

/** 20 metrics that are not made of others, ten times: each with another condition beside its own. */
const multiplied = Object.fromEntries(
  Object.entries({
    ...additive,
    "web-units": { sql: "", malloy: "", yaml: "type: sum, dataset: orders, of: quantity, where: \"channel = 'web'\"" },
    "web-orders": { sql: "", malloy: "", yaml: "type: count, dataset: orders, where: \"channel = 'web'\"" },
  })
    .filter(([, { yaml }]) => yaml.includes("dataset: orders"))
    .flatMap(([id, asked]) =>
      slices.map((slice, index) => {
        const own = /, where: "(.*)"/.exec(asked.yaml)?.[1];
        const yaml = `${asked.yaml.replace(/, where: ".*"/, "")}, where: "${own === undefined ? slice : `${own} and ${slice}`}"`;
        return [`${id}-${index}`, { ...asked, yaml }];
      }),
    ),
);

/**
 * @param {number} rows
 * @param {Record<string, import("./orders.mjs").Asked>} metrics
 */
async function open(rows, metrics) {
  const directory = fileURLToPath(new URL(`data/orders-${rows}`, import.meta.url));
  await makeOrders(join(directory, "data", "orders.parquet"), { rows, customers: Math.max(1, Math.floor(rows / 10)) });
  writeFileSync(join(directory, "helder.yaml"), workspaceText(metrics));
  // A trace keeps the engine from answering out of what it answered before.
  const engine = openLocalEngine(directory, { trace: () => undefined });
  await engine.load({ datasets: null });
  return {
    /** @param {string[]} asked */
    ask: (asked) =>
      engine.query({
        metrics: asked,
        grain: "month",
        by: ["channel"],
        where: null,
        from: null,
        to: null,
        asOf: null,
        compare: null,
      }),
    close: () => engine.close(),
  };
}
