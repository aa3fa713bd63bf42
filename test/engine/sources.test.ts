import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { openLocalEngine } from "../../src/engine/index.ts";
import { folderWith } from "../cli/terminal.ts";

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

const day = { from: null, to: null, by: [], where: null, compare: null, asOf: null, grain: "total" } as const;

/** A workspace with a source that answers when told, and a file. */
async function slowSource() {
  const waiting: ServerResponse[] = [];
  const arrivals: (() => void)[] = [];
  const server = createServer((_request, response) => {
    waiting.push(response);
    arrivals.shift()?.();
  });
  await new Promise<void>((listening) => {
    server.listen(0, "127.0.0.1", listening);
  });
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const { directory, dispose } = await folderWith({
    "helder.yaml": `helder: 1
name: Shop
network: {allow: [127.0.0.1]}
datasets:
  - {id: slow, connector: {type: http, url: "http://127.0.0.1:${(server.address() as AddressInfo).port}/", as: csv}, time: day}
  - {id: near, file: near.csv, time: day}
metrics:
  - {id: far-away, type: count, dataset: slow}
  - {id: at-hand, type: count, dataset: near}
`,
    "near.csv": "day\n2026-01-01\n",
  });
  closing.push(dispose);
  const engine = openLocalEngine(directory);
  closing.push(() => engine.close());
  return {
    engine,
    asked: () => (waiting.length > 0 ? Promise.resolve() : new Promise<void>((arrive) => arrivals.push(arrive))),
    answer: (text: string) => waiting.shift()!.end(text),
    requests: () => waiting.length,
  };
}

async function count(engine: Awaited<ReturnType<typeof slowSource>>["engine"], metric: string): Promise<unknown> {
  const { series } = await engine.query({ ...day, metrics: [metric] });
  return series[0]?.points[0]?.value;
}

test("a slow source holds up nobody who asks something else, before it was ever fetched and after", async () => {
  const { engine, asked, answer } = await slowSource();
  const first = engine.load({ datasets: ["slow"] });
  await asked();
  expect(await count(engine, "at-hand")).toBe(1);
  answer("day\n2026-01-01\n2026-01-02\n");
  expect((await first).failures).toEqual([]);
  const second = engine.load({ datasets: null });
  await asked();
  // What was there before is the answer until what is new is whole.
  expect(await count(engine, "far-away")).toBe(2);
  answer("day\n2026-01-03\n");
  expect((await second).datasets).toMatchObject([
    { id: "slow", rows: 1 },
    { id: "near", rows: 1 },
  ]);
  expect(await count(engine, "far-away")).toBe(1);
});

test("who asks for a source while it comes in waits for it, and it is fetched once", async () => {
  const { engine, asked, answer, requests } = await slowSource();
  const loading = engine.load({ datasets: ["slow"] });
  await asked();
  const asking = count(engine, "far-away");
  expect(await count(engine, "at-hand")).toBe(1);
  expect(requests()).toBe(1);
  answer("day\n2026-01-01\n");
  expect(await asking).toBe(1);
  await loading;
});
