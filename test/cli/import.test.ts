import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { open } from "../../src/workspace/index.ts";
import { frameworkTables } from "../../src/sheet/index.ts";
import { frameworkWorkbook } from "../../src/render/index.ts";
import { folderWith, type } from "./terminal.ts";

const workspace = {
  "helder.yaml": "helder: 1\nname: Winkel\nlanguage: nl\n",
  "kpis.yaml": `# Onze gauges
kpis:
  - id: orders   # de belangrijkste
    name: Bestellingen
    metric: orders
    target: {value: 25 %, from: 2026-01-01, to: 2026-03-31}   # afgesproken in december
    owner: sales
teams: [{id: sales, name: Verkoop}]
metrics:
  - {id: orders, name: Bestellingen, type: observed}
`,
};

let directory: string;
let dispose: () => Promise<void>;
beforeEach(async () => ({ directory, dispose } = await folderWith(workspace)));
afterEach(() => dispose());

const run = (...words: readonly string[]) => type(...words, "--workspace", directory, "--as-of", "2026-11-22");
const json = async (...words: readonly string[]) =>
  JSON.parse((await run(...words, "--json")).out) as Record<string, never[]> & { written: boolean };
const list = async (name: string, content: string | Uint8Array) => {
  await writeFile(join(directory, name), content);
  return join(directory, name);
};
const textOf = (path: string) => readFile(join(directory, path), "utf8");

describe("somebody's own list", () => {
  const csv = [
    "KPI-overzicht 2027;;;;;",
    "",
    "KPI;Doelwaarde;Eenheid;Periode;Verantwoordelijke;Doelstelling;Kleur",
    "Nieuwe klanten;1.200;aantal;Q1 2027;verkoop;Groeien;rood",
    "Conversie webshop;2,5%;;2027;Web;Groeien;",
    "Levertijd;< 2;dagen;2027;Magazijn;Tevreden klanten;",
    "Klachten;veel;;maandelijks;;;",
    "",
  ].join("\r\n");

  test("becomes KPIs with targets, periods, owners and what they measure", async () => {
    const answer = await run("import", await list("kpis.csv", csv), "--yes");
    expect(answer.code).toBe(0);
    const { framework } = await open(directory);
    const byId = new Map(framework.kpis.map((kpi) => [kpi.id, kpi]));
    expect(byId.get("nieuwe-klanten")).toMatchObject({
      name: "Nieuwe klanten",
      target: { value: 1200, from: "2027-01-01", to: "2027-03-31" },
      owner: "sales",
      measures: "groeien",
      metric: "nieuwe-klanten",
    });
    expect(byId.get("conversie-webshop")!.target).toEqual({ value: 0.025, from: "2027-01-01", to: "2027-12-31" });
    expect(byId.get("levertijd")).toMatchObject({ direction: "down", target: { value: 2 } });
    expect(byId.get("klachten")).toMatchObject({ cadence: "monthly" });
    expect(byId.get("klachten")!.target).toBeUndefined();
    expect(framework.objectives.map(({ name }) => name)).toEqual(["Groeien", "Tevreden klanten"]);
    expect(framework.metrics.find(({ id }) => id === "conversie-webshop")).toMatchObject({ type: "observed", unit: "percent" });
    expect(await textOf("kpis.yaml")).toBe(workspace["kpis.yaml"]);
  });

  test("is shown with what was not understood, and what is still missing, before anything is written", async () => {
    const read = await json("import", await list("kpis.csv", csv));
    expect(read.written).toBe(false);
    expect((await readdir(directory)).filter((name) => name.startsWith("imported"))).toEqual([]);
    const doubts = (read["doubts"] as { code: string; text: string }[]).map(({ code, text }) => [code, text]);
    expect(doubts).toEqual([
      ["column-unknown", "Kleur"],
      ["not-a-number", "veel"],
      ["no-target", "Klachten"],
    ]);
    const findings = (read["findings"] as { code: string; on: string }[]).map(({ code, on }) => `${code} ${on}`);
    expect(findings).toEqual(expect.arrayContaining(["no-owner klachten", "not-agreed nieuwe-klanten"]));
  });

  test("of whole sentences, in English, without names", async () => {
    const content =
      "What we want,Owner\nIn the first quarter of 2027 we sell 250 bathrooms,Sales\nBy 31 December 2027 we answer 95% of all mails,Service\n";
    const read = await json("import", await list("plan.csv", content), "--language", "en", "--yes");
    expect(read.written).toBe(true);
    const { kpis } = (await open(directory)).framework;
    expect(kpis.slice(0, 2).map((kpi) => kpi.target)).toEqual([
      { value: 250, from: "2027-01-01", to: "2027-03-31" },
      expect.objectContaining({ value: 0.95, to: "2027-12-31" }),
    ]);
  });

  test("that names a KPI that is there changes it where it stands, comments and all", async () => {
    const read = await json("import", await list("new.csv", "Naam;Doel;Tot\nBestellingen;30 %;30-06-2027\n"), "--yes");
    expect(
      (read["changed"] as { key: string; before: unknown; after: unknown }[]).map(({ key, before, after }) => [key, before, after]),
    ).toEqual([
      ["target.value", 0.25, 0.3],
      ["target.to", "2026-03-31", "2027-06-30"],
    ]);
    expect(await textOf("kpis.yaml")).toBe(workspace["kpis.yaml"].replace("25 %", "0.3").replace("2026-03-31", "2027-06-30"));
    expect((await run("import", "--undo")).code).toBe(0);
    expect(await textOf("kpis.yaml")).toBe(workspace["kpis.yaml"]);
  });
});

describe("the workbook of export", () => {
  test("filled in further: a changed cell, an emptied cell and a new row", async () => {
    const { framework } = await open(directory);
    const [kpi] = framework.kpis;
    const changed = {
      ...framework,
      kpis: [
        { ...kpi!, owner: undefined, target: { ...kpi!.target!, value: 0.4 } },
        { ...kpi!, id: "returns", name: "=Retour" },
      ],
    };
    const file = await list("framework.xlsx", await frameworkWorkbook(frameworkTables(changed), "Winkel", "nl"));
    const answer = await run("import", file, "--yes");
    expect(answer.out).toContain("owner: sales → niets");
    const after = (await open(directory)).framework;
    expect(after.kpis.map(({ id, name, owner, target }) => ({ id, name, owner, value: target!.value }))).toEqual([
      { id: "returns", name: "=Retour", owner: "sales", value: 0.25 },
      { id: "orders", name: "Bestellingen", owner: undefined, value: 0.4 },
    ]);
    expect(await textOf("kpis.yaml")).toContain("# afgesproken in december");
    expect((await run("import", "--undo")).out).toContain("imported-framework.yaml");
    expect(await textOf("kpis.yaml")).toBe(workspace["kpis.yaml"]);
    expect((await readdir(directory)).filter((name) => name.startsWith("imported"))).toEqual([]);
  });

  test("twice taken over is once taken over", async () => {
    const file = await list("lijst.csv", "Naam;Doel;Tot\nRetouren;30;30-06-2027\n");
    await run("import", file, "--yes");
    const again = await json("import", file, "--yes");
    expect(again).toMatchObject({ added: [], changed: [], written: false });
  });
});

describe("a file that is no list", () => {
  test.each([
    ["nothing.csv", ""],
    ["broken.xlsx", "PK not a workbook"],
    ["picture.png", "x"],
  ])("%s is refused in one sentence", async (name, content) => {
    const answer = await run("import", await list(name, content));
    expect(answer.code).toBe(2);
    expect(answer.err).toMatch(/^helder: list-unreadable: .*\n$/);
  });

  test("a list without names says which column it needs", async () => {
    const read = await json("import", await list("numbers.csv", "1;2\n3;4\n"));
    expect((read["doubts"] as { code: string }[]).map(({ code }) => code)).toContain("column-missing");
  });

  test("a file that is not there", async () => {
    expect((await run("import", join(directory, "no.xlsx"))).err).toContain("list-unreadable");
  });
});

describe("export", () => {
  test("as YAML and JSON holds the whole framework", async () => {
    const yaml = await list("copy.yaml.txt", (await run("export", "--format", "yaml")).out);
    const other = await folderWith({ "helder.yaml": await readFile(yaml) });
    try {
      expect((await open(other.directory)).framework).toEqual((await open(directory)).framework);
    } finally {
      await other.dispose();
    }
    expect(JSON.parse((await run("export", "--format", "json")).out)).toMatchObject({ name: "Winkel", kpis: [{ id: "orders" }] });
  });

  test("refuses what it does not know", async () => {
    expect((await run("export", "--format", "docx")).err).toContain("bad-option");
    expect((await run("export", "--format", "xlsx")).err).toContain("--out");
  });
});
