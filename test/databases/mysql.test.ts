import mysql2 from "mysql2/promise";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { folderWith, type } from "../cli/terminal.ts";
import { fetchRows, newDirectory } from "../connect/fetching.ts";

const url = `mysql://reader:s3cret-words@127.0.0.1:${inject("mariadb")}/shop`;
const environment = { SHOP: url, CA: inject("certificate") };
const connector = { type: "mysql", url: "env(SHOP)", ca: "env(CA)" };

let admin: mysql2.Connection;
beforeAll(async () => {
  admin = await mysql2.createConnection({ uri: url, timezone: "Z" });
  await admin.query("SET time_zone = '+00:00'");
  await admin.query(`CREATE TABLE kinds (i int, big bigint, ubig bigint unsigned, amount decimal(40, 20), price float, rate double, yes boolean, day date,
    local datetime(6), moment timestamp(3) NULL, clock time, words varchar(50), doc json, raw varbinary(4))`);
  await admin.query(`INSERT INTO kinds VALUES (1, -9007199254740993, 18446744073709551615, 12345678901234567890.12345678901234567890, 0.1, 0.1, true, '2026-01-31',
    '2026-01-31 23:59:59.123456', '2026-01-31 22:59:59.123', '12:34:56', 'Zoë "x", y', '{"a": 12345678901234567890}', x'00ff'),
    (2, NULL, NULL, NULL, 16777217, NULL, NULL, NULL, NULL, NULL, NULL, '', NULL, NULL)`);
  await admin.query("SET SESSION sql_mode = ''");
  await admin.query("CREATE TABLE zeros (day date, at datetime)");
  await admin.query("INSERT INTO zeros VALUES ('0000-00-00', '0000-00-00 00:00:00')");
  await admin.query("CREATE TABLE orders (id bigint, amount decimal(12, 2), changed timestamp(3) NULL, at datetime)");
  await admin.query(
    "INSERT INTO orders SELECT seq, seq * 0.01, timestampadd(second, seq, '2026-01-01'), '2026-01-01' FROM seq_1_to_120000",
  );
});
afterAll(() => admin.end());

async function rowsOf(settings: object, directory = newDirectory()): Promise<readonly unknown[]> {
  return fetchRows({ directory, connector: { ...connector, ...settings }, environment, ...("cursor" in settings ? { key: "id" } : {}) });
}

describe("MariaDB", () => {
  test("every kind of value comes as it is written, to the last digit", async () => {
    expect(await rowsOf({ query: "SELECT * FROM kinds ORDER BY i; -- all" })).toEqual([
      {
        i: "1",
        big: "-9007199254740993",
        ubig: "18446744073709551615",
        amount: "12345678901234567890.12345678901234567890",
        price: "0.1",
        rate: "0.1",
        yes: "1",
        day: "2026-01-31",
        local: "2026-01-31T23:59:59.123456",
        moment: "2026-01-31T22:59:59.123Z",
        clock: "12:34:56",
        words: 'Zoë "x", y',
        doc: '{"a": 12345678901234567890}',
        raw: "00ff",
      },
      {
        ...Object.fromEntries("big ubig amount rate yes day local moment clock doc raw".split(" ").map((name) => [name, null])),
        i: "2",
        price: "16777216",
        words: "",
      },
    ]);
    expect(await rowsOf({ query: "SELECT * FROM zeros" })).toEqual([{ day: null, at: null }]);
    expect(await rowsOf({ query: "SELECT * FROM zeros WHERE false" })).toEqual([{ "rows/empty.csv": '"day","at"\n' }]);
  });

  test.each(["changed", "id"])("what is new comes by the cursor %s, and what changed in the last page too", async (cursor) => {
    const directory = newDirectory();
    const settings = { query: `SELECT id, amount, changed FROM orders WHERE '${cursor}' <> ''`, cursor };
    const sum = (rows: readonly unknown[]) => rows.reduce<number>((total, row) => total + Number((row as { amount: string }).amount), 0);
    const first = await rowsOf(settings, directory);
    expect([first.length, sum(first).toFixed(2)]).toEqual([120_000, "72000600.00"]);
    expect(await rowsOf(settings, directory)).toEqual(first);
    await admin.query("INSERT INTO orders VALUES (120001, 5, '2026-02-01', NULL)");
    await admin.query("UPDATE orders SET amount = 1300, changed = '2026-02-02' WHERE id = 119999");
    const second = await rowsOf(settings, directory);
    expect([second.length, sum(second).toFixed(2)]).toEqual([120_001, "72000705.01"]);
    await admin.query("DELETE FROM orders WHERE id = 120001");
    await admin.query("UPDATE orders SET amount = 1199.99, changed = timestampadd(second, 119999, '2026-01-01') WHERE id = 119999");
  });

  test("a connection that is broken off is made anew, and nothing is missing", async () => {
    const asked = rowsOf({ query: "SELECT seq, sleep(0.0002), repeat('x', 500) FROM seq_1_to_6000" });
    let ended = 0;
    for (let tried = 0; tried < 100 && ended === 0; tried++) {
      const [running] = await admin.query<mysql2.RowDataPacket[]>(
        "SELECT id FROM information_schema.processlist WHERE info LIKE 'SELECT seq, sleep%'",
      );
      for (const { id } of running) await admin.query(`KILL CONNECTION ${Number(id)}`);
      ended = running.length;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(ended).toBe(1);
    expect((await asked).length).toBe(6000);
  });

  test.each([
    ["a query that writes", { query: "DELETE FROM orders" }, "connector-broken"],
    ["a statement that asks nothing", { query: "/* SELECT */ COMMIT" }, "connector-broken"],
    ["a query that writes behind WITH", { query: "WITH x AS (SELECT 1) DELETE FROM orders" }, "connector-broken"],
    ["a second statement", { query: "SELECT 1; DROP TABLE orders" }, "connector-broken"],
    ["a second statement behind a bracket", { query: "SELECT 1) AS x; DROP TABLE orders; --", cursor: "id" }, "connector-broken"],
    ["a file of the client", { query: "LOAD DATA LOCAL INFILE '/etc/passwd' INTO TABLE orders" }, "connector-broken"],
    ["a column that is not there", { query: "SELECT id FROM orders", cursor: "changed` OR true -- " }, "connector-broken"],
    ["a cursor with nulls", { query: "SELECT big AS id FROM kinds", cursor: "id" }, "connector-broken"],
    ["a query that takes too long", { query: "SELECT sleep(60) FROM orders", timeout: 1 }, "source-broken"],
    ["a server that proves nothing", { query: "SELECT 1", ca: undefined }, "outbound-failed"],
  ])("%s is refused", async (_name, settings, code) => {
    await expect(rowsOf(settings)).rejects.toMatchObject({ code });
    const [[count]] = await admin.query<mysql2.RowDataPacket[]>("SELECT count(*) AS n FROM orders");
    expect(count).toEqual({ n: 120_000 });
  });

  test.each([
    ["a wrong password", "outbound-denied", url.replace("s3cret-words", "s3cret-wards")],
    ["a database that is not there", "connector-broken", url.replace("/shop", "/s3cret-words")],
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
    connector: {type: mysql, url: env(HELDER_TEST_SHOP), tls: encrypt, query: "SELECT id, amount, changed FROM orders WHERE id <= 100000"}
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
    expect(value).toBe(50_000_500);
  });
});
