import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type LocalEngine, openLocalEngine } from "../../src/engine/index.ts";
import { markdown, scorecardText, teamNamed, tellAttainments, toJson } from "../../src/report/index.ts";
import { render } from "../../src/render/index.ts";
import { reportOf, shop } from "./example.ts";

const target = (value: number, from: number) =>
  `target: {value: ${value}, from: 2026-01-01, to: 2026-03-31, measured: last}, baseline: {value: ${from}, from: 2025-01-01, to: 2025-12-31}, cadence: monthly, owner: shop`;
const yaml = `
helder: 1
name: Test
metrics:
${["sales", "speed", "late", "ease"].map((id) => `  - {id: ${id}, type: observed, series: [{from: 2026-01-01, to: 2026-01-31, value: 10}, {from: 2026-02-01, to: 2026-02-28, value: 15}, {from: 2026-03-01, to: 2026-03-31, value: 18}]}`).join("\n")}
objectives:
  - {id: grow, name: Grow}
kpis:
  - {id: sold, name: Sold, metric: sales, measures: grow, direction: up, ${target(20, 10)}}
  - {id: fewer-late, name: Late, metric: late, measures: grow, direction: down, ${target(8, 24)}}
  - {id: aimless, name: Aimless, metric: sales, measures: grow, direction: up, owner: shop}
cpis:
  - {id: quick, name: Quick, outcome: I know it at once., metric: speed, direction: up, ${target(12, 10)}}
  - {id: easy, name: Easy, outcome: It is easy., metric: ease, direction: up, ${target(12, 10)}}
links:
  - {id: quick-sold, from: quick, to: sold}
  - {id: easy-sold, from: easy, to: sold}
experiments:
  - {id: first, tests: quick-sold, metrics: [sales], minimumEffect: 0.05, from: 2026-01-01, to: 2026-01-31, results: {estimate: 0.1, interval: [0.06, 0.14]}}
teams:
  - {id: shop, name: Shop, incentive: {floor: 0.5, cap: 1.5}, scorecard: [{kpi: sold, weight: 0.4}, {kpi: fewer-late, weight: 0.1}, {cpi: quick, weight: 0.2}, {cpi: easy, weight: 0.2}, {kpi: aimless, weight: 0.1}]}
  - {id: legal, name: Legal}
`;

describe("what a team has attained", () => {
  let engine: LocalEngine;
  let directory: string;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "helder-scorecard-"));
    await writeFile(join(directory, "helder.yaml"), yaml);
    engine = openLocalEngine(directory);
  });
  afterAll(async () => {
    await engine.close();
    await rm(directory, { recursive: true, force: true });
  });

  test("is the way from baseline to target, within floor and cap, of what it may be held to", async () => {
    const { report } = await engine.run({ asOf: "2026-04-02" });
    const [shop, ...others] = report.attained;
    expect(others).toEqual([]);
    const line = (id: string) => shop!.lines.find((one) => one.id === id)!;
    // 18 on the way from 10 to 20; 18 on the way from 24 down to 8 is below the floor; 18 from 10 to 12 is above the cap.
    expect(line("sold")).toMatchObject({ attainment: 0.8, counted: 0.8, reason: null, by: "value" });
    expect(line("fewer-late")).toMatchObject({ attainment: 0.375, counted: 0 });
    expect(line("quick")).toMatchObject({ attainment: 4, counted: 1.5 });
    expect(line("easy")).toMatchObject({ attainment: 4, counted: null, share: 0, reason: "not-accountable" });
    expect(line("aimless")).toMatchObject({ counted: null, reason: "no-target" });
    expect(shop!.lines.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(shop!.accountable).toBeCloseTo(0.7, 12);
    expect(shop!.attainment).toBeCloseTo((0.4 * 0.8 + 0.2 * 1.5) / 0.7, 12);
  });

  test("is told in both languages", async () => {
    const { report } = await engine.run({ asOf: "2026-04-02" });
    const teams = report.attained;
    expect(scorecardText(teams, report, "en")).toBe(
      [
        "Shop: 88.6% of the way to the targets (counts: 70.0% of the weights; below 50.0% counts 0; above 150.0% counts 150.0%)",
        "  40.0%  Sold: 80.0%; from 10 to 20, now 18",
        "  10.0%  Late: 0.0%; from 24 to 8, now 18",
        "  20.0%  Quick: 150.0%; from 10 to 12, now 18",
        "  20.0%  Easy: from 10 to 12, now 18; not yet accountable: no experiment shows that the team moves it",
        "  10.0%  Aimless: does not count: no target with a baseline before it",
      ].join("\n"),
    );
    expect(scorecardText(teams, report, "nl")).toContain("van de weg naar de doelen (telt mee: ");
    expect(scorecardText([], report, "nl")).toContain("scorekaart");
    expect(JSON.stringify(tellAttainments(teams, report, "nl"))).toContain(
      "telt nog niet mee: geen experiment laat zien dat het team dit beweegt",
    );
  });

  test("stands in every form of the report, with what does not count yet", async () => {
    const { report } = await engine.run({ asOf: "2026-04-02" });
    const message = () => "";
    expect(markdown(report, { language: "en", message })).toContain(
      "## Teams on the way to their targets\n\n**Shop**: 88.6% of the way to the targets (counts: 70.0% of the weights; below 50.0% counts 0; above",
    );
    const told = toJson(report, "nl", { message, why: message, eviction: message });
    expect(told.attained).toEqual(tellAttainments(report.attained, report, "nl"));
    const page = new TextDecoder().decode(await render(told, "html", "nl"));
    expect(page).toContain("Teams op weg naar hun doelen");
    expect(page).toContain("telt nog niet mee: geen experiment laat zien dat het team dit beweegt");
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await render(told, "xlsx", "nl")).slice().buffer);
    const counted = new Map<unknown, unknown>();
    book.getWorksheet("Team")!.eachRow((row) => counted.set(row.getCell(2).value ?? row.getCell(1).value, row.getCell(4).value));
    expect([counted.get("Sold"), counted.get("Late"), counted.get("Easy")]).toEqual([0.8, 0, null]);
    expect(counted.get("Shop")).toBeCloseTo((0.4 * 0.8 + 0.2 * 1.5) / 0.7, 12);
    const slides = Object.values(unzipSync(await render(told, "pptx", "nl"))).map((part) => new TextDecoder().decode(part));
    expect(slides.some((xml) => xml.includes("Teams op weg naar hun doelen") && xml.includes("Easy: van 10 naar 12, nu 18"))).toBe(true);
  });

  test("is nowhere in the report of a framework without scorecards", () => {
    const report = reportOf(shop);
    expect(report.attained).toEqual([]);
    expect(markdown(report, { language: "nl", message: () => "" })).not.toContain("Teams op weg");
  });

  test("an unknown team is refused", async () => {
    const framework = await engine.framework();
    expect(() => teamNamed(framework, "shopp")).toThrow(expect.objectContaining({ code: "unknown-stakeholder" }));
    expect(teamNamed(framework, "legal").name).toBe("Legal");
  });
});
