import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { discover, type Discovery } from "../../src/engine/index.ts";
import { csvOf, lastDay, shop } from "./shop.ts";

let directory = "";
let found: Discovery;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "helder-opportunities-"));
  const file = join(directory, "orders.csv");
  await writeFile(file, csvOf(shop()));
  found = await discovered(file, "nl");
}, 120_000);
afterAll(() => rm(directory, { recursive: true, force: true }));

function discovered(file: string, language: "nl" | "en"): Promise<Discovery> {
  return discover({
    files: [file],
    directory: null,
    language,
    timezone: "UTC",
    currency: "EUR",
    active: { count: 3, unit: "year" },
    lapsed: { count: 12, unit: "month" },
    top: 0.1,
    asOf: null,
    export: null,
  });
}

const opportunity = (id: string) => found.opportunities.find((one) => one.id === id)!;

describe("the worked example: best customers who stayed away", () => {
  test("15 % of the best stayed away, so reactivate 3 % of them until 31 December", () => {
    const share = found.facts.find(({ id }) => id === "lapsed-top-share")!;
    expect(found.asOf).toBe(lastDay);
    expect(share.value).toBeCloseTo(0.15, 2);
    const { fact, target, baseline, size, worth, audience } = opportunity("reactivate-top");
    expect(fact).toBe("lapsed-top-share");
    expect(target).toMatchObject({ unit: "percent", direction: "up", from: "2023-01-01", to: "2023-12-31" });
    expect(target.value).toBeCloseTo(0.03, 2);
    expect(target.value).toBeGreaterThan(baseline.value);
    expect(size).toBe(Math.round(share.value! * share.n));
    expect(audience).toBe("lapsed-top");
    expect(worth!.value).toBeGreaterThan(0);
    expect(worth!.interval[0]).toBeLessThanOrEqual(worth!.value);
    expect(worth!.interval[1]).toBeGreaterThan(worth!.value);
  });

  test("with a reason for every letter", () => {
    const { smart, objective, kpi } = opportunity("reactivate-top");
    expect(objective).toBe("Het omzetdeel van de topklanten blijft minstens gelijk aan vorig jaar");
    expect(kpi).toBe("Heractivatie van weggebleven topklanten");
    for (const letter of ["S", "M", "A", "R", "T"] as const) {
      expect(smart[letter].length).toBeGreaterThan(20);
      expect(smart[letter]).not.toMatch(/[{}]|undefined|NaN/);
    }
    expect(smart.M).toMatch(/€\s\d+,\d\d waard, een jaar eerder €\s\d+,\d\d/u);
    expect(smart.T).toMatch(/31\sdecember\s2023/u);
  });
});

test("the most promising comes first, and no target is what it already is", () => {
  const scores = found.opportunities.map(({ worth, attainability }) => (worth?.value ?? 0) * attainability);
  expect(scores).toEqual(scores.toSorted((one, other) => other - one));
  for (const { target, baseline, attainability } of found.opportunities) {
    expect(target.direction === "up" ? target.value > baseline.value : target.value < baseline.value).toBe(true);
    expect(attainability).toBeGreaterThan(0);
    expect(attainability).toBeLessThan(1);
  }
});

test("both languages tell the same figures, and the same data the same bytes", async () => {
  const again = await discovered(join(directory, "orders.csv"), "nl");
  expect(JSON.stringify(again)).toBe(JSON.stringify(found));
  const english = await discovered(join(directory, "orders.csv"), "en");
  expect(english.opportunities.map(({ id, target }) => ({ id, target }))).toEqual(
    found.opportunities.map(({ id, target }) => ({ id, target })),
  );
  for (const [index, { sentence }] of english.facts.entries()) {
    expect(sentence).not.toMatch(/[{}]|undefined|NaN/);
    expect(sentence).not.toBe(found.facts[index]!.sentence);
  }
  expect(found.facts.length).toBeGreaterThanOrEqual(40);
}, 60_000);
