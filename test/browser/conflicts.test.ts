import { AxeBuilder } from "@axe-core/playwright";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchOptions } from "./chromium.ts";
import { type ServedExample, serveWorkspace } from "./fixture/example.ts";

const yaml = `helder: 1
name: Winkel
language: nl
datasets:
  - {id: orders, file: orders.csv, time: day}
metrics:
  - {id: orders, type: count, dataset: orders}
  - {id: wait, type: average, dataset: orders, of: wait, unit: minutes, direction: down}
  - {id: whole, type: average, dataset: orders, of: whole, unit: score, direction: up}
  - {id: returns, type: average, dataset: orders, of: returns, unit: score, direction: down}
goals: [{id: grow, name: Groeien, promise: Goede spullen}]
objectives: [{id: sell, name: Meer verkopen, supports: [grow]}]
interactions: [{id: buy, name: Kopen, phase: do, serves: [sell]}]
kpis:
  - {id: sales, name: Verkopen, measures: sell, metric: orders, direction: up}
  - {id: sent-back, name: Teruggestuurd, measures: sell, metric: returns, direction: down}
cpis:
  - {id: quick, name: Snel geholpen, outcome: Ik word snel geholpen., metric: wait, direction: down, interaction: buy}
  - {id: intact, name: Heel aangekomen, outcome: Het is heel., metric: whole, direction: up, interaction: buy, guardrail: [sent-back]}
links:
  - {id: quick-to-sales, from: quick, to: sales}
`;

/** Four years; in the last half year more is sold, people wait longer, more arrives whole, and more is sent back. */
function rows(): string {
  const lines = ["day,wait,whole,returns"];
  for (let month = 0; month < 48; month++) {
    const late = month >= 42;
    const day = new Date(Date.UTC(2022, 11 + month, 15)).toISOString().slice(0, 10);
    const wobble = ((month * 7) % 5) - 2;
    for (let row = 0; row < (late ? 60 : 40) + wobble; row++)
      lines.push(`${day},${(late ? 30 : 20) + wobble},${(late ? 9 : 7) + wobble / 10},${(late ? 4 : 2) + wobble / 10}`);
  }
  return `${lines.join("\n")}\n`;
}

let served: ServedExample;
let browser: Browser;
beforeAll(async () => {
  const directory = await mkdtemp(join(tmpdir(), "helder-conflicts-"));
  await writeFile(join(directory, "helder.yaml"), yaml);
  await writeFile(join(directory, "orders.csv"), rows());
  served = await serveWorkspace(directory, "2026-12-05");
  browser = await chromium.launch(launchOptions());
}, 120_000);
afterAll(async () => {
  await browser.close();
  await served.close();
});

const told = {
  nl: { title: /tegenspra/i, kpi: "“Verkopen” gaat vooruit terwijl de klant het bij “Snel geholpen”", cpi: "“Heel aangekomen”" },
  en: { title: /conflict/i, kpi: "“Verkopen” improves while customers fare worse at “Snel geholpen”", cpi: "“Heel aangekomen”" },
};

test.each([
  ["nl", "light", { width: 1440, height: 900 }],
  ["en", "dark", { width: 390, height: 844 }],
] as const)(
  "%s %s: what improves at the cost of something else stands on Customer, and leads to both",
  { timeout: 60_000 },
  async (language, theme, viewport) => {
    const context = await browser.newContext({ viewport, colorScheme: theme });
    await context.addInitScript((chosen) => localStorage.setItem("helder-language", chosen), language);
    try {
      const page = await context.newPage();
      await page.goto(`${served.url}/customer`);
      const conflicts = page.getByRole("region", { name: told[language].title });
      await conflicts.waitFor();
      expect(await conflicts.getByText(told[language].kpi).count()).toBe(1);
      expect(await conflicts.getByRole("listitem").filter({ hasText: told[language].cpi }).count()).toBeGreaterThan(0);
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      await page.screenshot({ path: join(tmpdir(), `helder-conflicts-${language}.png`) });
      await conflicts.getByRole("link", { name: "Verkopen" }).first().click();
      await page.waitForURL("**/kpi/sales");
    } finally {
      await context.close();
    }
  },
);
