import { beforeAll, describe, expect, test } from "vitest";
import { addDays, addMonths, type Day } from "../../src/calendar/index.ts";
import * as counted from "../examples/counted.ts";
import { parsedAt } from "../examples/example.ts";
import { simulationLaws } from "./laws.ts";
import { readCsv, type Row, simulatedTexts } from "./rows.ts";

/** What the story makes of the targets half-way a quarter. */
const drawn = {
  "sea-impressions": "on-track",
  "new-visitors": "on-track",
  "time-on-site": "on-track",
  "returning-visitors": "at-risk",
  "whitepaper-downloads": "achieved",
  "quote-requests": "behind",
  "bathrooms-sold": "on-track",
  "extra-decoration": "on-track",
  "first-order-retention": "at-risk",
  "instant-page": "on-track",
  fits: "on-track",
  "quick-quote": "behind",
  undamaged: "at-risk",
};

describe("the data", () => {
  const today = "2026-11-22";
  const first = addDays(addMonths(today, -36), 1);
  let texts: Map<string, string>;
  const read = new Map<string, Row[]>();
  const rows = (name: string): Row[] => {
    if (!read.has(name)) read.set(name, readCsv(texts.get(`data/${name}.csv`)!));
    return read.get(name)!;
  };
  beforeAll(() => {
    texts = simulatedTexts("badkamerwinkel", { seed: 5, today });
  });

  simulationLaws("badkamerwinkel", { seed: 5, today }, () => texts, { most: 300_000 });

  test("begins three years ago and ends today", () => {
    for (const [name, column] of [
      ["visits", "date"],
      ["ads", "date"],
      ["quotes", "started_at"],
      ["order-lines", "ordered_at"],
      ["deliveries", "delivered_on"],
      ["page-speed", "measured_at"],
    ] as const) {
      let [begin, end] = [today, first];
      for (const row of rows(name)) {
        const day = row[column]!.slice(0, 10);
        if (day < begin) begin = day;
        if (day > end) end = day;
      }
      expect(begin >= first && begin <= addDays(first, 6), `${name} begins`).toBe(true);
      expect(end >= addDays(today, -2), `${name} ends`).toBe(true);
    }
    expect([...texts.keys()].filter((path) => path.includes("orders-"))).toEqual(
      [2023, 2024, 2025, 2026].map((year) => `data/orders-${year}.csv`),
    );
  });

  test("hangs together: every line has its order, every order a known customer or none, totals agree", () => {
    const customers = new Map(rows("customers").map((row) => [row["customer_id"]!, row]));
    const lines = new Map(rows("order-lines").map((row) => [row["line_id"]!, row]));
    const totals = new Map<string, number>();
    for (const line of lines.values()) {
      const cents = Math.round(Number(line["unit_price"]) * 100) * Number(line["quantity"]);
      totals.set(line["order_id"]!, (totals.get(line["order_id"]!) ?? 0) + cents);
    }
    const seen = new Set<string>();
    for (const year of [2023, 2024, 2025, 2026]) {
      for (const order of rows(`orders-${year}`)) {
        if (!order["ordered_at"]!.startsWith(String(year))) throw new Error(`year of ${order["order_id"]}`);
        if (seen.has(order["order_id"]!)) throw new Error(`${order["order_id"]} twice`);
        seen.add(order["order_id"]!);
        if (totals.get(order["order_id"]!) !== Math.round(Number(order["total"]) * 100)) throw new Error(`total of ${order["order_id"]}`);
        const customer = order["customer_id"] === "" ? null : customers.get(order["customer_id"]!);
        if (customer === undefined || (customer && customer["first_ordered_on"]! > order["ordered_at"]!.slice(0, 10))) {
          throw new Error(`customer of ${order["order_id"]}`);
        }
      }
    }
    expect([...totals.keys()].every((id) => seen.has(id))).toBe(true);
    expect(new Set(customers.keys()).size).toBe(rows("customers").length);
    for (const delivery of rows("deliveries")) if (!seen.has(delivery["order_id"]!)) throw new Error(`order of ${delivery["delivery_id"]}`);
  });

  test("a customer's second order is the first one after the first that was not cancelled", () => {
    const next = new Map<string, string>();
    const since = new Map(rows("customers").map((row) => [row["customer_id"]!, row["first_ordered_on"]!]));
    for (const year of [2023, 2024, 2025, 2026]) {
      for (const { customer_id: customer, ordered_at: at, status } of rows(`orders-${year}`)) {
        const day = at!.slice(0, 10);
        if (customer && status !== "cancelled" && day > since.get(customer)! && !next.has(customer)) next.set(customer, day);
      }
    }
    for (const row of rows("customers")) {
      if (row["first_ordered_on"]! < first) continue;
      if (row["second_ordered_on"] !== (next.get(row["customer_id"]!) ?? "")) throw new Error(`second order of ${row["customer_id"]}`);
    }
  });

  test("has the flaws of real exports", () => {
    const lines = rows("order-lines");
    const orders = rows("orders-2026");
    const survey = rows("survey");
    expect(lines.length - new Set(lines.map((row) => row["line_id"])).size).toBeGreaterThan(5);
    expect(lines.length - new Set(lines.map((row) => JSON.stringify(row))).size).toBe(
      lines.length - new Set(lines.map((row) => row["line_id"])).size,
    );
    expect(orders.filter((row) => row["customer_id"] === "").length / orders.length).toBeGreaterThan(0.04);
    expect(orders.filter((row) => row["customer_id"] === "").every((row) => row["sales_channel"] === "showroom")).toBe(true);
    expect(orders.filter((row) => row["status"] === "cancelled").length / orders.length).toBeGreaterThan(0.02);
    expect(survey.filter((row) => row["recommend"] === "").length).toBeGreaterThan(50);
    expect(survey.some((row) => row["remark"]!.includes('"') || row["remark"]!.includes("\n"))).toBe(true);
    expect(rows("quotes").filter((row) => row["status"] === "duplicate").length).toBeGreaterThan(30);
    expect(rows("deliveries").filter((row) => row["damaged"] === "").length).toBeGreaterThan(100);
    const channels = (day: string): Set<string> =>
      new Set(
        rows("visits")
          .filter((row) => row["date"] === day)
          .map((row) => row["channel"]!),
      );
    expect(channels(today).has("social")).toBe(false);
    expect(channels(addDays(today, -1)).has("social")).toBe(true);
    const measured = new Set(rows("page-speed").map((row) => row["measured_at"]!.slice(0, 10)));
    expect(["2026-08-22", "2026-08-23", "2026-08-24"].filter((day) => measured.has(day))).toEqual([]);
  });

  test("follows the seasons of the trade", () => {
    const perMonth = (name: string, column: string, month: string, amount: (row: Row) => number): number =>
      rows(name)
        .filter((row) => row[column]!.startsWith(month))
        .reduce((sum, row) => sum + amount(row), 0);
    const visitors = (month: string): number => perMonth("visits", "date", month, (row) => Number(row["visitors"]));
    expect(visitors("2026-03") / visitors("2026-07")).toBeGreaterThan(1.2);
    expect(visitors("2025-10") / visitors("2025-12")).toBeGreaterThan(1.25);
    const onDay = (day: string): number =>
      rows("visits")
        .filter((row) => row["date"] === day)
        .reduce((sum, row) => sum + Number(row["visitors"]), 0);
    expect(onDay("2025-11-28") / onDay("2025-11-21")).toBeGreaterThan(1.25);
  });

  test("the new form costs requests on mobile alone", () => {
    const share = (device: string, from: string, to: string): number => {
      const opened = rows("quotes").filter(
        (row) => row["device"] === device && row["status"] !== "duplicate" && row["started_at"]! >= from && row["started_at"]! < to,
      );
      return opened.filter((row) => row["requested_at"] !== "").length / opened.length;
    };
    expect(share("mobile", "2026-07-01", "2026-10-14") - share("mobile", "2026-10-14", "2026-11-23")).toBeGreaterThan(0.07);
    expect(Math.abs(share("desktop", "2026-07-01", "2026-10-14") - share("desktop", "2026-10-14", "2026-11-23"))).toBeLessThan(0.05);
    expect(
      new Set(
        rows("quotes")
          .filter((row) => row["started_at"]! >= "2026-10-14")
          .map((row) => row["form_fields"]),
      ),
    ).toEqual(new Set(["9"]));
  });

  test("the finished experiments show what the framework builds on", () => {
    const variants = (name: string, id: string): Map<string, string> => new Map(rows(name).map((row) => [row[id]!, row["variant"]!]));
    const seen = variants("price-first-test", "visitor_id");
    const opened = rows("quotes").filter((row) => seen.has(row["visitor_id"]!) && row["status"] !== "duplicate");
    const finished = (variant: string): number => {
      const those = opened.filter((row) => seen.get(row["visitor_id"]!) === variant);
      return those.filter((row) => row["requested_at"] !== "").length / those.length;
    };
    expect(opened.length).toBe(seen.size);
    expect(finished("B")).toBeGreaterThan(finished("A"));
    const packed = variants("packaging-test", "customer_id");
    const returned = (variant: string): number => {
      const those = rows("customers").filter((row) => packed.get(row["customer_id"]!) === variant);
      return those.filter((row) => row["second_ordered_on"] !== "").length / those.length;
    };
    expect(packed.size).toBeGreaterThan(800);
    expect(returned("B")).toBeGreaterThan(returned("A"));
  });

  test("tells half-way a quarter the story that was drawn", () => {
    expect(counted.statuses(texts, today)).toEqual(drawn);
  });

  test("in the first weeks the months are immature and the new form has not come yet", () => {
    const early = counted.statuses(texts, "2026-10-13");
    expect(early["bathrooms-sold"]).toBe("immature");
    expect(early["first-order-retention"]).toBe("immature");
    expect(early["quote-requests"]).not.toBe("behind");
    expect(early["quick-quote"]).not.toBe("behind");
    expect(early["sea-impressions"]).toBe("on-track");
  });

  test("a baseline is what the data say of the same quarter a year earlier", () => {
    const { framework } = parsedAt("badkamerwinkel", "nl", today);
    const { from, to } = framework.kpis[0]!.baseline as { from: Day; to: Day };
    const measured: Record<string, number> = {
      ...counted.values(texts, from, to),
      "first-order-retention": counted.retention(texts, from, to),
    };
    for (const { id, baseline } of [...framework.kpis, ...framework.cpis]) {
      const ratio = measured[id]! / (baseline as { value: number }).value;
      expect(Math.abs(ratio - 1), `${id}: ${measured[id]}`).toBeLessThan(0.06);
    }
  });
});
