import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { folderWith, type } from "../cli/terminal.ts";

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

let server: Server;
let asked: string[];
let handler: Handler;
let base: string;

beforeEach(async () => {
  asked = [];
  server = createServer((request, response) => {
    asked.push(request.url ?? "");
    handler(request, response);
  });
  await new Promise<void>((listening) => {
    server.listen(0, "127.0.0.1", listening);
  });
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

async function workspace(connector: string, allow = "[127.0.0.1]"): ReturnType<typeof folderWith> {
  return folderWith({
    "helder.yaml": `helder: 1
name: Shop
language: en
network: {allow: ${allow}}
datasets:
  - id: orders
    connector: ${connector}
    time: day
    key: id
metrics:
  - {id: revenue, type: sum, dataset: orders, of: amount, unit: currency}
`,
  });
}

const rows = [
  { id: "1", day: "2026-01-02", amount: 10.5 },
  { id: "2", day: "2026-01-03", amount: 4.25 },
];

async function revenue(directory: string): Promise<unknown> {
  const said = await type("query", "revenue", "--grain", "total", "--json", "--workspace", directory);
  return JSON.parse(said.out).series[0].points[0].value;
}

describe("a dataset that comes over HTTP", () => {
  test("is fetched past 429, 500 and cut connections, page by page, and a page that comes twice counts once", async () => {
    const trouble = [429, 500, 0];
    handler = (request, response) => {
      const fault = trouble.shift();
      if (fault === 0) return void response.writeHead(200, { "content-length": "1000" }).write("[{", () => response.destroy());
      if (fault !== undefined) return void response.writeHead(fault, { "retry-after": "0" }).end();
      const last = request.url === "/b";
      response.end(JSON.stringify({ data: { items: last ? [...rows.slice(1), rows[0]] : rows.slice(0, 1) }, next: last ? null : "/b" }));
    };
    const { directory, dispose } = await workspace(`{type: http, url: "${base}/a", as: json, rows: data.items, next: next}`);
    const said = await type("load", "--json", "--workspace", directory);
    expect(JSON.parse(said.out).datasets).toMatchObject([{ id: "orders", rows: 2, from: "2026-01-02", to: "2026-01-03" }]);
    expect(asked).toEqual(["/a", "/a", "/a", "/a", "/b"]);
    expect(await revenue(directory)).toBe(14.75);
    await dispose();
  });

  test("is read as CSV, and a query asks the network only the first time", async () => {
    handler = (_request, response) => response.end("id,day,amount\n1,2026-01-02,3.5\n");
    const { directory, dispose } = await workspace(`{type: http, url: "${base}/sheet", as: csv}`);
    expect(await revenue(directory)).toBe(3.5);
    expect(await revenue(directory)).toBe(3.5);
    expect(asked).toEqual(["/sheet"]);
    await dispose();
  });

  test("keeps what was fetched before when a later page is refused, and leaves no part of it", async () => {
    let broken = false;
    handler = (request, response) => {
      if (request.url === "/b" && broken) return void response.writeHead(404).end("gone");
      response.end(JSON.stringify({ items: [rows[request.url === "/b" ? 1 : 0]], next: request.url === "/b" ? "" : "/b" }));
    };
    const { directory, dispose } = await workspace(`{type: http, url: "${base}/a", as: json, rows: items, next: next}`);
    expect((await type("load", "--workspace", directory)).code).toBe(0);
    const kept = await readdir(join(directory, ".helder/sources/orders"));
    broken = true;
    const said = await type("load", "--workspace", directory);
    expect(said.code).toBe(2);
    expect(said.err).toContain("outbound-status: 127.0.0.1");
    expect(await readdir(join(directory, ".helder/sources/orders"))).toEqual(kept);
    expect(await revenue(directory)).toBe(14.75);
    await dispose();
  });

  test("is not asked for inside the own network, nor where a redirect leads, unless allowed", async () => {
    handler = (_request, response) => response.writeHead(302, { location: "http://169.254.169.254/latest" }).end();
    for (const [allow, host] of [
      ["[]", "127.0.0.1"],
      ["[127.0.0.0/8]", "169.254.169.254"],
    ] as const) {
      const { directory, dispose } = await workspace(`{type: http, url: "${base}/a", as: csv}`, allow);
      const said = await type("load", "--workspace", directory);
      expect(said.err).toContain(`outbound-refused: ${host}`);
      await dispose();
    }
    expect(asked).toEqual(["/a"]);
  });

  test("shows no secret, not even where the server repeats it", async () => {
    handler = (request, response) => response.writeHead(401).end(`bad token ${request.headers["authorization"]}`);
    process.env["HELDER_TEST_TOKEN"] = "Bearer very-secret";
    const { directory, dispose } = await workspace(
      `{type: http, url: "${base}/a", as: csv, headers: {authorization: env(HELDER_TEST_TOKEN)}}`,
    );
    const said = await type("load", "--json", "--workspace", directory);
    delete process.env["HELDER_TEST_TOKEN"];
    expect(said.err).toContain("outbound-denied: ");
    expect(said.err).toContain("bad token ***");
    expect(said.out + said.err).not.toContain("very-secret");
    await dispose();
  });
});
