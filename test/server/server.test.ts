import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type LocalEngine, openEngine, openLocalEngine } from "../../src/engine/index.ts";
import { application, serve, type Serving } from "../../src/server/index.ts";
import { type } from "../cli/terminal.ts";
import { asOf, shop } from "./shop.ts";

let workspace: Awaited<ReturnType<typeof shop>>;
let engine: LocalEngine;
let serving: Serving;
let app: Awaited<ReturnType<typeof application>>;

beforeAll(async () => {
  workspace = await shop();
  engine = openLocalEngine(workspace.directory);
  const rooms = { engine, traced: (trace: (line: string) => void) => engine.traced(trace) };
  serving = await serve({ ...rooms, host: "127.0.0.1", port: 0, nextFree: false });
  app = await application({ ...rooms, token: "secret" });
});
afterAll(async () => {
  await app.close();
  await serving.close();
  await engine.close();
  await workspace.dispose();
});

const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers: { host: "127.0.0.1:4747", ...headers } });

describe("the command line beside a running server", () => {
  test("answers with the same bytes as it does alone", async () => {
    const calls = [
      ["run", "--json", "--as-of", asOf],
      ["query", "revenue", "aov", "--by", "channel", "--json", "--as-of", asOf],
      ["query", "revenue", "--where", "amount > 25", "--compare", "previous", "--as-of", asOf],
      ["sql", "revenue", "aov", "--as-of", asOf],
      ["report", "--format", "md", "--as-of", asOf],
      ["query", "revenu"],
      ["query", "revenue", "--by", "nothing"],
    ];
    const beside = [];
    for (const call of calls) beside.push(await type(...call, "--workspace", workspace.directory));
    expect(beside.map(({ code }) => code)).toEqual([0, 0, 0, 0, 0, 2, 2]);

    const alone = await shop();
    try {
      for (const [index, call] of calls.entries()) expect(await type(...call, "--workspace", alone.directory)).toEqual(beside[index]);
    } finally {
      await alone.dispose();
    }
  });

  test("a check-in by hand reaches the server's report", async () => {
    const said = await type("checkin", "mood", "2026-01", "7,5", "--workspace", workspace.directory, "--json");
    expect(JSON.parse(said.out)).toEqual({ id: expect.any(String) });
    const answer = await get(`/api/query?metric=mood&grain=month&as-of=${asOf}`);
    expect(answer.json().series[0].points).toMatchObject([{ period: "2026-01", value: 7.5 }]);
  });

  test("--verbose tells the statements that the server ran", async () => {
    const said = await type("query", "revenue", "--verbose", "--workspace", workspace.directory, "--as-of", asOf);
    expect(said.err).toMatch(/SELECT[\s\S]+sum\("amount"\)/);
  });

  test("the secret lies in a file that only its owner reads", async () => {
    const file = join(workspace.directory, ".helder", "server.json");
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  test("a server that was killed is not waited for", async () => {
    const other = await shop();
    try {
      await type("load", "--workspace", other.directory);
      await writeFile(join(other.directory, ".helder", "server.json"), JSON.stringify({ port: 9, token: "x", pid: 1 }));
      const opened = await openEngine(other.directory);
      expect((await opened.load({ datasets: null })).datasets[0]).toMatchObject({ id: "orders", skipped: true });
      await opened.close();
    } finally {
      await other.dispose();
    }
  });
});

describe("the API", () => {
  test("gives the report in the language asked for", async () => {
    const [nl, en] = [await get(`/api/report?language=nl&as-of=${asOf}`), await get(`/api/report?language=en&as-of=${asOf}`)];
    expect(nl.statusCode).toBe(200);
    expect(nl.json().kpis.map((kpi: { value: number }) => kpi.value)).toEqual(en.json().kpis.map((kpi: { value: number }) => kpi.value));
    expect(nl.json().kpis[0].reasons[0].sentence).not.toBe(en.json().kpis[0].reasons[0].sentence);
  });

  test("gives the same as `run --json`", async () => {
    const said = await type("run", "--json", "--as-of", asOf, "--workspace", workspace.directory);
    expect((await get(`/api/report?language=en&as-of=${asOf}`)).json()).toEqual(JSON.parse(said.out));
  });

  test("gives the goal tree, whole or for one team", async () => {
    const said = await type("tree", "--for", "sales", "--json", "--workspace", workspace.directory);
    const own = (await get("/api/tree?for=sales")).json();
    expect(own).toEqual(JSON.parse(said.out));
    expect(own.nodes.map(({ id, mine }: { id: string; mine: boolean }) => [id, mine])).toEqual([
      ["goal/grow", false],
      ["objective/sell", false],
      ["kpi/more-orders", true],
    ]);
    expect((await get("/api/tree")).json().nodes).toHaveLength(4);
  });

  test("says what waits for whom as `steer --json` does, and as a calendar", async () => {
    const told = (await get(`/api/steering?as-of=${asOf}`)).json();
    const { waiting } = told;
    expect(waiting.length).toBeGreaterThan(0);
    expect(told).toEqual(JSON.parse((await type("steer", "--as-of", asOf, "--json", "--workspace", workspace.directory)).out));
    const feed = await get(`/api/steering.ics?as-of=${asOf}`);
    expect(feed.headers["content-type"]).toBe("text/calendar; charset=utf-8");
    expect(feed.body.split("\r\n").filter((line) => line === "BEGIN:VEVENT")).toHaveLength(waiting.length);
    expect((await get("/api/steering?as-of=soon")).statusCode).toBe(400);
  });

  test("takes a change apart as `why --json` does", async () => {
    const call = [
      "why",
      "order-value",
      "--from",
      "2025-12",
      "--to",
      "2026-01",
      "--as-of",
      asOf,
      "--json",
      "--workspace",
      workspace.directory,
    ];
    const address = `/api/why?kpi=order-value&from=2025-12&to=2026-01&as-of=${asOf}`;
    for (const by of ["channel", "auto"]) {
      const told = (await get(`${address}&by=${by}`)).json();
      expect(told).toEqual(JSON.parse((await type(...call, "--by", by)).out));
      expect(told).toMatchObject({ metric: "aov", explained: { by: ["channel"], leftOut: [] }, events: [] });
    }
  });

  test.each([
    ["/api/why?from=2026-01&to=2026-02", 400, "bad-call"],
    ["/api/why?of=revenue&from=2026-01", 400, "bad-call"],
    ["/api/why?of=revenu&from=2026-01&to=2026-02", 404, "unknown-kpi"],
    ["/api/why?of=revenue&from=2026-13&to=2026-02", 400, "bad-option"],
    ["/api/why?of=revenue&from=2026-01&to=2026-02&as-of=soon", 400, "bad-option"],
    ["/api/why?of=revenue&from=2026-01&to=2026-02&by=nothing", 422, "unknown-column"],
    ["/api/tree?for=saels", 404, "unknown-stakeholder"],
    ["/api/query?metric=nothing", 404, "unknown-metric"],
    ["/api/query", 400, "bad-call"],
    ["/api/query?metric=revenue&grain=decade", 400, "bad-option"],
    ["/api/query?metric=revenue&from=soon", 400, "bad-option"],
    ["/api/query?metric=revenue&where=1=1;drop table x", 422, "broken-expression"],
    ["/api/nothing", 404, "not-found"],
  ])("%s is refused with %i %s", async (url, status, code) => {
    const answer = await get(url);
    expect(answer.statusCode).toBe(status);
    expect(answer.json().error).toMatchObject({ code, message: expect.stringMatching(/.{10,}/) });
  });

  test.each(["/../package.json", "/assets/../../package.json", "/assets/%2e%2e/%2e%2e/package.json", "/..%2fpackage.json", "/%00"])(
    "%s leads to no file outside the web app",
    async (url) => {
      const answer = await get(url);
      expect([200, 400, 404]).toContain(answer.statusCode);
      expect(answer.body).not.toContain("devDependencies");
    },
  );

  test("answers no page of another host", async () => {
    const answer = await get("/api/report", { host: "helder.example.com" });
    expect(answer.statusCode).toBe(421);
    expect(answer.json().error.code).toBe("foreign-host");
  });

  test("the door for other processes stays shut without the secret", async () => {
    const ask = (authorization: string) =>
      app.inject({ method: "POST", url: "/api/engine", headers: { host: "localhost", authorization }, payload: { method: "ping" } });
    expect((await ask("Bearer guess")).statusCode).toBe(404);
    expect((await ask("")).statusCode).toBe(404);
    expect((await ask("Bearer secret")).json()).toEqual({ result: "pong" });
  });

  test("sends the headers that keep a page from loading or framing anything else", async () => {
    const { headers } = await get("/healthz");
    expect(headers["content-security-policy"]).toContain("default-src 'self'");
    expect(headers["content-security-policy"]).not.toContain("unsafe-eval");
    expect(headers["x-content-type-options"]).toBe("nosniff");
  });
});

test("two runs on the same data give the same bytes", async () => {
  const one = await type("run", "--json", "--as-of", asOf, "--workspace", workspace.directory);
  const before = await readFile(join(workspace.directory, "data", "orders.csv"));
  await writeFile(join(workspace.directory, "data", "orders.csv"), before);
  expect((await type("run", "--json", "--as-of", asOf, "--workspace", workspace.directory)).out).toBe(one.out);
});

test("listens on loopback only, as long as there are no users", async () => {
  await expect(serve({ engine, traced: (trace) => engine.traced(trace), host: "0.0.0.0", port: 0, nextFree: false })).rejects.toMatchObject(
    {
      code: "login-required",
    },
  );
});
