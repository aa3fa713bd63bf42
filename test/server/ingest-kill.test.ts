import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { openLocalEngine } from "../../src/engine/index.ts";
import { folderWith } from "../cli/terminal.ts";

const command = fileURLToPath(new URL("../../dist/bin/helder.js", import.meta.url));
const kills = Number(process.env["HELDER_KILLS"] ?? 10);

async function started(directory: string): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [command, "serve", "--port", "0", "--json", "--workspace", directory], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  for await (const chunk of child.stdout) {
    said += String(chunk);
    try {
      return { child, url: (JSON.parse(said) as { url: string }).url };
    } catch {
      continue;
    }
  }
  throw new Error(`the server stopped: ${said}`);
}

test(
  "what was acknowledged survives kill -9, and what is sent again counts once",
  async () => {
    const { directory, dispose } = await folderWith({
      "helder.yaml": "helder: 1\nname: Shop\nlanguage: en\ndatasets:\n  - {id: events, connector: {type: events}, time: timestamp}\n",
    });
    const first = openLocalEngine(directory);
    const { key } = await first.createKey({ name: "shop", scope: "events" });
    await first.close();
    const authorization = `Basic ${Buffer.from(`${key}:`).toString("base64")}`;
    const acknowledged = new Set<string>();
    let unsure: string[] = [];
    let next = 0;
    for (let kill = 0; kill < kills; kill++) {
      const { child, url } = await started(directory);
      const gone = once(child, "exit");
      const sender = async (): Promise<void> => {
        for (;;) {
          // What got no answer is sent again: it may be there already.
          const ids = unsure.length > 0 ? unsure.splice(0, 50) : Array.from({ length: 50 }, () => `m${next++}`);
          const batch = ids.map((messageId) => ({ type: "track", event: "x", userId: "u", messageId }));
          const body = JSON.stringify({ batch });
          const headers = { authorization, "content-type": "application/json" };
          const answer = await fetch(new URL("/v1/batch", url), { method: "POST", headers, body }).catch(() => null);
          if (answer?.status === 200) for (const id of ids) acknowledged.add(id);
          else {
            unsure = [...unsure, ...ids];
            return;
          }
        }
      };
      const senders = [sender(), sender(), sender()];
      setTimeout(() => child.kill("SIGKILL"), 50 + ((kill * 37) % 200));
      await Promise.all([...senders, gone]);
    }
    const engine = openLocalEngine(directory);
    const { datasets, failures } = await engine.load({ datasets: null });
    await engine.close();
    expect(failures).toEqual([]);
    expect(acknowledged.size).toBeGreaterThan(0);
    // All that was acknowledged is there; beyond it only what was sent last, once each.
    expect(datasets[0]!.rows).toBeGreaterThanOrEqual(acknowledged.size);
    expect(datasets[0]!.rows).toBeLessThanOrEqual(new Set([...acknowledged, ...unsure]).size);
    await dispose();
  },
  60_000 + kills * 5_000,
);
