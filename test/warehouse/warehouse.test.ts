import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { openWarehouse, type Warehouse } from "../../src/warehouse/index.ts";

const made: string[] = [];
afterAll(() => made.forEach((path) => rmSync(path, { recursive: true, force: true })));

function helderFolder(): string {
  const path = mkdtempSync(join(tmpdir(), "helder-warehouse-"));
  made.push(path);
  return join(path, ".helder");
}

async function using<T>(directory: string, work: (warehouse: Warehouse) => Promise<T>, wait?: number): Promise<T> {
  const warehouse = await openWarehouse(directory, wait === undefined ? {} : { wait });
  try {
    return await work(warehouse);
  } finally {
    await warehouse.close();
  }
}

const value = async (warehouse: Warehouse, expression: string, parameters: (string | number | boolean | null)[] = []) =>
  (await warehouse.run({ text: `SELECT ${expression}`, parameters, columns: [] })).rows[0]![0];

describe("values come back as plain ones", () => {
  test.each([
    ["DATE '2026-01-31'", "2026-01-31"],
    ["TIMESTAMP '2026-01-31 10:00:00'", "2026-01-31T10:00:00"],
    ["TIMESTAMP '1969-12-31 23:59:59.25'", "1969-12-31T23:59:59.25"],
    ["TIMESTAMP_MS '2026-01-31 10:00:00.5'", "2026-01-31T10:00:00.5"],
    ["TIMESTAMP_NS '2026-01-31 10:00:00'", "2026-01-31T10:00:00"],
    ["TIMESTAMPTZ '2026-01-31 10:00:00+02'", "2026-01-31T08:00:00"],
    ["12.34::DECIMAL(18,2)", 12.34],
    ["0.1::DECIMAL(38,10)", 0.1],
    ["-12345678901234567890.25::DECIMAL(38,2)", Number("-12345678901234567890.25")],
    ["-0.05::DECIMAL(38,2)", -0.05],
    ["170141183460469231731687303715884105727::HUGEINT", 1.7014118346046923e38],
    ["9007199254740993::BIGINT", 9007199254740992],
    ["3::UTINYINT", 3],
    ["'nan'::DOUBLE", null],
    ["'-inf'::DOUBLE", null],
    ["'infinity'::DATE", null],
    ["NULL", null],
    ["true", true],
    ["'é'", "é"],
    ["[1, 2]::VARCHAR", "[1, 2]"],
  ])("%s", async (expression, expected) => {
    await using(helderFolder(), async (warehouse) => expect(await value(warehouse, expression)).toEqual(expected));
  });

  test("parameters travel in the narrowest type, so that decimals stay decimals", async () => {
    await using(helderFolder(), async (warehouse) => {
      expect(await value(warehouse, "typeof(1.50::DECIMAL(9,2) * $1)", [2])).toMatch(/^DECIMAL/);
      expect(await value(warehouse, "round(1.256, $1)", [2])).toBe(1.26);
      expect(await value(warehouse, "$1 || '!'", ["'; DROP TABLE x; --"])).toBe("'; DROP TABLE x; --!");
      expect(await value(warehouse, "$1 + 1", [2 ** 40])).toBe(2 ** 40 + 1);
      expect(await value(warehouse, "$1 * 2", [0.25])).toBe(0.5);
      expect(await value(warehouse, "$1::BOOLEAN IS NULL", [null])).toBe(true);
    });
  });
});

describe("settings", () => {
  test("no file outside the workspace, no extension, no change of settings", async () => {
    const directory = helderFolder();
    await using(directory, async (warehouse) => {
      writeFileSync(join(directory, "../in.csv"), "a\n1\n");
      expect((await warehouse.query(`SELECT * FROM read_csv('${join(directory, "../in.csv")}')`)).rows).toEqual([[1]]);
      for (const text of [
        "SELECT * FROM read_text('/etc/hostname')",
        `SELECT * FROM read_text('${join(directory, "../../../etc/hostname")}')`,
        "COPY (SELECT 1) TO '/tmp/helder-outside.csv'",
        "ATTACH '/tmp/helder-outside.duckdb'",
        "INSTALL httpfs",
        "SET GLOBAL enable_external_access = true",
        "SET TimeZone = 'Asia/Tokyo'",
      ]) {
        await expect(warehouse.query(text), text).rejects.toMatchObject({ code: "warehouse-failed" });
      }
      expect(await value(warehouse, "current_setting('TimeZone')")).toBe("UTC");
    });
  });
});

describe("failures", () => {
  test("a statement that overflows, one that is wrong, and one that is called off", async () => {
    await using(helderFolder(), async (warehouse) => {
      await expect(warehouse.query("SELECT 9223372036854775807 + n FROM range(1, 2) t(n)")).rejects.toMatchObject({ code: "overflow" });
      await expect(warehouse.query("SELECT nothing")).rejects.toMatchObject({ code: "warehouse-failed" });
      const abort = new AbortController();
      const long = warehouse.run(
        { text: "SELECT count(*) FROM range(100000000) a, range(100000) b WHERE a.range % 7 = b.range % 5", parameters: [], columns: [] },
        abort.signal,
      );
      setTimeout(() => abort.abort(new Error("called off")), 200);
      await expect(long).rejects.toThrow("called off");
      expect(await value(warehouse, "1")).toBe(1);
    });
  });

  test("a transaction is all or nothing, and others do not see it before its end", async () => {
    await using(helderFolder(), async (warehouse) => {
      await warehouse.query("CREATE TABLE t AS SELECT 1 AS n");
      await warehouse.session(async (session) => {
        const failing = warehouse.transaction(session, async () => {
          await session.query("INSERT INTO t VALUES (2)");
          expect(await value(warehouse, "count(*) FROM t")).toBe(1);
          throw new Error("stop");
        });
        await expect(failing).rejects.toThrow("stop");
        await warehouse.transaction(session, () => session.query("INSERT INTO t VALUES (3)"));
      });
      expect((await warehouse.query("SELECT n FROM t ORDER BY n")).rows).toEqual([[1], [3]]);
    });
  });
});

describe("the file", () => {
  test.each([
    ["no database", (file: string) => writeFileSync(file, "this is no database, whatever its name says".repeat(100))],
    ["empty", (file: string) => writeFileSync(file, "")],
    ["a few bytes", (file: string) => writeFileSync(file, "x")],
    ["zeros", (file: string) => writeFileSync(file, Buffer.alloc(300_000))],
    ["a folder", (file: string) => mkdirSync(file)],
    ["a link to nowhere", (file: string) => symlinkSync("/nowhere/at/all.duckdb", file)],
  ])("%s: is set aside and made anew", async (_, spoil) => {
    const directory = helderFolder();
    mkdirSync(directory);
    spoil(join(directory, "warehouse.duckdb"));
    await using(directory, async (warehouse) => expect(await value(warehouse, "1")).toBe(1));
    await using(directory, async (warehouse) => expect(await value(warehouse, "2")).toBe(2));
  });

  test("a warehouse that was cut off, or damaged within, is made anew at last", async () => {
    for (const damage of [
      (file: string) => truncateSync(file, 20_000),
      (file: string) => {
        const bytes = readFileSync(file);
        bytes.fill(0xa5, 12_288 + 1000);
        writeFileSync(file, bytes);
      },
    ]) {
      const directory = helderFolder();
      await using(directory, (warehouse) =>
        warehouse.query("CREATE TABLE data.t AS SELECT range AS n, hash(range) AS h FROM range(500000); CHECKPOINT"),
      );
      damage(join(directory, "warehouse.duckdb"));
      // Damage within shows when it is read; the opening after that begins anew.
      const sum = (warehouse: Warehouse) =>
        warehouse.query("SELECT sum(h) FROM data.t").catch((error: unknown) => (error as { code: string }).code);
      await using(directory, sum);
      await using(directory, async (warehouse) => expect(await sum(warehouse)).toBe("warehouse-failed"));
      await using(directory, async (warehouse) =>
        expect((await warehouse.query("CREATE OR REPLACE TABLE data.t AS SELECT 1 AS h; SELECT sum(h) FROM data.t")).rows).toEqual([[1]]),
      );
    }
  });

  test(".helder may not be a link or a file", async () => {
    const directory = helderFolder();
    symlinkSync(tmpdir(), directory);
    await expect(openWarehouse(directory)).rejects.toMatchObject({ code: "not-writable" });
    rmSync(directory);
    writeFileSync(directory, "x");
    await expect(openWarehouse(directory)).rejects.toMatchObject({ code: "not-writable" });
  });

  test("who comes second waits, and is told when it takes too long", async () => {
    const directory = helderFolder();
    const first = await openWarehouse(directory);
    await expect(openWarehouse(directory, { wait: 100 })).rejects.toMatchObject({ code: "warehouse-busy" });
    const second = openWarehouse(directory, { wait: 20_000 });
    await first.close();
    await (await second).close();
  });

  test("another process that holds the file is waited for; what it committed before it was killed is there", async () => {
    const directory = helderFolder();
    await using(directory, (warehouse) => warehouse.query("CREATE TABLE t (n INTEGER)"));
    const script = `
      const { DuckDBInstance } = await import(${JSON.stringify(import.meta.resolve("@duckdb/node-api"))});
      const connection = await (await DuckDBInstance.create(${JSON.stringify(join(directory, "warehouse.duckdb"))})).connect();
      await connection.run("INSERT INTO t VALUES (1); BEGIN; INSERT INTO t VALUES (2)");
      console.log("held");
      // Named here, or the garbage collector may close it and let go of the file.
      setInterval(() => connection.toString(), 1000);`;
    const child = spawn(process.execPath, ["--input-type=module", "-e", script], { stdio: ["ignore", "pipe", "inherit"] });
    try {
      await new Promise((resolve) => child.stdout.once("data", resolve));
      await expect(openWarehouse(directory, { wait: 100 })).rejects.toMatchObject({ code: "warehouse-busy" });
      expect(existsSync(join(directory, "warehouse.duckdb.broken"))).toBe(false);
    } finally {
      child.kill("SIGKILL");
    }
    await using(directory, async (warehouse) => expect((await warehouse.query("SELECT n FROM t")).rows).toEqual([[1]]));
  });
});
