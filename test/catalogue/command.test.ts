import { describe, expect, test } from "vitest";
import { catalogue } from "../../src/catalogue/index.ts";
import { folderWith, type } from "../cli/terminal.ts";

const keys = "id name definition formula unit direction side timing phase volume gamedBy guardrail needs".split(" ");

interface Answer {
  readonly kpis: readonly Record<string, unknown>[];
}
async function json(...argv: string[]): Promise<Answer> {
  const said = await type("catalogue", ...argv, "--json");
  expect([said.code, said.err]).toEqual([0, ""]);
  return JSON.parse(said.out) as Answer;
}

describe("helder catalogue", () => {
  test.each(["nl", "en"] as const)("gives all as JSON in %s, with exactly the keys promised", async (language) => {
    const answer = await json("--language", language);
    expect(Object.keys(answer)).toEqual(["kpis"]);
    expect(answer.kpis.map(({ id }) => id)).toEqual(catalogue.map(({ id }) => id));
    for (const [index, kpi] of answer.kpis.entries()) {
      expect(Object.keys(kpi)).toEqual(keys);
      const { name, definition, gamedBy, needs } = catalogue[index]!;
      expect(kpi).toMatchObject({
        name: name[language],
        definition: definition[language],
        gamedBy: gamedBy[language],
        needs: needs[language],
      });
    }
  });

  test("lists them by phase, within 80 columns", async () => {
    for (const [language, heading] of [
      ["nl", "Think: overwegen"],
      ["en", "Think: consider"],
    ] as const) {
      const { code, out } = await type("catalogue", "--language", language);
      expect(code).toBe(0);
      const lines = out.trimEnd().split("\n");
      expect(lines.filter((line) => /^(See|Think|Do|Care): /.test(line)).length).toBe(4);
      expect(lines).toContain(heading);
      expect(lines.filter((line) => line.startsWith("  ")).map((line) => line.trim().split(" ")[0])).toEqual(catalogue.map(({ id }) => id));
      expect(lines.filter((line) => line.length > 80)).toEqual([]);
    }
  });

  test("tells one KPI in full", async () => {
    const { out } = await type("catalogue", "Vertoningen", "--language", "nl");
    expect(out.split("\n\n")[0]).toBe(`Vertoningen  impressions
  Hoe vaak je advertentie of bericht op een scherm is getoond.
  See · gedrag · loopt vooruit · hoger is beter
  Telt alleen volume. Stuur op “click-through-rate”.
  Formule: sum(impressions)
  Nodig: per dag en kanaal het aantal vertoningen
  Zo wordt ermee gesjoemeld: Koop goedkope plekken waar niemand kijkt: het getal
  stijgt, de aandacht niet.
  Bewaak ook: click-through-rate, ad-frequency
  Een KPI, nooit een CPI: klanten hebben er zelf niets aan.
  Ook wel: impressies, advertentievertoningen, keer gezien
  Als metriek:
    - id: impressions
      use: impressions
      dataset: …
      of: …`);
    const english = await type("catalogue", "quote lead time", "--language", "en");
    expect(english.out).toContain("CPI. What customers gain: time");
    expect(english.out.split("\n").filter((line) => line.length > 80)).toEqual([]);
  });

  test("forgives a slip, and says so kindly where nothing is near", async () => {
    expect((await json("klantevredenheid")).kpis.map(({ id }) => id)).toEqual(["csat"]);
    expect((await json("qwxzyqwxzy")).kpis).toEqual([]);
    const { code, out } = await type("catalogue", "qwxzyqwxzy", "--language", "nl");
    expect([code, out]).toEqual([0, "Niets gevonden voor “qwxzyqwxzy”. Typ minder, of bekijk alles met “helder catalogue”.\n"]);
  });

  test("speaks the workspace's language where there is one, and works where it is broken or absent", async () => {
    const dutch = await folderWith({ "helder.yaml": "helder: 1\nname: Winkel\nlanguage: nl\n" });
    const broken = await folderWith({ "helder.yaml": "helder: [1\n" });
    const empty = await folderWith({ "notes.txt": "" });
    try {
      expect((await json("nps", "--workspace", dutch.directory)).kpis[0]!["definition"]).toMatch(/^Het percentage/);
      expect((await json("csat", "--workspace", dutch.directory, "--language", "en")).kpis[0]!["name"]).toBe(
        "Customer satisfaction (CSAT)",
      );
      for (const { directory } of [broken, empty]) expect((await json("nps", "--workspace", directory)).kpis.length).toBe(1);
    } finally {
      for (const { dispose } of [dutch, broken, empty]) await dispose();
    }
  });

  test("never lets what was typed steer the terminal", async () => {
    const { out } = await type("catalogue", "\u001b[31mqwxzy\u0007", "--language", "en");
    // eslint-disable-next-line no-control-regex
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  });
});
