import { createWriteStream, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import ExcelJS from "exceljs";
import { openLocalEngine } from "../dist/engine/index.js";
import { interleaved } from "./measure.mjs";

/**
 * Loading beside DuckDB's own `read_csv` with its sniffer, into a table in a file, of the same clean CSV; and a workbook of 200,000 rows.
 * `rows` of about 50 bytes: 20 million make 1 GB.
 * @param {{rows: number, rounds: number}} options
 */
export async function load({ rows, rounds }) {
  const folder = mkdtempSync(join(tmpdir(), "helder-bench-"));
  try {
    const csv = join(folder, "orders.csv");
    await writeCsv(csv, rows);
    const times = await interleaved(
      {
        duckdb: () => byDuckdb(folder, csv),
        helder: () => byHelder(folder, "orders.csv", "time: ordered_at"),
      },
      Math.min(rounds, 3),
    );
    await writeWorkbook(join(folder, "sheet.xlsx"));
    const sheet = await interleaved({ helder: () => byHelder(folder, "sheet.xlsx", "time: ordered_at") }, 1);
    return [
      { name: "size of the CSV", value: statSync(csv).size / 2 ** 20, unit: "MiB" },
      { name: "DuckDB's read_csv", value: times.duckdb / 1000, unit: "s" },
      { name: "helder load", value: times.helder / 1000, unit: "s" },
      { name: "speed beside read_csv", value: times.duckdb / times.helder, unit: "×", wish: "≥ 0.8" },
      { name: "helder load, workbook 200,000 × 15", value: sheet.helder / 1000, unit: "s", wish: "≤ 15" },
      { name: "memory at most", value: process.resourceUsage().maxRSS / 1024, unit: "MiB", wish: "≤ 2048" },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} path
 * @param {number} rows
 */
async function writeCsv(path, rows) {
  const out = createWriteStream(path);
  out.write("order_id,customer_id,ordered_at,quantity,price,channel\n");
  for (let start = 0; start < rows; start += 20_000) {
    let text = "";
    for (let row = start; row < Math.min(start + 20_000, rows); row++) {
      const day = new Date(Date.UTC(2023, 0, 1 + (row % 1000))).toISOString().slice(0, 10);
      text += `o${row},c${(row * 7919) % 500_000},${day} 1${row % 10}:05:00,${1 + (row % 5)},${(row % 9000) / 100 + 1},${row % 3 === 0 ? "web" : "shop"}\n`;
    }
    if (!out.write(text)) await once(out, "drain");
  }
  out.end();
  await once(out, "finish");
}

/** @param {string} path */
async function writeWorkbook(path) {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path, useSharedStrings: true, useStyles: true });
  const sheet = book.addWorksheet("Orders");
  sheet.addRow(["order_id", "ordered_at", ...Array.from({ length: 13 }, (_, index) => `field_${index}`)]).commit();
  for (let row = 0; row < 200_000; row++) {
    const fields = Array.from({ length: 13 }, (_, index) => (index % 2 === 0 ? (row * (index + 3)) / 100 : `text ${row % 1000}`));
    const added = sheet.addRow([row, new Date(Date.UTC(2025, 0, 1 + (row % 365))), ...fields]);
    added.getCell(2).numFmt = "dd-mm-yyyy";
    added.commit();
  }
  await book.commit();
}

/**
 * @param {string} folder
 * @param {string} csv
 */
async function byDuckdb(folder, csv) {
  const file = join(folder, "peer.duckdb");
  rmSync(file, { force: true });
  const instance = await DuckDBInstance.create(file);
  const connection = await instance.connect();
  await connection.run(`CREATE TABLE orders AS SELECT * FROM read_csv('${csv}')`);
  connection.closeSync();
  instance.closeSync();
}

/**
 * @param {string} folder
 * @param {string} file
 * @param {string} time
 */
async function byHelder(folder, file, time) {
  rmSync(join(folder, ".helder"), { recursive: true, force: true });
  mkdirSync(join(folder, ".helder"));
  writeFileSync(join(folder, "helder.yaml"), `helder: 1\nname: Bench\nlanguage: en\ndatasets: [{id: orders, file: ${file}, ${time}}]\n`);
  const engine = openLocalEngine(folder);
  try {
    const { failures } = await engine.load({ datasets: null });
    if (failures[0]) throw failures[0].error;
  } finally {
    await engine.close();
  }
}
