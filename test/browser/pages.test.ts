import { AxeBuilder } from "@axe-core/playwright";
import { existsSync } from "node:fs";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ReportJson } from "../../src/report/index.ts";
import { largeReport } from "./fixture/large.ts";
import { type FixtureServer, serveFixture } from "./fixture/server.ts";
import { storyReport } from "./fixture/story.ts";

const executable = [process.env["CHROMIUM_PATH"], "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(
  (path) => path !== undefined && existsSync(path),
);
if (executable === undefined) console.warn("No Chromium found: the browser tests are skipped. Install chromium or set CHROMIUM_PATH.");

type Language = "nl" | "en";
type Theme = "light" | "dark";
const wide = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

let server: FixtureServer;
let browser: Browser;

describe.skipIf(executable === undefined)("the web app in a real browser", () => {
  beforeAll(async () => {
    [server, browser] = await Promise.all([
      serveFixture(storyReport),
      chromium.launch({
        executablePath: executable ?? "",
        args: ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-gpu"],
      }),
    ]);
  });

  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  async function opened(
    path: string,
    { language = "nl", theme = "light", viewport = wide }: { language?: Language; theme?: Theme; viewport?: typeof wide } = {},
    visit: (page: Page, context: BrowserContext) => Promise<void>,
  ): Promise<readonly string[]> {
    const context = await browser.newContext({ viewport, colorScheme: theme, reducedMotion: "reduce", locale: "nl-NL" });
    const complaints: string[] = [];
    try {
      await context.addInitScript((chosen) => {
        if (localStorage.getItem("helder-language") === null) localStorage.setItem("helder-language", chosen);
      }, language);
      const page = await context.newPage();
      page.on("console", (message) => {
        if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
      });
      page.on("pageerror", (error) => complaints.push(error.message));
      page.on("request", (request) => {
        if (!request.url().startsWith(server.url)) complaints.push(`request to ${request.url()}`);
      });
      await page.goto(server.url + path);
      await page.locator("h1").waitFor();
      await visit(page, context);
    } finally {
      await context.close();
    }
    return complaints;
  }

  async function violations(page: Page): Promise<readonly string[]> {
    const { violations: found } = await new AxeBuilder({ page }).analyze();
    return found.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(" ")).join(" | ")}`);
  }

  const pages = [
    {
      path: "/",
      nl: ["Zes van de negen", "Sinds je vorige bezoek", "Wacht op", "Offerteaanvragen", "28,4 %"],
      en: ["Six of the nine", "Since your last visit", "Quote requests", "28.4%"],
    },
    {
      path: "/tree",
      nl: ["Van waarom naar wat", "Klanten die terugkomen", "gesteund"],
      en: ["From why to what", "Customers who return", "supported"],
    },
    { path: "/tree?node=interaction%2Frequest-quote", nl: ["Hoe het meetelt", "Open de KPI"], en: ["How it counts", "Open the KPI"] },
    {
      path: "/kpi/quote-requests",
      nl: ["loopt achter", "Wat we hebben afgesproken", "18 september 2026", "De waarden"],
      en: ["is behind", "What we agreed", "18 September 2026", "The values"],
    },
    {
      path: "/kpi/quick-quote",
      nl: ["Ik weet binnen een minuut", "Meegekeken in het dagelijks leven"],
      en: ["I know within a minute", "Watched in daily life"],
    },
    { path: "/kpi/unknown", nl: ["Deze KPI is er niet"], en: ["This KPI does not exist"] },
    { path: "/nowhere", nl: ["Deze pagina is er niet"], en: ["This page does not exist"] },
  ];

  const all = [
    ["nl", "light", wide],
    ["en", "dark", phone],
    ["en", "light", wide],
    ["nl", "dark", wide],
    ["nl", "light", phone],
  ] as const;

  describe.each(pages)("$path", ({ path, nl, en }) => {
    // Each page in both languages and themes, wide and on a phone; the three pages themselves in every pair that differs.
    test.each(["/", "/tree", "/kpi/quote-requests"].includes(path) ? all : all.slice(0, 2))(
      "%s %s: says what it should, without complaints and without axe violations",
      async (language, theme, viewport) => {
        const complaints = await opened(path, { language, theme, viewport }, async (page) => {
          for (const text of language === "nl" ? nl : en) {
            const shown = (await page.locator("body").innerText()).replaceAll("\u00a0", " ");
            expect(shown).toContain(text);
          }
          await page.waitForLoadState("networkidle");
          expect(await violations(page)).toEqual([]);
          expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
          expect(
            await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
          ).toBeLessThanOrEqual(0);
        });
        expect(complaints).toEqual([]);
      },
    );
  });

  test("the reader switches language and theme, and both hold at the next visit", async () => {
    await opened("/", {}, async (page) => {
      await page.getByRole("button", { name: "Taal: NL" }).click();
      await page.getByRole("menuitemradio", { name: "English" }).click();
      await page.getByRole("heading", { name: "Since your last visit" }).waitFor();
      await page.getByRole("button", { name: "Appearance: Automatic" }).click();
      await page.getByRole("menuitemradio", { name: "Dark" }).click();
      await page.reload();
      await page.getByRole("heading", { name: "Since your last visit" }).waitFor();
      expect(await page.evaluate(() => document.documentElement.getAttribute("data-mantine-color-scheme"))).toBe("dark");
      expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe("rgb(20, 22, 25)");
    });
  });

  test("a first visit teaches, a later one tells which status changed", async () => {
    await opened("/", {}, async (page, context) => {
      await page.getByText("Dit is je eerste bezoek.").waitFor();
      server.answer((language) => {
        const report = storyReport(language);
        return {
          ...report,
          asOf: "2026-11-25",
          kpis: report.kpis.map((kpi) => (kpi.id === "decoration" ? { ...kpi, status: "behind" } : kpi)),
        };
      });
      const later = await context.newPage();
      await later.goto(server.url);
      const changes = later.getByRole("region", { name: "Sinds je vorige bezoek" });
      await changes.getByText("ging van op koers naar achter").waitFor();
      expect(await changes.getByRole("listitem").count()).toBe(1);
      expect((await changes.innerText()).replaceAll("\u00a0", " ")).toContain("22 nov 2026");
    }).finally(() => server.answer(storyReport));
  });

  test("what waits for whom: each person once, and what leads on", async () => {
    await opened("/", {}, async (page) => {
      const waiting = page.getByRole("region", { name: "Wacht op" });
      await waiting.getByText("Spreek het doel").waitFor();
      const text = await waiting.innerText();
      expect(text.match(/^Sales$/gm)).toHaveLength(1);
      expect(text).toContain("Kansrijk: Prijsindicatie vóór het formulier");
      expect(text).toMatch(/Nog niemand\s+Het doel van “Extra decoratie” is voorbij/);
      expect(await waiting.getByRole("link", { name: /Open een bijsturing/ }).getAttribute("href")).toBe("/steering?kpi=quote-requests");
      expect(await waiting.getByRole("link", { name: /Kies een nieuw doel/ }).getAttribute("href")).toBe("/kpi/decoration");
    });
  });

  test("a chance that is not known is a dash that explains itself", async () => {
    await opened("/", {}, async (page) => {
      const row = page.getByRole("row", { name: /SEA-vertoningen/ });
      expect(await row.innerText()).toContain("Nog geen kans berekend");
      expect(await page.getByRole("row", { name: /Nieuwe bezoekers/ }).innerText()).toMatch(/81\s%/);
    });
  });

  test("the SMART card: the spoken sentence, and each letter with its verdict in a word", async () => {
    await opened("/kpi/quote-requests", {}, async (page) => {
      const card = page.getByRole("region", { name: "Wat we hebben afgesproken" });
      const text = (await card.innerText()).replaceAll("\u00a0", " ");
      expect(text).toContain("Van 1 oktober t/m 31 december 2026 halen we 300 offerteaanvragen. Eerder was dat 262.");
      expect(text).toContain("Het aantal rijen in quotes waarin status niet ‘test’ is.");
      expect(text).toContain("Afgesproken met Sales en Directie op 18 september 2026.");
      expect(text).not.toContain("count of");
      expect(await card.getByRole("listitem").count()).toBe(5);
      expect(await card.getByText("in orde", { exact: true }).count()).toBe(5);
    });
    await opened("/kpi/intact", { language: "en" }, async (page) => {
      const card = page.getByRole("region", { name: "What we agreed" });
      expect(await card.getByText("not in order", { exact: true }).count()).toBe(1);
      expect(await card.getByText("not said yet", { exact: true }).count()).toBe(2);
      expect(await card.innerText()).toContain("Nobody chose yet what you count.");
    });
  });

  test("the tree by keyboard alone: arrows move, Enter picks, Escape closes, the KPI opens", async () => {
    await opened("/tree", {}, async (page) => {
      await page.getByRole("treeitem", { name: /Een vertrouwde naam/ }).focus();
      await page.keyboard.press("End");
      await page.keyboard.press("Home");
      await page.keyboard.press("ArrowLeft");
      expect(await page.getByRole("treeitem", { name: /Bekend bij verbouwers/ }).count()).toBe(0);
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("Enter");
      const sheet = page.getByRole("complementary", { name: "Bekend bij verbouwers" });
      await sheet.getByRole("link", { name: "Open de KPI" }).waitFor();
      expect(await page.getByRole("treeitem", { name: /Bekend bij verbouwers/ }).getAttribute("aria-selected")).toBe("true");
      await page.keyboard.press("Escape");
      await sheet.waitFor({ state: "detached" });
      await page.keyboard.press("Enter");
      await sheet.getByRole("link", { name: "Open de KPI" }).press("Enter");
      await page.getByRole("heading", { level: 1, name: /Nieuwe bezoekers/ }).waitFor();
    });
  });

  test("every control can be reached by Tab and shows where the focus is", async () => {
    await opened("/", {}, async (page) => {
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Naar de inhoud");
      const reached = new Set<string>();
      for (let step = 0; step < 60; step++) {
        await page.keyboard.press("Tab");
        const seen = await page.evaluate(() => {
          const element = document.activeElement;
          if (!element || element === document.body) return null;
          const style = getComputedStyle(element);
          return {
            name: (element.getAttribute("aria-label") ?? element.textContent).trim(),
            ring: style.outlineStyle !== "none" && style.outlineWidth !== "0px",
          };
        });
        if (seen === null) break;
        expect(seen, seen.name).toMatchObject({ ring: true });
        reached.add(seen.name);
      }
      for (const name of ["Overzicht", "Doelenboom", "Taal: NL", "Bekijk de KPI", "Offerteaanvragen"]) expect([...reached]).toContain(name);
    });
  });

  test("a click on a card shows it beside the tree, and the tree stays", async () => {
    await opened("/tree", {}, async (page) => {
      await page.locator(".react-flow__node", { hasText: "Keuzehulp lezen" }).click();
      await page.getByRole("complementary", { name: "Keuzehulp lezen" }).waitFor();
      expect(await page.locator(".react-flow__node", { hasText: "Rondkijken" }).count()).toBe(1);
      expect(new URL(page.url()).searchParams.get("node")).toBe("interaction/read-guide");
    });
  });

  test("three hundred nodes: no card overlaps another and the lit path can be read at first sight", async () => {
    server.answer(largeReport);
    await opened("/tree", {}, async (page) => {
      await page.locator(".react-flow__node").first().waitFor();
      const boxes = await page.locator(".react-flow__node").evaluateAll((nodes) =>
        nodes.map((node) => {
          const { x, y, width, height } = node.getBoundingClientRect();
          return { x, y, width, height };
        }),
      );
      const overlaps = boxes.flatMap((a, index) =>
        boxes
          .slice(index + 1)
          .filter((b) => a.x < b.x + b.width - 1 && b.x < a.x + a.width - 1 && a.y < b.y + b.height - 1 && b.y < a.y + a.height - 1),
      );
      expect(overlaps).toEqual([]);
      const superCard = await page.locator(".react-flow__node", { hasText: "Contact 10.1" }).boundingBox();
      expect(superCard?.y).toBeLessThan(900);
      expect(superCard?.width).toBeGreaterThan(150);
      expect(await violations(page)).toEqual([]);
    }).finally(() => server.answer(storyReport));
  });

  test("a server that is gone: what happened, what was kept, and trying again works", async () => {
    server.answer(() => ({ status: 503, code: "warehouse-busy", message: "De warehouse is bezet. Probeer het zo weer." }));
    const context = await browser.newContext({ viewport: wide, locale: "nl-NL" });
    try {
      const page = await context.newPage();
      await page.goto(server.url);
      await page.getByRole("alert").getByText("De warehouse is bezet.").waitFor();
      expect(await violations(page)).toEqual([]);
      server.answer(storyReport);
      await page.getByRole("button", { name: "Probeer opnieuw" }).click();
      await page.getByRole("heading", { name: "Wacht op" }).waitFor();
      await page.route("**/api/report*", (route) => route.abort());
      await page.getByRole("button", { name: "Taal: NL" }).click();
      await page.getByRole("menuitemradio", { name: "English" }).click();
      await page.getByText("The server does not answer.").waitFor();
      expect(await page.getByRole("heading", { name: "Waiting for" }).count()).toBe(1);
    } finally {
      server.answer(storyReport);
      await context.close();
    }
  });

  test("nothing there yet: each page says what belongs here", async () => {
    const bare = (report: ReportJson): ReportJson => ({
      ...report,
      superKpi: null,
      kpis: [],
      cpis: [],
      links: [],
      events: [],
      findings: [],
      datasets: [],
      tree: { nodes: [], edges: [] },
    });
    server.answer((language) => bare(storyReport(language)));
    await opened("/", {}, async (page) => {
      await page.getByRole("heading", { level: 1, name: "Nog geen KPI’s" }).waitFor();
      expect(await violations(page)).toEqual([]);
      await page.getByRole("link", { name: "Doelenboom" }).click();
      await page.getByRole("heading", { level: 1, name: "Nog geen doelenboom" }).waitFor();
    });
    server.answer((language) => {
      const report = storyReport(language);
      return { ...report, datasets: report.datasets.map((dataset) => ({ ...dataset, rows: 0, from: null, to: null, watermark: null })) };
    });
    await opened("/", {}, async (page) => {
      await page.getByRole("heading", { name: "Nog geen gegevens", exact: true }).waitFor();
    }).finally(() => server.answer(storyReport));
  });

  test("without a choice the workspace's language holds", async () => {
    const context = await browser.newContext({ viewport: wide, locale: "en-GB" });
    try {
      const page = await context.newPage();
      await page.goto(server.url);
      await page.getByRole("heading", { name: "Sinds je vorige bezoek" }).waitFor();
      expect(await page.evaluate(() => document.documentElement.lang)).toBe("nl");
    } finally {
      await context.close();
    }
  });

  test("a name that looks like markup stays text", async () => {
    const name = '<img src=x onerror="document.title=1">';
    server.answer((language) => {
      const report = storyReport(language);
      return { ...report, kpis: report.kpis.map((kpi) => (kpi.id === "quote-requests" ? { ...kpi, name } : kpi)) };
    });
    await opened("/kpi/quote-requests", {}, async (page) => {
      expect(await page.locator("h1").innerText()).toContain(name);
      expect(await page.locator("img").count()).toBe(0);
    }).finally(() => server.answer(storyReport));
  });
});
