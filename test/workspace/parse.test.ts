import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { structuralFindings } from "../../src/workspace/index.ts";
import { type Finding, sectionNames } from "../../src/framework/index.ts";
import { parse, type SourceFile, unreadable } from "../../src/workspace/index.ts";

const head: SourceFile = { path: "helder.yaml", text: "helder: 1\nname: Proef\n" };

function read(text: string) {
  return parse([head, { path: "a.yaml", text }]);
}

/** `line:column code param` of each finding in a.yaml. */
function told(text: string): string[] {
  return read(text).findings.map(({ at, code, params }) => {
    const about = params["suggestion"] ?? params["reference"] ?? params["key"] ?? params["reason"] ?? "";
    return `${at?.line}:${at?.column} ${code} ${String(about)}`.trim();
  });
}

const contract = `
datasets:
  - id: orders
    file: data/orders-*.csv
    key: order_id
    time: ordered_at
    customer: customer_id
    columns: {revenue: quantity * unit_price}
    where: status <> 'cancelled'
    completeThrough: 2026-01-31
    format: {delimiter: ";", decimal: ",", encoding: windows-1252, date: "%d-%m-%Y", timezone: Europe/Amsterdam, header: 1}
  - {id: survey, connector: {type: http, url: "https://example.com/x.csv", as: csv}}
metrics:
  - {id: revenue,   type: sum,            dataset: orders, of: revenue, unit: currency}
  - {id: orders,    type: count,          dataset: orders}
  - {id: aov,       type: ratio,          numerator: revenue, denominator: orders}
  - {id: margin,    type: formula,        formula: (revenue - orders) / revenue, unit: percent}
  - {id: my-nps,    use: nps, dataset: survey, of: score}
  - {id: lead,      type: rolling, metric: orders, window: 12 months}
  - {id: conv,      type: conversion, from: {dataset: orders, where: a = 1}, to: {dataset: orders}, window: 30 days}
segments: [{id: young, name: Jong, dataset: orders, where: age < 30}]
goals: [{id: promise, name: Belofte, promise: Altijd, theme: green, stakeholders: [board], for: [young]}]
objectives: [{id: grow-sales, name: Groei, supports: [{goal: promise, effect: helps}]}, {id: sub, name: Sub, parent: grow-sales, supports: promise}]
interactions: [{id: request-quote, name: Offerte, phase: think, serves: [grow-sales], wants: Snel, does: Vraagt}]
kpis:
  - id: bathrooms-sold
    name: Verkochte badkamers
    measures: grow-sales
    metric: orders
    side: behaviour
    timing: lagging
    direction: up
    target: {value: 250, from: 2026-01-01, to: 2026-03-31, measured: total, plan: [70, 80, 100]}
    baseline: {value: 210, from: 2025-01-01, to: 2025-03-31}
    cadence: monthly
    owner: sales
    agreedBy: [board]
    agreedOn: 2025-12-12
    because: Twee extra showroomavonden per week (+12 %), prijs gelijk.
    actions: [{when: behind, do: start, what: Offerteactie voor bezoekers van de showroom, who: sales}]
    guardrail: [my-nps]
cpis:
  - id: quick-quote
    name: Snel weten wat het kost
    outcome: Ik weet binnen een minuut wat mijn badkamer kost.
    increment: time
    metric: lead
    direction: down
    interaction: request-quote
    owner: sales
    evidence: [{method: contextual-inquiry, on: 2026-03-02, customers: 12, situation: aan de keukentafel, quote: "…"}]
enablers:     [{id: personal, name: Persoonlijk, needs: [quick-quote], advances: [grow-sales]}]
links:        [{id: l, from: quick-quote, to: bathrooms-sold, effect: helps, because: x, lag: 2 weeks}]
experiments:  [{id: e, tests: [l], unit: customer, assigned: orders, variant: v, control: A, window: 30 days, metrics: [aov], guardrails: [my-nps], minimumEffect: 0.05, alpha: 0.05, power: 0.8, from: 2026-01-01, to: 2026-02-01, design: sequential, results: null}]
teams:        [{id: sales, name: Verkoop, scorecard: [{kpi: bathrooms-sold, weight: 0.5}, {cpi: quick-quote, weight: 0.5}]}]
themes:       [{id: green, name: Groen, colour: "#00ff00"}]
stakeholders: [{id: board, name: Directie, organisation: Wij}]
events:       [{id: sale, on: 2026-01-02, to: 2026-01-09, name: Uitverkoop, kind: campaign}]
steering:     [{id: s, kpi: bathrooms-sold, opened: 2026-01-03, cause: x, options: [a], chosen: a, experiment: e, decided: start, learning: y}]
scenarios:    [{id: g, kind: growth, weeks: 13, inflow: 700, conversion: 0.25, viral: 2.6, generations: 1, churn: 0, start: 0, capacity: {guestsPerHour: 40, peakShare: 0.3, npsAt: {"0.8": 20}}}, {id: t, kind: tree, change: {aov: +10%}}]
schedule:     [{cron: "0 6 * * *", do: run, to: mail:x@example.com}]
alerts:       [{on: [bathrooms-sold, orders], to: ["slack:env(SLACK)"]}]
waivers:      [{code: over-budget, on: Proef, because: x, by: y, until: 2026-12-31}]
`;

describe("reading", () => {
  test("every section of the format, as it stands in the manual, without a finding", () => {
    const { framework, findings } = read(contract);
    expect(findings).toEqual([]);
    for (const section of sectionNames) expect(framework![section].length).toBeGreaterThan(0);
    expect(framework!.objectives[1]).toMatchObject({ parent: "grow-sales", supports: [{ goal: "promise", effect: "helps" }] });
    expect(framework!.kpis[0]!.target).toEqual({
      value: 250,
      from: "2026-01-01",
      to: "2026-03-31",
      measured: "total",
      plan: [70, 80, 100],
    });
    expect(framework!.metrics.map(({ id }) => id)).toEqual(["revenue", "orders", "aov", "margin", "my-nps", "lead", "conv"]);
    expect(JSON.parse(JSON.stringify(framework))).toEqual(framework);
    expect(Object.isFrozen(framework!.kpis[0]!.target)).toBe(true);
  });

  test("settings, and sections in helder.yaml too", () => {
    const text =
      'helder: 1\nname: X\nlanguage: nl\nkpiBudget: 9\nphases: [see, {id: buy, name: Kopen}]\nfiscalYear: {starts: "07-01"}\nthemes: [{id: a, name: A}]\n';
    const { framework, findings } = parse([{ path: "helder.yaml", text }]);
    expect(findings).toEqual([]);
    expect(framework!.settings).toMatchObject({
      language: "nl",
      kpiBudget: 9,
      currency: "EUR",
      timezone: "Europe/Amsterdam",
      fiscalYear: { starts: "07-01" },
    });
    expect(framework!.settings.phases).toEqual([{ id: "see" }, { id: "buy", name: "Kopen" }]);
    expect(framework!.themes).toEqual([{ id: "a", name: "A" }]);
  });

  test("entries stand in the order of their files' paths", () => {
    const files = ["c.yaml", "a.yaml", "b/x.yaml"].map((path) => ({ path, text: `themes: [{id: ${path[0]}, name: T}]` }));
    expect(parse([head, ...files]).framework!.themes.map(({ id }) => id)).toEqual(["a", "b", "c"]);
  });

  test("percentages become fractions; anchors and merge keys work", () => {
    const text =
      "x: &t {from: 2026-01-01, to: 2026-12-31}\nkpis:\n  - {id: a, target: {<<: *t, value: 25 %}}\n  - {id: b, target: {<<: *t, value: '12,5%', to: 2026-06-30}}\n";
    const { framework, findings } = read(text);
    expect(findings.map(({ code }) => code)).toEqual(["unknown-key"]);
    expect(framework!.kpis.map(({ target }) => target)).toEqual([
      { value: 0.25, from: "2026-01-01", to: "2026-12-31" },
      { value: 0.125, from: "2026-01-01", to: "2026-06-30" },
    ]);
  });

  test("without helder.yaml, or with one that cannot be read, there is no framework", () => {
    expect(parse([]).framework).toBeNull();
    expect(parse([{ path: "sub/helder.yaml", text: head.text }]).framework).toBeNull();
    const { framework, findings } = parse([{ path: "helder.yaml", text: "helder: 1\nname: 'x\n" }]);
    expect(framework).toBeNull();
    expect(findings[0]).toMatchObject({ code: "broken-yaml", at: { file: "helder.yaml" } });
    expect(unreadable(findings)).toMatchObject({ code: "settings-unreadable", params: { line: 3 } });
  });
});

describe("findings stand where the mistake is", () => {
  test.each<[string, string, string[]]>([
    ["unknown key", "kpis:\n  - id: a\n    nmae: x\n", ["3:5 unknown-key name"]],
    ["unknown key inside", "kpis:\n  - id: a\n    target: {value: 1, form: 2026-01-01}\n", ["3:24 unknown-key from"]],
    ["unknown section", "kpi: []\n", ["1:1 unknown-key kpis"]],
    ["setting in another file", "language: nl\n", ["1:1 unknown-key language"]],
    ["wrong type", "kpis:\n  - id: a\n    name: [x]\n", ["3:11 wrong-type name"]],
    ["text that is a number", "goals:\n  - {id: a, name: 2026}\n", ['2:19 wrong-type "2026"']],
    ["a missing key", "goals:\n  - id: a\n    promise: x\n", ["2:5 wrong-type name"]],
    ["a missing key inside", "kpis:\n  - id: a\n    target: {from: 2026-01-01}\n", ["3:14 wrong-type target.value"]],
    ["not one of the choices", "kpis:\n  - {id: a, cadence: montly}\n", ["2:22 wrong-type monthly"]],
    ["not an id", "goals:\n  - id: Mijn Doel\n    name: x\n", ["2:9 wrong-type mijn-doel"]],
    ["a day that does not exist", "events: [{id: a, name: A, on: 2026-02-30}]\n", ["1:31 wrong-type 2026-02-28"]],
    ["a day the Dutch way", "events: [{id: a, name: A, on: 30-1-2026}]\n", ["1:31 wrong-type 2026-01-30"]],
    ["duplicate id", "goals:\n  - {id: a, name: A}\n  - {id: a, name: B}\n", ["3:10 duplicate-id"]],
    ["duplicate key", "kpis:\n  - id: a\n    name: x\n    name: y\n", ["4:5 duplicate-key name"]],
    ["a reference", "kpis: [{id: a, measures: grw}]\ngoals: [{id: grow, name: G}]\n", ["1:26 unknown-reference grow"]],
    [
      "a reference in a short list",
      "objectives:\n  - id: a\n    name: A\n    supports: [grow, gone]\ngoals: [{id: grow, name: G}]\n",
      ["4:22 unknown-reference gone"],
    ],
    ["a phase", "interactions: [{id: a, name: A, phase: thnik}]\n", ["1:40 unknown-reference think"]],
    ["a metric in a scenario", "scenarios: [{id: a, kind: tree, change: {aov: 10 %}}]\n", ["1:42 unknown-reference aov"]],
    ["circle of objectives", "objectives:\n  - {id: b, name: B, parent: a}\n  - {id: a, name: A, parent: b}\n", ["3:30 cycle"]],
    [
      "circle of metrics",
      "metrics:\n  - {id: b, type: formula, formula: a + 1}\n  - {id: a, type: rolling, metric: b, window: 1 month}\n",
      ["3:36 cycle"],
    ],
    [
      "an expression",
      "metrics:\n  - {id: a, type: count, dataset: d, where: a = = 1}\ndatasets: [{id: d, file: d.csv}]\n",
      ["2:49 broken-expression"],
    ],
    ["a quoted expression", 'datasets: [{id: d, file: d.csv, columns: {x: "1 + + )"}}]\n', ["1:53 broken-expression"]],
    [
      "a metric in a formula",
      "metrics:\n  - {id: a, type: formula, formula: 1 / revenu}\n  - {id: revenue, type: observed}\n",
      ["2:41 unknown-reference revenue"],
    ],
    [
      "25 for a percentage",
      "metrics: [{id: m, type: observed, unit: percent}]\nkpis:\n  - {id: a, metric: m, target: {value: 25, from: 2026-01-01, to: 2026-03-31}}\n",
      ["3:40 wrong-type 25 %"],
    ],
    [
      "40 in a series of percentages",
      "metrics: [{id: m, type: observed, unit: percent, series: [{from: 2026-01-01, to: 2026-01-31, value: 40}]}]\n",
      ["1:101 wrong-type 40 %"],
    ],
    ["a path out", "datasets:\n  - id: a\n    file: ../x.csv\n", ["3:11 wrong-type file"]],
    ["no source", "datasets:\n  - id: a\n", ["2:5 wrong-type file"]],
    ["an entry that is a word", "kpis:\n  - revenue\n", ["2:5 wrong-type kpis"]],
    ["a section that is a map", "kpis:\n  a: {id: a}\n", ["2:3 wrong-type kpis"]],
    ["a list at the top", "- a\n", ["1:1 wrong-type a.yaml"]],
    ["a tab", "kpis:\n\t- id: a\n", ["2:1 broken-yaml tab"]],
    ["a second document", "kpis: []\n---\ngoals: []\n", ["2:1 broken-yaml several-documents"]],
    ["after Windows line ends and a byte order mark", "\uFEFFgoals:\r\n  - {id: a, nam: x, name: A}\r\n", ["2:13 unknown-key name"]],
  ])("%s", (_, text, expected) => {
    expect(told(text)).toEqual(
      expected.map((line) => expect.stringMatching(new RegExp(`^${line.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`))),
    );
  });

  test("a duplicate points to the first, whichever file it is in", () => {
    const files = [head, { path: "z.yaml", text: "goals: [{id: a, name: Z}]" }, { path: "b.yaml", text: "goals:\n - {id: a, name: B}" }];
    const { framework, findings } = parse(files);
    expect(findings).toEqual([
      {
        code: "duplicate-id",
        severity: "error",
        on: "a",
        waived: false,
        at: { file: "z.yaml", line: 1, column: 14 },
        params: { id: "a", section: "goals", file: "b.yaml", line: 2, column: 9 },
      },
    ]);
    expect(framework!.goals.map(({ name }) => name)).toEqual(["B"]);
  });

  test("what a name will do for is info", () => {
    expect(read("kpis: [{id: a, owner: sales}]").findings).toMatchObject([{ code: "unknown-reference", severity: "info", on: "a" }]);
  });

  test("a finding on no entity is on the workspace, by name", () => {
    expect(read("kpi: []").findings[0]!.on).toBe("Proef");
  });
});

describe("a mistake takes no more along than it must", () => {
  test("a broken optional part goes, the entry stays", () => {
    const { framework } = read(
      "kpis:\n  - {id: a, name: A, cadence: montly, target: {value: many}, wrong: 1, actions: [{do: start, what: x}, {do: dance, what: y}]}\n",
    );
    expect(framework!.kpis).toMatchObject([{ id: "a", name: "A", cadence: "monthly", actions: [{ do: "start", what: "x" }] }]);
    expect(framework!.kpis[0]).not.toHaveProperty("target");
    expect(framework!.kpis[0]).not.toHaveProperty("wrong");
  });

  test("a broken required part takes the entry, but its id still exists", () => {
    const { framework, findings } = read("goals: [{id: grow}]\nobjectives: [{id: a, name: A, supports: grow}]\n");
    expect(framework!.goals).toEqual([]);
    expect(findings.map(({ code }) => code)).toEqual(["wrong-type"]);
  });

  test("a metric or dataset that lost a part of its meaning gives no number", () => {
    const { framework } = read(
      "metrics:\n  - {id: a, type: count, dataset: d, where: 3}\n  - {id: b, type: count, dataset: d, unit: euros}\ndatasets: [{id: d, file: d.csv}, {id: e, file: e.csv, key: {a: b}}]\n",
    );
    expect(framework!.metrics.map(({ id }) => id)).toEqual(["b"]);
    expect(framework!.datasets.map(({ id }) => id)).toEqual(["d"]);
  });

  test("ids in a file that cannot be read do not turn into findings elsewhere", () => {
    const files = [
      head,
      { path: "a.yaml", text: "goals:\n  - id: grow\n    name: 'G\n" },
      { path: "b.yaml", text: "kpis: [{id: a, measures: grow}]" },
    ];
    expect(parse(files).findings.map(({ code }) => code)).toEqual(["broken-yaml"]);
  });

  test("a broken setting falls back to its default", () => {
    const { framework, findings } = parse([{ path: "helder.yaml", text: "helder: 2\nlanguage: de\nkpiBudget: lots\ntimezone: Mars\n" }]);
    expect(framework!.settings).toMatchObject({ helder: 1, kpiBudget: 7, timezone: "Europe/Amsterdam" });
    expect(framework!.settings.language).toBeUndefined();
    expect(findings.map(({ params }) => params["key"])).toEqual(["name", "helder", "language", "kpiBudget", "timezone"]);
  });

  test("an objective in a circle loses its parent, so that every walk up ends", () => {
    const { framework } = read("objectives:\n  - {id: a, name: A, parent: b}\n  - {id: b, name: B, parent: a}\n");
    expect(framework!.objectives.map(({ parent }) => parent)).toEqual([undefined, "a"]);
  });
});

describe("sources", () => {
  const { sources } = read("kpis:\n  - id: a\n    target:\n      value: 1\n      plan: [1, 2]\n");
  test("know where an entry and its parts stand", () => {
    expect(sources.at("kpis", "a")).toEqual({ file: "a.yaml", line: 2, column: 5 });
    expect(sources.at("kpis", "a", ["target", "plan", 1])).toEqual({ file: "a.yaml", line: 5, column: 17 });
    expect(sources.at("kpis", "a", ["target", "to"])).toEqual({ file: "a.yaml", line: 4, column: 7 });
    expect(sources.at("settings", "", ["name"])).toEqual({ file: "helder.yaml", line: 2, column: 7 });
    expect(sources.at("kpis", "b")).toBeNull();
    expect(sources.entry("kpis", "a")).toEqual({ file: "a.yaml", index: 0 });
  });
});

test("the order of files never changes the findings or the framework", () => {
  const texts = [
    contract,
    "kpis: [{id: bathrooms-sold}, {id: x, measures: promis}]",
    "goals: [{id: promise, name: 3}]",
    "objectives: [{id: sub, name: S, parent: sub2}, {id: sub2, name: S, parent: sub}]",
    "a: [1",
    "kpi: 1",
  ];
  const files = [head, ...texts.map((text, index) => ({ path: `${index}.yaml`, text }))];
  const expected = parse(files);
  fc.assert(
    fc.property(fc.shuffledSubarray(files, { minLength: files.length }), (shuffled) => {
      const { framework, findings } = parse(shuffled);
      expect(findings).toEqual(expected.findings);
      expect(framework).toEqual(expected.framework);
    }),
    { numRuns: 30 },
  );
});

test("every kind of finding speaks both languages", () => {
  const params: Finding["params"] = {
    reason: "tab",
    expected: ["text"],
    sections: ["kpis"],
    path: ["a", "b"],
    key: "k",
    found: "x",
    position: 1,
    error: "syntax",
    expression: "",
  };
  for (const [code, kind] of Object.entries(structuralFindings)) {
    expect(kind.code).toBe(code);
    const filled =
      code === "unreadable-file" ? { ...params, reason: "nul" } : code === "broken-expression" ? { ...params, reason: "empty" } : params;
    expect(kind.sentences.nl(filled)).toMatch(/\.$|\?$/);
    expect(kind.sentences.en(filled)).toMatch(/\.$|\?$/);
    expect(kind.sentences.nl(filled)).not.toBe(kind.sentences.en(filled));
  }
});
