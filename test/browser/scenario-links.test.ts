import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchOptions } from "./chromium.ts";
import { serveExample } from "./fixture/example.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch(launchOptions());
});
afterAll(() => browser.close());

const told = {
  nl: {
    counts: "Eén verband telt mee, zoals een experiment het mat",
    gives: /“In één keer geholpen .*” 1 % hoger geeft “Verlengde polissen” \+0,9\s% \(80 % kans: \+0,\d\s% tot \+\d,\d\s%\)/,
    kept: "Verlengde polissen",
    through: /door verbanden \d\d,\d\s% tot \d\d,\d\s%/,
  },
  en: {
    counts: "One link counts, as an experiment measured it",
    gives: /“Helped in one go .*” 1% higher gives “Policies renewed” \+0\.9% \(80% chance: \+0\.\d% to \+\d\.\d%\)/,
    kept: "Policies renewed",
    through: /by links \d\d\.\d% to \d\d\.\d%/,
  },
};

test.each([
  ["nl", "light", { width: 1440, height: 900 }],
  ["en", "dark", { width: 390, height: 844 }],
] as const)(
  "%s %s: a link that was measured carries the change to the super-KPI",
  { timeout: 60_000 },
  async (language, theme, viewport) => {
    const example = await serveExample(language, "2026-11-22", "verzekeraar");
    const context = await browser.newContext({ viewport, colorScheme: theme, locale: language });
    try {
      const page = await context.newPage();
      await page.goto(`${example.url}/scenario?id=first-time`);
      const say = told[language];
      await page.getByRole("heading", { name: say.counts }).waitFor();
      expect(await page.getByText(say.gives).count()).toBe(1);
      const row = page.getByRole("row", { name: say.kept });
      expect(await row.getByText(say.through).filter({ visible: true }).count()).toBe(1);
      // What a change becomes is in sight without scrolling sideways.
      const scroller = await row.evaluate((element) => {
        const frame = element.closest("table")!.parentElement!;
        return [frame.scrollWidth, frame.clientWidth];
      });
      expect(scroller[0]).toBeLessThanOrEqual(scroller[1]!);
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    } finally {
      await context.close();
      await example.close();
    }
  },
);
