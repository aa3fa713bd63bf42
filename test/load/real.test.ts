import { copyFileSync, existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { folder, type Loaded, loading } from "./folder.ts";

const shared = join(import.meta.dirname, "../../../shared/data");
const present = existsSync(join(shared, "TRUTH.json"));
if (!present) console.warn("skipped: ../shared/data is absent");

async function load<T>(file: string, dataset: object, work: (loaded: Loaded) => Promise<T>): Promise<T> {
  const directory = folder();
  copyFileSync(join(shared, file), join(directory, basename(file)));
  return loading(directory, [{ id: "a", file: basename(file), ...dataset }], work);
}

describe.skipIf(!present)("real data, against independently computed answers", () => {
  const truth = present ? JSON.parse(readFileSync(join(shared, "TRUTH.json"), "utf8")) : {};

  test("CDNOW: revenue by month to the cent", async () => {
    await load("cdnow/cdnow_sample.csv", { time: "date", customer: "customer_id" }, async ({ rows, file }) => {
      const { cdnow_sample: expected } = truth;
      expect(file).toMatchObject({ rows: expected.rows, from: expected.date_min, to: expected.date_max, rejected: 0 });
      expect(await rows("SELECT count(DISTINCT customer_id), sum(amount), sum(cds) FROM data.a")).toEqual([
        [expected.customers, expected.total_amount, expected.total_cds],
      ]);
      const months = await rows(`SELECT strftime("$day", '%Y-%m'), sum(amount) FROM data.a GROUP BY 1 ORDER BY 1`);
      expect(Object.fromEntries(months as [string, number][])).toEqual(expected.revenue_by_month);
    });
  });

  test("Online Retail: cancellations, blank customers, duplicates", async () => {
    const { online_retail_first5000: expected } = truth;
    await load("retail/online_retail_first5000.csv", { time: "InvoiceDate" }, async ({ rows, file }) => {
      expect(file).toMatchObject({
        rows: expected.rows,
        duplicates: { identical: expected.exact_duplicate_rows_beyond_first, differing: 0 },
      });
      const found =
        await rows(`SELECT count(*) FILTER (WHERE InvoiceNo LIKE 'C%'), count(*) FILTER (WHERE CustomerID IS NULL), count(DISTINCT InvoiceNo),
        sum(Quantity * UnitPrice) FILTER (WHERE InvoiceNo NOT LIKE 'C%' AND Quantity > 0 AND UnitPrice > 0) FROM data.a`);
      expect(found).toEqual([[expected.cancel_rows, expected.rows_without_customer, expected.distinct_invoices, expected.sales.revenue]]);
    });
    await load("retail/online_retail_first5000.csv", { key: "all" }, async ({ file }) =>
      expect(file.rows).toBe(expected.rows - expected.exact_duplicate_rows_beyond_first),
    );
  });

  test("Olist: reviews over several lines, orders", async () => {
    const { olist_b: expected } = truth;
    await load("olist_b/olist_order_reviews_dataset.csv", { time: "review_creation_date" }, async ({ rows, file }) => {
      expect(file).toMatchObject({ rows: expected.reviews, rejected: 0 });
      const [[mean, comments, orders]] = (await rows(
        "SELECT avg(review_score), count(review_comment_message), count(DISTINCT order_id) FROM data.a",
      )) as [[number, number, number]];
      expect(mean).toBeCloseTo(expected.mean_review_score, 5);
      expect([comments, orders]).toEqual([expected.reviews_with_comment, expected.orders_reviewed]);
    });
    await load("olist_b/olist_orders_dataset.csv", { time: "order_purchase_timestamp", key: "order_id" }, async ({ rows, file }) => {
      expect(file.rows).toBe(expected.orders);
      const status = await rows("SELECT order_status, count(*) FROM data.a GROUP BY 1 HAVING count(*) > 5");
      expect(Object.fromEntries(status as [string, number][])).toMatchObject(expected.order_status);
      expect(
        await rows(
          "SELECT min(order_purchase_timestamp), max(order_purchase_timestamp), count(*) FILTER (WHERE order_delivered_customer_date > order_estimated_delivery_date AND order_status = 'delivered') FROM data.a",
        ),
      ).toEqual([[expected.purchase_min.replace(" ", "T"), expected.purchase_max.replace(" ", "T"), expected.late_ts.orders_late]]);
    });
    await load("olist_b/olist_order_items_dataset.csv", {}, async ({ rows }) => {
      expect(await rows("SELECT count(*), sum(price), sum(freight_value) FROM data.a")).toEqual([
        [expected.items, expected.items_price, expected.items_freight],
      ]);
    });
  });

  test("Complete Journey, packed: sales by month", async () => {
    const { complete_journey_sample: expected } = truth;
    await load("retail/cj_transactions_sample.csv.gz", { time: "transaction_timestamp" }, async ({ rows, file }) => {
      expect(file.rows).toBe(75_000);
      const months = (await rows(`SELECT strftime("$day", '%Y-%m'), sum(sales_value) FROM data.a GROUP BY 1 ORDER BY 1`)) as [
        string,
        number,
      ][];
      const known = Object.values(expected).find(
        (one): one is Record<string, number> => typeof one === "object" && one !== null && "2017-06" in one,
      );
      expect(known).toBeDefined();
      for (const [month, value] of months) expect(value, month).toBeCloseTo(known![month]!, 2);
    });
  });

  test("Telco: blank TotalCharges are nulls in a decimal column", async () => {
    const { telco_churn: expected } = truth;
    await load("subscription/Telco-Customer-Churn.csv", { key: "customerID" }, async ({ rows, file }) => {
      expect(file.rows).toBe(expected.rows);
      expect(
        await rows(
          "SELECT count(*) - count(TotalCharges), sum(TotalCharges), sum(MonthlyCharges), count(*) FILTER (WHERE Churn = 'Yes') FROM data.a",
        ),
      ).toEqual([[expected.blank_TotalCharges, expected.sum_TotalCharges, expected.MRR_all, expected.churned]]);
    });
  });

  test("a GA4 export: numbers as text are numbers, nested records are columns", async () => {
    await load("web/ga4_export/event_id_input.json", {}, async ({ rows, file }) => {
      expect(file.rows).toBe(2);
      expect(
        (await rows(`SELECT DISTINCT typeof(event_timestamp), typeof("device.category"), typeof(event_params) FROM data.a`))[0],
      ).toEqual(["BIGINT", "VARCHAR", "VARCHAR"]);
    });
  });
});
