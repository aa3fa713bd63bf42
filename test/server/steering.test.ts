import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type } from "../cli/terminal.ts";
import { asOf, shop } from "./shop.ts";
import { host, serving } from "./serving.ts";

const steering = `# What we try.
steering:
  - id: fewer-fields
    kpi: more-orders # the one that counts
    opened: 2026-01-05
    options: [Fewer fields, A chat]
  - {id: old, kpi: order-value, opened: 2025-12-01, chosen: A gift, decided: stop, closed: 2026-01-02, learning: Gifts sell nothing., effect: 0.5}
`;
const {
  directory,
  ask,
  post,
  text: textOf,
} = serving(async () => {
  const made = await shop();
  await writeFile(join(made.directory, "steering.yaml"), steering);
  return made;
});

const get = async (url: string) => (await ask(url)).json();
const say = (of: string, said: object) => post(`/api/steering?as-of=${asOf}`, { of, said }, { origin: `http://${host}` });
const text = () => textOf("steering.yaml");

describe("GET /api/steering", () => {
  test("has the cycles with how far they are, the open ones first", async () => {
    const { cycles, waiting } = await get(`/api/steering?as-of=${asOf}`);
    expect(cycles).toMatchObject([
      {
        id: "fewer-fields",
        name: "More orders",
        state: "cause",
        waiting: "cause/fewer-fields",
        cause: null,
        listed: ["Fewer fields", "A chat"],
        who: "sales",
        whoName: "Sales",
        closed: null,
      },
      { id: "old", state: "learned", waiting: null, chosen: "A gift", decided: "stop", effect: "0.5", learning: "Gifts sell nothing." },
    ]);
    expect(waiting.map(({ id }: { id: string }) => id)).toContain(cycles[0].waiting);
    expect(cycles[0].options.map(({ what }: { what: string }) => what)).toEqual(["Fewer fields", "A chat"]);
  });
});

describe("POST /api/steering", () => {
  test("writes what was said into the YAML, its comments intact, and the board has it", async () => {
    const answer = (await say("fewer-fields", { cause: "Nine fields.", chosen: "Fewer fields" })).json();
    expect(answer).toMatchObject({ opened: false, file: "steering.yaml", cycle: { id: "fewer-fields", cause: "Nine fields." } });
    const written = await text();
    expect(written).toContain("# What we try.");
    expect(written).toContain("kpi: more-orders # the one that counts");
    expect(written).toContain("cause: Nine fields.");
    const { cycles } = await get(`/api/steering?as-of=${asOf}`);
    expect(cycles[0]).toMatchObject({ state: "test", chosen: "Fewer fields" });
  });

  test("takes away what is null, and opens a cycle where a KPI has none", async () => {
    await say("fewer-fields", { cause: "Nine fields." });
    await say("fewer-fields", { cause: null });
    expect(await text()).toBe(steering);
    expect((await say("order-value", { cause: "Small baskets." })).json()).toMatchObject({
      opened: true,
      cycle: { kpi: "order-value", opened: asOf },
    });
    expect(await text()).toContain("Small baskets.");
  });

  test.each([
    ["a page elsewhere", { of: "fewer-fields", said: { cause: "x" } }, { origin: "https://example.com" }, "foreign-host"],
    ["a form", JSON.stringify({ of: "fewer-fields", said: { cause: "x" } }), { "content-type": "text/plain" }, "bad-call"],
    ["who says nothing", { of: "fewer-fields" }, {}, "bad-call"],
    ["a list", { of: "fewer-fields", said: ["cause"] }, {}, "bad-call"],
    ["another id", { of: "fewer-fields", said: { id: "mine" } }, {}, "bad-steering"],
    ["a verdict that is none", { of: "fewer-fields", said: { decided: "perhaps" } }, {}, "bad-steering"],
    ["an unknown KPI", { of: "nothing", said: { cause: "x" } }, {}, "unknown-kpi"],
    ["an unknown experiment", { of: "fewer-fields", said: { experiment: "none" } }, {}, "unknown-experiment"],
  ])("refuses %s, and writes nothing", async (_, payload, headers, code) => {
    const answer = await post("/api/steering", payload, headers);
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(answer.json().error.code).toBe(code);
    expect(await text()).toBe(steering);
  });
});

describe("POST /api/checkin", () => {
  const noted = { indicator: "mood", period: "2026-01", value: 7.5, note: "Asked at the desk." };

  test("records a number, which the next answer has", async () => {
    const answer = await post("/api/checkin", noted, { origin: `http://${host}` });
    expect(answer.json()).toEqual({ id: expect.any(String) });
    const { series } = await get("/api/query?metric=mood&grain=month&from=2026-01-01&to=2026-01-31");
    expect(series[0].points.map(({ value }: { value: number }) => value)).toEqual([7.5]);
  });

  test.each([
    ["a page elsewhere", noted, { origin: "https://example.com" }, "foreign-host"],
    ["a form", JSON.stringify(noted), { "content-type": "text/plain" }, "bad-call"],
    ["a number as text", { ...noted, value: "7.5" }, {}, "bad-call"],
    ["nothing", "null", {}, "bad-call"],
    ["a period that is none", { ...noted, period: "soon" }, {}, "bad-option"],
    ["what is computed from data", { ...noted, indicator: "revenue" }, {}, "not-observed"],
  ])("refuses %s", async (_, payload, headers, code) => {
    const answer = await post("/api/checkin", payload, headers);
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(answer.json().error.code).toBe(code);
  });
});

describe("POST /api/comment", () => {
  const kpis = () => readFile(join(directory(), "helder.yaml"), "utf8");
  const comment = (said: object, headers: Record<string, string> = {}) => post(`/api/comment?as-of=${asOf}`, said, headers);
  const waits = async () => (await get(`/api/steering?as-of=${asOf}`)).waiting.filter(({ kind }: { kind: string }) => kind === "answer");
  const desk = "teams:\n  - {id: desk, name: Desk}\n";

  test("writes it into the YAML, and it waits for whom it names until that owner writes", async () => {
    await writeFile(join(directory(), "desk.yaml"), desk);
    const before = await kpis();
    const answer = await comment(
      { on: "more-orders", by: "sales", text: "It fell: 12 % # really. Why, @desk?" },
      { origin: `http://${host}` },
    );
    expect(answer.json()).toMatchObject({ comment: { at: asOf, by: "sales", text: "It fell: 12 % # really. Why, @desk?" } });
    const after = await kpis();
    for (const line of before.split("\n").filter((one) => one.trim().startsWith("#"))) expect(after).toContain(line);
    expect(await waits()).toMatchObject([{ id: "answer/more-orders/desk", who: "desk", whoName: "Desk", kpi: "more-orders" }]);
    expect((await get(`/api/steering?as-of=${asOf}`)).comments).toMatchObject([{ kpi: "more-orders", byName: "Sales" }]);
    await comment({ on: "more-orders", by: "desk", text: "The form changed, @sales." });
    expect(await waits()).toMatchObject([{ id: "answer/more-orders/sales" }]);
    const { comments } = await get(`/api/steering?as-of=${asOf}`);
    expect(comments.map(({ by }: { by: string }) => by)).toEqual(["desk", "sales"]);
  });

  const said = { on: "more-orders", by: "sales", text: "Why?" };
  test.each([
    ["a page elsewhere", said, { origin: "https://example.com" }, "foreign-host"],
    ["a form", JSON.stringify(said), { "content-type": "text/plain" }, "bad-call"],
    ["nothing", "null", {}, "bad-call"],
    ["an unknown KPI", { ...said, on: "nothing" }, {}, "unknown-kpi"],
    ["an unknown writer", { ...said, by: "slaes" }, {}, "unknown-owner"],
    ["an unknown owner", { ...said, text: "Why, @slaes?" }, {}, "unknown-owner"],
    ["no sentence", { ...said, text: " … " }, {}, "bad-comment"],
    ["four sentences", { ...said, text: "One. Two. Three. Four." }, {}, "bad-comment"],
  ])("refuses %s, and writes nothing", async (_, payload, headers, code) => {
    const before = await kpis();
    const answer = await post("/api/comment", payload, headers);
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(answer.statusCode).toBeLessThan(500);
    expect(answer.json().error.code).toBe(code);
    expect(await kpis()).toBe(before);
  });
});

describe("GET /api/scorecard", () => {
  const scored = `teams:
  - {id: desk, name: Desk <b>, scorecard: [{kpi: more-orders, weight: 0.6}, {kpi: order-value, weight: 0.4}], incentive: {floor: 0.5, cap: 1.5}}
`;

  test("has each team's scorecard as `scorecard --json` has it, and the report has the same", async () => {
    await writeFile(join(directory(), "scorecards.yaml"), scored);
    const { out } = await type("scorecard", "--json", "--as-of", asOf, "--language", "nl", "--workspace", directory());
    const { out: page } = await type("report", "--format", "html", "--as-of", asOf, "--workspace", directory());
    const told = await get(`/api/scorecard?as-of=${asOf}&language=nl`);
    expect(told.teams).toMatchObject([
      { team: "desk", name: "Desk <b>", floor: 0.5, cap: 1.5, lines: [{ id: "more-orders", weight: 0.6 }, { id: "order-value" }] },
    ]);
    expect(told).toEqual(JSON.parse(out));
    expect((await get(`/api/scorecard?as-of=${asOf}&language=nl&team=desk`)).teams).toEqual(told.teams);
    expect((await get(`/api/report?as-of=${asOf}&language=nl`)).attained).toEqual(told.teams);
    expect(page).toContain("<strong>Desk &lt;b&gt;</strong>");
  });

  test("has nobody where no team has one; refuses a team that is none, and a day that is none", async () => {
    expect((await get(`/api/scorecard?as-of=${asOf}`)).teams).toEqual([]);
    expect((await get("/api/scorecard?team=dsk")).error.code).toBe("unknown-stakeholder");
    expect((await get("/api/scorecard?as-of=soon")).error.code).toBe("bad-option");
  });
});

describe("GET /api/evidence", () => {
  test("has the ledger as `evidence --json` has it", async () => {
    const learning = `links:
  - {id: more-by-value, from: order-value, to: more-orders, because: People tell each other.}
experiments:
  - {id: gift, name: Gift, tests: more-by-value, from: 2025-12-01, results: {on: 2026-01-02, estimate: 0.1, interval: [0.02, 0.18]}}
`;
    await writeFile(join(directory(), "learning.yaml"), learning);
    const { out } = await type("evidence", "--json", "--as-of", asOf, "--language", "nl", "--workspace", directory());
    const told = await get(`/api/evidence?as-of=${asOf}&language=nl`);
    expect(told.links).toMatchObject([
      { id: "more-by-value", because: "People tell each other.", status: "supported", ledger: [{ id: "gift", counts: true }] },
    ]);
    expect(told).toEqual(JSON.parse(out));
    expect((await get(`/api/evidence?link=none`)).error.code).toBe("unknown-link");
  });
});
