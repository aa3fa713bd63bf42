import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { gridOf } from "../../src/framework/index.ts";
import type { ReportJson } from "../../src/report/index.ts";
import { parse } from "../../src/workspace/index.ts";
import { launchOptions } from "./chromium.ts";
import { forRenovators, frameworkReport, lineTwice, withGrids, workspaceOf } from "./fixture/framework.ts";
import { largeReport } from "./fixture/large.ts";
import { type FixCall, type FixtureServer, serveFixture } from "./fixture/server.ts";

const sizes = { wide: { width: 1440, height: 900 }, middle: { width: 1024, height: 800 }, phone: { width: 390, height: 844 } };

let server: FixtureServer;
let browser: Browser;

describe("the framework", () => {
  beforeAll(async () => {
    [server, browser] = await Promise.all([serveFixture(frameworkReport), chromium.launch(launchOptions())]);
  });
  beforeEach(() => {
    server.answer(frameworkReport);
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

  async function opened(path: string, view: View, visit: (page: Page) => Promise<void>, expected: readonly string[] = []): Promise<void> {
    const { language = "nl", theme = "light", size = "wide" } = view;
    const context = await browser.newContext({ viewport: sizes[size], colorScheme: theme, reducedMotion: "reduce" });
    const complaints: string[] = [];
    try {
      await context.addInitScript((chosen) => localStorage.setItem("helder-language", chosen), language);
      await context.grantPermissions(["clipboard-read", "clipboard-write"]);
      const page = await context.newPage();
      page.on("console", (message) => {
        if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
      });
      page.on("pageerror", (error) => complaints.push(error.message));
      await page.goto(server.url + path);
      await page.getByRole("heading", { level: 1 }).waitFor();
      await visit(page);
      expect(complaints).toEqual(expected);
    } finally {
      await context.close();
    }
  }

  const plain = (text: string) => text.replaceAll("\u00a0", " ").replaceAll(/\s+/g, " ").trim();
  const sentence = async (page: Page) => plain(await page.getByRole("heading", { level: 1 }).innerText());
  const violations = async (page: Page) =>
    (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
  const sideways = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  const cell = (page: Page, row: string, phase: number) =>
    page
      .getByRole("row", { name: new RegExp(row) })
      .getByRole("cell")
      .nth(phase);
  const gapNames = {
    nl: /^(Kies een KPI|Kies een doel|Kies een doelstelling|Voeg een contact toe|Maak er een CPI van) /,
    en: /^(Choose a KPI|Choose a goal|Choose an objective|Add a contact|Make it a CPI) /,
  };

  test.each<[View, string]>([
    [
      {},
      "Je meet in elke fase wat klanten doen, maar bij See nog niet wat ze ervaren. Twee doelen en één doelstelling hebben nog geen KPI, en het budget van negen is vol.",
    ],
    [
      { language: "en", theme: "dark" },
      "You measure in every phase what customers do, but in See not yet what they experience. Two goals and one objective have no KPI yet, and the budget of nine is full.",
    ],
    [{ language: "en", size: "middle" }, "You measure in every phase"],
    [{ theme: "dark", size: "middle" }, "Je meet in elke fase"],
    [{ theme: "dark", size: "phone" }, "Je meet in elke fase"],
    [{ language: "en", size: "phone" }, "You measure in every phase"],
  ])("says what is missing, and is readable: %o", async (view, said) => {
    await opened("/framework", view, async (page) => {
      expect(await sentence(page)).toContain(said);
      expect(await violations(page)).toEqual([]);
      expect(await sideways(page)).toBeLessThanOrEqual(0);
    });
  });

  test("each contact stands in its phase and lane, with gauge, value and status", async () => {
    await opened("/framework", {}, async (page) => {
      const quotes = plain(await cell(page, "^Wat.*Gedrag", 2).innerText());
      expect(quotes).toMatch(/^Offerte aanvragen Offerteaanvragen 150 van 300 Achter$/);
      const lived = plain(await cell(page, "^Beleving", 2).innerText());
      expect(lived).toBe(
        "Snel weten wat het kost Offerte aanvragen “Ik weet binnen een minuut wat mijn badkamer kost.” 3,4 min · doel 1 min Achter",
      );
      await page.getByRole("link", { name: "Offerteaanvragen" }).first().click();
      await page.waitForURL("**/kpi/quote-requests");
      await page.goBack();
      await page.getByRole("link", { name: "Offerte aanvragen" }).first().click();
      await page.waitForURL("**/tree?node=interaction%2Frequest-quote");
    });
  });

  test("a goal's bar lies over its phases, with its theme on the edge", async () => {
    await opened("/framework", {}, async (page) => {
      const bars = page.locator('[style*="--e"]');
      const told = await bars.evaluateAll((all) =>
        all.map((bar) => [bar.textContent, getComputedStyle(bar).gridColumn, getComputedStyle(bar).borderTopColor]),
      );
      expect(told.map(([text, columns]) => [String(text).slice(0, 12), columns])).toEqual([
        ["Een vertrouw", "1 / 4"],
        ["Gezonde groe", "2 / 4"],
        ["Klanten die ", "3 / 5"],
      ]);
      expect(new Set(told.map(([, , colour]) => colour)).size).toBe(3);
    });
  });

  test("for one target group: the address, the sentence and the grid follow", async () => {
    await opened("/framework", {}, async (page) => {
      const choice = page.getByLabel("Voor wie?");
      expect(await choice.locator("option").allInnerTexts()).toEqual(["Voor iedereen", "Verbouwers met een koopwoning"]);
      await choice.selectOption({ label: "Verbouwers met een koopwoning" });
      await page.getByRole("heading", { level: 1, name: /^Verbouwers met een koopwoning: je meet/ }).waitFor();
      expect(new URL(page.url()).search).toBe("?for=renovators");
      await page.reload();
      await page.getByRole("heading", { level: 1, name: /^Verbouwers met een koopwoning: je meet/ }).waitFor();
      await page.getByLabel("Voor wie?").selectOption({ label: "Voor iedereen" });
      await page.getByRole("heading", { level: 1, name: /^Je meet/ }).waitFor();
      expect(new URL(page.url()).search).toBe("");
    });
    await opened("/framework?for=nobody", {}, async (page) => {
      expect(await sentence(page)).toMatch(/^Je meet/);
    });
  });

  test.each(["nl", "en"] as const)("every empty cell offers YAML that the workspace reads and that fills it (%s)", async (language) => {
    const bare = bareReport(language);
    server.answer(bareReport);
    const files = workspaceOf(bare, forRenovators);
    await opened("/framework?for=renovators", { language }, async (page) => {
      const links = page.getByRole("table").first().getByRole("button", { name: gapNames[language] });
      const count = await links.count();
      expect(count).toBeGreaterThan(8);
      for (let index = 0; index < count; index++) {
        await links.nth(index).click();
        const sheet = page.getByRole("dialog");
        const yaml = await sheet.locator("pre").innerText();
        const name = /[\w-]+\.yaml/.exec(await sheet.innerText())?.[0];
        const { framework, findings } = parse([...files, { path: name!, text: yaml }]);
        expect(findings, yaml).toEqual([]);
        const filled = gridOf(framework!, "renovators").coverage.filled;
        const before = gridOf(parse(files).framework!, "renovators").coverage.filled;
        if (yaml.includes("kpis:") || yaml.includes("cpis:")) expect(filled, yaml).toBeGreaterThan(before);
        await page.keyboard.press("Escape");
        await sheet.waitFor({ state: "hidden" });
      }
    });
  });

  test("the keyboard reaches a cell and its sheet; Escape closes it and the focus returns", async () => {
    await opened("/framework", {}, async (page) => {
      const link = page.getByRole("button", { name: "Maak er een CPI van bij See" });
      await link.focus();
      await page.keyboard.press("Enter");
      const sheet = page.getByRole("dialog", { name: "Wat wil iemand die je nog niet kent?" });
      await sheet.waitFor();
      expect(await violations(page)).toEqual([]);
      await sheet.getByRole("button", { name: "Kopieer" }).click();
      await sheet.getByText("Gekopieerd").waitFor();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("interaction: see-ad");
      await page.keyboard.press("Escape");
      await sheet.waitFor({ state: "hidden" });
      expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
    });
  });

  test("the budget opens who would go first; over the budget that is the thing to do", async () => {
    await opened("/framework", {}, async (page) => {
      await page.getByRole("button", { name: "Wie gaat er eerst?" }).click();
      const rows = page.getByRole("dialog").getByRole("listitem");
      expect(plain(await rows.first().innerText())).toBe("SEA-vertoningen Hij telt alleen volume.");
      expect(plain(await rows.last().innerText())).toBe("Eerste-bestellingretentie De super-KPI blijft.");
    });
    server.answer((language) => ({ ...frameworkReport(language), budget: { ...frameworkReport(language).budget, budget: 7 } }));
    await opened("/framework", { theme: "dark" }, async (page) => {
      expect(await sentence(page)).toMatch(/Er zijn negen KPI’s: twee meer dan het budget van zeven\.$/);
      expect(await page.locator('[data-state="over"]').count()).toBe(2);
      await page.getByRole("button", { name: "Kies welke KPI weg mag" }).click();
      expect(await page.getByRole("dialog").getByText("boven het budget").count()).toBe(2);
      expect(await violations(page)).toEqual([]);
    });
  });

  test("findings stand in the table and beside what they are about", async () => {
    await opened("/framework", {}, async (page) => {
      const rows = page.getByRole("table", { name: "" }).filter({ hasText: "Waarom het telt" }).locator("tbody tr");
      const told = (await rows.allInnerTexts()).map(plain);
      expect(told.map((row) => row.split(" ")[0])).toEqual(["Fout", "Advies", "Advies", "Advies", "Uitzondering"]);
      expect(told[3]).toContain("Care · Hoe Nu merk je te laat dat er iets misgaat. Vul het vak");
      expect(await page.getByText("1 fout · 3 adviezen · 0 ter info · 1 uitzondering").count()).toBe(1);
      expect(await page.getByText("Kwaliteit 92 van 100").count()).toBe(1);
      await cell(page, "^Hoe", 3)
        .getByRole("button", { name: /^Kies een KPI voor Waarde na de koop/ })
        .click();
      await page.getByRole("dialog").getByText("measures: after-sale").waitFor();
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: /^Advies: SEA-vertoningen is een volumecijfer/ }).click();
      const sheet = page.getByRole("dialog");
      expect(plain(await sheet.innerText())).toContain(
        "Een getal dat vanzelf stijgt, zegt niet wat je moet doen. Waar See · KPI Waar het staat kpis.yaml, regel 12 Regel vanity-kpi",
      );
    });
  });

  test("a fix shows its lines first, then mends, and the page looks again", async () => {
    const calls: FixCall[] = [];
    server.answerFix((call) => {
      calls.push(call);
      if (call.method === "GET") return { changes: lineTwice.changes };
      server.answer((language) => {
        const report = frameworkReport(language);
        return { ...report, findings: report.findings.filter(({ code }) => code !== lineTwice.code) };
      });
      return { fixed: [{ code: call.code, on: call.on }] };
    });
    await opened("/framework", {}, async (page) => {
      await page.getByRole("button", { name: /^Herstel: / }).click();
      const sheet = page.getByRole("dialog");
      await sheet.getByText("{kpi: quote-requests, weight: 0.3}").waitFor();
      expect(await sheet.getByText("(deze regels gaan weg)").count()).toBe(1);
      expect(await violations(page)).toEqual([]);
      expect(new Set(calls.map(({ method }) => method))).toEqual(new Set(["GET"]));
      await sheet.getByRole("button", { name: "Herstel dit" }).click();
      await sheet.getByRole("status").getByText("Hersteld.").waitFor();
      await page.keyboard.press("Escape");
      await page.getByText("0 fouten · 3 adviezen").waitFor();
      expect(calls.at(-1)).toEqual({ method: "POST", type: "application/json", code: lineTwice.code, on: lineTwice.on });
    });
  });

  test("a fix that is refused changes nothing and says why", async () => {
    server.answerFix(({ method }) =>
      method === "GET"
        ? { changes: lineTwice.changes }
        : { status: 409, code: "changed-meanwhile", message: "organisation.yaml is intussen veranderd." },
    );
    await opened(
      "/framework",
      {},
      async (page) => {
        await page.getByRole("button", { name: /^Herstel: / }).click();
        await page.getByRole("button", { name: "Herstel dit" }).click();
        const alert = page.getByRole("alert");
        await alert.waitFor();
        expect(plain(await alert.innerText())).toBe("Het lukte niet. Er is niets veranderd. organisation.yaml is intussen veranderd.");
        expect(await page.getByRole("button", { name: "Herstel dit" }).isEnabled()).toBe(true);
      },
      ["Failed to load resource: the server responded with a status of 409 (Conflict)"],
    );
  });

  test("teams: who reaches the super-KPI, and what each is judged by", async () => {
    await opened("/framework", {}, async (page) => {
      const teams = page.getByRole("region", { name: "Marketing kan Eerste-bestellingretentie nog niet bewegen" });
      expect(plain(await teams.getByRole("row").nth(1).innerText())).toBe(
        "Sales eigenaar van Offerteaanvragen → Eerste-bestellingretentie 60 % Offerteaanvragen 30 % Snel weten wat het kost · kan dit niet bewegen samen 90 %",
      );
      expect(plain(await teams.getByRole("row").nth(2).innerText())).toBe("Marketing nog geen pad geen scorekaart");
    });
  });

  test("an empty framework teaches, with one text to copy", async () => {
    server.answer((language) => ({
      ...withGrids({ ...frameworkReport(language), kpis: [], cpis: [], tree: { nodes: [], edges: [] } }),
      findings: [],
    }));
    await opened("/framework", {}, async (page) => {
      expect(await sentence(page)).toBe("Nog geen raamwerk");
      const text = await page.locator("pre").innerText();
      const { framework, findings } = parse([
        ...workspaceOf({ ...frameworkReport("nl"), kpis: [], cpis: [], tree: { nodes: [], edges: [] } }),
        { path: "raamwerk.yaml", text },
      ]);
      expect(findings).toEqual([]);
      expect(framework!.interactions).toHaveLength(1);
      expect(await violations(page)).toEqual([]);
    });
  });

  test.each<View>([{}, { theme: "dark", size: "middle" }, { size: "phone", language: "en" }])(
    "hundreds of parts, six phases, long names and no place: %o",
    async (view) => {
      server.answer(crowdedReport);
      await opened("/framework", view, async (page) => {
        expect(await sideways(page)).toBeLessThanOrEqual(0);
        expect(await violations(page)).toEqual([]);
        const more = page.getByRole("button", { name: /^(Toon nog .*|Show .* more)$/ });
        const before = await more.count();
        expect(before).toBeGreaterThan(3);
        await more.first().click();
        expect(await more.count()).toBe(before - 1);
        expect(await page.getByRole("columnheader", { name: /Nazorg|na een heel jaar/ }).count()).toBeGreaterThan(0);
        expect(await page.getByRole("heading", { name: /hebben nog geen plek|have no place yet/ }).count()).toBe(1);
      });
    },
  );

  test("two phases, and nothing that the check found", async () => {
    server.answer((language) => {
      const report = frameworkReport(language);
      return { ...withGrids({ ...report, phases: report.phases.slice(2) }), findings: [], score: { value: 100, reasons: [] } };
    });
    await opened("/framework", {}, async (page) => {
      expect(await sentence(page)).toMatch(/^Je meet in elke fase wat klanten doen en wat ze ervaren\./);
      expect(await page.getByRole("heading", { name: "De controle vond niets" }).count()).toBe(1);
      expect(await page.getByText("Kwaliteit 100 van 100: geen punt eraf").count()).toBe(1);
      expect(await page.getByLabel("Voor wie?").count()).toBe(0);
    });
  });
});

/** The story without gauges, and with nothing at all in its last phase. */
function bareReport(language: "nl" | "en"): ReportJson {
  const report = frameworkReport(language);
  const nodes = report.tree.nodes.filter(
    ({ layer, phase }) => layer === "goal" || ((layer === "objective" || layer === "interaction") && phase !== "care"),
  );
  const ids = new Set(nodes.map(({ id }) => id));
  const edges = report.tree.edges.filter(({ from, to }) => ids.has(from) && ids.has(to));
  return withGrids({ ...report, kpis: [], cpis: [], tree: { nodes, edges } }, forRenovators);
}

/** Some three hundred parts over six phases, of which one has a long name, and some parts in a phase that is not there. */
function crowdedReport(language: "nl" | "en"): ReportJson {
  const large = largeReport(language);
  const phases = [
    ...large.phases,
    { id: "after", name: "Nazorg en onderhoud van badkamers", aim: "de klant weet ons te vinden" },
    { id: "year", name: "Terugkomen na een heel jaar", aim: null },
  ];
  const nodes = large.tree.nodes.map((node, index) =>
    index % 40 === 7 && node.layer === "interaction"
      ? { ...node, phase: null, name: "Een contact met een heel lange naam, dat nergens bij hoort" }
      : node,
  );
  return withGrids({ ...frameworkReport(language), ...large, phases, tree: { ...large.tree, nodes } });
}
