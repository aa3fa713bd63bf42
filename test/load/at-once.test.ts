import { randomBytes } from "node:crypto";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { loadDatasets, loadStates } from "../../src/engine/load/index.ts";
import { openWarehouse } from "../../src/warehouse/index.ts";
import { folder, frameworkOf } from "./folder.ts";

/** More rows than are looked at before the types are chosen, so that what follows must be proved. */
const early = 2000;

/** Values of one way of writing, by the number of their row. */
const ways: Readonly<Record<string, (row: number) => string>> = {
  integers: (row) => String(row * 37 - 500),
  "two decimals": (row) => (row / 100).toFixed(2),
  "six decimals": (row) => (row / 7).toFixed(6),
  "only zeros behind the point": (row) => `${row}.00`,
  "decimals as few as can be": (row) => String((row % 900) / 100),
  "at least one decimal": (row) => (row % 4 === 0 ? `${row}.0` : String(row / 4)),
  "thousand or three decimals": (row) => `${1 + (row % 9)}.${100 + (row % 900)}`,
  days: (row) => new Date(Date.UTC(2021, 0, 1 + (row % 2500))).toISOString().slice(0, 10),
  minutes: (row) => `${new Date(1.6e12 + row * 6e6).toISOString().slice(0, 10)} ${String(row % 24).padStart(2, "0")}:05`,
  seconds: (row) => new Date(1.6e12 + row * 61e5).toISOString().slice(0, 19).replace("T", " "),
  "seconds with T": (row) => new Date(1.6e12 + row * 61e5).toISOString().slice(0, 19),
  "days as numbers": (row) => String(20240101 + (row % 28)),
  texts: (row) => `c${row % 50}`,
  "truth words": (row) => (row % 2 === 0 ? "true" : "false"),
};

/** What may come late in a column that was clean so far. */
const oddities = [
  "| |0|-0|00|007|+5|1e3|1.5|1.50|.5|5.|-|n/a|NULL|x|12,5|1.234,5|99999999999999999999|123456789012345.67|2024-02-30|2024-02-03",
  "12024-02-03|0044-03-15 (BC)|infinity|2024-03-31 02:30|2024-03-31 02:30:00|2024-03-31T02:30:00|2024-03-31T02:30:00Z",
  "2024-03-31 02:30:00.5|03-04-2024| 5 |true|20240230|€ 5",
].flatMap((some) => some.split("|"));

async function readBoth(text: string, described: object) {
  const framework = frameworkOf([{ id: "a", file: "a.csv", ...described }]);
  // Where somebody was erased everything is read as text first, as all of these files would be by a slower reader.
  const erased = { key: randomBytes(32), hashes: new Set(["0".repeat(64)]) };
  const read = async (options: object) => {
    const directory = folder({ "a.csv": text });
    const warehouse = await openWarehouse(join(directory, ".helder"));
    try {
      const { failures, datasets } = await loadDatasets(warehouse, { directory, framework, datasets: null, ...options });
      if (failures[0]) return { error: failures[0].error.code };
      const { columns, forms, days: _days, ...state } = (await loadStates(warehouse)).get("a")!;
      const { doubts, rejected, duplicates } = datasets[0]!;
      const types = (await warehouse.query("DESCRIBE data.a")).rows.map(([name, type]) => [name, type]);
      const { rows } = await warehouse.query('SELECT * FROM data.a ORDER BY "$row"');
      const { filled, spans, few, measured } = state;
      return { columns, forms, types, rows, doubts, rejected, duplicates, filled, spans, few, measured };
    } finally {
      await warehouse.close();
    }
  };
  return { atOnce: await read({}), asText: await read({ erased }) };
}

test(
  "law: types that are given while reading are those that all texts together give, whatever comes late in the file",
  { timeout: 300_000 },
  () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...Object.keys(ways)), { minLength: 1, maxLength: 4 }),
        fc.array(fc.tuple(fc.nat(3), fc.constantFrom(...oddities)), { maxLength: 2 }),
        fc.constantFrom({}, { time: "c0" }, { format: { date: "excel" } }, { format: { decimal: "," } }, { key: "c0" }, { key: "all" }),
        fc.constantFrom("complete", "a short row", "a long row", "a twin"),
        async (columns, late, described, end) => {
          const names = columns.map((_, index) => `c${index}`);
          const lines = [names.join(",")];
          for (let row = 0; row < early + 20; row++) lines.push(columns.map((way) => ways[way]!(row)).join(","));
          for (const [place, odd] of late)
            lines.push(columns.map((way, index) => (index === place % columns.length ? `"${odd}"` : ways[way]!(early + 30))).join(","));
          if (end === "a short row") lines.push("5");
          if (end === "a long row") lines.push([...names, "one more"].join(","));
          if (end === "a twin") lines.push(lines.at(-1)!);
          const { atOnce, asText } = await readBoth(`${lines.join("\n")}\n`, described);
          expect(atOnce).toEqual(asText);
        },
      ),
      { numRuns: Number(process.env["HELDER_RUNS"] ?? 40) },
    ),
);

test("a second file whose values are written otherwise makes the column what both bear out", async () => {
  const described = { id: "a", file: "*.csv" };
  const directory = folder({
    "1.csv": `x,y\n${Array.from({ length: 3000 }, (_, row) => `${row},${row}.50\n`).join("")}`,
    "2.csv": "y,x\n1.25,first\n",
  });
  const warehouse = await openWarehouse(join(directory, ".helder"));
  try {
    await loadDatasets(warehouse, { directory, framework: frameworkOf([described]), datasets: null });
    expect((await loadStates(warehouse)).get("a")!.columns).toEqual([
      ["x", "text"],
      ["y", "decimal"],
    ]);
    expect((await warehouse.query(`SELECT x, CAST(y AS VARCHAR) FROM data.a WHERE "$row" IN (7, 3000) ORDER BY "$row"`)).rows).toEqual([
      ["7", "7.50"],
      ["first", "1.25"],
    ]);
  } finally {
    await warehouse.close();
  }
});
