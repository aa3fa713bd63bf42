import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays, addMonths } from "../../src/calendar/index.ts";
import type { Opportunity } from "../../src/discover/index.ts";
import { folderWith, type } from "../cli/terminal.ts";
import { csvOf, lastDay, shop } from "./shop.ts";

describe("the KPI that is written counts whom its opportunity counted", () => {
  let directory = "";
  let dispose: () => Promise<void>;
  let opportunities: readonly Opportunity[];
  beforeAll(async () => {
    ({ directory, dispose } = await folderWith({ "orders.csv": csvOf(shop()) }));
    const { out } = await type(
      "discover",
      join(directory, "orders.csv"),
      "--write",
      "--json",
      "--workspace",
      directory,
      "--language",
      "en",
    );
    ({ opportunities } = JSON.parse(out) as { opportunities: readonly Opportunity[] });
  });
  afterAll(() => dispose());

  /** The metric over the stretches that the opportunity looked back on, as its reason tells them. */
  async function lookedBack(metric: string, id: string): Promise<{ baseline: number; pooled: number; n: number }> {
    const { baseline, smart } = opportunities.find((one) => one.id === id)!;
    const [, , spans, months] = /In (\S+) of (\S+) comparable periods of (\S+) months/
      .exec(smart.R)!
      .map((word) => numerals.get(word) ?? Number(word));
    let [returned, n] = [0, 0];
    for (let span = 0; span < spans!; span++) {
      const at = addMonths(lastDay, -(months! + 3 * span));
      const asked = ["--from", addDays(at, 1), "--to", addMonths(at, months!), "--grain", "total", "--workspace", directory, "--json"];
      const { out } = await type("query", metric, ...asked);
      const [point] = (JSON.parse(out) as { series: { points: { value: number; n: number }[] }[] }).series[0]!.points;
      returned += point!.value * point!.n;
      n += point!.n;
    }
    return { baseline: baseline.value, pooled: returned / n, n };
  }

  test.each([
    ["customers-reactivated", "reactivate-lapsed"],
    ["top-customers-reactivated", "reactivate-top"],
  ])(
    "%s",
    async (metric, id) => {
      const { baseline, pooled, n } = await lookedBack(metric, id);
      expect(n).toBeGreaterThan(100);
      expect(pooled).toBeCloseTo(baseline, 9);
    },
    60_000,
  );
});

const numerals = new Map(
  ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"].map((word, index) => [
    word,
    index,
  ]),
);
