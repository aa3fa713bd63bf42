import { execFile, spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const run = promisify(execFile);
const helder = fileURLToPath(new URL("../../dist/bin/helder.js", import.meta.url));

const yaml = `helder: 1
name: Shop
language: en
superKpi: revenue
datasets:
  - {id: orders, file: data/orders-*.csv, key: id, time: day, columns: {amount: quantity * price}}
metrics:
  - {id: revenue, type: sum, dataset: orders, of: amount, unit: currency}
  - {id: orders, type: count, dataset: orders}
objectives:
  - {id: sell, name: Sell}
kpis:
  - {id: revenue, measures: sell, metric: revenue, target: {value: 1000000, from: 2026-01-01, to: 2026-03-31}}
`;

function csv(start: number, rows: number): string {
  const lines = ["id,day,quantity,price"];
  for (let row = start; row < start + rows; row++) {
    lines.push(
      `${row},2026-${String((row % 3) + 1).padStart(2, "0")}-${String((row % 28) + 1).padStart(2, "0")},${(row % 4) + 1},${(row % 900) + 1}.${String(row % 100).padStart(2, "0")}`,
    );
  }
  return `${lines.join("\n")}\n`;
}

// HELDER_KILLS=50 kills as often as it takes to trust it; the moments are spread over the whole load.
const kills = Number(process.env["HELDER_KILLS"] ?? 10);

test(
  `a load that is killed ${kills} times at any moment leaves the same answers as one that was not`,
  { timeout: 60_000 + kills * 6_000 },
  async () => {
    const folder = await mkdtemp(join(tmpdir(), "helder-kill-"));
    try {
      for (const name of ["disturbed", "undisturbed"]) {
        await run("mkdir", ["-p", join(folder, name, "data")]);
        await writeFile(join(folder, name, "helder.yaml"), yaml);
        await writeFile(join(folder, name, "data", "orders-1.csv"), csv(0, 60_000));
      }
      const answer = async (name: string) =>
        (await run(process.execPath, [helder, "run", "--json", "--as-of", "2026-03-20", "--workspace", join(folder, name)])).stdout;

      const began = performance.now();
      await run(process.execPath, [helder, "load", "--workspace", join(folder, "undisturbed")]);
      const whole = performance.now() - began;
      const expected = await answer("undisturbed");

      for (let kill = 0; kill < kills; kill++) {
        // Other rows each time, so that each load has work to do; the last are those of the undisturbed workspace.
        await writeFile(join(folder, "disturbed", "data", "orders-1.csv"), kill === kills - 1 ? csv(0, 60_000) : csv(kill, 59_000 + kill));
        const load = spawn(process.execPath, [helder, "load", "--workspace", join(folder, "disturbed")], { stdio: "ignore" });
        const ended = new Promise((resolve) => load.once("exit", resolve));
        await sleep((whole * (kill + 0.5)) / kills);
        load.kill("SIGKILL");
        await ended;
      }
      expect(await answer("disturbed")).toBe(expected);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
);
