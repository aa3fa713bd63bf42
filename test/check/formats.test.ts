import { describe, expect, test } from "vitest";
import { checkGithub, checkJson, checkSarif, checkText, findingKinds, whyOf } from "../../src/check/index.ts";
import { lint } from "./example.ts";

const waiver = "waivers: [{code: weights-not-one, on: t, because: Nieuwe scorekaart, by: board, until: 2026-12-31}]\n";
const text = `kpis: [{id: k}]
teams: [{id: t, name: "Team: 100 %, snel", scorecard: [{kpi: k, weight: 0.5}]}]
${waiver}`;
const result = lint({ text, settings: "superKpi: k\n" });

interface Sarif {
  version: string;
  runs: [
    {
      tool: { driver: { rules: { id: string; shortDescription: { text: string }; help?: { text: string; markdown: string } }[] } };
      results: Record<string, unknown>[];
    },
  ];
}
const sarif = (folder = "") =>
  checkSarif(result, { language: "en", version: "1.2.3", folder, page: (code) => `# ${code}: what it is\n` }) as Sarif;

describe("SARIF", () => {
  test("names its rules once, in order, each with its title and its help", () => {
    const { version, runs } = sarif();
    const { rules } = runs[0].tool.driver;
    expect(version).toBe("2.1.0");
    expect(rules.map(({ id }) => id)).toEqual([...findingKinds.keys()].sort());
    for (const { shortDescription, help } of rules) {
      expect(shortDescription.text).toBe("what it is");
      expect(help?.text).toContain("what it is");
    }
    expect(runs[0].tool.driver).toMatchObject({ name: "helder", version: "1.2.3" });
  });

  test("tells why it counts, and that alone where there is no page", () => {
    const log = checkSarif(result, { language: "en", version: "1", page: () => null }) as Sarif;
    const [{ id, shortDescription, help } = { id: "", shortDescription: { text: "" } }] = log.runs[0].tool.driver.rules;
    expect(shortDescription.text).toBe(id);
    expect(help).toEqual({ text: whyOf({ code: id }, "en") });
  });

  test("gives each finding its rule, level, words and place, and a waived one its suppression", () => {
    const { tool, results } = sarif().runs[0];
    expect(results).toHaveLength(result.findings.length);
    for (const one of results) expect(tool.driver.rules[one["ruleIndex"] as number]!.id).toBe(one["ruleId"]);
    expect(results.find(({ ruleId }) => ruleId === "weights-not-one")).toMatchObject({
      level: "error",
      message: { text: "The weights of Team: 100 %, snel add up to 0.5 and must add up to 1. Change the weights on the scorecard." },
      locations: [
        {
          physicalLocation: { artifactLocation: { uri: "a.yaml" }, region: { startLine: 2, startColumn: 55 } },
          logicalLocations: [{ name: "t" }],
        },
      ],
      suppressions: [{ kind: "external", status: "accepted", justification: "Waived by board through 2026-12-31: Nieuwe scorekaart" }],
    });
    const other = results.find(({ ruleId }) => ruleId === "team-without-cpi");
    expect(other).toMatchObject({ level: "warning" });
    expect(other).not.toHaveProperty("suppressions");
  });

  test("addresses are relative and escaped", () => {
    const place = sarif("mijn map/50% #1").runs[0].results.map(({ locations }) => JSON.stringify(locations));
    expect(place[0]).toContain('"uri":"mijn%20map/50%25%20%231/a.yaml"');
  });

  test("a finding that stands nowhere has no place in a file", () => {
    const nowhere = { ...result, findings: [{ ...result.findings[0]!, at: null }] };
    const log = checkSarif(nowhere, { language: "nl", version: "1", page: () => null }) as Sarif;
    expect(log.runs[0].results[0]!["locations"]).toEqual([{ logicalLocations: [{ name: result.findings[0]!.on }] }]);
  });
});

describe("GitHub", () => {
  test("one command a line, by severity; waived ones are notices that say why", () => {
    const lines = checkGithub(result, { language: "en" }).split("\n");
    expect(lines).toHaveLength(result.findings.length);
    expect(lines).toContain(
      "::notice file=a.yaml,line=2,col=55,title=weights-not-one::The weights of Team: 100 %25, snel add up to 0.5 and must add up to 1. Change the weights on the scorecard.%0AWaived by board through 2026-12-31: Nieuwe scorekaart",
    );
    expect(lines.find((line) => line.includes("team-without-cpi"))).toMatch(
      /^::warning file=a\.yaml,line=2,col=55,title=team-without-cpi::/,
    );
  });

  test("nothing typed ends a command or a property", () => {
    const at = { file: "a,b:c%\r\nd.yaml", line: 1, column: 2 };
    const finding = {
      code: "duplicate-id",
      severity: "error" as const,
      on: "x",
      at,
      params: { id: "x\r\n::error::y", section: "kpis" },
      waived: false,
    };
    const said = checkGithub({ ...result, findings: [finding] }, { language: "nl", folder: "w:1" });
    expect(said).toMatch(/^::error file=w%3A1\/a%2Cb%3Ac%25%0D%0Ad\.yaml,line=1,col=2,title=duplicate-id::[^\r\n]*$/);
    expect(said).toContain("x%0D%0A::error::y");
  });

  test("a finding that stands nowhere has a title alone", () => {
    const [first] = result.findings;
    expect(checkGithub({ ...result, findings: [{ ...first!, at: null }] }, { language: "en" })).toMatch(/^::\w+ title=[a-z-]+::/);
  });
});

describe("waivers show", () => {
  test("as text, with reason, author and end", () => {
    const shown = (language: "nl" | "en") => checkText(result, { language, colour: false, files: result.files });
    expect(shown("en")).toContain("2:55 waived weights-not-one\n");
    expect(shown("en")).toContain("    Waived by board through 2026-12-31: Nieuwe scorekaart\n");
    expect(shown("nl")).toContain("    Uitgesteld door board tot en met 2026-12-31: Nieuwe scorekaart\n");
    expect(shown("nl")).toMatch(/1 uitgesteld\. Score/);
  });

  test("as JSON", () => {
    const { findings } = checkJson(result, "nl") as { findings: { code: string }[] };
    expect(findings.find(({ code }) => code === "weights-not-one")).toMatchObject({
      waived: true,
      waiver: { because: "Nieuwe scorekaart", by: "board", until: "2026-12-31" },
    });
    expect(findings.find(({ code }) => code === "team-without-cpi")).not.toHaveProperty("waiver");
  });

  test("by the first that holds", () => {
    const on = "code: weights-not-one, on: t, because: x";
    const several = `waivers: [{${on}, by: a, until: 2026-01-01}, {${on}, by: b, until: 2027-01-01}, {${on}, by: c, until: 2027-01-01}]\n`;
    const { findings } = lint({ text: text.replace(waiver, several) });
    expect(findings.find(({ code }) => code === "weights-not-one")).toMatchObject({ waived: true, waiver: { by: "b" } });
  });

  test("without reason, author or end too", () => {
    const bare = lint({ text: text.replace(/, because.*\}\]/, "}]"), settings: "superKpi: k\n" });
    expect(checkText(bare, { language: "en", colour: false, files: [] })).toContain("Waived, without end: no reason given");
  });
});

describe("the score's reasons", () => {
  test("name each code that costs points, and add up to what is lost", () => {
    const { score, reasons } = lint({
      text: "goals: [{id: g, name: G}, {id: h, name: H}]\nteams: [{id: t, name: T, scorecard: [{cpi: x, weight: 1}]}]\n",
    });
    expect(score).toBeLessThan(100);
    expect(reasons.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(100 - score, 9);
    expect(reasons.find(({ code }) => code === "goal-without-audience")).toMatchObject({ findings: 2 });
    expect(reasons.map(({ points }) => points)).toEqual(reasons.map(({ points }) => points).sort((one, other) => other - one));
  });

  test("are none where nothing is lost; waived findings and infos cost nothing", () => {
    expect(lint({ text: "segments: [{id: s}]\n" }).reasons).toEqual([]);
    expect(result.reasons.map(({ code }) => code)).not.toContain("weights-not-one");
  });

  test("neither they nor the findings move by the order of entries and files", () => {
    const entries = ["  - {id: a, name: A}", "  - {id: b, name: B, for: [s]}", "  - {id: c, name: C, promise: P}"];
    const of = (lines: readonly string[]) => lint({ text: `segments: [{id: s}]\ngoals:\n${lines.join("\n")}\n` });
    const said = ({ findings }: ReturnType<typeof lint>) => findings.map(({ code, on }) => `${code} ${on}`).sort();
    expect(said(of(entries.toReversed()))).toEqual(said(of(entries)));
    expect(of(entries.toReversed()).reasons).toEqual(of(entries).reasons);
  });
});
