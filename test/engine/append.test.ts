import { appendFileSync, cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { HelderError } from "../../src/framework/index.ts";
import { type LoadResult, openLocalEngine } from "../../src/engine/index.ts";
import { folder, put } from "../load/folder.ts";

const helder = (key: string, least: number) => `helder: 1
name: Shop
language: en
currency: EUR
timezone: Europe/Amsterdam
datasets:
  - {id: orders, file: "orders-*.csv", time: on, customer: customer${key}, columns: {twice: amount * 2}}
metrics:
  - {id: revenue, type: sum, dataset: orders, of: twice, where: "amount >= ${least}"}
  - {id: orders, type: count, dataset: orders}
  - {id: customers, type: count-distinct, dataset: orders, of: customer}
  - {id: spend, type: ratio, numerator: revenue, denominator: customers}
  - {id: median, type: median, dataset: orders, of: amount}
  - {id: back, type: reactivation, dataset: orders, lapsed: 1 month}
  - {id: yearly, type: rolling, metric: customers, window: 3 months}
`;
const request = {
  metrics: ["revenue", "orders", "customers", "spend", "median", "back", "yearly"],
  where: null,
  from: null,
  to: null,
  compare: null,
} as const;

async function answered(directory: string, asOf: string): Promise<unknown[]> {
  const engine = openLocalEngine(directory);
  try {
    const loaded = await engine.load({ datasets: null });
    const questions = [
      { ...request, grain: "month", by: ["channel"], asOf },
      { ...request, grain: "week", by: [], from: "2026-01-07", asOf },
      { ...request, grain: "total", by: [], asOf },
    ] as const;
    const answers: unknown[] = [];
    for (const one of questions) answers.push(await engine.query(one).catch(codeOf));
    return [told(loaded), ...answers];
  } finally {
    await engine.close();
  }
}

/** A definition that the data do not carry must fail alike. */
function codeOf(error: unknown): string {
  if (error instanceof HelderError) return error.code;
  throw error;
}

/** What a load says of the data, not of the work. */
function told({ datasets, failures }: LoadResult): unknown {
  return [datasets.map((one) => ({ ...one, seconds: 0, skipped: false })), failures.map(({ id, error }) => [id, error.code])];
}

interface Row {
  readonly id: number;
  readonly day: number;
  readonly customer: string;
  readonly amount: string;
  readonly channel: string;
}

const row: fc.Arbitrary<Row> = fc.record({
  id: fc.integer({ min: 1, max: 60 }),
  day: fc.integer({ min: 0, max: 120 }),
  customer: fc.constantFrom("a", "b", "c", "", "007"),
  amount: fc.constantFrom("10", "12.50", "0.1", "", "-3.25", "1e3", "12345678901234.5", "1.123456789"),
  channel: fc.constantFrom("web", "shop", ""),
});

const dayOf = (day: number) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);
const line = ({ id, day, customer, amount, channel }: Row) => `${id},${dayOf(day)},${customer},${amount},${channel}\n`;
const head = "id,on,customer,amount,channel\n";

type Change =
  | { readonly kind: "later" | "earlier" | "grow"; readonly rows: readonly Row[] }
  | { readonly kind: "edit" | "remove" | "touch" }
  | { readonly kind: "least"; readonly least: number };

const rows = fc.array(row, { minLength: 1, maxLength: 8 });
const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant("later" as const), rows }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("earlier" as const), rows }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("grow" as const), rows }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom<"edit" | "remove" | "touch">("edit", "remove", "touch") }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("least" as const), least: fc.integer({ min: 0, max: 15 }) }) },
);

describe("new files beside those that were read", () => {
  test("whatever is added, changed, removed or defined anew", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom("", ", key: id", ", key: all"),
        fc.array(row, { minLength: 1, maxLength: 12 }),
        fc.array(change, { minLength: 1, maxLength: 4 }),
        fc.constantFrom("2026-05-31", "2026-02-17"),
        async (key, first, changes, asOf) => {
          const directory = folder({ "helder.yaml": helder(key, 0), "orders-50.csv": head + first.map(line).join("") });
          let files = ["orders-50.csv"];
          let next = 51;
          await answered(directory, asOf);
          for (const one of changes) {
            const last = files.at(-1)!;
            const path = join(directory, last);
            if (one.kind === "later" || one.kind === "earlier") {
              const name = one.kind === "later" ? `orders-${next++}.csv` : `orders-${100 - next++}.csv`;
              put(directory, name, head + one.rows.map(line).join(""));
              files = [...files, name].sort();
            } else if (one.kind === "grow") appendFileSync(path, one.rows.map(line).join(""));
            else if (one.kind === "edit") writeFileSync(path, readFileSync(path, "utf8").replace("a,", "c,"));
            else if (one.kind === "remove" && files.length > 1) {
              rmSync(path);
              files = files.slice(0, -1);
            } else if (one.kind === "touch") writeFileSync(path, readFileSync(path));
            else if (one.kind === "least") put(directory, "helder.yaml", helder(key, one.least));
            const after = await answered(directory, asOf);
            const copy = folder();
            cpSync(directory, copy, { recursive: true });
            rmSync(join(copy, ".helder"), { recursive: true });
            expect(after).toEqual(await answered(copy, asOf));
          }
        },
      ),
      { numRuns: Number(process.env["HELDER_RUNS"] ?? 5) },
    );
  }, 3_600_000);

  const january = `${head}1,2026-01-05,a,10.50,web\n2,2026-01-20,b,5.25,shop\n`;
  const load = async (directory: string, progress: string[] = []) => {
    const engine = openLocalEngine(directory, { progress: (said) => progress.push(said) });
    try {
      return (await engine.load({ datasets: null })).datasets[0]!;
    } finally {
      await engine.close();
    }
  };

  test("only a new file is read, where its rows can stand behind those that are there", async () => {
    const directory = folder({ "helder.yaml": helder(", key: id", 0), "orders-1.csv": january });
    const said: string[] = [];
    await load(directory, said);
    put(directory, "orders-2.csv", `${head}3,2026-02-01,a,7,web\n3,2026-02-02,a,8,web\n`);
    expect(await load(directory, said)).toMatchObject({ rows: 3, duplicates: { identical: 0, differing: 1 }, to: "2026-02-02" });
    expect(said).toEqual(["orders ← orders-1.csv", "orders ← orders-2.csv"]);
  });

  test.each([
    ["a key that is there already", `${head}1,2026-02-01,a,7,web\n`],
    ["a number with more decimals", `${head}3,2026-02-01,a,7.125,web\n`],
    ["a number that is no number", `${head}3,2026-02-01,a,unknown,web\n`],
    ["another column", `id,on,customer,amount,channel,coupon\n3,2026-02-01,a,7,web,x\n`],
    ["a day that may be another", `${head}3,02-03-2026,a,7,web\n`],
    ["a line that is too long", `${head}3,2026-02-01,a,7,web,extra\n`],
  ])("all files are read again for %s", async (_, text) => {
    const directory = folder({ "helder.yaml": helder(", key: id", 0), "orders-1.csv": january });
    await load(directory);
    put(directory, "orders-2.csv", text);
    const said: string[] = [];
    await load(directory, said);
    expect(said).toEqual(["orders ← orders-2.csv", "orders ← 2 × orders-*.csv"]);
  });

  test("a new file of another kind is refused, as it is among files that are read together", async () => {
    const yaml = helder("", 0).replace("orders-*.csv", "orders-*.*");
    const directory = folder({ "helder.yaml": yaml, "orders-1.csv": january });
    await load(directory);
    put(directory, "orders-2.json", '[{"id":3,"on":"2026-02-01","customer":"a","amount":7.5,"channel":"web"}]');
    const engine = openLocalEngine(directory);
    try {
      const { failures } = await engine.load({ datasets: null });
      expect(failures.map(({ error }) => error.code)).toEqual(["mixed-file-types"]);
    } finally {
      await engine.close();
    }
  });
});
