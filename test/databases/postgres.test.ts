import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { folderWith, type } from "../cli/terminal.ts";
import { fetchRows, newDirectory } from "../connect/fetching.ts";

const url = `postgres://reader:s3cret-words@127.0.0.1:${inject("postgres")}/shop`;
const environment = { SHOP: url, CA: inject("certificate") };
const connector = { type: "postgres", url: "env(SHOP)", tls: "verify", ca: "env(CA)" };

let admin: pg.Client;
beforeAll(async () => {
  admin = new pg.Client({ connectionString: url });
  await admin.connect();
  await admin.query(`CREATE TABLE kinds (i integer, big bigint, amount numeric, precise numeric(38, 20), price real, rate double precision, yes boolean, day date,
    local timestamp, moment timestamptz, words text, doc jsonb, many integer[], raw bytea, id uuid)`);
  await admin.query(`INSERT INTO kinds VALUES (1, 9007199254740993, 12345678901234567890.123456789, 0.1, 0.1, 0.1, true, '2026-01-31',
    '2026-01-31 23:59:59.123456', '2026-01-31 23:59:59.123456+01', 'Zoë "x", y', '{"a": 12345678901234567890}', '{1,2}', '\\x00ff', '5f8a4c1e-0000-4000-8000-000000000000'),
    (NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)`);
  await admin.query("CREATE TABLE orders (id bigint, amount numeric(12, 2), changed timestamptz)");
  await admin.query(
    "INSERT INTO orders SELECT n, n * 0.01, '2026-01-01'::timestamptz + n * interval '1 second' FROM generate_series(1, 120000) n",
  );
});
afterAll(() => admin.end());

async function rowsOf(settings: object, directory = newDirectory()): Promise<readonly unknown[]> {
  return fetchRows({ directory, connector: { ...connector, ...settings }, environment, ...("cursor" in settings ? { key: "id" } : {}) });
}

describe("PostgreSQL", () => {
  test("every kind of value comes as it is written, to the last digit", async () => {
    expect(await rowsOf({ query: "SELECT * FROM kinds ORDER BY i; -- all" })).toEqual([
      {
        i: "1",
        big: "9007199254740993",
        amount: "12345678901234567890.123456789",
        precise: "0.10000000000000000000",
        price: "0.1",
        rate: "0.1",
        yes: true,
        day: "2026-01-31",
        local: "2026-01-31T23:59:59.123456",
        moment: "2026-01-31T22:59:59.123456Z",
        words: 'Zoë "x", y',
        doc: '{"a": 12345678901234567890}',
        many: "{1,2}",
        raw: "\\x00ff",
        id: "5f8a4c1e-0000-4000-8000-000000000000",
      },
      Object.fromEntries(
        "i big amount precise price rate yes day local moment words doc many raw id".split(" ").map((name) => [name, null]),
      ),
    ]);
  });

  test("what is new comes by the cursor, and what changed in the last page too", async () => {
    const directory = newDirectory();
    const settings = { query: "SELECT id, amount, changed FROM orders", cursor: "changed" };
    const sum = (rows: readonly unknown[]) => rows.reduce<number>((total, row) => total + Number((row as { amount: string }).amount), 0);
    const first = await rowsOf(settings, directory);
    expect([first.length, sum(first).toFixed(2)]).toEqual([120_000, "72000600.00"]);
    expect(await rowsOf(settings, directory)).toEqual(first);
    await admin.query("INSERT INTO orders VALUES (120001, 5, '2026-02-01')");
    await admin.query("UPDATE orders SET amount = 100, changed = '2026-02-02' WHERE id = 7");
    // Committed late, with a moment that lies before what was seen.
    await admin.query("INSERT INTO orders VALUES (120002, 6, '2026-01-02 09:20:00+00')");
    const second = await rowsOf(settings, directory);
    expect([second.length, sum(second).toFixed(2)]).toEqual([120_002, "72000710.93"]);
  });

  test("a connection that is broken off is made anew, and nothing is missing", async () => {
    const asked = rowsOf({ query: "SELECT n, pg_sleep(0.0002) FROM generate_series(1, 6000) n" });
    let ended = 0;
    for (let tried = 0; tried < 100 && ended === 0; tried++) {
      const { rowCount } = await admin.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'helder' AND query LIKE 'FETCH%'",
      );
      ended = rowCount ?? 0;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(ended).toBe(1);
    expect((await asked).length).toBe(6000);
  });

  test.each([
    ["a query that writes", { query: "DELETE FROM orders RETURNING id" }, "connector-broken"],
    ["a query that writes behind WITH", { query: "WITH gone AS (DELETE FROM orders RETURNING id) SELECT * FROM gone" }, "connector-broken"],
    ["a function that writes", { query: "SELECT setval('counter', 9)" }, "connector-broken"],
    ["a second statement", { query: "SELECT 1; DROP TABLE orders" }, "connector-broken"],
    ["a second statement behind a bracket", { query: "SELECT 1) AS x; DROP TABLE orders; --", cursor: "id" }, "connector-broken"],
    ["a column that is not there", { query: "SELECT id FROM orders", cursor: 'changed" OR true --' }, "connector-broken"],
    ["a cursor with nulls", { query: "SELECT i AS id FROM kinds", cursor: "id" }, "connector-broken"],
    ["a query that takes too long", { query: "SELECT pg_sleep(60)", timeout: 1 }, "source-broken"],
    ["a server that proves nothing", { query: "SELECT 1", ca: undefined }, "outbound-failed"],
  ])("%s is refused", async (_name, settings, code) => {
    await admin.query("CREATE SEQUENCE IF NOT EXISTS counter");
    await expect(rowsOf(settings)).rejects.toMatchObject({ code });
    expect((await admin.query("SELECT count(*) AS n FROM orders")).rows[0]).not.toEqual({ n: "0" });
  });

  test.each([
    ["a wrong password", "outbound-denied", url.replace("s3cret-words", "s3cret-wards")],
    ["a database that is not there", "connector-broken", url.replace("/shop", "/s3cret-words")],
    ["another kind of address", "connector-broken", url.replace("postgres:", "mysql:")],
  ])("%s is told without the password", async (_name, code, address) => {
    const request = {
      directory: newDirectory(),
      connector: { ...connector, query: "SELECT 1" },
      environment: { ...environment, SHOP: address },
    };
    const error = (await fetchRows(request).catch((thrown: unknown) => thrown)) as Error;
    expect(error).toMatchObject({ code });
    expect(error.message).not.toMatch(/s3cret/);
  });

  test("helder load, and a sum to the cent", async () => {
    process.env["HELDER_TEST_SHOP"] = url;
    const { directory, dispose } = await folderWith({
      "helder.yaml": `helder: 1
name: Shop
network: {allow: [127.0.0.1]}
datasets:
  - id: orders
    connector: {type: postgres, url: env(HELDER_TEST_SHOP), tls: encrypt, query: "SELECT id, amount, changed FROM orders WHERE id <= 100000"}
    time: changed
metrics:
  - {id: revenue, type: sum, dataset: orders, of: amount}
`,
    });
    const load = await type("load", "--json", "--workspace", directory);
    const query = await type("query", "revenue", "--grain", "total", "--json", "--workspace", directory);
    delete process.env["HELDER_TEST_SHOP"];
    await dispose();
    expect(load.err).toBe("");
    expect(JSON.parse(load.out).datasets).toMatchObject([{ rows: 100_000 }]);
    const { value } = JSON.parse(query.out).series[0].points[0];
    // Another test may have changed order 7.
    expect([50_000_500, 50_000_599.93]).toContain(value);
  });
});
