import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openWarehouse } from "../../src/warehouse/index.ts";
import { failureOf, folder, loading } from "./folder.ts";

async function parquet(directory: string, name: string, select: string): Promise<void> {
  const warehouse = await openWarehouse(join(directory, ".helder"));
  await warehouse.query(`COPY (${select}) TO '${join(directory, name)}' (FORMAT parquet)`);
  await warehouse.close();
}

describe("Parquet", () => {
  test("types are the file's; doubles with few decimals become decimals, whole ones integers", async () => {
    const directory = folder();
    await parquet(
      directory,
      "a.parquet",
      `SELECT 1::INTEGER AS i, 12.5::DOUBLE AS d, 3::DOUBLE AS w, 0.1::FLOAT AS f, 1.0/3 AS t, 1.25::DECIMAL(9,2) AS m,
      '2026-01-01 23:30:00+00'::TIMESTAMPTZ AS z, TIMESTAMP '2026-03-29 02:30:00' AS l, DATE '2026-01-01' AS day, '001' AS s, {'x': 1} AS o, [1, 2] AS list, true AS b`,
    );
    await loading(directory, [{ id: "a", file: "a.parquet", time: "z" }], async ({ file, rows }) => {
      expect(await rows(`SELECT * EXCLUDE ("$day", "$row") FROM data.a`)).toEqual([
        [1, 12.5, 3, 0.1, 1 / 3, 1.25, "2026-01-02T00:30:00", "2026-03-29T03:30:00", "2026-01-01", "001", '{"x":1}', "[1,2]", true],
      ]);
      const types = await rows("SELECT column_name, data_type FROM duckdb_columns() WHERE table_name = 'a'");
      expect(Object.fromEntries(types as [string, string][])).toMatchObject({
        i: "BIGINT",
        d: "DECIMAL(18,1)",
        w: "BIGINT",
        f: "DECIMAL(18,1)",
        t: "DOUBLE",
        m: "DECIMAL(18,2)",
      });
      expect(file).toMatchObject({ from: "2026-01-02", doubts: [{ column: "l", code: "dst-gap", count: 1 }] });
    });
  });

  test("several files: rows keep the order of the files, columns are joined by name", async () => {
    const directory = folder();
    await parquet(directory, "p-1.parquet", "SELECT i AS a, i % 2 AS b FROM range(3000) t(i)");
    await parquet(directory, "p-2.parquet", "SELECT 'x' AS c, i + 3000 AS A FROM range(2) t(i)");
    await loading(directory, [{ id: "a", file: "p-*.parquet" }], async ({ rows }) => {
      expect(await rows(`SELECT count(*), count(*) FILTER (WHERE a = "$row"), count(b), count(c) FROM data.a`)).toEqual([
        [3002, 3002, 3000, 2],
      ]);
    });
  });

  test("a file that is no Parquet cannot be read", async () => {
    expect((await failureOf(folder({ "a.parquet": "PAR1 no" }), { id: "a", file: "a.parquet" })).code).toBe("file-unreadable");
  });
});
