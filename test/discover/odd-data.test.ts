import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { discover } from "../../src/engine/index.ts";

let directory = "";
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "helder-discover-test-"));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

async function discovered(text: string, exported: string | null = null) {
  const file = join(directory, "sales.csv");
  await writeFile(file, text);
  return discover({
    files: [file],
    directory: null,
    language: "nl",
    timezone: "UTC",
    currency: "EUR",
    active: { count: 3, unit: "year" },
    lapsed: { count: 12, unit: "month" },
    top: 0.1,
    asOf: null,
    export: exported,
  });
}

const head = "order_id,customer_id,order_date,amount\n";

test.each([
  ["one customer", `${head}a1,c1,2025-01-01,10\n`],
  ["no repeat buyers", `${head}a1,c1,2025-01-01,10\na2,c2,2025-02-01,20\n`],
  ["all refunds", `${head}a1,c1,2025-01-01,-10\na2,c2,2025-02-01,-20\n`],
  ["one day", `${head}a1,c1,2025-01-01,10\na2,c1,2025-01-01,20\n`],
  ["a far future day", `${head}a1,c1,2025-01-01,10\na2,c2,2999-02-01,20\n`],
])("%s: every value is finite and not negative, or absent with its reason", async (_, text) => {
  const { facts } = await discovered(text, join(directory, "out.csv"));
  expect(facts.length).toBeGreaterThanOrEqual(21);
  for (const { value, sentence } of facts) {
    expect(value === null || (Number.isFinite(value) && value >= 0)).toBe(true);
    expect(sentence).not.toMatch(/[{}]/);
  }
});

test("without days, and without customers, it says what is missing", async () => {
  await expect(discovered("customer_id,amount\nc1,10\nc2,20\n")).rejects.toMatchObject({ code: "no-time-column", exit: 2 });
  await expect(discovered("order_date,amount\n2025-01-01,10\n2025-01-02,20\n")).rejects.toMatchObject({
    code: "no-customer-column",
    exit: 2,
  });
});

test("where no sale has a customer, that is what is missing", async () => {
  await expect(discovered(`${head}a1,,2025-01-01,10\na2,,2025-01-02,20\n`)).rejects.toMatchObject({ code: "no-customer-column" });
});

test("a customer's name is no formula in the export", async () => {
  const out = join(directory, "customers.csv");
  await discovered(`${head}a1,=1+1,2025-01-01,10\na2,c2,2025-02-01,20\n`, out);
  expect(await readFile(out, "utf8")).toContain("\n'=1+1,");
});
