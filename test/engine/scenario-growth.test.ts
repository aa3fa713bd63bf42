import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { keepScenario, openLocalEngine, readScenario, simulated } from "../../src/engine/index.ts";
import type { GrowthOutcome } from "../../src/report/index.ts";
import { folderWith, type } from "../cli/terminal.ts";

const claim = `  - id: claim
    kind: growth # of the campaign
    weeks: 13
    inflow: 700
    conversion: 25 %
    viral: 2.6
    measured: {inflow: trials, conversion: joined-share}
    value: {perWeek: 5, spend: 100000}
    capacity: {guestsPerHour: 200, peakShare: 3 %, measured: {guests: busiest, nps: mood}}
`;
const yaml = (scenarios: string) => `helder: 1
name: Club
language: en
datasets:
  - {id: trials, file: trials.csv, time: day}
  - {id: hours, file: hours.csv, time: day}
metrics:
  - {id: trials, type: count, dataset: trials}
  - {id: joined, type: count, dataset: trials, where: "joined = 1"}
  - {id: joined-share, type: ratio, numerator: joined, denominator: trials, unit: percent}
  - {id: busiest, type: max, dataset: hours, of: guests}
  - {id: mood, type: average, dataset: hours, of: score}
scenarios:
${scenarios}`;

const day = (index: number) => new Date(Date.UTC(2025, 0, 6 + index)).toISOString().slice(0, 10);
/** A year of weeks: ten to fourteen trials, of which one in five joins; the busier, the lower the score. */
const trials = Array.from({ length: 52 * 60 }, (_, index) => index)
  .filter((index) => index % 60 < 50 + (Math.floor(index / 60) % 11))
  .map((index) => `${day(Math.floor(index / 60) * 7 + (index % 7))},${Number(index % 5 === 0)}`);
const hours = Array.from({ length: 52 }, (_, week) => `${day(week * 7)},${100 + 2 * ((week * 7) % 52)},${90 - ((week * 7) % 52)}`);

const closing: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const close of closing) await close();
});

async function club(scenarios = claim) {
  const { directory, dispose } = await folderWith({
    "helder.yaml": yaml(scenarios),
    "trials.csv": `day,joined\n${trials.join("\n")}\n`,
    "hours.csv": `day,guests,score\n${hours.join("\n")}\n`,
  });
  const engine = openLocalEngine(directory);
  closing.push(() => engine.close(), dispose);
  const framework = await engine.framework();
  const outcome = async (change: object = {}, least: number | null = null) => {
    const read = readScenario(framework, { ...framework.scenarios[0], ...change });
    return (await simulated(engine, framework, read, { language: "en", asOf: "2026-01-10", least })) as GrowthOutcome;
  };
  return { directory, outcome };
}

test("a claim beside what was measured: rates, crowding, worth", async () => {
  const { outcome } = await club();
  const found = await outcome({}, 60);
  expect(found.end).toBe(8190);
  expect(found.doubts.map(({ code }) => code)).toEqual([
    "viral-above-one",
    "no-churn",
    "over-capacity",
    "nps-falls",
    "cover-outside-history",
    "inflow-outside-history",
    "conversion-outside-history",
  ]);
  const { conversion, inflow } = found.measured!.rates;
  expect(conversion!.median).toBeCloseTo(0.2, 1);
  expect(inflow).toMatchObject({ weeks: 52 });
  expect(found.measured!.end).toBeCloseTo(13 * inflow!.median * conversion!.median * 3.6, 6);
  expect(found.measured!.sentence).toContain("With what was measured");
  expect(found.crowding!.nps!.points.at(0)).toEqual([100, 90]);
  expect(found.crowding!.nps!.points.at(-1)).toEqual([202, 39]);
  expect(found.crowding!.sentences).toEqual(["Measured in 51 weeks: a score of 90 at 100 guests an hour, 39 at 202 guests."]);
  // A score of 60 is that of 160 guests: 3 % of 5,333 members, which the largest inflow reaches after 13 weeks.
  expect(found.inflow).toBe(Math.floor(160 / 0.03 / (13 * 0.25 * 3.6)));
  // 630 more each week: 91 weeks of 630 members, five euros each.
  expect(found.worth).toMatchObject({ within: 91 * 630 * 5, returnWithin: (91 * 630 * 5) / 100_000, paybackWeek: 8, lifetimeValue: null });
  expect(found.worth!.sentences.at(-1)).toBe("The campaign has paid itself back after week 8.");
});

test("what people fill in goes before what was learned, churn follows the crowd, and what does not pay back is doubted", async () => {
  const { outcome } = await club();
  const crowded = {
    guestsPerHour: 200,
    peakShare: 0.03,
    npsAt: { "100": 50 },
    churnAt: { "0": 0, "300": 0.3 },
    measured: { guests: "busiest", nps: "mood" },
  };
  const found = await outcome({ capacity: crowded, value: { perWeek: 5, spend: 1e9 } });
  expect(found.end).toBeLessThan(8190);
  const codes = found.doubts.map(({ code }) => code);
  expect(codes).toContain("no-payback");
  expect(codes).not.toContain("no-churn");
  expect(codes).not.toContain("cover-outside-history");
  expect(found.worth!.lifetimeValue).toBeGreaterThan(0);
  await expect(outcome({ capacity: { churnAt: { "100": 1.5 } } })).rejects.toMatchObject({ code: "bad-scenario" });
  await expect(outcome({ capacity: { churnAt: { busy: 0.1 } } })).rejects.toMatchObject({ code: "bad-scenario" });
});

test("without measurements nothing is said of them", async () => {
  const { outcome } = await club("  - {id: claim, kind: growth, weeks: 13, inflow: 700, conversion: 25 %, viral: 2.6}\n");
  const found = await outcome();
  expect([found.measured, found.worth, found.crowding]).toEqual([undefined, undefined, undefined]);
  expect(found.doubts.map(({ code }) => code)).toEqual(["viral-above-one", "no-churn", "no-capacity"]);
});

test("the text tells it, and keeping changes only what differs", async () => {
  const { directory } = await club();
  const { out } = await type("simulate", "claim", "--workspace", directory, "--as-of", "2026-01-10", "--language", "nl");
  expect(out).toContain("= Elke euro van de campagne levert in deze weken");
  expect(out).toContain("= In 51 weken gemeten: bij 100 gasten per uur een cijfer van 90, bij 202 gasten 39.");
  expect(out).toContain("? De conversie is hier 25");
  expect(out).not.toContain("capacity");
  const scenario = {
    kind: "growth",
    weeks: 13,
    inflow: 700,
    conversion: 0.25,
    viral: 2.6,
    measured: { inflow: "trials", conversion: "joined-share" },
    value: { perWeek: 5, spend: 80_000 },
    capacity: { guestsPerHour: 200, peakShare: 0.03, churnAt: { "100": 0.008 }, measured: { guests: "busiest", nps: "mood" } },
  };
  await keepScenario(directory, { of: "claim", name: "claim", scenario });
  const written = await readFile(join(directory, "helder.yaml"), "utf8");
  expect(written).toContain("kind: growth # of the campaign");
  expect(written).toContain("spend: 80000");
  expect(written).toMatch(/churnAt:.*0\.8 %/s);
  expect(written).toContain("conversion: 25 %");
});

test("a metric that is not there is a finding", async () => {
  const { directory } = await club(claim.replace("conversion: joined-share", "conversion: joined-shar"));
  const { out } = await type("check", "--workspace", directory, "--language", "en");
  expect(out).toContain("joined-shar");
});
