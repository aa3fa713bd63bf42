import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type LocalEngine, openLocalEngine } from "../../src/engine/index.ts";
import { present } from "./shared.ts";

const folder = fileURLToPath(new URL("../../../shared/data/metricflow/simple_model/", import.meta.url));

interface Table {
  readonly table_snapshot: {
    readonly column_definitions: readonly { readonly name: string }[];
    readonly rows: readonly (readonly string[])[];
  };
}

const metrics = ["7 days", "3 days", "1 day"].map(
  (window) =>
    `  - {id: buys-${window.replace(" ", "-")}, type: conversion, from: {dataset: visits}, to: {dataset: buys}, window: ${window}}`,
);
const yaml = `
helder: 1
name: MetricFlow
datasets:
  - {id: visits, file: fct_visits.csv, time: ds, customer: user_id, key: all}
  - {id: buys, file: fct_buys.csv, time: ds, customer: user_id, key: all}
metrics:
${metrics.join("\n")}
`;

describe.skipIf(!present)("MetricFlow's visits and buys", () => {
  let engine: LocalEngine;
  let directory: string;
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), "helder-real-"));
    for (const name of ["fct_visits", "fct_buys"]) {
      const { column_definitions, rows } = (parse(readFileSync(join(folder, `${name}.yaml`), "utf8")) as Table).table_snapshot;
      const lines = [column_definitions.map((column) => column.name), ...rows].map((row) => row.join(","));
      writeFileSync(join(directory, `${name}.csv`), `${lines.join("\n")}\n`);
    }
    writeFileSync(join(directory, "helder.yaml"), yaml);
    engine = openLocalEngine(directory);
  });
  afterAll(async () => {
    await engine.close();
    rmSync(directory, { recursive: true, force: true });
  });

  const ask = async (metric: string, more: object = {}) => {
    const asked = { metrics: [metric], grain: "total" as const, by: [], where: null, from: null, to: null, asOf: null, compare: null };
    return (await engine.query({ ...asked, ...more })).series;
  };

  // Eleven visitors; u0004214, u0003154, u0005472 and u0005414 never buy. u0003141 buys 6 days after the visit, u1612112 after 5.
  test.each([
    ["buys-7-days", 7 / 11],
    ["buys-3-days", 5 / 11],
    ["buys-1-day", 4 / 11],
  ])("%s", async (metric, value) => {
    const [series] = await ask(metric);
    expect(series!.points).toMatchObject([{ n: 11, value }]);
  });

  test("a customer of two referrers converts for each from which the buy followed in time", async () => {
    const series = await ask("buys-1-day", { by: ["referrer_id"] });
    const told = Object.fromEntries(series.map(({ segment, points }) => [segment["referrer_id"], [points[0]!.n, points[0]!.value]]));
    expect(told).toEqual({
      // u0004114 of 1 January, u0003452 two days before the buy, u0042324 on its day.
      fb_ad_1: [3, 2 / 3],
      // u0004214 never; u0004114 on the day of the second buy.
      fb_ad_2: [2, 1 / 2],
      // u0005432 of 2 January, two days before the buy.
      fb_ad_3: [1, 0],
      // u0005432 the day before it, u0005414 never, u0004117 on the day.
      google_ad_1: [3, 2 / 3],
      google_ad_2: [1, 0],
      // u0003141, u1612112, and u0004114 of 6 January, the day before the second buy.
      homepage_1: [3, 1 / 3],
      homepage_2: [1, 0],
      // u0003141 of 12 January, after the last buy.
      user_1: [1, 0],
      user_2: [1, 0],
    });
  });
});
