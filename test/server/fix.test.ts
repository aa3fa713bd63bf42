import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type LocalEngine, openLocalEngine } from "../../src/engine/index.ts";
import { application } from "../../src/server/index.ts";
import { folderWith } from "../cli/terminal.ts";

const kpis = `kpis:
  - {id: sold, ownr: sales}
  - {id: asked, ownr: sales}
`;
let workspace: Awaited<ReturnType<typeof folderWith>>;
let engine: LocalEngine;
let app: Awaited<ReturnType<typeof application>>;

beforeEach(async () => {
  workspace = await folderWith({ "helder.yaml": "helder: 1\nname: Shop\nlanguage: en\n", "kpis.yaml": kpis });
  engine = openLocalEngine(workspace.directory);
  app = await application({ engine, traced: (trace) => engine.traced(trace), token: "secret" });
});
afterEach(async () => {
  await app.close();
  await engine.close();
  await workspace.dispose();
});

const host = "127.0.0.1:4747";
const asked = { code: "unknown-key", on: "sold" };
const post = (payload: object | string, headers: Record<string, string> = {}) =>
  app.inject({ method: "POST", url: "/api/fix", headers: { host, "content-type": "application/json", ...headers }, payload });
const text = () => readFile(join(workspace.directory, "kpis.yaml"), "utf8");

describe("/api/fix", () => {
  test("shows what it would change, and changes nothing", async () => {
    const answer = await app.inject({ url: "/api/fix?code=unknown-key&on=sold", headers: { host } });
    expect(answer.json()).toEqual({
      changes: [{ file: "kpis.yaml", line: 2, before: "  - {id: sold, ownr: sales}", after: "  - {id: sold, owner: sales}" }],
    });
    expect(await text()).toBe(kpis);
  });

  test("mends the finding that was asked for and no other", async () => {
    const answer = await post(asked, { origin: `http://${host}` });
    expect(answer.json()).toEqual({
      fixed: [{ ...asked, file: "kpis.yaml", line: 2, message: "“ownr” is now called “owner”." }],
    });
    expect(await text()).toBe(kpis.replace("sold, ownr", "sold, owner"));
    expect((await post(asked)).json()).toEqual({ fixed: [] });
  });

  test("is empty where only people can mend it", async () => {
    expect((await post({ code: "kpi-without-action", on: "sold" })).json()).toEqual({ fixed: [] });
    const preview = await app.inject({ url: "/api/fix?code=kpi-without-action&on=sold", headers: { host } });
    expect(preview.json()).toEqual({ changes: [] });
  });

  test.each([
    ["a page elsewhere", asked, { origin: "https://example.com" }, "foreign-host"],
    ["a page that hides where it is", asked, { origin: "null" }, "foreign-host"],
    ["a form", JSON.stringify(asked), { "content-type": "text/plain" }, "bad-call"],
    ["who does not say what", { code: "unknown-key" }, {}, "bad-call"],
    ["who sends no object", "null", {}, "bad-call"],
  ])("refuses %s", async (_, payload, headers, code) => {
    const answer = await post(payload, headers);
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(answer.json().error.code).toBe(code);
    expect(await text()).toBe(kpis);
  });

  test("says so where the workspace cannot be read", async () => {
    await writeFile(join(workspace.directory, "helder.yaml"), "helder: [");
    expect((await post(asked)).json().error.code).toBe("settings-unreadable");
  });
});
