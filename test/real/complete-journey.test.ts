import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { present, total, truth, values, workspaceWith } from "./shared.ts";

const yaml = `
helder: 1
name: Complete Journey
timezone: America/New_York
datasets:
  - {id: lines, file: data/cj_transactions_sample.csv.gz, time: transaction_timestamp, customer: household_id}
metrics:
  - {id: sales, type: sum, dataset: lines, of: sales_value, unit: currency}
  - {id: quantity, type: sum, dataset: lines, of: quantity}
  - {id: largest, type: max, dataset: lines, of: quantity}
  - {id: lines, type: count, dataset: lines}
  - {id: households, type: count-distinct, dataset: lines, of: household_id}
  - {id: baskets, type: count-distinct, dataset: lines, of: basket_id}
`;

describe.skipIf(!present)("Complete Journey, gzipped", () => {
  let opened: Awaited<ReturnType<typeof workspaceWith>>;
  beforeAll(async () => {
    opened = await workspaceWith(["retail/cj_transactions_sample.csv.gz"], yaml);
  });
  afterAll(() => opened.dispose());

  test("sales by month", async () => {
    expect(await values(opened.engine, "sales")).toEqual(truth["complete_journey_sample"].sales_by_month);
  });

  test.each([
    ["sales", "sales_value"],
    ["quantity", "quantity"],
    ["largest", "max_quantity"],
    ["lines", "rows"],
    ["households", "households"],
    ["baskets", "baskets"],
  ])("%s", async (metric, path) => {
    expect(await total(opened.engine, metric)).toBe(truth["complete_journey_sample"][path]);
  });
});
