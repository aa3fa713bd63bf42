import { AxeBuilder } from "@axe-core/playwright";
import ExcelJS from "exceljs";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openLocalEngine } from "../../src/engine/index.ts";
import { type Serving, serve } from "../../src/server/index.ts";
import { launchOptions } from "./chromium.ts";

/** Four years of orders as a Dutch shop exports them: half of the customers come back, some stay away. */
function orders(): string {
  const lines = ["Bestelnummer;Besteldatum;Klantnummer;E-mail;Product;Bedrag"];
  let order = 1000;
  for (let client = 0; client < 300; client++)
    for (let visit = 0; visit <= client % 6; visit++) {
      const day = new Date(Date.UTC(2022, 0, 5 + ((client * 17) % 1100) + visit * (60 + (client % 90))));
      if (day >= new Date("2025-10-01")) continue;
      const date = day.toISOString().slice(0, 10).split("-").toReversed().join("-");
      const who = client % 7 === 0 && visit === 0 ? ";" : `K${client};k${client}@voorbeeld.nl`;
      lines.push(`B${order++};${date};${who};${["Hanglamp", "Spot"][client % 2]};${20 + ((client * visit) % 60)},50`);
    }
  return `${lines.join("\n")}\n`;
}

const views = [
  { language: "nl", theme: "light", size: { width: 1440, height: 900 } },
  { language: "en", theme: "dark", size: { width: 390, height: 844 } },
] as const;
const words = {
  nl: {
    start: "Ontdek",
    again: "Ontdek opnieuw",
    about: "Waar Product over gaat",
    accept: /^Neem \d KPI’s over$/,
    undo: "Draai terug",
    undone: /Teruggedraaid/,
    see: "Bekijk het overzicht",
    remove: /^Haal .* weg$/,
    understood: "Wat Helder begreep",
    empty: "Sleep een bestand met bestellingen hierheen.",
    refused: /Dat lukte niet\. .*kolom/,
    sheet: "Blad",
    since: /^De vorige keer gingen de gegevens tot en met .* Sindsdien veranderden \d+ feiten/,
    changedSince: /Na dit schrijven is discover\.yaml geschreven of veranderd/,
    replaced: /bestellingen\.csv stond er al en is vervangen/,
  },
  en: {
    start: "Discover",
    again: "Discover again",
    about: "What Product is about",
    accept: /^Accept \d KPIs$/,
    undo: "Take it back",
    undone: /Taken back/,
    see: "Go to the overview",
    remove: /^Remove /,
    understood: "What Helder understood",
    empty: "Drop a file with orders here.",
    refused: /That did not work\. .*column/,
    sheet: "Sheet",
    since: /^Last time the data went through .* Since then \d+ facts changed/,
    changedSince: /discover\.yaml was written or changed after this write/,
    replaced: /bestellingen\.csv was here already and is replaced/,
  },
} as const;

let folder: string;
let serving: Serving;
let engine: ReturnType<typeof openLocalEngine>;
let browser: Browser;

describe("discover", () => {
  beforeAll(async () => {
    browser = await chromium.launch(launchOptions());
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "helder-discover-page-"));
    await writeFile(join(folder, "helder.yaml"), "helder: 1\nname: Lampenwinkel\nlanguage: nl\ncurrency: EUR\n");
    engine = openLocalEngine(folder);
    serving = await serve({ engine, traced: (trace) => engine.traced(trace), host: "127.0.0.1", port: 0, nextFree: false });
  });
  afterEach(async () => {
    await serving.close();
    await engine.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function opened(
    { language, theme, size }: (typeof views)[number],
    visit: (page: Page) => Promise<void>,
    expected: readonly RegExp[] = [],
  ) {
    const context = await browser.newContext({ viewport: size, colorScheme: theme, reducedMotion: "reduce", acceptDownloads: true });
    const complaints: string[] = [];
    try {
      await context.addInitScript((chosen) => localStorage.setItem("helder-language", chosen), language);
      const page = await context.newPage();
      page.on("console", (message) => {
        if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
      });
      page.on("pageerror", (error) => complaints.push(error.message));
      await page.goto(`${serving.url}discover`);
      await page.getByRole("heading", { level: 1 }).waitFor();
      await visit(page);
      expect(complaints.filter((text) => !expected.some((known) => known.test(text)))).toEqual([]);
    } finally {
      await context.close();
    }
  }
  const violations = async (page: Page) =>
    (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
  const sideways = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

  test.each(views)("from a dropped CSV to accepted KPIs, and back: $language $theme", { timeout: 120_000 }, async (view) => {
    const word = words[view.language];
    await opened(view, async (page) => {
      expect(await page.getByRole("heading", { level: 1 }).innerText()).toContain(word.empty);
      expect(await violations(page)).toEqual([]);

      // As a person drops it: the files arrive with the event.
      const transfer = await page.evaluateHandle((text) => {
        const dropped = new DataTransfer();
        dropped.items.add(new File([text], "bestellingen.csv", { type: "text/csv" }));
        return dropped;
      }, orders());
      await page.locator("[data-over]").dispatchEvent("drop", { dataTransfer: transfer });
      await page.getByRole("heading", { name: word.understood }).waitFor();
      expect(await page.locator("tbody tr").first().innerText()).toContain("Bestelnummer");
      expect(await page.getByLabel(word.about).inputValue()).toBe("product");

      await page.getByRole("button", { name: word.start, exact: true }).click();
      await page.locator("#step-opportunities").waitFor({ timeout: 60_000 });
      expect(await page.locator("figure svg").count()).toBeGreaterThanOrEqual(5);
      expect(await page.getByRole("heading", { level: 1 }).innerText()).toMatch(/\d/);
      expect(await violations(page)).toEqual([]);
      expect(await sideways(page)).toBeLessThanOrEqual(0);

      // What the reader says of a column counts, after asking again.
      await page.getByLabel(word.about).selectOption("");
      await page.getByRole("button", { name: word.again }).click();
      await page.locator("#step-opportunities").waitFor({ timeout: 60_000 });

      const before = await readdir(folder);
      await page.getByRole("button", { name: word.accept }).click();
      await page.getByRole("button", { name: word.undo }).waitFor();
      const yaml = await readFile(join(folder, "discover.yaml"), "utf8");
      expect(yaml).toMatch(/^kpis:/m);
      expect(await readFile(join(folder, "helder.yaml"), "utf8")).toContain("bestellingen.csv");
      expect(await violations(page)).toEqual([]);

      await page.getByRole("button", { name: word.undo }).click();
      await page.getByText(word.undone).waitFor();
      expect((await readdir(folder)).filter((name) => !before.includes(name))).toEqual([]);

      await page.getByRole("button", { name: word.accept }).click();
      await page.getByRole("link", { name: word.see }).click();
      await page.waitForURL(serving.url);
      await page.getByRole("heading", { level: 1 }).waitFor();
      expect(await page.locator("main").innerText()).not.toContain("undefined");
    });
  });

  test.each(views)(
    "a sheet is chosen, the next time tells what changed, and undoing spares what others wrote: $language",
    { timeout: 120_000 },
    async (view) => {
      const word = words[view.language];
      const lines = orders().trim().split("\n");
      const book = new ExcelJS.Workbook();
      book.addWorksheet("Uitleg").addRows([
        ["Onderwerp", "Inhoud"],
        ["Bestellingen", "tot en met 2024"],
      ]);
      const sheet = book.addWorksheet("Bestellingen");
      for (const line of lines.filter((one) => !one.includes("-2025;"))) sheet.addRow(line.replace(/,50$/, ".50").split(";"));
      const workbook = { name: "export.xlsx", mimeType: "", buffer: Buffer.from(await book.xlsx.writeBuffer()) };
      const later = { name: "bestellingen.csv", mimeType: "text/csv", buffer: Buffer.from(orders()) };
      await opened(
        view,
        async (page) => {
          const files = page.locator("input[type=file]");
          await files.setInputFiles(workbook);
          await page.getByRole("button", { name: word.start, exact: true }).click();
          await page.getByRole("alert").waitFor();
          await page.getByLabel(word.sheet).selectOption("Bestellingen");
          await page.getByLabel(word.about).waitFor();
          // What went wrong with the other sheet is over.
          expect(await page.getByRole("alert").count()).toBe(0);
          expect(await violations(page)).toEqual([]);
          await page.getByRole("button", { name: word.again }).click();
          await page.locator("#step-opportunities").waitFor({ timeout: 60_000 });
          expect(await page.locator("#since").count()).toBe(0);

          await page.getByRole("button", { name: word.remove }).click();
          await files.setInputFiles(later);
          await page.getByRole("button", { name: word.remove }).waitFor();
          await files.setInputFiles(later);
          await page.getByText(word.replaced).waitFor();
          expect(await page.getByRole("button", { name: word.remove }).count()).toBe(1);
          await page.getByRole("button", { name: word.again }).click();
          await page.locator("#since").waitFor({ timeout: 60_000 });
          expect((await page.locator("#since p").first().innerText()).replaceAll("\u00a0", " ")).toMatch(word.since);
          expect(await page.locator("#since tbody tr").count()).toBeGreaterThan(3);
          expect(await page.locator("#since").innerText()).not.toMatch(/undefined|NaN/);
          expect(await violations(page)).toEqual([]);
          expect(await sideways(page)).toBeLessThanOrEqual(0);

          await page.getByRole("button", { name: word.accept }).click();
          await page.getByRole("button", { name: word.undo }).waitFor();
          const path = join(folder, "discover.yaml");
          const own = `${await readFile(path, "utf8")}# mine\n`;
          await writeFile(path, own);
          await page.getByRole("button", { name: word.undo }).click();
          await page.getByRole("alert").waitFor();
          expect(await page.getByRole("alert").innerText()).toMatch(word.changedSince);
          expect(await readFile(path, "utf8")).toBe(own);
          expect(await violations(page)).toEqual([]);
        },
        [/422/, /409/],
      );
    },
  );

  test.each(views)("a file without customers is refused in words, and can be removed: $language", async (view) => {
    const word = words[view.language];
    await opened(
      view,
      async (page) => {
        await page
          .locator("input[type=file]")
          .setInputFiles({ name: "woorden.csv", mimeType: "text/csv", buffer: Buffer.from("a,b\nx,y\nz,w\n") });
        await page.getByRole("button", { name: word.start, exact: true }).click();
        await page.getByRole("alert").waitFor();
        expect(await page.getByRole("alert").innerText()).toMatch(word.refused);
        await page.getByRole("button", { name: word.remove }).click();
        await page.getByRole("heading", { name: word.understood }).waitFor({ state: "detached" });
      },
      [/422/],
    );
  });

  test("the customers can be had as a workbook", async () => {
    await opened(views[0], async (page) => {
      await page.locator("input[type=file]").setInputFiles({ name: "b.csv", mimeType: "text/csv", buffer: Buffer.from(orders()) });
      await page.getByRole("button", { name: "Ontdek", exact: true }).click();
      await page.locator("#step-opportunities").waitFor({ timeout: 60_000 });
      const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Excel" }).click()]);
      expect(download.suggestedFilename()).toBe("klanten.xlsx");
    });
  });
});
