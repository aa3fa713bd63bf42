import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderWith } from "../cli/terminal.ts";
import { host, serving } from "./serving.ts";

const kpis = `kpis:
  - {id: sold, ownr: sales}
  - {id: asked, ownr: sales}
`;
const {
  directory,
  ask,
  post: postTo,
  text: textOf,
} = serving(() => folderWith({ "helder.yaml": "helder: 1\nname: Shop\nlanguage: en\n", "kpis.yaml": kpis }));

const asked = { code: "unknown-key", on: "sold" };
const post = (payload: object | string, headers: Record<string, string> = {}) => postTo("/api/fix", payload, headers);
const text = () => textOf("kpis.yaml");

describe("/api/fix", () => {
  test("shows what it would change, and changes nothing", async () => {
    const answer = await ask("/api/fix?code=unknown-key&on=sold");
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
    const preview = await ask("/api/fix?code=kpi-without-action&on=sold");
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
    await writeFile(join(directory(), "helder.yaml"), "helder: [");
    expect((await post(asked)).json().error.code).toBe("settings-unreadable");
  });
});
