import { AxeBuilder } from "@axe-core/playwright";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchOptions } from "./chromium.ts";
import { type ServedExample, serveExample } from "./fixture/example.ts";

const [wide, phone] = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];
const texts = {
  nl: {
    cpis: "Wat de klant krijgt, en waar het toe leidt",
    ledger: "Waar elk verband op rust",
    counts: "telt mee",
    supported: "gesteund",
  },
  en: { cpis: "What customers get, and what it leads to", ledger: "What each link rests on", counts: "counts", supported: "supported" },
};

let example: ServedExample;
let browser: Browser;

beforeAll(async () => {
  example = await serveExample("nl", "2026-11-22");
  browser = await chromium.launch(launchOptions());
}, 120_000);
afterAll(async () => {
  await browser.close();
  await example.close();
});

test.each([
  ["nl", "light", wide],
  ["en", "dark", phone],
] as const)("%s %s: each CPI with what it leads to, and the ledger under its links", async (language, theme, viewport) => {
  const context = await browser.newContext({ viewport, colorScheme: theme, reducedMotion: "reduce" });
  await context.addInitScript((chosen) => localStorage.setItem("helder-language", chosen), language);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(`${example.url}/customer`);
  const words = texts[language];
  const workbench = page.getByRole("region", { name: words.cpis });
  await workbench.waitFor();
  const said = await fetch(`${example.url}/api/evidence?language=${language}`);
  const { links } = (await said.json()) as {
    links: readonly { id: string; status: string; ledger: readonly { reason: { sentence: string } }[] }[];
  };
  const supported = links.find(({ status }) => status === "supported")!;
  const ledger = page.getByRole("region", { name: words.ledger });
  await ledger.locator("details").first().waitFor();
  expect(await ledger.locator("details").count()).toBe(links.length);
  await workbench.locator(`a[href="#link-${supported.id}"]`).click();
  const opened = ledger.locator(`#link-${supported.id}`);
  await opened.getByRole("table").waitFor();
  const shown = await opened.innerText();
  for (const text of [words.supported, words.counts, supported.ledger[0]!.reason.sentence]) expect(shown).toContain(text);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(" | ")}`)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
  const kept = process.env["HELDER_SCREENSHOTS"];
  if (kept !== undefined) await page.screenshot({ path: `${kept}/customer-${language}-${theme}.png`, fullPage: true });
  expect(complaints).toEqual([]);
  await context.close();
});

test("a workspace without links says what to write", async () => {
  const file = join(example.directory, "learning.yaml");
  const yaml = await readFile(file, "utf8");
  await writeFile(file, "links: []\n");
  const page = await browser.newPage();
  await page.addInitScript(() => localStorage.setItem("helder-language", "en"));
  await page.goto(`${example.url}/customer`);
  await page.getByText("There are no links in the workspace yet.").waitFor();
  await page.close();
  await writeFile(file, yaml);
});
