import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { folder } from "../load/folder.ts";
import { within } from "./within.ts";

const people = [
  { id: "o1", day: "2026-01-02", customer: "C-42", email: "anna@example.org", amount: 10.5 },
  { id: "o2", day: "2026-01-03", customer: "C-77", email: "bert@example.org", amount: 4.25 },
  { id: "o3", day: "2026-01-04", customer: null, email: "Anna@Example.org", amount: 2 },
];
const answers: Readonly<Record<string, string>> = {
  "/orders.json": JSON.stringify(people),
  "/letters.csv": 'sent,email,subject\n2026-01-05,anna@example.org,"Hello,\nAnna"\n2026-01-06,bert@example.org,Hello\n',
  "/merges.json": JSON.stringify([
    { old_id: "C-17", new_id: "C-42" },
    { old_id: "C-76", new_id: "C-77" },
  ]),
};

const server = createServer((request, response) => {
  const body = answers[request.url ?? ""];
  response.writeHead(body === undefined ? 404 : 200, { "content-type": request.url?.endsWith("csv") ? "text/csv" : "application/json" });
  response.end(body);
});
beforeAll(async () => {
  await new Promise<void>((listening) => {
    server.listen(0, "127.0.0.1", listening);
  });
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** All that was fetched and is kept. */
function fetched(directory: string): string {
  return readdirSync(join(directory, ".helder/sources"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"))
    .join("\n");
}

test("a person who is removed is gone from fetched pages, and is not kept when the source gives her again", async () => {
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const directory = folder({
    "helder.yaml": `helder: 1
name: Shop
language: en
network: {allow: [127.0.0.1]}
datasets:
  - {id: orders, connector: {type: http, url: "${base}/orders.json", as: json}, time: day, customer: customer, key: id}
  - {id: letters, connector: {type: http, url: "${base}/letters.csv", as: csv}, time: sent, customer: email}
  - {id: merges, connector: {type: http, url: "${base}/merges.json", as: json}, identity: {same: [old_id, new_id]}}
`,
  });
  const loaded = await within(directory, (engine) => engine.load({ datasets: null }));
  expect(loaded.failures).toEqual([]);
  expect(fetched(directory)).toMatch(/anna@example.org[^]*Hello,\nAnna/);
  const result = await within(directory, (engine) => engine.erase({ customer: "C-17", confirmed: true, command: "helder erase" }));
  expect(result).toMatchObject({ erased: true, left: 0, unread: [] });
  expect(Object.fromEntries(result.removed.map(({ place, before, after }) => [place, [before, after]]))).toEqual({
    "warehouse/orders": [2, 0],
    "warehouse/letters": [1, 0],
    "warehouse/merges": [1, 0],
    "sources/orders": [2, 0],
    "sources/letters": [1, 0],
    "sources/merges": [1, 0],
  });
  for (const text of ["nna@", "Anna", "C-42", "C-17"]) expect(fetched(directory)).not.toContain(text);
  expect(fetched(directory)).toContain("bert@example.org");
  const again = await within(directory, (engine) => engine.load({ datasets: null }));
  expect(again.datasets.map(({ id, rows }) => [id, rows])).toEqual([
    ["orders", 1],
    ["letters", 1],
    ["merges", 1],
  ]);
  for (const text of ["nna@", "Anna", "C-42", "C-17"]) expect(fetched(directory)).not.toContain(text);
});
