import { execFileSync, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/**
 * Another system in a process of its own (`peers/<name>.mjs`), which answers a round when it is asked one; installs what it needs.
 * @param {"malloy" | "clickhouse"} name
 * @param {object} task what the peer reads first
 */
export async function openPeer(name, task) {
  const directory = fileURLToPath(new URL("peers/", import.meta.url));
  if (!existsSync(`${directory}node_modules`))
    execFileSync("npm", ["install", "--no-audit", "--no-fund"], { cwd: directory, stdio: "ignore" });
  const child = spawn(process.execPath, [`${name}.mjs`], { cwd: directory, stdio: ["pipe", "pipe", "ignore"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const answer = async () => {
    const line = /** @type {IteratorResult<string, undefined>} */ (await lines.next());
    if (line.done) throw new Error(`${name} stopped; run node bench/peers/${name}.mjs to see why`);
  };
  child.stdin.write(`${JSON.stringify(task)}\n`);
  await answer();
  return {
    round: async () => {
      child.stdin.write("\n");
      await answer();
    },
    close: () => child.stdin.end(),
  };
}
