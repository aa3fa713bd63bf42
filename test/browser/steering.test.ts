import { AxeBuilder } from "@axe-core/playwright";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ToldAttainment } from "../../src/report/index.ts";
import { launchOptions } from "./chromium.ts";
import { type ServedExample, serveExample } from "./fixture/example.ts";

const [wide, phone] = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];
const texts = {
  nl: {
    title: "Van oorzaak naar les",
    lessons: "Eén les om op voort te bouwen",
    teams: /teams op weg naar hun doelen$/,
    unproven: "telt nog niet mee: geen experiment laat zien dat het team dit beweegt",
    open: /^Open een bijsturing voor Offerteaanvragen$/,
    cause: /^Schrijf in een zin/,
    other: "Iets anders",
    save: "Schrijf op",
    saved: "Opgeschreven in",
    options: "Opties",
    takeOver: "Neem dit over",
  },
  en: {
    title: "From cause to lesson",
    lessons: "One lesson to build on",
    teams: /teams on the way to their targets$/,
    unproven: "not yet accountable: no experiment shows that the team moves it",
    open: /^Open a steering cycle for Quote requests$/,
    cause: /^Write in one sentence/,
    other: "Something else",
    save: "Write down",
    saved: "Written in",
    options: "Options",
    takeOver: "Take this over",
  },
};

interface Told {
  readonly teams: readonly ToldAttainment[];
}

describe("the board of steering cycles", () => {
  test.each([
    ["nl", "light", wide],
    ["en", "dark", phone],
  ] as const)("%s %s: a cycle goes from its cause to a choice, and the YAML has it", async (language, theme, viewport) => {
    const context = await browser.newContext({ viewport, colorScheme: theme, reducedMotion: "reduce" });
    await context.addInitScript((chosen) => localStorage.setItem("helder-language", chosen), language);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    const { url, directory } = examples[language];
    const words = texts[language];
    await page.goto(`${url}/steering`);
    const board = page.getByRole("region", { name: words.title });
    await board.waitFor();
    expect(await board.getByRole("heading", { level: 3 }).count()).toBe(5);
    await page.getByRole("heading", { name: words.lessons }).waitFor();
    const teams = page.getByRole("region", { name: words.teams });
    expect(await teams.getByRole("rowheader").count()).toBeGreaterThan(2);
    const { teams: told } = (await (await fetch(`${url}/api/scorecard?language=${language}`)).json()) as Told;
    for (const { name, sentence } of told) await teams.getByRole("rowheader", { name }).getByText(sentence).waitFor();
    const uncounted = told.flatMap(({ lines }) => lines).filter(({ reason }) => reason?.code === "not-accountable");
    expect(await teams.getByText(words.unproven).count()).toBe(uncounted.length);
    await inOrder(page);
    await kept(page, `steering-${language}-${theme}`);

    await page.getByRole("button", { name: words.open }).click();
    const sheet = page.getByRole("dialog");
    const cause = sheet.getByLabel(words.cause);
    await sheet.getByRole("button", { name: words.takeOver }).click();
    expect((await cause.inputValue()).length).toBeGreaterThan(20);
    await cause.fill("Het formulier kreeg 9 velden: <te veel> # echt");
    await inOrder(page);
    await kept(page, `steering-sheet-${language}-${theme}`);
    await sheet.getByRole("button", { name: words.save }).click();
    await sheet.getByText(words.saved).waitFor();
    const yaml = () => readFile(join(directory, "learning.yaml"), "utf8");
    expect(await yaml()).toContain("kpi: quote-requests");
    expect(await yaml()).toContain('cause: "Het formulier kreeg 9 velden: <te veel> # echt"');
    expect(await yaml()).toContain(remark);

    await page.keyboard.press("Escape");
    await sheet.waitFor({ state: "detached" });
    const column = board.locator('[data-state="options"]');
    await column.getByRole("button").click();
    await sheet.getByLabel(words.other).fill("Vijf velden");
    await sheet.getByRole("button", { name: words.save }).click();
    await sheet.getByText(words.saved).waitFor();
    expect(await yaml()).toMatch(/chosen: Vijf velden/);
    expect(await yaml()).toMatch(/options:\s*(\[Vijf velden\]|- Vijf velden)/);
    await page.keyboard.press("Escape");
    await board.locator('[data-state="test"]').getByRole("button").waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });
});

test("a number that people keep is typed on its page, which also has the cycle that runs", async () => {
  const context = await browser.newContext({ viewport: wide, colorScheme: "light", reducedMotion: "reduce" });
  await context.addInitScript(() => localStorage.setItem("helder-language", "nl"));
  const page = await context.newPage();
  await page.goto(`${examples.nl.url}/kpi/mood`);
  const panel = page.getByRole("region", { name: "Vul een getal in" });
  await panel.getByLabel("Getal").fill("zeven");
  await panel.getByRole("button", { name: "Leg vast" }).click();
  await panel.getByRole("alert").getByText("Typ een getal als 41").waitFor();
  await panel.getByLabel("Getal").fill("7,5");
  await panel.getByLabel("Periode").selectOption("2026-10");
  await panel.getByRole("button", { name: "Leg vast" }).click();
  await panel.getByText("Vastgelegd: 7,5 voor okt 2026.").waitFor();
  const told = await fetch(`${examples.nl.url}/api/query?metric=mood&grain=month&from=2026-10-01&to=2026-10-31`);
  expect(await told.json()).toMatchObject({ series: [{ points: [{ value: 7.5 }] }] });
  const comments = page.getByRole("region", { name: "Nog geen opmerkingen" });
  await comments.getByLabel("Wie ben je").selectOption("sales");
  await comments.getByLabel(/^Wat je wilt zeggen/).fill("Een. Twee. Drie. Vier.");
  await comments.getByRole("button", { name: "Plaats" }).click();
  await comments.getByRole("alert").getByText("deze telt er 4.").waitFor();
  await comments.getByLabel(/^Wat je wilt zeggen/).fill("Waarom <b>daalt</b> dit, @marketing?");
  await comments.getByRole("button", { name: "Plaats" }).click();
  const one = page.getByRole("region", { name: "Eén opmerking" });
  await one.getByText("Waarom <b>daalt</b> dit, @marketing?").waitFor();
  await one.getByText("Opgeschreven in mood.yaml.").waitFor();
  expect(await readFile(join(examples.nl.directory, "mood.yaml"), "utf8")).toContain("@marketing?");
  await inOrder(page);
  await kept(page, "kpi-checkin");

  await page.goto(`${examples.nl.url}/kpi/first-order-retention`);
  const steering = page.getByRole("region", { name: "Bijsturen" });
  await steering.getByRole("link", { name: "Heel aankomen weegt zwaarder dan snel aankomen." }).waitFor();
  await steering.getByRole("link", { name: "Open een bijsturing" }).click();
  await page.getByRole("dialog").getByText("Nieuwe bijsturing").waitFor();

  await page.keyboard.press("Escape");
  await page.goto(`${examples.nl.url}/`);
  const waiting = page.getByRole("region", { name: "Wacht op" });
  await waiting.getByText("Sales", { exact: true }).waitFor();
  expect(await waiting.getByText("Sales", { exact: true }).count()).toBe(1);
  await inOrder(page);
  await kept(page, "overview-waiting");
  await context.close();
});

const remark = "# wat we probeerden";
const mood = `metrics:
  - {id: mood, name: Stemming, type: observed, unit: score}
kpis:
  - {id: mood, name: Stemming, metric: mood, direction: up, cadence: monthly, target: {value: 8, from: 2026-07-01, to: 2026-12-31}}
`;
let examples: Readonly<Record<"nl" | "en", ServedExample>>;
let browser: Browser;

beforeAll(async () => {
  const [nl, en] = [await serveExample("nl", "2026-11-22"), await serveExample("en", "2026-11-22")];
  examples = { nl, en };
  await writeFile(join(nl.directory, "mood.yaml"), mood);
  for (const { directory } of [nl, en]) {
    const file = join(directory, "learning.yaml");
    await writeFile(file, (await readFile(file, "utf8")).replace("steering:\n", `steering: ${remark}\n`));
  }
  browser = await chromium.launch(launchOptions());
}, 120_000);
afterAll(async () => {
  await browser.close();
  await Promise.all(Object.values(examples).map(({ close }) => close()));
});

async function inOrder(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(" | ")}`)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
}

async function kept(page: Page, name: string): Promise<void> {
  const folder = process.env["HELDER_SCREENSHOTS"];
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}
