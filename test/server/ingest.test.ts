import { connect, type Socket } from "node:net";
import { Analytics } from "@segment/analytics-node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type LocalEngine, openLocalEngine } from "../../src/engine/index.ts";
import { serve, type Serving } from "../../src/server/index.ts";
import { folderWith } from "../cli/terminal.ts";

let workspace: Awaited<ReturnType<typeof folderWith>>;
let engine: LocalEngine;
let serving: Serving;
let key: string;

beforeAll(async () => {
  workspace = await folderWith({
    "helder.yaml": `helder: 1
name: Shop
language: en
datasets:
  - {id: events, connector: {type: events}, time: timestamp, customer: user_id}
  - {id: orders, connector: {type: events, as: orders}, time: timestamp, customer: user_id}
  - {id: identities, connector: {type: events, as: identities}, time: timestamp}
metrics:
  - {id: order-total, type: sum, dataset: orders, of: revenue, unit: currency}
  - {id: sold, type: sum, dataset: orders, of: quantity}
  - {id: pairs, type: count, dataset: identities}
  - {id: all, type: count, dataset: events}
  - {id: revenue, type: sum, dataset: events, of: properties.revenue, where: event = 'Order Completed', unit: currency}
`,
  });
  engine = openLocalEngine(workspace.directory);
  serving = await serve({ engine, traced: (trace) => engine.traced(trace), host: "127.0.0.1", port: 0, nextFree: false });
  ({ key } = await engine.createKey({ name: "shop", scope: "events" }));
});
afterAll(async () => {
  await serving.close();
  await engine.close();
  await workspace.dispose();
});

function post(path: string, body: unknown, user = key): Promise<Response> {
  return fetch(new URL(path, serving.url), {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Basic ${Buffer.from(`${user}:`).toString("base64")}` },
    body: JSON.stringify(body),
  });
}

async function values(metric: string): Promise<unknown> {
  const request = { metrics: [metric], grain: "total", by: [], from: null, to: null, where: null, compare: null, asOf: null } as never;
  return (await engine.query(request)).series[0]?.points[0]?.value;
}

describe("events", () => {
  test("of a workspace where none came yet load as an empty dataset", async () => {
    expect(await engine.load({ datasets: null })).toMatchObject({
      datasets: [{ id: "events", rows: 0 }, { rows: 0 }, { rows: 0 }],
      failures: [],
    });
  });

  test("come in by the official client as it is, and are a dataset", async () => {
    const analytics = new Analytics({ writeKey: key, host: serving.url.replace(/\/$/, ""), flushAt: 3 });
    analytics.identify({ userId: "anna", traits: { email: "anna@example.com" } });
    analytics.track({ userId: "anna", event: "Order Completed", properties: { revenue: 12.5, products: [{ id: 1 }] } });
    analytics.page({ anonymousId: "x", name: "Home" });
    analytics.alias({ userId: "anna", previousId: "x" });
    await analytics.closeAndFlush();
    expect(await engine.load({ datasets: null })).toMatchObject({ datasets: [{ rows: 4 }, { rows: 1 }, { rows: 1 }], failures: [] });
    expect(await values("revenue")).toBe(12.5);
  });

  test("that are sent again count once", async () => {
    const batch = [{ type: "track", event: "Order Completed", messageId: "m1", userId: "bob", properties: { revenue: 7 } }];
    for (let time = 0; time < 2; time++) expect((await post("/v1/batch", { batch })).status).toBe(200);
    expect((await post("/v1/track", { ...batch[0] })).status).toBe(200);
    expect(await values("revenue")).toBe(19.5);
  });

  test("are orders and pairs of ids too", async () => {
    const order = (order_id: string, revenue: unknown) => ({
      type: "track",
      event: "Order Completed",
      userId: "eve",
      properties: { order_id, revenue, currency: "EUR", products: [{ quantity: 2 }, {}, { quantity: "3" }] },
    });
    const before = [await values("order-total"), await values("sold"), await values("pairs")];
    expect(before).toEqual([19.5, 1, 1]);
    const batch = [
      order("o1", 100),
      order("o1", "110.25"),
      order("o2", "no number"),
      { type: "identify", userId: "eve", anonymousId: "y" },
      { type: "identify", userId: "eve" },
    ];
    expect((await post("/v1/batch", { batch })).status).toBe(200);
    expect([await values("order-total"), await values("sold"), await values("pairs")]).toEqual([129.75, 13, 2]);
  });

  test("are refused whole, with the reason, where one of them will not do", async () => {
    const good = { type: "track", event: "x", userId: "u", messageId: "good" };
    const before = await values("all");
    const big = { ...good, properties: { text: "x".repeat(33 * 1024) } };
    const cases: [string, unknown, number, string][] = [
      ["/v1/batch", { batch: [good, { type: "track", userId: "u" }] }, 400, "event-refused"],
      ["/v1/batch", { batch: [good, { ...good, userId: 5 }] }, 400, "event-refused"],
      ["/v1/batch", {}, 400, "event-refused"],
      ["/v1/page", {}, 400, "event-refused"],
      ["/v1/batch", { batch: [good, big] }, 413, "events-too-large"],
      ["/v1/batch", { batch: Array.from({ length: 40 }, () => ({ ...good, context: "x".repeat(20_000) })) }, 413, "events-too-large"],
    ];
    for (const [path, body, status, code] of cases) {
      const answer = await post(path, body);
      expect([answer.status, ((await answer.json()) as { error: { code: string } }).error.code]).toEqual([status, code]);
    }
    expect(await values("all")).toBe(before);
  });

  test("are refused without a write key, and with a key for something else", async () => {
    const { key: other } = await engine.createKey({ name: "reader", scope: "read" });
    const event = { event: "x", userId: "u" };
    for (const user of ["", "nobody", other]) expect((await post("/v1/track", event, user)).status).toBe(401);
  });
});

/** Says that a body of so many bytes comes, and holds it back. */
function held(bytes: number): Promise<Socket> {
  const { hostname, port } = new URL(serving.url);
  const authorization = `Basic ${Buffer.from(`${key}:`).toString("base64")}`;
  const head = [
    "POST /v1/batch HTTP/1.1",
    `host: ${hostname}:${port}`,
    "content-type: application/json",
    `authorization: ${authorization}`,
  ];
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write(`${[...head, `content-length: ${bytes}`].join("\r\n")}\r\n\r\n`, () => resolve(socket));
    });
    socket.once("error", reject);
  });
}

function answered(socket: Socket): Promise<string> {
  return new Promise((resolve) => {
    let said = "";
    socket.setEncoding("utf8").on("data", (chunk: string) => {
      said += chunk;
      if (said.includes("\r\n\r\n")) resolve(said);
    });
  });
}

describe("more than the disk takes", () => {
  test("is refused with a moment to come back; what was accepted is kept, and room that comes free is given out again", async () => {
    const all = Number(await values("all"));
    const body = JSON.stringify({ batch: [{ type: "track", event: "Seen", userId: "held", properties: { padding: "x".repeat(30_000) } }] });
    const padded = body.padEnd(500 * 1024, " ");
    // 32 MiB hold 65 of these.
    const waiting = await Promise.all(Array.from({ length: 65 }, () => held(padded.length)));
    try {
      await expect
        .poll(async () => (await post("/v1/batch", { batch: [], padding: "x".repeat(400_000) })).status, { timeout: 10_000 })
        .toBe(429);
      const refused = await post("/v1/batch", { batch: [{ type: "track", event: "Seen", userId: "late" }], padding: "x".repeat(400_000) });
      expect(refused.status).toBe(429);
      expect(refused.headers.get("retry-after")).toMatch(/^\d+$/);
      expect(await refused.json()).toMatchObject({ error: { code: "events-busy" } });
      const [first] = waiting as [Socket];
      const answer = answered(first);
      first.write(padded);
      expect(await answer).toMatch(/^HTTP\/1\.1 200 /);
    } finally {
      for (const socket of waiting) socket.destroy();
    }
    await expect
      .poll(
        async () => (await post("/v1/batch", { batch: [{ type: "track", event: "Seen", messageId: "again", userId: "late" }] })).status,
        { timeout: 10_000 },
      )
      .toBe(200);
    // The one that was held and then sent, and the one that came again; nothing of those that were refused or cut off.
    await expect.poll(async () => Number(await values("all"))).toBe(all + 2);
  }, 30_000);
});
