import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contributionsTo, type Framework, graphOf, gridsOf, influencesOf, influencesOn, scorecardsOf } from "../../src/framework/index.ts";
import { frameworkOf } from "../report/example.ts";
import { read, type Typed, typed } from "./arbitrary.ts";

const runs = Number(process.env["HELDER_RUNS"] ?? 40);

describe("the order of entries", () => {
  const turned = (sections: Typed): Typed =>
    Object.fromEntries(Object.entries(sections).map(([name, entries]) => [name, entries.toReversed()])) as unknown as Typed;
  const sorted = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(sorted).toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
      : value !== null && typeof value === "object"
        ? Object.fromEntries(Object.entries(value).map(([key, part]) => [key, key === "path" || key === "phases" ? part : sorted(part)]))
        : value;

  test("changes nothing but order", () => {
    fc.assert(
      fc.property(typed, (sections) => {
        const all = (framework: Framework) =>
          sorted({
            grids: gridsOf(framework),
            contributions: contributionsTo(framework),
            scorecards: scorecardsOf(framework),
            edges: graphOf(framework).edges,
            influences: [...graphOf(framework).nodes].flatMap((node) => [
              ...influencesOn(framework, node),
              ...influencesOf(framework, node),
            ]),
          });
        expect(all(read(turned(sections)))).toEqual(all(read(sections)));
      }),
      { numRuns: runs },
    );
  });
});

describe("teams", () => {
  const framework = frameworkOf(
    { superKpi: "retention" },
    {
      goals: [{ id: "stay", name: "Stay" }],
      objectives: [{ id: "help", name: "Help", supports: "stay" }],
      interactions: [{ id: "quote", name: "Quote", serves: "help" }],
      kpis: [
        { id: "retention", measures: "stay", owner: "board" },
        { id: "sold", measures: "help", owner: "sales" },
        { id: "visits", actions: [{ do: "start", what: "Show more", who: "web" }] },
        { id: "clicks", stakeholders: ["web"] },
        { id: "costs" },
      ],
      cpis: [{ id: "quick", direction: "down", interaction: "quote", owner: "sales" }],
      links: [
        { id: "l1", from: "quick", to: "sold" },
        { id: "l2", from: "visits", to: "sold" },
        { id: "l3", from: "clicks", to: "retention", effect: "hurts" },
      ],
      teams: [
        { id: "board", name: "Board", scorecard: [{ kpi: "retention", weight: 1 }] },
        {
          id: "sales",
          name: "Sales",
          scorecard: [
            { kpi: "sold", weight: 0.1 },
            { cpi: "quick", weight: 0.2 },
          ],
        },
        {
          id: "web",
          name: "Web",
          scorecard: [
            { kpi: "sold", weight: 0.5 },
            { kpi: "costs", weight: 0.5 },
            { kpi: "retention", weight: 0 },
          ],
        },
        { id: "legal", name: "Legal" },
      ],
    },
  );

  test("contribute along the shortest path from what they hold to the super-KPI", () => {
    expect(contributionsTo(framework)).toEqual([
      { team: "board", path: ["kpi/retention"], via: "owns", effect: "helps" },
      { team: "sales", path: ["kpi/sold", "objective/help", "goal/stay", "kpi/retention"], via: "owns", effect: "helps" },
      { team: "web", path: ["kpi/clicks", "kpi/retention"], via: "stake", effect: "hurts" },
      { team: "legal", path: null, via: null, effect: null },
    ]);
    expect(contributionsTo({ ...framework, settings: { ...framework.settings, superKpi: undefined } }).map(({ path }) => path)).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  test("have a scorecard that says what they can move and for what they may be held to account", () => {
    expect(scorecardsOf(framework)).toEqual([
      { team: "board", name: "Board", lines: [{ kind: "kpi", id: "retention", weight: 1, movable: true, accountable: true }], weights: 1 },
      {
        team: "sales",
        name: "Sales",
        lines: [
          { kind: "kpi", id: "sold", weight: 0.1, movable: true, accountable: true },
          { kind: "cpi", id: "quick", weight: 0.2, movable: true, accountable: false },
        ],
        weights: 0.3,
      },
      {
        team: "web",
        name: "Web",
        lines: [
          { kind: "kpi", id: "sold", weight: 0.5, movable: true, accountable: false },
          { kind: "kpi", id: "costs", weight: 0.5, movable: false, accountable: false },
          { kind: "kpi", id: "retention", weight: 0, movable: true, accountable: false },
        ],
        weights: 1,
      },
      { team: "legal", name: "Legal", lines: [], weights: 0 },
    ]);
  });
});
