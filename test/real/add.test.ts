import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Addition, type LoadedFile, openLocalEngine, proposeAdditions, sniffed, writeAdditions } from "../../src/engine/index.ts";
import { lines, present, truth } from "./shared.ts";

const shared = fileURLToPath(new URL("../../../shared/data/", import.meta.url));
const read = new Set([".csv", ".txt", ".gz", ".json", ".xlsm"]);
/** Answers of programs that hold no table: a list of lists, and a report without rows. */
const noTable = ["getBulkRequest.json"];

describe.skipIf(!present)("helder add reads every file of the real data with one confirmation", () => {
  let directory = "";
  let additions: readonly Addition[] = [];
  let loaded: readonly LoadedFile[] = [];
  let failures: readonly string[] = [];
  const of = (name: string) => additions.find(({ file }) => file.endsWith(name))!;
  const typeIn = (name: string, column: string) => of(name).columns.find((one) => one.name === column)?.type;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "helder-add-real-"));
    await writeFile(join(directory, "helder.yaml"), "helder: 1\nname: Echt\nlanguage: nl\ntimezone: UTC\n");
    await mkdir(join(directory, "data"));
    const files = (await readdir(shared, { recursive: true, withFileTypes: true })).filter(
      (entry) =>
        entry.isFile() && read.has(extname(entry.name)) && entry.name !== "TRUTH.json" && !noTable.some((end) => entry.name.endsWith(end)),
    );
    for (const { parentPath, name } of files) await cp(join(parentPath, name), join(directory, "data", name));
    additions = await proposeAdditions(
      directory,
      files.map(({ name }) => join(directory, "data", name)),
    );
    await writeAdditions(directory, additions);
    const engine = openLocalEngine(directory);
    try {
      const result = await engine.load({ datasets: null });
      loaded = result.datasets;
      failures = result.failures.map(({ error }) => error.message);
    } finally {
      await engine.close();
    }
  }, 600_000);
  afterAll(() => rm(directory, { recursive: true, force: true }));

  test("all are loaded, no line is rejected", () => {
    expect(failures).toEqual([]);
    expect(loaded.length).toBe(additions.length);
    expect(loaded.filter(({ rejected }) => rejected > 0)).toEqual([]);
  });

  test("as many rows as others counted", () => {
    const rows = Object.fromEntries(additions.map(({ file, rows: count }) => [file.split("/").at(-1)!, count]));
    expect(rows).toMatchObject({
      "cdnow_sample.csv": truth["cdnow_sample"].rows,
      "CDNOW_sample.txt": lines("cdnow/CDNOW_sample.txt").length,
      "hillstrom_data.csv": truth["hillstrom"].rows,
      "Telco-Customer-Churn.csv": truth["telco_churn"].rows,
      "online_retail_first5000.csv": truth["online_retail_first5000"].rows,
      "olist_orders_dataset.csv": truth["olist_b"].orders,
      "olist_order_items_dataset.csv": truth["olist_b"].items,
      "olist_order_reviews_dataset.csv": truth["olist_b"].reviews,
      "carpentries_longterm_202003.csv": truth["carpentries_nps"]["carpentries_longterm_202003.csv"].rows,
      "cj_transactions_sample.csv.gz": 75_000,
      "nhs_pensions_FIC_data.example.xlsm": 21,
    });
  });

  test("who, when and what of the well-known ones", () => {
    const named = (name: string) => {
      const { key, time, customer, roles } = of(name);
      return { key, time, customer, amount: [...roles].find(([, { role }]) => role === "amount")?.[0] ?? null };
    };
    expect(named("cdnow_sample.csv")).toEqual({ key: null, time: "date", customer: "customer_id", amount: "amount" });
    expect(named("online_retail_first5000.csv")).toMatchObject({ key: null, time: "InvoiceDate", customer: "CustomerID" });
    expect(named("olist_orders_dataset.csv")).toMatchObject({ key: "order_id", time: "order_purchase_timestamp", customer: "customer_id" });
    expect(named("olist_customers_dataset.csv")).toMatchObject({ key: "customer_id", customer: "customer_unique_id" });
    expect(named("cj_transactions_sample.csv.gz")).toMatchObject({
      time: "transaction_timestamp",
      customer: "household_id",
      amount: "sales_value",
    });
    expect(named("mrr_playbook_subscription_periods.csv")).toMatchObject({
      time: "start_date",
      customer: "customer_id",
      amount: "monthly_amount",
    });
    expect(named("charge_data.csv")).toMatchObject({ key: "id", time: "created", customer: "customer_id", amount: "amount" });
  });

  test("Telco: blank TotalCharges are nothing in a column of amounts, yes and no are true and false", () => {
    expect(typeIn("Telco-Customer-Churn.csv", "TotalCharges")).toBe("decimal");
    expect(typeIn("Telco-Customer-Churn.csv", "Churn")).toBe("boolean");
  });

  test("NHS: two header rows, days as numbers of a spreadsheet", () => {
    const { format, columns, from, to } = of("FIC_data.example.xlsm");
    expect(format).toMatchObject({ sheet: "FIC_data", header: 2, date: "excel" });
    expect(columns.slice(2, 4)).toEqual([
      { name: "ID.date Date of interview", type: "date", example: "2021-05-04" },
      { name: "ID.start Time interview started", type: "text", example: "18:13:15" },
    ]);
    expect([from, to]).toEqual(["2021-05-04", "2021-10-07"]);
  });

  test("Salesforce: the records are the rows; CDNOW without a header: leading zeros stay, 19970101 is a day", () => {
    expect(of("query_accounts_v28.json")).toMatchObject({ rows: 5, format: { rows: "records[]" } });
    expect(of("CDNOW_sample.txt")).toMatchObject({
      time: "column3",
      from: "1997-01-01",
      to: "1998-06-30",
      format: { header: 0, delimiter: " " },
    });
    expect(of("CDNOW_sample.txt").columns.map(({ type }) => type)).toEqual(["text", "text", "date", "integer", "decimal"]);
  });

  test("returns, cancellations and cents are doubted", () => {
    const codes = (name: string) => of(name).doubts.map(({ column, code }) => `${column ?? ""} ${code}`);
    expect(codes("online_retail_first5000.csv")).toEqual(expect.arrayContaining(["InvoiceNo cancelled-rows", "Quantity negative-lines"]));
    expect(codes("raw_payments.csv")).toContain("amount cents");
  });

  test("without a workspace, from the raw files", async () => {
    const found = await sniffed([join(shared, "jaffle/raw_orders.csv")], { language: "en", timezone: "UTC" });
    expect(found).toMatchObject([{ key: "id", time: "order_date", customer: "user_id", rows: 99, from: "2018-01-01", to: "2018-04-09" }]);
  });

  test("what is no table is refused with the reason", async () => {
    const bulk = join(shared, "web/matomo/test_OneVisitorTwoVisits_bulk_json__API.getBulkRequest.json");
    await expect(sniffed([bulk], { language: "en", timezone: "UTC" })).rejects.toMatchObject({ code: "file-unreadable" });
    const xml = join(shared, "web/matomo/test_OneVisitorTwoVisits__Actions.get_day.xml");
    await expect(sniffed([xml], { language: "en", timezone: "UTC" })).rejects.toMatchObject({ code: "unknown-file-type" });
  });
});
