import { execFile, spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { cp } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { openJournal } from "../../src/journal/index.ts";
import { folder } from "../load/folder.ts";

const run = promisify(execFile);
const helder = fileURLToPath(new URL("../../dist/bin/helder.js", import.meta.url));
const kills = Number(process.env["HELDER_KILLS"] ?? 3);

const yaml = `helder: 1
name: Shop
language: en
datasets:
  - {id: orders, file: orders.csv, time: day, customer: mail, key: id}
  - {id: events, connector: {type: events}, time: timestamp, customer: user_id}
metrics:
  - {id: revenue, type: sum, dataset: orders, of: price}
  - {id: orders, type: count, dataset: orders}
  - {id: events, type: count, dataset: events}
`;

/** The files below `.helder` in which a text stands. */
function holding(directory: string, text: string): string[] {
  return readdirSync(join(directory, ".helder"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && readFileSync(join(entry.parentPath, entry.name), "latin1").includes(text))
    .map((entry) => entry.name);
}

test(
  `a removal that is killed ${kills} times at any moment is done wholly or not at all`,
  { timeout: 120_000 + kills * 30_000 },
  async () => {
    const lines = Array.from(
      { length: 30_000 },
      (_, id) => `${id},2026-01-${String((id % 28) + 1).padStart(2, "0")},p${id % 50}@example.org,${id % 90}.25`,
    );
    const whole = folder({ "helder.yaml": yaml, "orders.csv": `id,day,mail,price\n${lines.join("\n")}\n` });
    const told = async (directory: string) => {
      const asked = ["query", "revenue", "orders", "events", "--json", "--as-of", "2026-03-20", "--workspace", directory];
      return (await run(process.execPath, [helder, ...asked])).stdout;
    };
    await told(whole);
    const journal = openJournal(join(whole, ".helder"));
    for (let batch = 0; batch < 20; batch++) {
      const events = Array.from({ length: 200 }, (_, index) => ({
        type: "page",
        name: "x",
        messageId: `${batch}-${index}`,
        userId: `p${index % 50}@example.org`,
      }));
      journal.appendEvents([{ at: "2026-01-05T10:00:00.000Z", events: JSON.stringify(events) }]);
    }
    journal.close();
    await told(whole);
    const before = await told(whole);
    // A file that goes while it is copied is no copy: SQLite takes its memory away a moment after the last one has left.
    for (let wait = 0; wait < 200 && existsSync(join(whole, ".helder", "journal.sqlite-shm")); wait++) await sleep(50);
    const command = (directory: string) => [helder, "erase", "p7@example.org", "--yes", "--json", "--workspace", directory];
    const done = folder();
    await cp(whole, done, { recursive: true });
    const began = performance.now();
    const { stdout } = await run(process.execPath, command(done));
    const took = performance.now() - began;
    expect(JSON.parse(stdout)).toMatchObject({ erased: true, left: 0 });
    const after = await told(done);
    expect(after).not.toBe(before);
    const seen = new Set<string>();
    for (let kill = 0; kill < kills; kill++) {
      const directory = folder();
      await cp(whole, directory, { recursive: true });
      const child = spawn(process.execPath, command(directory), { stdio: "ignore" });
      const gone = new Promise((resolve) => child.once("exit", resolve));
      // The start of the program changes nothing; the moments lie in what comes after.
      await sleep(took * (0.3 + (0.7 * (kill + 0.5)) / kills));
      child.kill("SIGKILL");
      await gone;
      const answer = await told(directory);
      expect([before, after]).toContain(answer);
      seen.add(answer);
      if (answer === after) expect(holding(directory, "p7@example.org")).toEqual([]);
      // Asked again, it is done wholly.
      const again = JSON.parse((await run(process.execPath, command(directory))).stdout) as { left: number };
      expect(again.left).toBe(0);
      expect(await told(directory)).toBe(after);
      expect(holding(directory, "p7@example.org")).toEqual([]);
    }
    expect(seen.size).toBeGreaterThan(0);
  },
);
