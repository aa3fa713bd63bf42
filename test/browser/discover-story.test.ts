import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { renderStory } from "../../src/render/index.ts";
import { storyIn } from "../report/discovered.ts";
import { launchOptions } from "./chromium.ts";

const [wide, phone] = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];

let browser: Browser;
let folder = "";

describe("the story of discover as a page", () => {
  beforeAll(async () => {
    [browser, folder] = await Promise.all([chromium.launch(launchOptions()), mkdtemp(join(tmpdir(), "helder-story-"))]);
  });
  afterAll(async () => {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  });

  test.each([
    ["nl", "light", wide],
    ["en", "dark", wide],
    ["nl", "dark", phone],
    ["en", "light", phone],
  ] as const)("%s %s %o: fits, draws one picture a step, without axe violations", async (language, colorScheme, viewport) => {
    const file = join(folder, `${language}.html`);
    await writeFile(file, await renderStory(storyIn(language), "html"));
    const context = await browser.newContext({ viewport, colorScheme, reducedMotion: "reduce", bypassCSP: true });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => complaints.push(message.text()));
    await page.goto(pathToFileURL(file).href);
    expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
    expect(await page.locator("figure svg:visible").count()).toBe(6);
    for (const summary of await page.locator("summary").all()) await summary.click();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    // What overlaps or leaves its picture cannot be read.
    const cut = await page.evaluate(
      `[...document.querySelectorAll("figure svg")].filter((svg) => svg.getBoundingClientRect().width > 0).flatMap((svg) => {
        const frame = svg.getBoundingClientRect();
        return [...svg.querySelectorAll("text")].filter((text) => { const box = text.getBoundingClientRect(); return box.left < frame.left - 1 || box.right > frame.right + 1; }).map((text) => text.textContent);
      })`,
    );
    expect(cut).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
