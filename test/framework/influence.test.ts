import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Framework, graphOf, type Influence, influencesOf, influencesOn, movesOf } from "../../src/framework/index.ts";
import { frameworkOf } from "../report/example.ts";
import { read, type Typed, typed } from "./arbitrary.ts";

/** Every path on which no node stands twice, walked one by one. */
function allPaths(framework: Framework, from: string): Influence[] {
  const { edges } = movesOf(framework);
  const found: Influence[] = [];
  const walk = (path: readonly string[], sign: number): void => {
    if (path.length > 1) found.push({ from, to: path.at(-1)!, effect: sign > 0 ? "helps" : "hurts", path });
    for (const edge of edges) {
      if (edge.from === path.at(-1) && !path.includes(edge.to)) walk([...path, edge.to], edge.effect === "helps" ? sign : -sign);
    }
  };
  walk([from], 1);
  return found;
}

const named = ({ from, to, effect, path }: Influence) => `${from} ${effect} ${to} in ${path.length}`;

function shortest(paths: readonly Influence[]): string[] {
  const best = new Map<string, Influence>();
  for (const one of paths) {
    const key = `${one.from} ${one.effect} ${one.to}`;
    if ((best.get(key)?.path.length ?? Number.POSITIVE_INFINITY) > one.path.length) best.set(key, one);
  }
  return [...best.values()].map(named).sort();
}

const runs = Number(process.env["HELDER_RUNS"] ?? 40);

describe("influences", () => {
  test("are what walking every path finds, of each sign the shortest", () => {
    fc.assert(
      fc.property(typed, (sections) => {
        const framework = read(sections);
        const nodes = [...graphOf(framework).nodes];
        const walked = nodes.flatMap((node) => allPaths(framework, node));
        for (const node of nodes) {
          expect(influencesOf(framework, node).map(named).sort()).toEqual(shortest(walked.filter(({ from }) => from === node)));
          expect(influencesOn(framework, node).map(named).sort()).toEqual(shortest(walked.filter(({ to }) => to === node)));
        }
      }),
      { numRuns: runs },
    );
  });

  test("have the product of the signs along their path, on which no node stands twice, the shortest first", () => {
    fc.assert(
      fc.property(typed, (sections) => {
        const framework = read(sections);
        const { edges } = movesOf(framework);
        for (const node of graphOf(framework).nodes) {
          const found = influencesOf(framework, node);
          for (const { effect, path } of found) {
            expect(new Set(path).size).toBe(path.length);
            const signs = path
              .slice(1)
              .map((to, index) => new Set(edges.filter((edge) => edge.from === path[index] && edge.to === to).map((edge) => edge.effect)));
            // Between two indicators both a helping and a hurting link may be claimed: then the path may have either sign.
            if (signs.some((both) => both.size === 2)) continue;
            const hurting = signs.filter((only) => only.has("hurts")).length;
            expect(effect).toBe(hurting % 2 === 0 ? "helps" : "hurts");
          }
          const lengths = found.map(({ path }) => path.length);
          expect(lengths).toEqual(lengths.toSorted((a, b) => a - b));
        }
      }),
      { numRuns: runs },
    );
  });

  test("do not go when something is added", () => {
    const sections: (keyof Typed)[] = ["goals", "objectives", "interactions", "kpis", "cpis", "enablers", "links"];
    fc.assert(
      fc.property(typed, fc.constantFrom(...sections), fc.nat(), (whole, section, pick) => {
        fc.pre(whole[section].length > 0);
        const less = { ...whole, [section]: whole[section].filter((_, index) => index !== pick % whole[section].length) };
        const key = ({ from, to, effect }: Influence) => `${from} ${effect} ${to}`;
        const [before, after] = [read(less), read(whole)];
        for (const node of graphOf(before).nodes) {
          const known = new Set(influencesOf(after, node).map(key));
          for (const one of influencesOf(before, node)) expect(known).toContain(key(one));
        }
      }),
      { numRuns: runs },
    );
  });

  test("of one node on another are two where paths disagree, and a harm of a harm helps", () => {
    const framework = frameworkOf(
      {},
      {
        goals: [{ id: "name", name: "A trusted name" }],
        objectives: [
          { id: "grow", name: "Grow", supports: [{ goal: "name", effect: "hurts" }] },
          { id: "trust", name: "Trust", supports: ["name"] },
        ],
        interactions: [
          { id: "call", name: "Call back", serves: ["grow", "trust"] },
          { id: "rest", name: "Leave in peace", serves: [{ objective: "grow", effect: "hurts" }] },
        ],
      },
    );
    expect(influencesOn(framework, "goal/name")).toEqual([
      { from: "objective/grow", to: "goal/name", effect: "hurts", path: ["objective/grow", "goal/name"] },
      { from: "objective/trust", to: "goal/name", effect: "helps", path: ["objective/trust", "goal/name"] },
      { from: "interaction/call", to: "goal/name", effect: "helps", path: ["interaction/call", "objective/trust", "goal/name"] },
      { from: "interaction/call", to: "goal/name", effect: "hurts", path: ["interaction/call", "objective/grow", "goal/name"] },
      { from: "interaction/rest", to: "goal/name", effect: "helps", path: ["interaction/rest", "objective/grow", "goal/name"] },
    ]);
  });

  test("go round no loop that turns the sign, and find the longer path beside it", () => {
    // a → b → a turns the sign; the only path that hurts is the long one by c and d.
    const link = (from: string, to: string, effect = "helps") => ({ id: `${from}-${to}`, from, to, effect });
    const framework = frameworkOf(
      {},
      {
        kpis: ["a", "b", "c", "d", "end"].map((id) => ({ id })),
        links: [link("a", "b"), link("b", "a", "hurts"), link("b", "end"), link("a", "c"), link("c", "d", "hurts"), link("d", "b")],
      },
    );
    expect(influencesOf(framework, "kpi/a").filter(({ to }) => to === "kpi/end")).toEqual([
      { from: "kpi/a", to: "kpi/end", effect: "helps", path: ["kpi/a", "kpi/b", "kpi/end"] },
      { from: "kpi/a", to: "kpi/end", effect: "hurts", path: ["kpi/a", "kpi/c", "kpi/d", "kpi/b", "kpi/end"] },
    ]);
  });

  test("end in a tangle of two thousand nodes in which every loop may turn the sign", () => {
    const ids = Array.from({ length: 2000 }, (_, index) => `k${index}`);
    const links = ids.flatMap((from, index) =>
      [1, 7, 61].map((step) => ({
        id: `${from}-${step}`,
        from,
        to: ids[(index + step) % ids.length]!,
        effect: step === 7 ? "hurts" : "helps",
      })),
    );
    const framework = frameworkOf({ superKpi: "k0" }, { kpis: ids.map((id) => ({ id })), links });
    const on = influencesOn(framework, "kpi/k0");
    expect(new Set(on.map(({ from }) => from)).size).toBe(1999);
    expect(on.every(({ path }) => new Set(path).size === path.length)).toBe(true);
  });
});
