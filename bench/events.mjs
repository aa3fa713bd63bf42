import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openLocalEngine } from "../dist/engine/index.js";

const command = fileURLToPath(new URL("../dist/bin/helder.js", import.meta.url));
const batchSize = 500;
const senders = 8;
const seconds = 5;

/** Events a second that `helder serve` has on disk, sent by this process in batches of 500. @param {{rounds: number}} options */
export async function events({ rounds }) {
  const directory = mkdtempSync(join(tmpdir(), "helder-bench-events-"));
  writeFileSync(
    join(directory, "helder.yaml"),
    "helder: 1\nname: Bench\ndatasets:\n  - {id: events, connector: {type: events}, time: timestamp}\n",
  );
  const engine = openLocalEngine(directory);
  const { key } = await engine.createKey({ name: "bench", scope: "events" });
  await engine.close();
  const child = spawn(process.execPath, [command, "serve", "--port", "0", "--json", "--workspace", directory], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const url = await addressOf(child);
    const agent = new Agent({ keepAlive: true, maxSockets: senders });
    const body = Buffer.from(
      JSON.stringify({
        batch: Array.from({ length: batchSize }, (_, index) => ({
          type: "track",
          event: "Order Completed",
          userId: `customer-${index}`,
          timestamp: "2026-01-05T10:00:00.000Z",
          properties: { revenue: 12.5, order_id: `o-${index}` },
        })),
      }),
    );
    const headers = {
      authorization: `Basic ${Buffer.from(`${key}:`).toString("base64")}`,
      "content-type": "application/json",
      "content-length": body.length,
    };
    const rates = [];
    /** @type {number[]} */
    const waits = [];
    for (let round = 0; round < rounds; round++) {
      const until = performance.now() + seconds * 1000;
      let kept = 0;
      const send = async () => {
        while (performance.now() < until) {
          const began = performance.now();
          if ((await post(new URL("/v1/batch", url), agent, headers, body)) === 200) kept += batchSize;
          waits.push(performance.now() - began);
        }
      };
      const began = performance.now();
      await Promise.all(Array.from({ length: senders }, send));
      rates.push(kept / ((performance.now() - began) / 1000));
    }
    agent.destroy();
    const middle = (/** @type {number[]} */ values, /** @type {number} */ share) =>
      values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? 0;
    return [
      { name: "events a second, batches of 500, on disk", value: middle(rates, 0.5), unit: "/s", wish: ">= 40,000" },
      { name: "p99 of a batch", value: middle(waits, 0.99), unit: "ms", wish: "<= 200" },
    ];
  } finally {
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    await gone;
    rmSync(directory, { recursive: true, force: true });
  }
}

/** @param {import("node:child_process").ChildProcess} child @returns {Promise<string>} */
async function addressOf(child) {
  let said = "";
  for await (const chunk of /** @type {import("node:stream").Readable} */ (child.stdout)) {
    said += String(chunk);
    try {
      return /** @type {{url: string}} */ (JSON.parse(said)).url;
    } catch {
      continue;
    }
  }
  throw new Error(`the server stopped: ${said}`);
}

/** @param {URL} url @param {Agent} agent @param {Record<string, string | number>} headers @param {Buffer} body @returns {Promise<number>} */
function post(url, agent, headers, body) {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: "POST", agent, headers }, (answer) => {
      answer.resume();
      answer.once("end", () => resolve(answer.statusCode ?? 0));
    });
    sent.once("error", reject);
    sent.end(body);
  });
}
