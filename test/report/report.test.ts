import { describe, expect, test } from "vitest";
import { phaseOf } from "../../src/framework/index.ts";
import { statuses, type Status } from "../../src/judge/index.ts";
import { type Entry, headline, person, toJson, treeOf } from "../../src/report/index.ts";
import { frameworkOf, reportOf, shop, told } from "./example.ts";

const report = reportOf();

describe("the report", () => {
  test("is plain data, and equal for equal input", () => {
    expect(JSON.stringify(reportOf())).toBe(JSON.stringify(report));
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });

  test("holds an entry per KPI and CPI with what pages show of it", () => {
    expect(report.kpis.map(({ id, status, phase, theme, period }) => [id, status, phase, theme, period])).toEqual([
      ["ads", "on-track", "see", null, "2026-Q4"],
      ["quotes", "behind", "do", "stay", "2026-Q4"],
      ["sales", "on-track", "do", "stay", "2026-Q4"],
      ["retention", "at-risk", "do", "stay", "2026-Q4"],
      ["decor", "achieved", "care", "stay", "2026-Q4"],
      ["trust", "no-target", "see", null, null],
    ]);
    expect(report.cpis).toMatchObject([
      {
        id: "quick",
        kind: "cpi",
        side: "experience",
        measures: "quote",
        phase: "do",
        outcome: "Ik weet binnen een minuut wat mijn badkamer kost.",
      },
    ]);
    expect(report.cpis[0]!.evidence).toEqual([{ method: "interview", on: null, customers: 12, situation: null, quote: null }]);
    expect(report.kpis[0]!.path.at(-1)).toEqual({ day: "2026-12-31", value: 150_000 });
    expect(report.workspace).toMatchObject({ name: "Badkamerwinkel", language: "nl", currency: "EUR", kpiBudget: 7 });
    expect(report.people).toEqual({ board: "Directie", sales: "Sales" });
    expect(["sales", "constructor"].map((id) => person(report, id))).toEqual(["Sales", "constructor"]);
  });

  test("a guardrail may be a KPI, a CPI or a metric", () => {
    expect(report.kpis.find((entry) => entry.id === "quotes")!.guardrails).toEqual([
      { id: "nps", name: "NPS", status: null, value: 41, unit: "score" },
      { id: "ads", name: "SEA-vertoningen", status: "on-track", value: 96_400, unit: "count" },
      { id: "quick", name: "Snel weten wat het kost", status: "behind", value: 3.4, unit: "minutes" },
    ]);
  });
});

describe("as JSON", () => {
  const json = toJson(report, "nl", told);

  test("has the keys that scripts rely on", () => {
    expect(Object.keys(json)).toEqual(expect.arrayContaining(["asOf", "superKpi", "kpis", "cpis", "links", "conflicts", "findings"]));
    expect(json).toMatchObject({ asOf: "2026-11-22", superKpi: "retention", conflicts: [] });
    expect(Object.keys(json.kpis[0]!).slice(0, 11)).toEqual([
      "id",
      "value",
      "period",
      "target",
      "expected",
      "status",
      "chance",
      "forecast",
      "signals",
      "guardrails",
      "reasons",
    ]);
    expect(json.links).toContainEqual({
      id: "quick-sells",
      from: "quick",
      to: "sales",
      effect: "helps",
      status: "hypothesis",
      experiments: [],
      until: null,
    });
  });

  test("tells reasons and findings in the language asked for, values unrounded", () => {
    const quotes = json.kpis.find((entry) => entry.id === "quotes")!;
    expect(quotes.expected).toBe((300 * 53) / 92);
    expect(quotes.reasons).toEqual([
      {
        code: "behind-path",
        params: { value: 150, expected: (300 * 53) / 92 },
        sentence: "De waarde is 150; het pad staat nu op 173. Dat is 23 te weinig.",
      },
    ]);
    expect(toJson(report, "en", told).kpis[1]!.reasons[0]!.sentence).toBe(
      "The value is 150; the path now stands at 173. That is 23 too low.",
    );
    expect(json.findings[0]).toEqual({
      code: "unknown-reference",
      severity: "error",
      file: "tree.yaml",
      line: 4,
      column: 3,
      on: "reach",
      message: "unknown-reference bij reach.",
      why: "unknown-reference telt.",
      params: { name: "nowhere" },
      waived: false,
    });
    expect(json.findings[1]).toMatchObject({ file: null, line: null, column: null });
  });
});

describe("the tree", () => {
  const tree = treeOf(shop);
  const edge = (from: string, to: string) => tree.edges.find((one) => one.from === from && one.to === to);

  test("runs from below to above, without what is not there", () => {
    expect(edge("objective/reach", "goal/return")).toEqual({
      from: "objective/reach",
      to: "goal/return",
      kind: "supports",
      effect: "hurts",
      evidence: "structure",
    });
    expect(edge("objective/sell", "objective/after")?.kind).toBe("parent");
    expect(edge("interaction/buy", "objective/sell")?.kind).toBe("serves");
    expect(edge("cpi/quick", "interaction/quote")?.kind).toBe("measures");
    expect(edge("cpi/quick", "enabler/calculator")?.kind).toBe("needs");
    expect(edge("enabler/calculator", "objective/sell")?.kind).toBe("advances");
    expect(edge("cpi/quick", "kpi/sales")).toMatchObject({ kind: "link", evidence: "hypothesis" });
    const ids = new Set(tree.nodes.map((node) => node.id));
    expect(tree.edges.filter(({ from, to }) => !ids.has(from) || !ids.has(to))).toEqual([]);
    expect(ids.size).toBe(tree.nodes.length);
  });

  test("lights the super-KPI's path: up to the goals, down to what helps", () => {
    expect(tree.nodes.filter((node) => !node.lit).map((node) => node.id)).toEqual([
      "goal/known",
      "objective/reach",
      "interaction/see-ad",
      "kpi/ads",
      "kpi/trust",
    ]);
    expect(treeOf({ ...shop, settings: { ...shop.settings, superKpi: undefined } }).nodes.some((node) => node.lit)).toBe(false);
  });

  test("ends where objectives are each other's parent, and keeps equal ids of two sections apart", () => {
    const round = frameworkOf(
      { superKpi: "a" },
      {
        goals: [{ id: "a", name: "Doel" }],
        objectives: [
          { id: "a", name: "A", parent: "b" },
          { id: "b", name: "B", parent: "a", supports: ["a"] },
        ],
        kpis: [{ id: "a", measures: "a" }],
      },
    );
    const { nodes } = treeOf(round);
    expect(nodes.map((node) => [node.id, node.lit])).toEqual([
      ["goal/a", true],
      ["objective/a", true],
      ["objective/b", true],
      ["kpi/a", true],
    ]);
  });

  test("a phase is the interaction's own, else where most interactions below lie, the earlier one on a tie", () => {
    expect(phaseOf(shop, { measures: "quote" })).toBe("do");
    expect(phaseOf(shop, { measures: "sell" })).toBe("do");
    expect(phaseOf(shop, { interaction: "finish" })).toBe("care");
    expect(phaseOf(shop, { measures: "nowhere" })).toBeNull();
    expect(phaseOf(shop, {})).toBeNull();
    const tied = frameworkOf(
      {},
      {
        objectives: [{ id: "o", name: "O" }],
        interactions: [
          { id: "late", name: "Late", phase: "care", serves: ["o"] },
          { id: "early", name: "Early", phase: "think", serves: ["o"] },
        ],
      },
    );
    expect(phaseOf(tied, { measures: "o" })).toBe("think");
  });
});

describe("the sentence", () => {
  const [model] = report.kpis;
  const kpi = (status: Status, change: Partial<Entry> = {}): Entry => ({ ...model!, status, ...change });
  const say = (kpis: readonly Entry[], language: "nl" | "en" = "nl", superKpi: string | null = null): string =>
    headline({ workspace: report.workspace, superKpi, kpis }, language)
      .map((piece) => piece.text)
      .join("")
      .replaceAll("\u00a0", " ");
  const many = (count: number, status: Status): Entry[] => Array.from({ length: count }, () => kpi(status));

  test.each<[string, readonly Entry[], string, string]>([
    ["all well", many(3, "on-track"), "Alle drie KPI’s liggen op koers.", "All three KPIs are on track."],
    ["both achieved", many(2, "achieved"), "Beide KPI’s zijn behaald.", "Both KPIs have been achieved."],
    ["one of one", many(1, "on-track"), "De enige KPI ligt op koers.", "The only KPI is on track."],
    [
      "attention only",
      many(2, "at-risk"),
      "Geen van de twee KPI’s ligt op koers. Twee KPI’s vragen aandacht.",
      "None of the two KPIs is on track. Two KPIs are at risk.",
    ],
    [
      "nothing ripe",
      many(9, "immature"),
      "Over geen van de negen KPI’s is al een oordeel mogelijk.",
      "None of the nine KPIs can be judged yet.",
    ],
    [
      "nothing known",
      [...many(2, "no-data"), ...many(1, "no-target"), ...many(1, "immature")],
      "Over geen van de vier KPI’s is al een oordeel mogelijk. Eén is nog niet rijp. Twee hebben geen gegevens. Eén heeft nog geen doel.",
      "None of the four KPIs can be judged yet. One is not mature yet. Two have no data. One has no target yet.",
    ],
    [
      "one of many",
      [...many(1, "achieved"), ...many(12, "at-risk")],
      "Eén van de 13 KPI’s is behaald. Twaalf KPI’s vragen aandacht.",
      "One of the 13 KPIs has been achieved. Twelve KPIs are at risk.",
    ],
  ])("%s", (_, kpis, dutch, english) => {
    expect(say(kpis)).toBe(dutch);
    expect(say(kpis, "en")).toBe(english);
  });

  test("names the one that is worst: missed before behind, the super-KPI first, then who is farthest from its path", () => {
    const near = kpi("behind", { id: "near", name: "Dichtbij", value: 80, expected: 100 });
    const far = kpi("behind", { id: "far", name: "Veraf", value: 10, expected: 100 });
    expect(say([near, far])).toBe(
      "Geen van de twee KPI’s ligt op koers. Veraf loopt achter: 10 van 150.000, het pad staat nu op 100. Nog één KPI blijft achter.",
    );
    expect(say([near, far], "nl", "near")).toMatch(/ Dichtbij loopt achter/);
    const missed = kpi("missed", {
      id: "gone",
      name: "Voorbij",
      value: 0.284,
      unit: "percent",
      target: { ...model!.target!, value: 0.3, measured: "last" },
    });
    expect(say([near, missed, far], "nl", "near")).toContain(
      " Voorbij heeft het doel gemist: 28,4 %, doel 30,0 %. Nog twee KPI’s blijven achter.",
    );
  });

  test("leads to the KPI it names and colours only what is wrong", () => {
    const pieces = headline(report, "en");
    expect(pieces.filter((piece) => piece.kpi !== undefined)).toEqual([{ text: "Offerteaanvragen", strong: true, kpi: "quotes" }]);
    expect(pieces.map((piece) => piece.tone)).toEqual([undefined, undefined, undefined, "behind", undefined, "muted"]);
  });

  test("can be said of every mix of statuses", () => {
    for (const one of statuses) {
      for (const other of statuses) {
        for (const language of ["nl", "en"] as const) {
          expect(say([kpi(one), kpi(other), kpi(other)], language)).toMatch(/^[A-Z][^!]*\.$/);
        }
      }
    }
  });
});
