import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchOptions } from "./chromium.ts";
import { type FixtureServer, serveFixture } from "./fixture/server.ts";
import { storyReport } from "./fixture/story.ts";

const [wide, phone] = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];
const texts = {
  nl: {
    title: "Waarom",
    said: [
      "daalde van",
      "Deze onderdelen bewogen anders dan de rest",
      "al het andere",
      "14 okt 2026",
      "maakt het nog geen oorzaak",
      "city",
    ],
  },
  en: {
    title: "Why",
    said: ["fell from", "These parts moved unlike the rest", "everything else", "14 Oct 2026", "does not make it a cause", "city"],
  },
};

let server: FixtureServer;
let browser: Browser;

describe("why a KPI changed, on its page", () => {
  beforeAll(async () => {
    [server, browser] = await Promise.all([serveFixture(storyReport), chromium.launch(launchOptions())]);
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  test.each([
    ["nl", "light", wide],
    ["en", "dark", phone],
  ] as const)("%s %s: a waterfall with its sentences, for the periods that the reader chooses", async (language, theme, viewport) => {
    const context = await browser.newContext({ viewport, colorScheme: theme, reducedMotion: "reduce" });
    await context.addInitScript((chosen) => localStorage.setItem("helder-language", chosen), language);
    const page = await context.newPage();
    const asked: URLSearchParams[] = [];
    page.on("request", (request) => {
      const url = new URL(request.url());
      if (url.pathname === "/api/why") asked.push(url.searchParams);
    });
    await page.goto(`${server.url}/kpi/quote-requests`);
    const { title, said } = texts[language];
    const panel = page.locator("section", { has: page.getByRole("heading", { name: title, exact: true }) });
    const picture = panel.getByRole("img");
    await picture.locator("svg").waitFor();
    const shown = (await panel.innerText()).replaceAll("\u00a0", " ");
    for (const text of said) expect(shown).toContain(text);
    expect(await picture.getAttribute("aria-label")).toContain("device: mobile · campaign: bathroom <advice>");
    expect(await picture.locator("rect").count()).toBe(3);
    const last = asked.at(-1)!;
    expect([last.get("of"), last.get("by")]).toEqual(["quote-requests", "auto"]);
    expect(last.get("from")! < last.get("to")!).toBe(true);

    const choice = panel.locator("select").nth(1);
    const other = await choice.locator("option").last().getAttribute("value");
    await Promise.all([page.waitForRequest((request) => request.url().includes(`from=${other}`)), choice.selectOption(other)]);
    await picture.locator("svg").waitFor();

    const box = (await picture.boundingBox())!;
    for (const part of await picture.locator("text").all()) {
      const own = (await part.boundingBox())!;
      expect(own.x).toBeGreaterThanOrEqual(box.x - 1);
      expect(own.x + own.width).toBeLessThanOrEqual(box.x + box.width + 1);
    }
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
    const kept = process.env["HELDER_SCREENSHOTS"];
    if (kept !== undefined) await panel.screenshot({ path: `${kept}/why-${language}-${theme}.png` });
    await context.close();
  });
});
