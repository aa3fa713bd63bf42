import { AxeBuilder } from "@axe-core/playwright";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { formats } from "../../src/locale/index.ts";
import { expectedValue } from "../../src/report/index.ts";
import { launchOptions } from "./chromium.ts";
import { type ServedExample, serveExample } from "./fixture/example.ts";

const [wide, phone] = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];
const texts = {
  nl: {
    lever: "Offerteaanvragen",
    slider: "Offerteaanvragen, schuif",
    how: "Offerteaanvragen, hoe",
    doubt: "Dit is rekenwerk",
    name: "Naam",
    update: /^Werk “Korter formulier” bij$/,
    add: "Bewaar als scenario",
    mine: "Twintig procent meer",
    saved: "Twintig procent meer” staat in learning.yaml",
    more: "Verander ook",
    wrong: "Typ een getal van",
    inflow: "Instroom",
    comma: "2,6",
    week: "Week voor week",
    doubted: "Elke nieuwe klant brengt 2,6 anderen mee",
    boundless: "Dit is niet door te rekenen.",
    all: "Wie is meegebracht, brengt ook weer anderen mee",
  },
  en: {
    lever: "Quote requests",
    slider: "Quote requests, slider",
    how: "Quote requests, how",
    doubt: "This is arithmetic",
    name: "Name",
    update: /^Update “Shorter form”$/,
    add: "Keep as a scenario",
    mine: "Twenty percent more",
    saved: "Twenty percent more” is in learning.yaml",
    more: "Change too",
    wrong: "Type a number from",
    inflow: "Inflow",
    comma: "2.6",
    week: "Week by week",
    doubted: "Every new customer brings 2.6 others",
    boundless: "This cannot be worked out.",
    all: "Who was brought along brings others along too",
  },
};
const remark = "# what we reckon with";

let examples: Readonly<Record<"nl" | "en", ServedExample>>;
let browser: Browser;

beforeAll(async () => {
  const [nl, en] = [await serveExample("nl", "2026-11-22"), await serveExample("en", "2026-11-22")];
  examples = { nl, en };
  for (const { directory } of [nl, en]) {
    const file = join(directory, "learning.yaml");
    await writeFile(file, (await readFile(file, "utf8")).replace("scenarios:\n", `scenarios: ${remark}\n`));
  }
  browser = await chromium.launch(launchOptions());
}, 120_000);
afterAll(async () => {
  await browser.close();
  await Promise.all(Object.values(examples).map(({ close }) => close()));
});

const looks = [
  ["nl", "light", wide],
  ["en", "dark", phone],
] as const;

describe("a scenario with sliders", () => {
  test.each(looks)("%s %s: a slider moves the KPIs, and what it shows is kept in the YAML", async (language, theme, viewport) => {
    const { context, page, complaints } = await opened(language, theme, viewport);
    const { url, directory } = examples[language];
    const words = texts[language];
    await page.goto(`${url}/`);
    await page.locator('a[href^="/scenario"]').first().click();
    await page.goto(`${url}/scenario?id=shorter-form`);
    const slider = page.getByRole("slider", { name: words.slider });
    await slider.waitFor();
    const headline = page.getByRole("heading", { level: 1 });
    const saying = async (change: string | number) =>
      headline.getByText(await end(url, language, { "quote-requests": change }), { exact: true }).waitFor();
    await saying("+10%");
    expect(await page.getByLabel(words.lever, { exact: true }).inputValue()).toBe("10");
    await page.getByText(words.doubt).waitFor();
    await page.locator("figure svg").waitFor();
    expect(await page.locator('[aria-live="polite"]', { has: headline }).count()).toBe(1);
    await inOrder(page);
    await kept(page, `scenario-${language}-${theme}`);

    const asked: string[] = [];
    page.on("request", (request) => request.url().includes("/api/scenario?") && asked.push(request.postData() ?? ""));
    await slider.focus();
    for (let step = 0; step < 10; step++) await page.keyboard.press("ArrowRight");
    await saying("+20%");
    expect(asked.length).toBeLessThan(8);
    expect(asked.at(-1)).toContain('"quote-requests":"+20%"');

    const number = page.getByLabel(words.lever, { exact: true });
    await number.fill("veel");
    await page.getByRole("alert").getByText(words.wrong).waitFor();
    await number.fill("-50 %");
    await saying("-50%");
    const how = page.getByLabel(words.how);
    await how.focus();
    await how.selectOption("set");
    expect(await how.evaluate((select) => select === document.activeElement)).toBe(true);
    await page.getByLabel(words.lever, { exact: true }).fill("40");
    await saying(40);
    await how.selectOption("share");
    await page.getByLabel(words.lever, { exact: true }).fill("20");
    await saying("+20%");
    const more = page.getByLabel(words.more);
    await more.selectOption("new-visitors");
    await page.getByRole("slider").nth(1).waitFor();

    const yaml = () => readFile(join(directory, "learning.yaml"), "utf8");
    const before = await yaml();
    await page.getByRole("button", { name: words.update }).waitFor();
    await page.getByLabel(words.name, { exact: true }).fill(words.mine);
    await page.getByRole("button", { name: words.add }).click();
    await page.getByRole("status").getByText(words.saved).waitFor();
    const after = await yaml();
    expect(after).toContain(remark);
    expect(after.startsWith(before.trimEnd())).toBe(true);
    expect(after).toMatch(/quote-requests: \+20%/);
    expect(after).not.toContain("new-visitors: +0");
    expect(await page.getByRole("slider").count()).toBe(1);
    expect(page.url()).toContain("id=tw");
    await inOrder(page);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test.each(looks)("%s %s: growth, with its doubts, and a sentence where it has no end", async (language, theme, viewport) => {
    const { context, page, complaints } = await opened(language, theme, viewport);
    const words = texts[language];
    await page.goto(`${examples[language].url}/scenario?fresh=growth`);
    const headline = page.getByRole("heading", { level: 1 });
    await headline.getByText("325").waitFor();
    await page.getByLabel(words.inflow, { exact: true }).fill("700");
    await page.locator("input").nth(5).waitFor();
    await page.getByLabel(language === "nl" ? "Brengt mee" : "Brings along", { exact: true }).fill(words.comma);
    await headline.getByText(/8[.,]190/).waitFor();
    await page.getByText(words.doubted).waitFor();
    await page.getByRole("heading", { name: words.week }).waitFor();
    await page.locator("figure svg").waitFor();
    await inOrder(page);
    await kept(page, `scenario-growth-${language}-${theme}`);
    await page.getByLabel(words.all).check();
    await page.getByLabel(language === "nl" ? "Looptijd" : "Duration", { exact: true }).fill("1040");
    await page.getByRole("alert").getByText(words.boundless).waitFor();
    await inOrder(page);
    expect(complaints.filter((line) => !line.includes("422"))).toEqual([]);
    await context.close();
  });
});

test("where there is nothing to change it says what belongs there, and growth can be worked out all the same", async () => {
  const { context, page } = await opened("nl", "light", wide);
  const { directory, url, close } = await serveExample("nl", "2026-11-22");
  for (const file of await readdir(directory)) if (file.endsWith(".yaml") && file !== "helder.yaml") await rm(join(directory, file));
  await writeFile(join(directory, "helder.yaml"), "helder: 1\nname: Leeg\nlanguage: nl\n");
  await page.goto(`${url}/scenario`);
  await page.getByRole("heading", { name: "Nog niets om door te rekenen" }).waitFor();
  await inOrder(page);
  await kept(page, "scenario-empty");
  await page.getByRole("link", { name: "Hoe snel groeien we" }).click();
  await page.getByRole("slider", { name: "Instroom, schuif" }).waitFor();
  await context.close();
  await close();
});

/** What the KPI would have been by the server, as it is written. */
async function end(url: string, language: "nl" | "en", change: Record<string, string | number>): Promise<string> {
  const body = JSON.stringify({ scenario: { kind: "tree", change } });
  const answer = await fetch(`${url}/api/scenario`, { method: "POST", headers: { "content-type": "application/json" }, body });
  return expectedValue(formats(language), ((await answer.json()) as { end: number }).end, "count");
}

async function opened(
  language: "nl" | "en",
  theme: "light" | "dark",
  viewport: typeof wide,
): Promise<{ context: BrowserContext; page: Page; complaints: string[] }> {
  const context = await browser.newContext({ viewport, colorScheme: theme, reducedMotion: "reduce" });
  await context.addInitScript((chosen) => localStorage.setItem("helder-language", chosen), language);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  return { context, page, complaints };
}

async function inOrder(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(" | ")}`)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
}

async function kept(page: Page, name: string): Promise<void> {
  const folder = process.env["HELDER_SCREENSHOTS"];
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}
