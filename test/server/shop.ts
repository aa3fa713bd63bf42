import { folderWith } from "../cli/terminal.ts";

const yaml = `helder: 1
name: Shop
language: en
superKpi: more-orders
datasets:
  - {id: orders, file: data/orders.csv, time: day, customer: customer}
metrics:
  - {id: revenue, type: sum, dataset: orders, of: amount, unit: currency}
  - {id: orders, type: count, dataset: orders}
  - {id: aov, type: ratio, numerator: revenue, denominator: orders}
  - {id: mood, type: observed, unit: score}
goals:
  - {id: grow, name: Grow, promise: Good things}
objectives:
  - {id: sell, name: Sell more, supports: [grow]}
kpis:
  - {id: more-orders, name: More orders, measures: sell, metric: orders, direction: up, target: {value: 60, from: 2026-01-01, to: 2026-03-31}, owner: sales}
  - {id: order-value, name: Value of an order, measures: sell, metric: aov, direction: up, target: {value: 30, from: 2026-01-01, to: 2026-03-31}}
teams:
  - {id: sales, name: Sales}
`;

/** One order on most days from 1 December 2025 through 20 February 2026. */
function orders(): string {
  const lines = ["id,day,customer,channel,amount"];
  for (let index = 0; index < 82; index++) {
    const day = new Date(Date.UTC(2025, 11, 1 + index)).toISOString().slice(0, 10);
    lines.push(
      `${index},${day},c${index % 17},${index % 3 === 0 ? "web" : "store"},${20 + (index % 10)}.${String(index % 100).padStart(2, "0")}`,
    );
  }
  return `${lines.join("\n")}\n`;
}

export const asOf = "2026-02-20";

export function shop(): ReturnType<typeof folderWith> {
  return folderWith({ "helder.yaml": yaml, "data/orders.csv": orders() });
}
