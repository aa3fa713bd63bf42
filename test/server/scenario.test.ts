import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type } from "../cli/terminal.ts";
import { asOf, shop } from "./shop.ts";
import { host, serving } from "./serving.ts";

const scenarios = `# What if?
scenarios:
  - id: claim # of the campaign
    kind: growth
    weeks: 13
    inflow: 700
    conversion: "25,0 %" # as promised
    viral: 2.6
    capacity: {guestsPerHour: 200, npsAt: {"200": 9, "400": 7}} # as measured
  - {id: dearer, name: Dearer, kind: tree, change: {revenue: +10%}}
`;
const {
  directory,
  engine,
  ask,
  post,
  text: textOf,
} = serving(async () => {
  const made = await shop();
  await writeFile(join(made.directory, "learning.yaml"), scenarios);
  return made;
});

const get = async (url: string) => (await ask(url)).json();
const outcome = (scenario: object, rest: object = {}) =>
  post(`/api/scenario?as-of=${asOf}&language=nl`, { scenario, ...rest }, { origin: `http://${host}` });
const keep = (of: string | null, name: string, scenario: object) => post("/api/scenario/keep", { of, name, scenario });
const text = (file = "learning.yaml") => textOf(file);
const simulate = async (...rest: string[]) =>
  JSON.parse((await type("simulate", ...rest, "--json", "--as-of", asOf, "--language", "nl", "--workspace", directory())).out);

const tree = (change: object) => ({ kind: "tree", change });
const growth = { kind: "growth", weeks: 13, inflow: 700, conversion: 0.25, viral: 2.6 };

test("GET /api/scenario has the scenarios and what may be changed, those of the super-KPI first", async () => {
  const told = await get(`/api/scenario?as-of=${asOf}`);
  expect(told.scenarios.map(({ id }: { id: string }) => id)).toEqual(["claim", "dearer"]);
  expect(told.drivers.map(({ metric, leaf, moves }: { metric: string; leaf: boolean; moves: string[] }) => [metric, leaf, moves])).toEqual([
    ["orders", true, ["more-orders", "order-value"]],
    ["aov", false, ["order-value"]],
    ["revenue", true, ["order-value"]],
  ]);
  expect(told.drivers[2]).toMatchObject({ unit: "currency", name: "revenue", now: { period: "2026-01", value: expect.any(Number) } });
});

test("what cannot be computed has no value, and the rest has", async () => {
  await rm(join(directory(), "data", "orders.csv"));
  await engine()
    .load({ datasets: null })
    .catch(() => undefined);
  const { drivers } = await get(`/api/scenario?as-of=${asOf}`);
  expect(drivers.map(({ now }: { now: unknown }) => now)).toEqual([null, null, null]);
  expect((await outcome(tree({ revenue: "+10%" }))).json().error.code).not.toBe("internal");
});

describe("POST /api/scenario", () => {
  test("answers what `simulate` answers, to the digit", async () => {
    // One process has the warehouse: the command first, which lets go of it.
    const typed = [await simulate("claim"), await simulate("dearer")];
    const parsed = Object.fromEntries((await get("/api/scenario")).scenarios.map((one: { id: string }) => [one.id, one]));
    expect([(await outcome(parsed["claim"])).json(), (await outcome(parsed["dearer"])).json()]).toEqual(typed);
    const { inflow } = (
      await outcome({ ...parsed["claim"], capacity: { ...parsed["claim"].capacity, peakShare: 0.05 } }, { least: 8.5 })
    ).json();
    expect(inflow).toBeGreaterThan(0);
    expect(await text()).toBe(scenarios);
  });

  test("a change goes through the formulas, and other indicators stay", async () => {
    const { indicators, doubts } = (await outcome(tree({ revenue: "+10%" }))).json();
    expect(indicators.map(({ id }: { id: string }) => id)).toEqual(["order-value"]);
    for (const { measured, value } of indicators[0].path) expect(value / measured).toBeCloseTo(1.1, 12);
    expect(doubts.map(({ code }: { code: string }) => code)).toEqual(["arithmetic-only", "super-kpi-untouched"]);
  });

  test("says which links it does not count, and what experiments say of them", async () => {
    const links = "links:\n  - {id: more-by-value, from: order-value, to: more-orders}\n";
    await writeFile(join(directory(), "links.yaml"), links);
    const before = (await outcome(tree({ revenue: "+10%" }))).json().doubts.at(-1);
    expect(before).toEqual({ code: "link-not-counted", sentence: expect.stringContaining("geen experiment steunt dat nu") });
    const results = "results: {on: 2026-01-02, estimate: 0.1, interval: [0.02, 0.18]}";
    await writeFile(
      join(directory(), "links.yaml"),
      `${links}experiments:\n  - {id: gift, tests: more-by-value, from: 2025-12-01, ${results}}\n`,
    );
    const after = (await outcome(tree({ revenue: "+10%" }))).json().doubts.at(-1);
    expect(after.sentence).toBe(
      "“More orders” beweegt mee met “Value of an order”: een experiment steunt dat, maar mat niet hoeveel beide bewogen. Het zit niet in deze som.",
    );
  });

  test("one path per week with what chance does to it", async () => {
    const { path, band, end, interval, level } = (await outcome(growth)).json();
    expect([path.length, band.length, end, level]).toEqual([13, 13, 8190, 0.8]);
    expect(band.at(-1)).toEqual({ week: 13, low: interval[0], high: interval[1] });
  });

  test.each([
    ["a page elsewhere", { scenario: growth }, { origin: "https://example.com" }, "foreign-host"],
    ["a form", JSON.stringify({ scenario: growth }), { "content-type": "text/plain" }, "bad-call"],
    ["nothing", "null", {}, "bad-call"],
    ["a list", { scenario: [growth] }, {}, "bad-call"],
    ["a score that is a word", { scenario: growth, least: "high" }, {}, "bad-call"],
    ["no kind", { scenario: { change: {} } }, {}, "bad-scenario"],
    ["another key", { scenario: { ...growth, speed: 2 } }, {}, "bad-scenario"],
    ["a text for a number", { scenario: { ...growth, inflow: "700" } }, {}, "bad-scenario"],
    ["less than nothing", { scenario: { ...growth, inflow: -1 } }, {}, "bad-scenario"],
    ["half a week", { scenario: { ...growth, weeks: 2.5 } }, {}, "bad-scenario"],
    ["more than everybody", { scenario: { ...growth, conversion: 1.5 } }, {}, "bad-scenario"],
    ["a churn below nothing", { scenario: { ...growth, churn: "-1 %" } }, {}, "bad-scenario"],
    ["no room", { scenario: { ...growth, capacity: { guestsPerHour: 0 } } }, {}, "bad-scenario"],
    ["a score at no number", { scenario: { ...growth, capacity: { npsAt: { many: 7 } } } }, {}, "bad-scenario"],
    ["a change that is none", { scenario: tree({ revenue: "a bit" }) }, {}, "bad-scenario"],
    ["an unknown metric", { scenario: tree({ revenu: "+10%" }) }, {}, "unknown-metric"],
    ["no change", { scenario: tree({}) }, {}, "scenario-without-history"],
    ["growth without end", { scenario: { ...growth, weeks: 1040, generations: "all" } }, {}, "scenario-boundless"],
    ["a number without end", { scenario: tree({ revenue: `+${"9".repeat(400)}%` }) }, {}, "scenario-boundless"],
  ])("refuses %s in a sentence", async (_, payload, headers, code) => {
    const answer = await post(`/api/scenario?as-of=${asOf}`, payload, headers);
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(answer.statusCode).toBeLessThan(500);
    expect(answer.json().error).toMatchObject({ code, message: expect.stringMatching(/.{10}/) });
  });
});

describe("POST /api/scenario/keep", () => {
  test("writes what differs and leaves the rest as it was typed", async () => {
    const answer = await keep("claim", "The claim, sober", {
      ...growth,
      viral: 0.5,
      churn: 0.008,
      capacity: { guestsPerHour: 250, peakShare: 0.035, npsAt: { "200": 9, "400": 7 } },
    });
    expect(answer.json()).toEqual({ id: "claim", name: "The claim, sober", file: "learning.yaml", added: false });
    const written = await text();
    expect(written.split("\n").slice(0, 10)).toEqual([
      "# What if?",
      "scenarios:",
      "  - id: claim # of the campaign",
      "    kind: growth",
      "    weeks: 13",
      "    inflow: 700",
      '    conversion: "25,0 %" # as promised',
      "    viral: 0.5",
      expect.stringMatching(/capacity: \{guestsPerHour: 250, npsAt: \{"200": 9, "400": 7\}, peakShare: 3\.5 %\} # as measured/),
      expect.stringMatching(/(name|churn):/),
    ]);
    expect(written).toContain("churn: 0.8 %");
    expect((await simulate("claim")).end).toBe((await outcome((await get("/api/scenario")).scenarios[0])).json().end);
  });

  test("to itself changes no byte", async () => {
    const [claim, dearer] = (await get("/api/scenario")).scenarios;
    await keep("claim", "claim", claim);
    await keep("dearer", "Dearer", dearer);
    expect(await text()).toBe(scenarios);
  });

  test("a new one stands after the newest, under an id of its name; what changes by nothing is not kept", async () => {
    const made = (await keep(null, "Dearer", tree({ revenue: "+12.5%", orders: "+0%" }))).json();
    expect(made).toEqual({ id: "dearer-2", name: "Dearer", file: "learning.yaml", added: true });
    expect((await text()).startsWith(scenarios.trimEnd())).toBe(true);
    expect((await get("/api/scenario")).scenarios.at(-1)).toEqual({
      id: "dearer-2",
      name: "Dearer",
      kind: "tree",
      change: { revenue: "+12.5%" },
    });
    await type("add", "--undo", "--workspace", directory());
    expect(await text()).toBe(scenarios);
  });

  test("the first of a workspace gets a file of its own", async () => {
    await rm(join(directory(), "learning.yaml"));
    expect((await keep(null, "Half as many", { ...growth, inflow: 350 })).json()).toMatchObject({
      id: "half-as-many",
      file: "scenarios.yaml",
    });
    expect(await text("scenarios.yaml")).toContain("    conversion: 25 %\n");
    expect((await simulate("half-as-many")).end).toBe(4095);
  });

  test.each([
    ["a page elsewhere", { of: null, name: "Mine", scenario: growth }, { origin: "https://example.com" }, "foreign-host"],
    ["a form", JSON.stringify({ of: null, name: "Mine", scenario: growth }), { "content-type": "text/plain" }, "bad-call"],
    ["no name", { of: null, scenario: growth }, {}, "bad-call"],
    ["an empty name", { of: null, name: " ", scenario: growth }, {}, "bad-scenario"],
    ["an endless name", { of: null, name: "x".repeat(300), scenario: growth }, {}, "bad-scenario"],
    ["an unknown scenario", { of: "clam", name: "Mine", scenario: growth }, {}, "unknown-scenario"],
    ["another kind", { of: "claim", name: "Mine", scenario: tree({ revenue: "+1%" }) }, {}, "bad-scenario"],
    ["an unknown metric", { of: null, name: "Mine", scenario: tree({ revenu: "+1%" }) }, {}, "unknown-metric"],
    ["nothing that changes", { of: null, name: "Mine", scenario: tree({ revenue: "+0%" }) }, {}, "bad-scenario"],
  ])("refuses %s, and writes nothing", async (_, payload, headers, code) => {
    const answer = await post("/api/scenario/keep", payload, headers);
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(answer.statusCode).toBeLessThan(500);
    expect(answer.json().error.code).toBe(code);
    expect(await text()).toBe(scenarios);
  });
});
