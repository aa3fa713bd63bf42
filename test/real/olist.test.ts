import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { present, total, truth, values, workspaceWith } from "./shared.ts";

const yaml = `
helder: 1
name: Olist
timezone: America/Sao_Paulo
currency: BRL
datasets:
  - id: orders
    file: data/olist_orders_dataset.csv
    time: order_purchase_timestamp
    customer: customer_id
    columns:
      delivered_on: cast(order_delivered_customer_date as date)
      promised_on: cast(order_estimated_delivery_date as date)
  - {id: customers, file: data/olist_customers_dataset.csv}
  - {id: items, file: data/olist_order_items_dataset.csv, time: shipping_limit_date}
  - {id: payments, file: data/olist_order_payments_dataset.csv}
  - {id: reviews, file: data/olist_order_reviews_dataset.csv, time: review_creation_date}
metrics:
  - {id: orders, type: count, dataset: orders}
  - {id: customers, type: count-distinct, dataset: customers, of: customer_unique_id}
  - {id: late, type: share, dataset: orders, of: order_delivered_customer_date > order_estimated_delivery_date, where: order_status = 'delivered'}
  - {id: late-by-day, type: share, dataset: orders, of: delivered_on > promised_on, where: order_status = 'delivered'}
  - {id: items, type: count, dataset: items}
  - {id: price, type: sum, dataset: items, of: price}
  - {id: freight, type: sum, dataset: items, of: freight_value}
  - {id: paid, type: sum, dataset: payments, of: payment_value}
  - {id: reviews, type: count, dataset: reviews}
  - {id: reviewed, type: count-distinct, dataset: reviews, of: order_id}
  - {id: score, type: average, dataset: reviews, of: review_score}
  - {id: top-two, type: share, dataset: reviews, of: review_score >= 4}
  - {id: commented, type: count, dataset: reviews, of: review_comment_message}
`;

describe.skipIf(!present)("Olist, from the single files", () => {
  let opened: Awaited<ReturnType<typeof workspaceWith>>;
  beforeAll(async () => {
    const files = ["orders", "customers", "order_items", "order_payments", "order_reviews"];
    opened = await workspaceWith(
      files.map((file) => `olist_b/olist_${file}_dataset.csv`),
      yaml,
    );
  });
  afterAll(() => opened.dispose());

  test.each([
    ["orders", "orders", 1],
    ["customers", "customers_by_customer_unique_id", 1],
    ["late", "late_ts.late_rate_pct", 0.01],
    ["late-by-day", "late_date.late_rate_pct", 0.01],
    ["items", "items", 1],
    ["price", "items_price", 1],
    ["freight", "items_freight", 1],
    ["paid", "payments_total", 1],
    ["reviews", "reviews", 1],
    ["reviewed", "orders_reviewed", 1],
    ["score", "mean_review_score", 1],
    ["top-two", "CSAT_top2box_pct", 0.01],
    ["commented", "reviews_with_comment", 1],
  ])("%s", async (metric, path, scale) => {
    const expected = path.split(".").reduce((value, key) => value[key], truth["olist_b"]) * scale;
    // The answers are printed with six decimals.
    expect(Math.abs((await total(opened.engine, metric))! - expected)).toBeLessThan(5e-6);
  });

  test("orders by status, review scores by score", async () => {
    expect(await values(opened.engine, "orders", { grain: "total", by: ["order_status"] })).toEqual(truth["olist_b"].order_status);
    expect(await values(opened.engine, "reviews", { grain: "total", by: ["review_score"] })).toEqual(truth["olist_b"].review_score_counts);
  });
});
