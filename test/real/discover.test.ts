import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { discover, type Discovery } from "../../src/engine/index.ts";
import { present, truth } from "./shared.ts";

const shared = fileURLToPath(new URL("../../../shared/data/", import.meta.url));

function discovered(...files: readonly string[]): Promise<Discovery> {
  return discover({
    files: files.map((file) => join(shared, file)),
    directory: null,
    language: "en",
    timezone: "UTC",
    currency: "EUR",
    active: { count: 20, unit: "year" },
    lapsed: { count: 12, unit: "month" },
    top: 0.1,
    asOf: null,
    export: null,
  });
}

const value = ({ facts }: Discovery, id: string) => facts.find((fact) => fact.id === id)!.value;

describe.skipIf(!present)("helder discover on the real data", () => {
  test("Online Retail: sales without cancellations, tied to customers or not", async () => {
    const { sales, identified, cancel_rows } = truth["online_retail_first5000"];
    const found = await discovered("retail/online_retail_first5000.csv");
    expect(found.asOf).toBe("2010-12-02");
    expect(found.mapping).toMatchObject({ duplicates: 79, excluded: { cancelled: cancel_rows ?? 70 } });
    expect(found.steps.registered.transactions).toBe(sales.orders);
    expect(found.steps.registered.registered).toBe(identified.orders);
    expect(found.steps.registered.revenueShare).toBeCloseTo(identified.share_of_revenue, 12);
    expect(found.steps.active.customers).toBe(identified.customers);
    expect(value(found, "active-revenue")).toBeCloseTo(identified.revenue, 6);
    expect(value(found, "order-value")).toBeCloseTo(sales.AOV, 9);
    expect(value(found, "basket-size")).toBeCloseTo(sales.units / sales.orders, 9);
    expect(value(found, "top-customers")).toBe(identified.top10pct.k_ceil);
    expect(value(found, "top-revenue-share")).toBeCloseTo(identified.top10pct.share, 9);
    expect(value(found, "second-order-rate")).toBeCloseTo(identified.customers_with_2_or_more_orders / identified.customers, 12);
  }, 60_000);

  test("CDNOW: lines of no value are no sale", async () => {
    const { total_amount, rows_amt_zero } = truth["cdnow_sample"];
    const found = await discovered("cdnow/cdnow_sample.csv");
    expect(value(found, "active-revenue")).toBeCloseTo(total_amount, 6);
    expect(found.mapping.excluded).toEqual({ "non-positive-amount": rows_amt_zero });
  }, 60_000);

  test("apparel and grocery: a customer-day is a transaction", async () => {
    const apparel = await discovered("retail/clv_apparelTrans.csv");
    expect(apparel.steps.active.customers).toBe(truth["apparel"].customers);
    expect(value(apparel, "active-revenue")).toBeCloseTo(truth["apparel"].revenue, 6);
    const grocery = await discovered("retail/groceryElog.csv");
    expect(grocery.steps.active.customers).toBe(truth["grocery_elog"].customers);
    expect(value(grocery, "second-order-rate")).toBeCloseTo(truth["grocery_elog"].repeat_customers / truth["grocery_elog"].customers, 12);
    expect(value(grocery, "active-revenue")).toBeNull();
  }, 60_000);

  test("Complete Journey: baskets of eleven digits are transactions", async () => {
    const { baskets, sales_value, top10pct_households } = truth["complete_journey_sample"];
    const found = await discovered("retail/cj_transactions_sample.csv.gz");
    // Baskets of which no line has a value and a quantity above zero are no transactions.
    expect(found.steps.registered.transactions).toBeGreaterThan(0.99 * baskets);
    expect(found.steps.registered.transactions).toBeLessThanOrEqual(baskets);
    expect(value(found, "active-revenue")).toBeCloseTo(sales_value, 2);
    expect(value(found, "top-revenue-share")).toBeCloseTo(top10pct_households.share, 6);
  });

  test("Olist: orders and lines joined, two ids are one person", async () => {
    const files = ["customers", "orders", "order_items"].map((name) => `olist_b/olist_${name}_dataset.csv`);
    const found = await discovered(...files);
    expect(found.steps.profiles).toMatchObject({ customers: truth["olist_b"].customers_by_customer_unique_id, duplicates: 5 });
    expect(value(found, "order-value")).toBeCloseTo(truth["olist_b"].AOV_price_excl_canceled_unavailable, 5);
  }, 60_000);
});
