import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { present, truth } from "../real/shared.ts";
import { folderWith, type } from "./terminal.ts";

const columns = ["--customer", "who", "--time", "day"];

/** Types `stats lifetime` on a file with these lines. */
async function lifetime(
  text: string,
  ...options: readonly string[]
): Promise<{ code: number; answer: Record<string, never>; err: string; customers: readonly string[] }> {
  const { directory, dispose } = await folderWith({ "sales.csv": text });
  try {
    const out = join(directory, "out.csv");
    const file = join(directory, "sales.csv");
    const said = await type("stats", "lifetime", file, ...columns, "--json", "--language", "en", "--customers", out, ...options);
    const customers = await readFile(out, "utf8").catch(() => "");
    return { code: said.code, answer: JSON.parse(said.out), err: said.err, customers: customers.trimEnd().split("\n") };
  } finally {
    await dispose();
  }
}

const sales = [
  "who,day,paid",
  "ann,2026-01-01,10",
  "ann,2026-01-01,5",
  "ann,2026-01-11,8.00",
  "ann,2026-01-31,12.00",
  "ann,2026-02-03,7",
  "bob,2026-01-17,20",
  "bob,2026-01-20,-20",
  ",2026-01-18,3",
  "eve,,3",
  "=cmd(),2026-01-10,4",
  "=cmd(),2026-01-24,6",
  "late,2026-02-01,9",
].join("\n");

test("purchases of a day are one, the end of the calibration counts, the first purchase does not", async () => {
  const { code, err, answer, customers } = await lifetime(sales, "--value", "paid", "--calibration-end", "2026-01-31", "--horizon", "4");
  expect([code, err]).toEqual([0, ""]);
  expect(answer).toMatchObject({
    model: "bg-nbd",
    customers: 3,
    excluded: { withoutCustomer: 1, withoutTime: 1, refunds: 1, unreadable: 0 },
    // The data end on 3 February, before the horizon does.
    holdout: { actual: null },
  });
  expect(Object.keys(answer["parameters"]!)).toEqual(["r", "alpha", "a", "b"]);
  expect(customers[0]).toBe("customer,frequency,recency,T,p_alive,expected_purchases,expected_value");
  const rows = customers.slice(1).map((line) => line.split(","));
  expect(rows.map(([who, x, recency, age]) => [who, Number(x), Number(recency) * 7, Number(age) * 7])).toEqual([
    // A name that a spreadsheet would compute.
    ["'=cmd()", 1, 14, 21],
    ["ann", 2, 30, 30],
    ["bob", 0, 0, 14],
  ]);
  const value = rows.reduce((sum, row) => sum + Number(row[6]), 0);
  expect(value).toBeCloseTo((answer["totals"] as unknown as { value: number }).value, 8);
});

test("the holdout is counted where the data reach its end; days as unit; without values no value", async () => {
  const { answer, customers } = await lifetime(
    sales,
    "--calibration-end",
    "2026-01-31",
    "--horizon",
    "3",
    "--unit",
    "day",
    "--model",
    "pareto-nbd",
  );
  expect(answer).toMatchObject({ model: "pareto-nbd", spend: null, holdout: { actual: 1 }, totals: { value: null } });
  expect(Object.keys(answer["parameters"]!)).toEqual(["r", "alpha", "s", "beta"]);
  expect(customers.find((line) => line.startsWith("ann,"))).toMatch(/^ann,2,30(\.0)?,30(\.0)?,.*,$/);
});

test("what comes for ever, discounted, per customer and in all", async () => {
  const { answer, customers } = await lifetime(sales, "--value", "paid", "--calibration-end", "2026-01-31", "--discount", "0.15");
  const { rate, purchases, value } = answer["discounted"] as unknown as { rate: number; purchases: number; value: number };
  expect(rate).toBeCloseTo((Math.log(1.15) * 7) / 365.25, 12);
  expect(customers[0]).toMatch(/,discounted_purchases,discounted_value$/);
  const rows = customers.slice(1).map((line) => line.split(",").slice(-2).map(Number));
  const sum = (index: number): number => rows.reduce((all, row) => all + row[index]!, 0);
  expect([sum(0) / purchases, sum(1) / value]).toEqual([expect.closeTo(1, 9), expect.closeTo(1, 9)]);
});

test("what is missing or wrong is said, and leaves no trace", async () => {
  const end = ["--calibration-end", "2026-01-31"];
  const refusals: [string, readonly string[], RegExp][] = [
    [sales, [], /^helder: bad-option: .*--calibration-end/],
    [sales, ["--calibration-end", "soon"], /^helder: bad-option: /],
    [sales, [...end, "--unit", "moon"], /^helder: bad-option: .*day \| week \| month/],
    [sales, [...end, "--horizon", "-1"], /^helder: bad-option: /],
    [sales, [...end, "--discount", "0"], /^helder: bad-option: .*--discount/],
    [sales, [...end, "--model", "magic"], /^helder: bad-option: .*bg-nbd \| pareto-nbd/],
    [sales, [...end, "--value", "paids"], /^helder: unknown-column: .*paid/],
    [sales, [...end, "--value", "who"], /^helder: bad-input: .*does not hold numbers/],
    [sales, ["--calibration-end", "2020-01-31"], /^helder: bad-input: .*nobody bought/],
    [sales, ["--calibration-end", "2026-01-09"], /^helder: bad-input: /],
    [sales.replace("2026-01-11", "eleven"), end, /^helder: value-not-a-day: .*“eleven”.*line 4/],
    ["", end, /^helder: unknown-column: /],
    ["who,day\n", end, /^helder: (bad-input|time-not-a-day): /],
  ];
  for (const [text, options, wanted] of refusals) {
    const { code, err, customers } = await lifetime(text, ...options);
    expect(err).toMatch(wanted);
    expect([code, customers]).toEqual([2, [""]]);
  }
  const { directory, dispose } = await folderWith({ "sales.csv": sales, "sales.pdf": sales });
  const asked = async (file: string): Promise<string> => (await type("stats", "lifetime", file, ...columns, ...end)).err;
  try {
    expect(await asked(join(directory, "no.csv"))).toMatch(/^helder: not-found: /);
    expect(await asked(directory)).toMatch(/^helder: file-unreadable: /);
    expect(await asked(join(directory, "sales.pdf"))).toMatch(/^helder: unknown-file-type: /);
    expect(await asked("-")).toMatch(/^helder: bad-option: /);
    const nowhere = await type(
      "stats",
      "lifetime",
      join(directory, "sales.csv"),
      ...columns,
      ...end,
      "--customers",
      join(directory, "no", "out.csv"),
    );
    expect(nowhere.err).toMatch(/^helder: not-writable: /);
  } finally {
    await dispose();
  }
});

describe.skipIf(!present)("real purchases", () => {
  const data = (file: string): string => fileURLToPath(new URL(`../../../shared/data/${file}`, import.meta.url));

  test("CDNOW: histories, fit, spend and holdout", async () => {
    const said = await type(
      ..."stats lifetime --customer customer_id --time date --value amount --calibration-end 1997-09-30 --json".split(" "),
      data("cdnow/cdnow_sample.csv"),
    );
    const { parameters, spend, ...rest } = JSON.parse(said.out);
    const { bgnbd_fit: fit, gamma_gamma_fit: values } = truth["cdnow_sample"];
    for (const name of ["r", "alpha", "a", "b"]) expect(parameters[name] / fit[name]).toBeCloseTo(1, 5);
    for (const name of ["p", "q", "v"]) expect(spend[name] / values[name]).toBeCloseTo(1, 5);
    expect(rest.logLikelihood).toBeCloseTo(fit.log_likelihood, 5);
    expect(rest.alive).toBeCloseTo(fit.mean_p_alive, 5);
    expect(spend.mean).toBeCloseTo(values.population_mean, 4);
    expect(rest.holdout.expected).toBeCloseTo(fit.expected_holdout_transactions_39w, 2);
    expect([rest.customers, rest.holdout.actual]).toEqual([2357, 1882]);
    expect(rest.calibration[0].customers).toBe(1411);
  });

  test("groceries and clothes", async () => {
    const grocery = await type(
      ..."stats lifetime --customer cust --time date --calibration-end 2006-12-31 --horizon 52 --json".split(" "),
      data("retail/groceryElog.csv"),
    );
    const { customers, holdout } = JSON.parse(grocery.out);
    expect(customers).toBe(truth["grocery_elog"].customers);
    expect(Math.abs(holdout.expected / holdout.actual - 1)).toBeLessThan(0.2);
    const apparel = await type(
      ..."stats lifetime --customer Id --time Date --value Price --calibration-end 2010-12-20 --json".split(" "),
      data("retail/clv_apparelTrans.csv"),
    );
    const found = JSON.parse(apparel.out);
    expect(found.customers).toBe(truth["apparel"].customers);
    expect(found.customers - found.calibration[0].customers).toBe(truth["apparel"].repeat_customers);
  });
});
