import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchOptions } from "./chromium.ts";
import { type FixtureServer, serveFixture } from "./fixture/server.ts";
import { storyReport } from "./fixture/story.ts";

const sizes = { wide: { width: 1440, height: 900 }, middle: { width: 1024, height: 800 }, phone: { width: 390, height: 844 } };

let server: FixtureServer;
let browser: Browser;

describe("the goal tree: whose it is, what hurts, themes", () => {
  beforeAll(async () => {
    [server, browser] = await Promise.all([serveFixture(storyReport), chromium.launch(launchOptions())]);
  });

  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  interface View {
    readonly language?: "nl" | "en";
    readonly theme?: "light" | "dark";
    readonly size?: keyof typeof sizes;
  }

  async function opened(path: string, view: View, visit: (page: Page) => Promise<void>): Promise<void> {
    const { language = "nl", theme = "light", size = "wide" } = view;
    const context = await browser.newContext({ viewport: sizes[size], colorScheme: theme, reducedMotion: "reduce" });
    const complaints: string[] = [];
    try {
      await context.addInitScript((chosen) => localStorage.setItem("helder-language", chosen), language);
      const page = await context.newPage();
      page.on("console", (message) => {
        if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
      });
      page.on("pageerror", (error) => complaints.push(error.message));
      await page.goto(server.url + path);
      await page.getByRole("tree").waitFor({ state: "attached" });
      await page.waitForLoadState("networkidle");
      await visit(page);
      expect(complaints).toEqual([]);
    } finally {
      await context.close();
    }
  }

  const search = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams);
  const said = async (page: Page, role: "heading" | "complementary", name?: string) =>
    (await page.getByRole(role, role === "heading" ? { level: 1 } : { name: name ?? "" }).innerText()).replaceAll("\u00a0", " ");
  const violations = async (page: Page) => (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [id, nodes.length]);

  test.each<[View, RegExp, string]>([
    [{}, /^Van Sales zijn .* Ze helpen Gezonde groei .* Een vertrouwde naam: deels helpen ze, deels schaden ze\.$/, "Van wie is dit?"],
    [
      { language: "en", theme: "dark" },
      / are of Sales\. They help Healthy growth .* A trusted name: in part they help, in part they hurt\.$/,
      "Whose is this?",
    ],
    [{ language: "en", size: "middle" }, /are of Sales\./, "Whose is this?"],
    [{ theme: "dark", size: "phone" }, /^Van Sales zijn/, "Van wie is dit?"],
  ])("whose it is stands in the address and in the sentence, and everything stays readable: %o", async (view, sentence, label) => {
    await opened("/tree?who=sales", view, async (page) => {
      expect(await said(page, "heading")).toMatch(sentence);
      expect(await page.getByLabel(label).inputValue()).toBe("sales");
      expect(await page.getByRole("treeitem", { name: /(van|of) Sales$/ }).count()).toBe(
        storyReport("nl").tree.nodes.filter(({ whose }) => whose.includes("sales")).length,
      );
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
    });
  });

  test("the reader chooses by name, keeps the picked node, and goes back to everyone", async () => {
    await opened("/tree?node=interaction%2Frequest-quote", {}, async (page) => {
      const choice = page.getByLabel("Van wie is dit?");
      expect(await choice.locator("option").allInnerTexts()).toEqual([
        "Iedereen",
        "Sales",
        "Marketing",
        "Webteam",
        "Klantenservice",
        "Directie",
      ]);
      await choice.selectOption({ label: "Webteam" });
      await page.getByRole("heading", { level: 1, name: /^Van Webteam/ }).waitFor();
      expect(search(page)).toEqual({ node: "interaction/request-quote", who: "web" });
      await choice.selectOption({ label: "Iedereen" });
      await page.getByRole("heading", { level: 1, name: /^Alles draait om/ }).waitFor();
      expect(search(page)).toEqual({ node: "interaction/request-quote" });
    });
  });

  test("nobody's: who has nothing in the tree is told so", async () => {
    await opened("/tree?who=nobody", {}, async (page) => {
      expect(await said(page, "heading")).toBe("Van nobody staat nog niets in de boom.");
    });
  });

  test("a node says in words what it helps and what it hurts along its path, and that path is drawn", async () => {
    await opened("/tree?node=interaction%2Frequest-quote", {}, async (page) => {
      const sheet = await said(page, "complementary", "Offerte aanvragen");
      expect(sheet).toContain("Offerte aanvragen helpt Gezonde groei en Klanten die terugkomen en schaadt Een vertrouwde naam.");
      expect(sheet).toMatch(/Zo schaadt het Een vertrouwde naam\s+Offerte aanvragen\s+Meer badkamers verkopen\s+Een vertrouwde naam/);
      expect(sheet).toMatch(/Eigenaar\s+Sales/);
      expect(sheet).toMatch(/Akkoord\s+Sales\s+Directie/);
      // one line up to the objective and one from there to each of the two goals; red only where the harm begins
      const near = page.locator("[data-near]");
      await near.first().waitFor({ state: "attached" });
      expect(await page.locator('[data-near="hurts"]').count()).toBe(1);
      expect(await page.locator('[data-near="helps"]').count()).toBeGreaterThanOrEqual(3);
    });
  });

  test("what a node hurts is not called a contribution", async () => {
    await opened("/tree?node=objective%2Fsell-more", {}, async (page) => {
      const sheet = await said(page, "complementary", "Meer badkamers verkopen");
      expect(sheet).toMatch(/Draagt bij aan\s+Gezonde groei\s+Klanten die terugkomen\s+Schaadt\s+Een vertrouwde naam/);
    });
    await opened("/tree?node=goal%2Ftrusted-name", { language: "en" }, async (page) => {
      expect(await said(page, "complementary", "A trusted name")).toMatch(/Is hurt by\s+Sell more bathrooms\s+See an ad/);
    });
  });

  test("a theme lights its own and can be let go; one that is not there is no filter", async () => {
    await opened("/tree?theme=nothing", {}, async (page) => {
      await page.getByRole("heading", { name: /het pad van de super-KPI is uitgelicht/ }).waitFor();
      const reach = page.getByRole("button", { name: "Bereik" });
      await reach.click();
      await page.getByRole("heading", { name: "Van waarom naar wat; thema Bereik is uitgelicht" }).waitFor();
      expect(await reach.getAttribute("aria-pressed")).toBe("true");
      expect(search(page)).toEqual({ theme: "reach" });
      await reach.press("Enter");
      await page.getByRole("heading", { name: /het pad van de super-KPI is uitgelicht/ }).waitFor();
      expect(search(page)).toEqual({});
    });
  });

  test("beside the sheet the drawing takes the room of the list, until the list has the focus", async () => {
    await opened("/tree?node=interaction%2Fsee-ad", {}, async (page) => {
      const list = page.locator('div:has(> div > [role="tree"])');
      expect((await list.boundingBox())?.width).toBe(0);
      await page.getByRole("treeitem", { name: /Advertentie zien/ }).focus();
      expect((await list.boundingBox())?.width).toBe(232);
    });
  });
});
