import { describe, expect, test } from "vitest";
import { type Discovered, figureSvg, type Step, storyMarkdown, storyOf } from "../../src/report/index.ts";
import { discovered, storyIn } from "./discovered.ts";

const languages = ["nl", "en"] as const;
const plain = (text: string) => text.replaceAll("\u00a0", " ");
const stepOf = (id: Step["id"], told: Discovered = discovered) =>
  storyOf(told, { language: "en", currency: "EUR", title: "Shop" }).steps.find((step) => step.id === id)!;
const cells = (step: Step, name: string) =>
  step.tables.find((table) => table.name === name)!.rows.map((row) => row.map(({ value }) => value));

describe("the story of the six steps", () => {
  test.each(languages)("in six steps, each with a sentence, a picture and a table (%s)", (language) => {
    const { steps } = storyIn(language);
    expect(steps.map(({ id }) => id)).toEqual(["profiles", "registered", "active", "groups", "facts", "opportunities"]);
    for (const step of steps) {
      expect(step.sentence).toMatch(/^\S.*\.$/);
      expect(step.picture!.finding).not.toMatch(/undefined|NaN|\.$/);
      expect(step.tables.length).toBeGreaterThan(0);
      for (const { columns, rows } of step.tables) for (const row of rows) expect(row).toHaveLength(columns.length);
    }
  });

  test("says what it comes down to, in the words of the language", () => {
    expect(plain(storyIn("en").sentence)).toBe(
      "1,000 customers bought in the period of 1 July 2023 to 30 June 2026. The largest opportunity is “=1+1 <b>Reactivation</b>”, worth an estimated €1,235.",
    );
    expect(plain(storyIn("nl").sentence)).toContain("1.000 klanten kochten in de periode van 1 juli 2023 t/m 30 juni 2026.");
  });

  test("a table has the numbers that a picture is drawn from", () => {
    expect(cells(stepOf("registered"), "Known purchases by month").map((row) => row[3])).toEqual([0.75, null, 0.9]);
    expect(cells(stepOf("active"), "Revenue of the best customers").map((row) => row[2])).toEqual(
      [0.3, 0.45, 0.65, 0.9, 1].map((share) => expect.closeTo(share, 12) as number),
    );
    expect(cells(stepOf("groups"), "Customers by group")[0]).toEqual(["5 (recently)", 4, 0, 0, 0, 300]);
    expect(cells(stepOf("groups"), "Revenue by group")[0]).toEqual(["5 (recently)", null, null, null, null, 6000]);
    expect(cells(stepOf("facts"), "Who comes back, by month of the first purchase")[1]!.slice(1)).toEqual([6, null, null, null]);
    // (50 × 0.4 + 30 × 0.2) / 80
    expect(plain(stepOf("facts").picture!.finding)).toContain("32.5%");
  });

  test("facts stand by subject, and those without data under one sentence with each reason once", () => {
    const step = stepOf("facts");
    expect(step.tables.slice(1).map(({ name }) => name)).toEqual([
      "How often they buy",
      "The best customers",
      "Products, channels and countries",
    ]);
    expect(step.folded).toEqual({
      sentence: "2 other facts cannot be told: the data for them are missing.",
      lines: ["This cannot be told: there are no reviews."],
    });
  });

  test("where there is nothing to draw it says what would give a picture", () => {
    const nothing: Discovered = {
      ...discovered,
      facts: [],
      opportunities: [],
      pictures: { reach: { customers: 0, email: null, phone: null, consent: null }, months: [], lorenz: null, rfm: [], cohorts: [] },
    };
    for (const language of languages) {
      const story = storyOf(nothing, { language, currency: "EUR", title: "Shop" });
      for (const { picture, missing } of story.steps) {
        expect(picture).toBeNull();
        expect(missing).toMatch(/\S\.$/);
      }
      expect(storyMarkdown(story)).not.toMatch(/undefined|NaN|Infinity/);
    }
  });

  test("where hardly anybody comes back, that is what the map says", () => {
    const once: Discovered = {
      ...discovered,
      facts: [{ id: "one-time-share", value: 0.98, unit: "percent", n: 1000, sentence: "98% bought once." }],
      pictures: { ...discovered.pictures, rfm: [{ recency: 5, frequency: 5, customers: 3, revenue: null }] },
    };
    expect(plain(stepOf("groups", once).picture!.finding)).toBe("98.0% of customers bought once");
  });

  test("Markdown shows what was typed as it is", () => {
    const text = storyMarkdown(storyIn("en"));
    expect(text).not.toMatch(/<b>|<i>|<script>/);
    expect(text).toContain("=1+1 &lt;b&gt;Reactivation&lt;/b&gt;");
    expect(text.match(/^## \d\. /gm)).toHaveLength(6);
  });
});

describe("pictures of the story", () => {
  const figures = (["nl", "en"] as const).flatMap((language) => storyIn(language).steps.map((step) => step.picture!.figure));

  test.each([760, 340])("are drawn inside their %d pixels, without markup of their own", (width) => {
    for (const figure of figures) {
      const svg = figureSvg(figure, width);
      expect(svg).not.toMatch(/NaN|undefined|Infinity|<b>|<script/);
      const height = Number(/ height="([\d.]+)"/.exec(svg)![1]);
      for (const [, x, y] of svg.matchAll(/<(?:text|rect)[^>]* x="([-\d.]+)" y="([-\d.]+)"/g)) {
        expect(Number(x)).toBeGreaterThanOrEqual(0);
        expect(Number(x)).toBeLessThanOrEqual(width);
        expect(Number(y)).toBeLessThanOrEqual(height);
      }
      expect(figureSvg(figure, width)).toBe(svg);
    }
  });

  test("a bar is as long as its share, and a field as dark as its customers", () => {
    const [reach, , , map] = storyIn("en").steps.map((step) => figureSvg(step.picture!.figure, 760));
    const bars = [...reach!.matchAll(/width="([\d.]+)" height="18" fill="var\(--(?:ink|context)/g)].map((found) => Number(found[1]));
    expect(bars[1]! / bars[0]!).toBeCloseTo(0.7, 2);
    expect(bars[2]! / bars[0]!).toBeCloseTo(0.25, 2);
    const shades = [...map!.matchAll(/var\(--heat[^"]*" fill-opacity="([\d.]+)"/g)].map((found) => Number(found[1]));
    expect(Math.max(...shades)).toBeCloseTo(0.5, 3);
    expect(shades[0]).toBeCloseTo(0.04 + (0.46 * 300) / 696, 3);
  });
});
