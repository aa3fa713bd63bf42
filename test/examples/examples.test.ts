import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { addDays, addMonths, type Day } from "../../src/calendar/index.ts";
import { type Engine, makeExample, openEngine } from "../../src/engine/index.ts";
import type { Language } from "../../src/framework/index.ts";
import { simulatedTexts } from "../simulate/rows.ts";
import { examples, filesAt, parsedAt, writtenFor } from "./example.ts";
import { frameworkLaws } from "./framework-laws.ts";

describe.each(examples)("the framework of %s", (example) => {
  frameworkLaws(example);
});

describe("the framework of badkamerwinkel", () => {
  const { framework } = parsedAt("badkamerwinkel", "nl", writtenFor);

  test("has two KPIs or more in every phase, and one CPI", () => {
    const phaseOf = new Map(framework.interactions.map(({ id, phase }) => [id, phase!]));
    const phasesOf = (measured: string): string[] => {
      const own = phaseOf.get(measured);
      if (own) return [own];
      const objectives = framework.objectives
        .filter(({ id, supports }) => id === measured || supports.some(({ goal }) => goal === measured))
        .map(({ id }) => id);
      const below = framework.interactions.filter(({ serves }) => serves.some(({ objective }) => objectives.includes(objective)));
      return [...new Set(below.map(({ phase }) => phase!))];
    };
    const kpis = framework.kpis.map(({ id, measures }) => [id, phasesOf(measures!)] as const);
    for (const [id, phases] of kpis) expect(phases, id).toHaveLength(1);
    const perPhase = ["see", "think", "do", "care"].map((phase) => kpis.filter(([, [one]]) => one === phase).length);
    expect(perPhase).toEqual([3, 2, 2, 2]);
    expect(framework.cpis.map(({ interaction }) => phaseOf.get(interaction!))).toEqual(["see", "think", "do", "care"]);
  });

  test("each KPI and CPI helps the super-KPI in the end", () => {
    const reach = (from: string): boolean =>
      from === framework.settings.superKpi ||
      framework.links.some((link) => link.from === from && link.effect === "helps" && reach(link.to));
    for (const { id } of [...framework.kpis, ...framework.cpis]) expect(reach(id), id).toBe(true);
  });
});

test("the gym works out the campaign's claim, and counts no visits or registrations as KPI", () => {
  const { scenarios, kpis } = parsedAt("sportschool", "en", writtenFor).framework;
  const claim = scenarios.find(({ id }) => id === "growth-claim")!;
  if (claim.kind !== "growth") throw new Error("a growth scenario");
  expect(claim.weeks * claim.inflow * claim.conversion * (1 + claim.viral)).toBeCloseTo(8190, 9);
  expect(claim.capacity).toBeUndefined();
  expect(kpis.map(({ metric }) => metric).filter((metric) => ["guest-hours", "registrations", "trials"].includes(metric!))).toEqual([]);
  expect(kpis.find(({ id }) => id === "cover-per-open-hour")).toMatchObject({
    timing: "leading",
    guardrail: expect.arrayContaining(["nps"]),
  });
});

test("the insurer has NPS as KPI and not as CPI, and a CPI on guard where customers can be pushed", () => {
  const { kpis, cpis } = parsedAt("verzekeraar", "en", writtenFor).framework;
  expect(kpis.some(({ id }) => id === "nps")).toBe(true);
  expect(cpis.map(({ id }) => id)).toEqual(expect.arrayContaining(["quick-quote", "first-time-resolution", "payment-flexibility"]));
  expect(kpis.find(({ id }) => id === "cost-per-case")!.guardrail).toContain("first-time-resolution");
});

const root = mkdtempSync(join(tmpdir(), "helder-examples-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A workspace with data of another seed than everybody's. */
function made(example: string, language: Language, today: Day, seed: number): string {
  const directory = join(root, example);
  const texts = [
    ...filesAt(example, language, today).map(({ path, text }) => [path, text] as const),
    ...simulatedTexts(example, { seed, today }),
  ];
  for (const [path, text] of texts) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), text);
  }
  return directory;
}

async function statuses(engine: Engine, today: Day): Promise<Record<string, string>> {
  const { report } = await engine.run({ asOf: today });
  return Object.fromEntries([...report.kpis, ...report.cpis].map(({ id, status }) => [id, status]));
}

const drawn: Record<string, Record<string, string>> = {
  sportschool: {
    "cover-per-open-hour": "on-track",
    "campaign-return": "at-risk",
    "daytime-share": "behind",
    "trial-conversion": "on-track",
    churn: "behind",
    "seven-day-retention": "behind",
    "crowd-known": "on-track",
    "clear-plan": "on-track",
    "quick-access": "on-track",
    "free-machine": "behind",
  },
  verzekeraar: {
    "comparison-click-through": "on-track",
    "quote-to-policy": "behind",
    "late-payments": "on-track",
    "cost-per-case": "on-track",
    nps: "behind",
    "renewal-rate": "on-track",
    "clear-cover": "on-track",
    "quick-quote": "behind",
    "payment-flexibility": "on-track",
    "first-time-resolution": "behind",
    "value-seen": "on-track",
  },
};

/** What lastingly became worse. */
const fallen: Record<string, readonly string[]> = {
  sportschool: ["daytime-share", "free-machine"],
  verzekeraar: ["quote-to-policy", "quick-quote"],
};

/** What falls although the KPIs that people look at first rise: metric and whether more of it is better. */
const warnings: Record<string, Record<string, "up" | "down">> = {
  sportschool: { nps: "up", "over-capacity-share": "down", "trials-per-registration": "up" },
  verzekeraar: { nps: "up" },
};

/** The story on its days, the baselines behind it and the warning beside it. */
async function expectStory(engine: Engine, example: string, days: { readonly early: Day; readonly halfway: Day }): Promise<void> {
  const framework = await engine.framework();
  const indicators = [...framework.kpis, ...framework.cpis];
  const { from: start } = indicators[0]!.target as { from: Day };
  const { from, to } = indicators[0]!.baseline as { from: Day; to: Day };

  expect(await statuses(engine, days.halfway)).toEqual(drawn[example]);
  const { report } = await engine.run({ asOf: days.halfway });
  for (const { id, status, signals } of [...report.kpis, ...report.cpis].filter(({ id }) => fallen[example]!.includes(id)))
    expect({ id, status, signals }).toMatchObject({ status: "behind", signals: [{ code: "level-changed", params: { favourable: false } }] });
  const early = await statuses(engine, days.early);
  for (const { id, cadence } of indicators) {
    if (cadence === "monthly") expect([id, early[id]]).toEqual([id, "immature"]);
    else expect(["on-track", "at-risk", "behind"], id).toContain(early[id]);
  }

  const range = { grain: "total", by: [], where: null, compare: null, asOf: days.halfway } as const;
  const { series } = await engine.query({ ...range, metrics: indicators.map(({ metric }) => metric!), from, to });
  for (const { id, metric, baseline } of indicators) {
    const value = series.find((one) => one.metric === metric)!.points[0]!.value!;
    expect(Math.abs(value / (baseline as { value: number }).value - 1), `${id}: ${value}`).toBeLessThan(metric === "nps" ? 0.15 : 0.06);
  }

  const metrics = Object.keys(warnings[example]!);
  const values = async (from: Day, to: Day): Promise<Record<string, number>> =>
    Object.fromEntries((await engine.query({ ...range, metrics, from, to })).series.map((one) => [one.metric, one.points[0]!.value!]));
  const [before, after] = [await values(addMonths(start, -3), addDays(start, -1)), await values(addDays(start, 21), days.halfway)];
  for (const [metric, better] of Object.entries(warnings[example]!)) {
    expect(better === "up" ? after[metric]! < before[metric]! : after[metric]! > before[metric]!, metric).toBe(true);
  }
}

test("the gym fills its evenings", async () => {
  const days = { early: "2026-10-10", halfway: "2026-11-22" };
  const engine = await openEngine(made("sportschool", "nl", days.halfway, 7));
  try {
    await expectStory(engine, "sportschool", days);
  } finally {
    await engine.close();
  }
});

test("the insurer lets people wait; made in another season, in the language asked for", async () => {
  const days = { early: "2027-04-11", halfway: "2027-05-20" };
  const directory = join(root, "verzekeraar");
  const written = await makeExample(directory, "verzekeraar", days.halfway, "en");
  expect(written.filter((path) => path.startsWith("data/")).length).toBeGreaterThan(8);
  const engine = await openEngine(directory);
  try {
    expect((await engine.framework()).settings).toMatchObject({ language: "en", name: "Insurer" });
    await expectStory(engine, "verzekeraar", days);
  } finally {
    await engine.close();
  }
});
