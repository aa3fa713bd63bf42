import { beforeAll, describe, expect, test } from "vitest";
import { daysBetween } from "../../src/calendar/index.ts";
import { simulationLaws } from "./laws.ts";
import { readCsv, type Row, simulatedTexts } from "./rows.ts";

describe("the insurer's data", () => {
  const today = "2026-11-22";
  let texts: Map<string, string>;
  const read = new Map<string, Row[]>();
  const rows = (name: string): Row[] => {
    if (!read.has(name)) read.set(name, readCsv(texts.get(`data/${name}.csv`)!));
    return read.get(name)!;
  };
  const share = (of: readonly Row[], yes: (row: Row) => boolean): number => of.filter(yes).length / of.length;
  const average = (of: readonly Row[], column: string): number => of.reduce((sum, row) => sum + Number(row[column]), 0) / of.length;
  const variants = (name: string, id: string): Map<string, string> => new Map(rows(name).map((row) => [row[id]!, row["variant"]!]));
  beforeAll(() => {
    texts = simulatedTexts("verzekeraar", { seed: 5, today });
  });

  simulationLaws("verzekeraar", { seed: 5, today }, () => texts, { most: 120_000 });

  test("hangs together: who accepts a quote completes a payment choice, gets a policy and decides again after a year", () => {
    const quotes = new Map(rows("quotes").map((row) => [row["quote_id"]!, row]));
    const accepted = [...quotes.values()].filter((row) => row["accepted_on"] !== "");
    for (const row of accepted) {
      const waited = daysBetween(row["requested_at"]!.slice(0, 10), row["accepted_on"]!);
      if (waited < 0 || waited > 13) throw new Error(`${row["quote_id"]} accepted after ${waited} days`);
    }
    const completed = rows("checkouts").filter((row) => row["completed"] === "yes");
    expect(new Set(completed.map((row) => row["visitor_id"]))).toEqual(new Set(accepted.map((row) => row["visitor_id"])));
    const customers = new Map(rows("customers").map((row) => [row["customer_id"]!, row]));
    const sold = [...customers.values()].filter((row) => row["quote_id"] !== "");
    expect(sold).toHaveLength(accepted.length);
    expect(new Set(sold.map((row) => row["quote_id"]))).toEqual(new Set(accepted.map((row) => row["quote_id"])));
    for (const { customer_id: id, due_on: due, renewed } of rows("renewals")) {
      const { started_on: start, ended_on: end } = customers.get(id!)!;
      if (daysBetween(start!, due!) % 365 !== 0) throw new Error(`${id} is asked on ${due}`);
      if ((renewed === "no") !== (end === due)) throw new Error(`${id} ${renewed} on ${due}`);
    }
    for (const { customer_id: id, opened_at: at } of rows("cases")) {
      const { ended_on: end } = customers.get(id!)!;
      if (end !== "" && at!.slice(0, 10) > end!) throw new Error(`case of ${id} on ${at}`);
    }
  });

  test("has the flaws of real exports", () => {
    expect(rows("quotes").length - new Set(rows("quotes").map((row) => row["quote_id"])).size).toBeGreaterThan(5);
    expect(rows("quotes").filter((row) => row["lead_seconds"] === "").length).toBeGreaterThan(50);
    expect(share(rows("cases"), (row) => row["solved"] === "")).toBeGreaterThan(0.02);
    expect(share(rows("cover-checks"), (row) => row["understood"] === "")).toBeGreaterThan(0.03);
    expect(rows("comparison").filter((row) => row["date"] === today)).toHaveLength(2);
  });

  test("a quote that waits for an adviser is bought elsewhere", () => {
    const routed = (from: string, to: string): Row[] => rows("quotes").filter(({ requested_at: at }) => at! >= from && at! < to);
    const adviser = (row: Row): boolean => row["route"] === "adviser";
    expect(share(routed("2026-09-01", "2026-10-12"), adviser)).toBeLessThan(0.15);
    expect(share(routed("2026-10-12", "2026-11-23"), adviser)).toBeGreaterThan(0.4);
    const settled = routed("2026-10-12", "2026-11-08");
    const bought = (row: Row): boolean => row["accepted_on"] !== "";
    expect(share(settled.filter(adviser), bought)).toBeLessThan(0.1);
    expect(
      share(
        settled.filter((row) => !adviser(row)),
        bought,
      ),
    ).toBeGreaterThan(0.22);
  });

  test("shorter calls cost less and help fewer people in one go", () => {
    const before = rows("cases").filter(({ opened_at: at }) => at! >= "2026-09-01" && at! < "2026-10-20");
    const after = rows("cases").filter(({ opened_at: at }) => at! >= "2026-10-20");
    const once = (row: Row): boolean => row["contacts"] === "1" && row["solved"] === "yes";
    expect(average(after, "cost") / average(before, "cost")).toBeLessThan(0.95);
    expect(share(before, once) - share(after, once)).toBeGreaterThan(0.04);
  });

  test("the finished experiments show what the framework builds on", () => {
    const shown = variants("instant-test", "visitor_id");
    const offered = variants("payment-test", "visitor_id");
    const bought = (of: ReadonlyMap<string, string>, variant: string) =>
      share(
        rows("quotes").filter((row) => of.get(row["visitor_id"]!) === variant),
        (row) => row["accepted_on"] !== "",
      );
    expect(bought(shown, "B") / bought(shown, "A")).toBeGreaterThan(1.25);
    expect(bought(offered, "B") / bought(offered, "A")).toBeGreaterThan(1.15);
    const owned = new Map(rows("owner-test").map((row) => [row["customer_id"]!, row]));
    const renewed = (variant: string) =>
      share(
        rows("renewals").filter(({ customer_id: id, due_on: due }) => {
          const test = owned.get(id!);
          const after = test ? daysBetween(test["assigned_on"]!, due!) : 0;
          return test?.["variant"] === variant && after > 0 && after <= 182;
        }),
        (row) => row["renewed"] === "yes",
      );
    expect(renewed("B") - renewed("A")).toBeGreaterThan(0.06);
  });
});
