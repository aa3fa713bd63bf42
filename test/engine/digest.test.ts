import { createHmac } from "node:crypto";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { openLocalEngine } from "../../src/engine/index.ts";
import { jobsOf, workOn } from "../../src/server/schedule/index.ts";
import { folderWith, type } from "../cli/terminal.ts";

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

const yaml = `helder: 1
name: Proef
language: nl
network: {allow: [127.0.0.1]}
datasets: [{id: orders, file: orders.csv, time: day}]
metrics: [{id: sold, type: count, dataset: orders}]
kpis:
  - {id: sold, name: Verkocht, metric: sold, owner: sales, target: {value: 60, from: 2026-10-01, to: 2026-12-31}}
alerts:
  - {to: [webhook:env(TEST_HOOK), webhook:env(TEST_OTHER)], digest: weekly, hour: 8}
`;

test("a digest reaches each receiver once a day; what did not arrive goes again, to that receiver only", async () => {
  const posted: { path: string; body: string; headers: IncomingHttpHeaders }[] = [];
  const refusing = new Set(["/other"]);
  const hook = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => (body += String(chunk)));
    request.on("end", () => {
      if (refusing.has(request.url!)) return response.writeHead(403).end();
      posted.push({ path: request.url!, body, headers: request.headers });
      response.end("ok");
    });
  });
  await new Promise<void>((resolve) => hook.listen(0, "127.0.0.1", resolve));
  closing.push(() => new Promise((resolve) => hook.close(() => resolve())));
  const { directory, dispose } = await folderWith({ "helder.yaml": yaml, "orders.csv": "day,n\n2026-10-05,1\n2026-11-05,1\n" });
  closing.push(dispose);

  const shown = await type("alert", "--digest", "--workspace", directory, "--as-of", "2026-11-23");
  expect(shown.out).toContain("→ webhook:env(TEST_HOOK)");
  expect(shown.out).toContain("▼ Verkocht: achter, 2 van 60");
  expect(shown.out).toContain("Er is niets verstuurd.");

  let now = Date.parse("2026-11-23T07:00:00Z");
  const engine = openLocalEngine(directory, { now: () => now });
  closing.push(() => engine.close());
  const base = `http://127.0.0.1:${(hook.address() as AddressInfo).port}`;
  const environment = { TEST_HOOK: `${base}/hook`, TEST_OTHER: `${base}/other`, HELDER_WEBHOOK_SECRET: "between us" };
  const [job, none] = jobsOf(await engine.framework());
  expect(none).toBeUndefined();
  expect(job).toMatchObject({ do: "digest", cron: "0 8 * * 1" });
  const send = () => workOn({ engine, environment }, job!, now);

  await expect(send()).rejects.toMatchObject({ code: "undelivered" });
  expect(posted.map(({ path }) => path)).toEqual(["/hook"]);
  const { body, headers } = posted[0]!;
  const stamp = String(headers["x-helder-timestamp"]);
  expect(headers["x-helder-signature"]).toBe(`sha256=${createHmac("sha256", "between us").update(`${stamp}.${body}`).digest("hex")}`);
  refusing.clear();
  await send();
  await send();
  expect(posted.map(({ path }) => path)).toEqual(["/hook", "/other"]);
  expect((JSON.parse(posted[1]!.body) as { digest: { text: string } }).digest.text).toContain("Verkocht");

  now += 7 * 86_400_000;
  await send();
  expect(posted).toHaveLength(4);
  expect(posted[2]!.body).toContain("Veranderd sinds 23");
});
