import { describe, expect, test } from "vitest";
import {
  CatalogueMetric,
  errorKinds,
  HelderError,
  isTyped,
  judgedTarget,
  metricTypes,
  references,
  sectionNames,
  sectionSchemas,
} from "../../src/framework/index.ts";

describe("the table of sections", () => {
  test("every section has a schema, and metrics one per type", () => {
    expect([...sectionNames].sort()).toEqual([...Object.keys(sectionSchemas), "metrics"].sort());
    for (const [type, schema] of Object.entries(metricTypes)) expect(schema.shape.type.value).toBe(type);
  });

  test("references point to sections that exist", () => {
    for (const list of Object.values(references)) {
      for (const { to } of list) for (const section of to) expect(sectionNames).toContain(section);
    }
    expect(Object.keys(references).sort()).toEqual([...sectionNames, "settings"].sort());
  });
});

describe("what people may type", () => {
  const goal = (raw: object) => sectionSchemas.goals.parse({ id: "a", name: "A", ...raw });
  test("one id or a list of them", () => {
    expect(goal({ for: "young" }).for).toEqual(["young"]);
    expect(goal({ for: ["young", "old"] }).for).toEqual(["young", "old"]);
    expect(goal({}).for).toEqual([]);
  });

  test("support in short or in full", () => {
    const supports = (typed: unknown) => sectionSchemas.objectives.parse({ id: "a", name: "A", supports: typed }).supports;
    const full = [{ goal: "grow", effect: "helps" }];
    expect(supports("grow")).toEqual(full);
    expect(supports(["grow"])).toEqual(full);
    expect(supports({ goal: "grow" })).toEqual(full);
    expect(supports([{ goal: "grow", effect: "hurts" }])).toEqual([{ goal: "grow", effect: "hurts" }]);
  });

  test.each([
    [0.25, 0.25],
    ["25 %", 0.25],
    ["25%", 0.25],
    ["12,5 %", 0.125],
    ["-3.3 %", -0.033],
    ["0.1 %", 0.001],
  ])("the quantity %s", (typed, value) => {
    const kpi = sectionSchemas.kpis.parse({ id: "a", target: { value: typed } });
    expect(judgedTarget(kpi)).toEqual({ value });
  });

  test.each(["../x.csv", "/x.csv", "~/x.csv", "a/../../x.csv", "C:/x.csv", "a\\b.csv", "..", "a\0b"])("not the file %j", (file) => {
    expect(sectionSchemas.datasets.safeParse({ id: "a", file }).success).toBe(false);
  });

  test.each(["x.csv", "data/orders-*.csv", "data/..x/y.csv", "./data/x.csv.gz", "data/jan (1).csv", "a..b/c.csv"])(
    "the file %j",
    (file) => {
      expect(sectionSchemas.datasets.safeParse({ id: "a", file }).success).toBe(true);
    },
  );

  test("the target in the middle is the one that is judged", () => {
    const kpi = sectionSchemas.kpis.parse({ id: "a", targets: { floor: { value: 1 }, target: { value: 2 }, stretch: { value: 3 } } });
    expect(judgedTarget(kpi)).toEqual({ value: 2 });
    expect(judgedTarget(sectionSchemas.kpis.parse({ id: "a" }))).toBeNull();
  });

  test("a metric is of a type or of the catalogue", () => {
    expect(isTyped(metricTypes.count.parse({ id: "a", type: "count", dataset: "d" }))).toBe(true);
    expect(isTyped(CatalogueMetric.parse({ id: "a", use: "nps", dataset: "d", anything: 1 }))).toBe(false);
  });
});

describe("errors", () => {
  test("have an exit code, a status and a sentence in both languages whose blanks are the same", () => {
    const blanks = (sentence: string) => [...new Set(sentence.match(/\{\w+\}/g))].sort();
    for (const { exit, http, sentences } of Object.values(errorKinds)) {
      expect([1, 2]).toContain(exit);
      expect(http).toBeGreaterThanOrEqual(400);
      expect(blanks(sentences.nl)).toEqual(blanks(sentences.en));
      expect(sentences.nl).not.toMatch(/!|\bu\b|\buw\b/);
    }
  });

  test("fill their blanks, with the Dutch piece of sentence where there is one", () => {
    const error = new HelderError("settings-unreadable", { line: 3, reason: "a tab", "reason-nl": "een tab" });
    expect(error.message).toContain("(line 3): a tab.");
    expect(error.sentence("en")).toBe(error.message);
    expect(error.sentence("nl")).toContain("(regel 3): een tab.");
    expect(error.exit).toBe(2);
    expect(error.http).toBe(422);
    expect(new HelderError("no-workspace").message).not.toContain("undefined");
  });
});
