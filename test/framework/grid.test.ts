import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { audiencesOf, graphOf, type Grid, gridOf, gridsOf, nodesFor } from "../../src/framework/index.ts";
import { frameworkOf } from "../report/example.ts";
import { read, typed } from "./arbitrary.ts";

const runs = Number(process.env["HELDER_RUNS"] ?? 40);

describe("the grid", () => {
  const inCells = ({ cells }: Grid) => new Set(cells.flatMap(({ gauges }) => gauges.map(({ kind, id }) => `${kind}/${id}`)));

  test("has two lanes and two layers of as many cells as phases, and no gauge that is nowhere", () => {
    fc.assert(
      fc.property(typed, (sections) => {
        const framework = read(sections);
        for (const grid of gridsOf(framework)) {
          const { coverage, cells, phases } = grid;
          const count = (layer: string, side: string | null) => cells.filter((cell) => cell.layer === layer && cell.side === side).length;
          expect([
            count("goal", null),
            count("objective", null),
            count("interaction", "behaviour"),
            count("interaction", "experience"),
          ]).toEqual(Array.from({ length: 4 }, () => phases.length));
          expect([coverage.cells, coverage.behaviour.cells, coverage.experience.cells]).toEqual([
            4 * phases.length,
            phases.length,
            phases.length,
          ]);
          expect(coverage.filled).toBe(cells.filter(({ gauges }) => gauges.length > 0).length);
          for (const { gauges, missing, members, ungauged } of cells) {
            expect(missing).toBe(gauges.length > 0 ? null : members.length > 0 ? "not-gauged" : "nothing");
            expect(ungauged).toEqual(members.filter((member) => !gauges.some(({ of }) => of === member)));
          }
        }
        const everyone = gridOf(framework, null);
        const homeless = new Set(everyone.homeless.map(({ layer, id }) => `${layer}/${id}`));
        const shown = inCells(everyone);
        for (const node of graphOf(framework).nodes) {
          if (node.startsWith("kpi/") || node.startsWith("cpi/")) expect([node, shown.has(node)]).toEqual([node, !homeless.has(node)]);
        }
      }),
      { numRuns: runs },
    );
  });

  test("of a segment shows a part of the grid for everyone", () => {
    fc.assert(
      fc.property(typed, (sections) => {
        const framework = read(sections);
        const everyone = inCells(gridOf(framework, null));
        for (const grid of gridsOf(framework)) for (const gauge of inCells(grid)) expect(everyone).toContain(gauge);
      }),
      { numRuns: runs },
    );
  });

  const shop = frameworkOf(
    {},
    {
      segments: [{ id: "young", name: "Young" }, { id: "old" }, { id: "unused" }],
      goals: [
        { id: "stay", name: "Stay", for: "young" },
        { id: "open", name: "Open to all" },
      ],
      objectives: [
        { id: "come-back", name: "Come back", supports: "stay" },
        { id: "be-known", name: "Be known", supports: ["stay", "open"] },
        { id: "adrift", name: "Adrift", for: "old" },
      ],
      interactions: [
        { id: "see-ad", name: "See an ad", phase: "see", serves: ["come-back", "be-known"] },
        { id: "visit", name: "Visit", phase: "do", serves: "come-back" },
        { id: "phone", name: "Phone", phase: "do", serves: "come-back" },
        { id: "lost", name: "Lost" },
      ],
      kpis: [
        { id: "visits", measures: "visit" },
        { id: "ease", measures: "phone", side: "experience" },
        { id: "returning", measures: "stay" },
        { id: "loose" },
        { id: "lost-calls", measures: "lost" },
      ],
      cpis: [{ id: "quick", direction: "down", interaction: "visit" }],
    },
  );
  const cell = (grid: Grid, layer: string, phase: string, side: string | null = null) =>
    grid.cells.find((one) => one.layer === layer && one.phase === phase && one.side === side);

  test("says what is gauged from which side, what is not, and what is nowhere", () => {
    const grid = gridOf(shop, null);
    expect(cell(grid, "interaction", "do", "behaviour")).toEqual({
      layer: "interaction",
      phase: "do",
      side: "behaviour",
      members: ["visit", "phone"],
      gauges: [{ kind: "kpi", id: "visits", of: "visit" }],
      missing: null,
      ungauged: ["phone"],
    });
    expect(cell(grid, "interaction", "do", "experience")).toMatchObject({
      gauges: [
        { kind: "cpi", id: "quick", of: "visit" },
        { kind: "kpi", id: "ease", of: "phone" },
      ],
      ungauged: [],
    });
    expect(cell(grid, "interaction", "see", "behaviour")).toMatchObject({
      members: ["see-ad"],
      missing: "not-gauged",
      ungauged: ["see-ad"],
    });
    expect(cell(grid, "interaction", "care", "behaviour")).toMatchObject({ members: [], missing: "nothing", ungauged: [] });
    // A goal lies over everything between the first and the last phase below it.
    expect(cell(grid, "goal", "think")).toMatchObject({ members: ["stay"], missing: null });
    expect(grid.spans).toEqual([
      { layer: "goal", id: "stay", from: "see", to: "do", gauges: [{ kind: "kpi", id: "returning" }] },
      { layer: "goal", id: "open", from: "see", to: "see", gauges: [] },
      { layer: "objective", id: "come-back", from: "see", to: "do", gauges: [] },
      { layer: "objective", id: "be-known", from: "see", to: "see", gauges: [] },
      { layer: "objective", id: "adrift", from: null, to: null, gauges: [] },
    ]);
    expect(grid.homeless).toEqual([
      { layer: "objective", id: "adrift" },
      { layer: "interaction", id: "lost" },
      { layer: "kpi", id: "loose" },
      { layer: "kpi", id: "lost-calls" },
    ]);
    expect(grid.coverage).toEqual({ cells: 16, filled: 5, behaviour: { cells: 4, filled: 1 }, experience: { cells: 4, filled: 1 } });
  });

  test("filters by whom things are for: by name, by what stands above, and otherwise for everyone", () => {
    const audiences = [
      "goal/stay",
      "objective/come-back",
      "objective/be-known",
      "interaction/visit",
      "interaction/see-ad",
      "interaction/lost",
    ];
    expect(audiences.map((node) => [...(audiencesOf(shop, node) ?? ["everyone"])])).toEqual([
      ["young"],
      ["young"],
      ["everyone"],
      ["young"],
      ["everyone"],
      ["everyone"],
    ]);
    expect(gridsOf(shop).map(({ audience }) => audience)).toEqual([null, "young", "old"]);
    const old = gridOf(shop, "old");
    expect(cell(old, "interaction", "do", "behaviour")).toMatchObject({ members: [], gauges: [], missing: "nothing" });
    expect(old.spans.map(({ id }) => id)).toEqual(["open", "be-known", "adrift"]);
    expect(old.homeless.map(({ id }) => id)).toEqual(["adrift", "lost", "loose", "lost-calls"]);
    expect([...nodesFor(shop, "young")].toSorted()).toEqual([
      "cpi/quick",
      "goal/stay",
      "interaction/phone",
      "interaction/visit",
      "kpi/ease",
      "kpi/returning",
      "kpi/visits",
      "objective/come-back",
    ]);
  });
});
