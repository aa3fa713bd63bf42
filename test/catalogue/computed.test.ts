import { expect, test } from "vitest";
import { folderWith, type } from "../cli/terminal.ts";

const head = "helder: 1\nname: Winkel\nlanguage: nl\ntimezone: Europe/Amsterdam\n";
const metrics = `datasets:
  - {id: visits, file: visits.csv, time: day}
  - {id: sales, file: sales.csv, time: day}
metrics:
  - {id: visits, type: count, dataset: visits}
  - {id: orders, use: orders, dataset: sales}
  - {id: revenue, use: omzet, dataset: sales, of: amount}
  - {id: conversion, use: conversion-rate, numerator: orders, denominator: visits}
  - {id: order-value, use: aov, numerator: revenue, denominator: orders}
  - {id: bounce, use: bounce-rate, dataset: visits, of: pages = 1}
  - {id: speed, use: lcp, dataset: visits, of: seconds}
`;
const visits = "day,pages,seconds\n2026-01-01,1,1.0\n2026-01-02,4,2.0\n2026-01-03,1,3.0\n2026-01-04,2,4.0\n2026-01-05,3,5.0\n";
const sales = "day,amount\n2026-01-02,100.10\n2026-01-04,50.20\n";

test("instances of the catalogue are computed like any metric, in the KPI's unit", async () => {
  const { directory, dispose } = await folderWith({
    "helder.yaml": head,
    "metrics.yaml": metrics,
    "visits.csv": visits,
    "sales.csv": sales,
  });
  try {
    const asked = ["orders", "revenue", "conversion", "order-value", "bounce", "speed"];
    const said = await type("query", ...asked, "--grain", "total", "--json", "--workspace", directory, "--as-of", "2026-01-31");
    expect([said.code, said.err]).toEqual([0, ""]);
    const { series } = JSON.parse(said.out) as { series: { metric: string; unit: string; points: { value: number }[] }[] };
    expect(series.map(({ metric, unit, points }) => [metric, unit, points[0]!.value])).toEqual([
      ["orders", "count", 2],
      ["revenue", "currency", 150.3],
      ["conversion", "percent", 0.4],
      ["order-value", "currency", 75.15],
      ["bounce", "percent", 0.4],
      ["speed", "seconds", 4],
    ]);
  } finally {
    await dispose();
  }
});
