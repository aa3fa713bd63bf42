import { type ChildProcess, execFile, spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ReportJson } from "../../src/report/index.ts";
import { launchOptions } from "./chromium.ts";

const run = promisify(execFile);
const helder = fileURLToPath(new URL("../../dist/bin/helder.js", import.meta.url));
const command = (...argv: readonly string[]) => run(process.execPath, [helder, ...argv], { maxBuffer: 64_000_000 });

let folder: string;
let server: ChildProcess;
let url: string;
let browser: Browser;

/** The product as it is installed: the built command, its demo, its server and its pages. */
describe("the demo in a real browser", () => {
  beforeAll(async () => {
    folder = join(await mkdtemp(join(tmpdir(), "helder-product-")), "shop");
    server = spawn(process.execPath, [helder, "demo", "--dir", folder, "--language", "nl"], { stdio: ["ignore", "pipe", "inherit"] });
    url = await new Promise<string>((found, lost) => {
      let said = "";
      server.stdout!.on("data", (chunk: Buffer) => {
        said += chunk.toString();
        const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(said);
        if (address) found(address[0]);
      });
      server.on("exit", (code) => lost(new Error(`helder demo ended with ${code}: ${said}`)));
    });
    browser = await chromium.launch(launchOptions());
  });
  afterAll(async () => {
    await browser.close();
    const ended = new Promise((resolve) => server.once("exit", resolve));
    server.kill("SIGTERM");
    await ended;
    await rm(join(folder, ".."), { recursive: true, force: true });
  });

  test("pages show the numbers that the command line prints, without an error", async () => {
    const report = JSON.parse((await command("run", "--json", "--workspace", folder, "--language", "nl")).stdout) as ReportJson;
    const context = await browser.newContext({ locale: "nl-NL" });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("request", (request) => {
      if (!request.url().startsWith(url)) complaints.push(`request to ${request.url()}`);
    });

    await page.goto(url);
    await page.locator("h1").waitFor();
    const overview = (await page.locator("main").innerText()).replaceAll("\u00a0", " ");
    for (const kpi of [...report.kpis, ...report.cpis]) expect(overview).toContain(kpi.name);
    const quotes = report.kpis.find((kpi) => kpi.id === "quote-requests")!;
    expect(overview).toContain(`${quotes.value} van ${quotes.target!.value}`);

    for (const kpi of [...report.kpis, ...report.cpis]) {
      await page.goto(`${url}kpi/${kpi.id}`);
      await page.locator("h1").waitFor();
      expect(await page.locator("main").innerText()).toContain(kpi.name);
    }

    await page.goto(`${url}tree`);
    await page.locator("h1").waitFor();
    const tree = await page.locator("main").innerText();
    for (const node of report.tree.nodes.filter(({ layer }) => layer === "goal" || layer === "objective"))
      expect(tree).toContain(node.name);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test("what the check can mend is mended from the page, in the file itself", async () => {
    const file = join(folder, "waivers.yaml");
    const kept = "# afgesproken in het voorjaar\n";
    const waiver = "  - {code: volume-kpi, on: sea-impressions, because: Proef, by: marketing, until: 2025-03-01}\n";
    await writeFile(file, `${kept}waivers:\n${waiver}`);
    const context = await browser.newContext({ locale: "nl-NL" });
    const page = await context.newPage();
    await page.goto(`${url}framework`);
    await page.getByRole("button", { name: /^Herstel: / }).click();
    const sheet = page.getByRole("dialog");
    await sheet.getByText("until: 2025-03-01").waitFor();
    expect(await readFile(file, "utf8")).toContain(waiver);
    await sheet.getByRole("button", { name: "Herstel dit" }).click();
    await sheet.getByText("Hersteld.").waitFor();
    expect(await readFile(file, "utf8")).not.toContain("until");
    expect(await readFile(file, "utf8")).toContain(kept);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: /^Herstel: / }).waitFor({ state: "detached" });
    await context.close();
    await rm(file);
  });

  test("the command line works beside the server, and a second demo serves beside the first", async () => {
    const { stdout } = await command("query", "orders", "--grain", "total", "--json", "--workspace", folder);
    expect(JSON.parse(stdout).series[0].points[0].value).toBeGreaterThan(1_000);
  });
});
