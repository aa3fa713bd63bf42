import { describe, expect, test } from "vitest";
import { openLocalEngine } from "../../src/engine/index.ts";
import type { Report } from "../../src/report/index.ts";
import { folder, put } from "../load/folder.ts";

const helder = (quality: string) => `helder: 1
name: Shop
language: en
currency: EUR
timezone: Europe/Amsterdam
datasets:
  - {id: orders, file: "orders-*.csv", time: on, key: id, quality: {${quality}}}
metrics:
  - {id: revenue, type: sum, dataset: orders, of: amount}
  - {id: orders, type: count, dataset: orders}
kpis:
  - {id: earn, metric: revenue, cadence: monthly, target: {value: 9000, from: 2025-01-01, to: 2026-12-31, measured: total}}
  - {id: sell, metric: orders, cadence: monthly, target: {value: 9000, from: 2025-01-01, to: 2026-12-31, measured: total}}
`;

/** Some 10 orders a day over 280 days up to the last of 2025, a little more on some days than on others. */
function orders(change: (row: { id: number; day: number; amount: string }) => string | null = ({ amount }) => amount): string {
  const lines = ["id,on,amount"];
  let id = 0;
  for (let day = 0; day < 280; day++)
    for (let one = 0; one < 9 + (day % 3); one++) {
      id += 1;
      const amount = change({ id, day, amount: `${10 + (id % 7)}.50` });
      if (amount !== null) lines.push(`${id},${new Date(Date.UTC(2025, 2, 27 + day)).toISOString().slice(0, 10)},${amount}`);
    }
  return `${lines.join("\n")}\n`;
}

async function judged(quality: string, csv: string, asOf = "2026-01-01"): Promise<Report> {
  const engine = openLocalEngine(folder({ "helder.yaml": helder(quality), "orders-1.csv": csv }));
  try {
    return (await engine.run({ asOf })).report;
  } finally {
    await engine.close();
  }
}

const told = ({ quality }: Report) => quality.map(({ code, column, breaks }) => `${code} ${column ?? "-"} ${breaks}`);
const noData = ({ kpis }: Report) => kpis.filter(({ status }) => status === "no-data").map(({ id }) => id);

describe("what was declared", () => {
  test("and holds says nothing", async () => {
    const report = await judged("fresh: 3 days, complete: [amount, id], unique: true, rows: {min: 10}", orders());
    expect([told(report), noData(report)]).toEqual([[], []]);
  });

  test.each([
    ["fresh: 3 days", orders(), "2026-02-01", "not-fresh - true"],
    ["rows: {min: 100000}", orders(), "2026-01-01", "too-few-rows - true"],
    ["rows: {max: 100}", orders(), "2026-01-01", "too-many-rows - true"],
    ["unique: true", `${orders()}5,2025-12-30,7.50\n`, "2026-01-01", "not-unique - true"],
    ["complete: [colour]", orders(), "2026-01-01", "unknown-column colour true"],
  ])("and does not hold takes every value away: %s", async (quality, csv, asOf, fault) => {
    const report = await judged(quality, csv, asOf);
    expect(told(report)).toEqual([fault]);
    expect(noData(report)).toEqual(["earn", "sell"]);
    expect(report.kpis.map(({ value, reasons }) => [value, reasons[0]!.code])).toEqual([
      [null, "broken-source"],
      [null, "broken-source"],
    ]);
  });

  test("of a column takes away what is computed from that column", async () => {
    const report = await judged(
      "complete: amount",
      orders(({ id, amount }) => (id === 7 ? "" : amount)),
    );
    expect(told(report)).toEqual(["not-complete amount true"]);
    expect(noData(report)).toEqual(["earn"]);
  });
});

describe("what is unusual", () => {
  test("is told, and a column that is suddenly empty breaks what rests on it", async () => {
    const emptied = await judged(
      "",
      orders(({ day, amount }) => (day > 255 ? "" : amount)),
    );
    expect([told(emptied), noData(emptied)]).toEqual([["sudden-nulls amount true"], ["earn"]]);
    const cents = await judged(
      "",
      orders(({ day, amount }) => (day > 255 ? String(Number(amount) * 100) : amount)),
    );
    expect([told(cents), noData(cents)]).toEqual([["sum-drift amount false"], []]);
    const lost = await judged(
      "",
      orders(({ day, amount, id }) => (day > 255 && id % 5 > 0 ? null : amount)),
    );
    expect([told(lost), noData(lost)]).toEqual([["unusual-rows - false"], []]);
  });

  test("is not looked at where that is declared", async () => {
    const report = await judged(
      "usual: false",
      orders(({ day, amount }) => (day > 255 ? "" : amount)),
    );
    expect([told(report), noData(report)]).toEqual([[], []]);
  });
});

test("a load tells it, also when nothing changed, and after new rows as a fresh start does", async () => {
  const directory = folder({ "helder.yaml": helder("fresh: 3 days"), "orders-1.csv": orders() });
  const now = () => Date.UTC(2026, 0, 20, 12);
  const first = openLocalEngine(directory, { now });
  const before = (await first.load({ datasets: null })).quality;
  expect(before!.map(({ code }) => code)).toEqual(["not-fresh"]);
  expect((await first.load({ datasets: null })).quality).toEqual(before);
  put(directory, "orders-2.csv", "id,on,amount\n90001,2026-01-19,12.50\n");
  const after = (await first.load({ datasets: null })).quality;
  await first.close();
  const fresh = openLocalEngine(folder({ "helder.yaml": helder("fresh: 3 days"), "orders-1.csv": `${orders()}90001,2026-01-19,12.50\n` }), {
    now,
  });
  expect((await fresh.load({ datasets: null })).quality).toEqual(after);
  await fresh.close();
});
