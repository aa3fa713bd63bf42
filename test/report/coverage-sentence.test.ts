import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gridsOf } from "../../src/framework/index.ts";
import { coverageSentence } from "../../src/report/index.ts";
import { frameworkOf } from "./example.ts";

const names = ["see", "think", "do", "care"];

interface Case {
  readonly phases?: number;
  readonly behaviour: readonly number[];
  readonly experience: readonly number[];
  readonly goal?: boolean;
  readonly objective?: boolean;
  readonly budget?: number;
  readonly for?: readonly string[];
}

/** One goal, one objective, and in each phase a contact that is gauged from the sides asked for. */
function covered({ phases = 4, behaviour, experience, goal = true, objective = true, budget = 20, for: audience = [] }: Case) {
  const framework = frameworkOf(
    { kpiBudget: budget, phases: names.slice(0, phases).map((id) => ({ id })) },
    {
      segments: [{ id: "starters", name: "Starters" }],
      goals: [{ id: "why", name: "Waarom" }],
      objectives: [{ id: "how", name: "Hoe", supports: ["why"] }],
      interactions: names.slice(0, phases).map((phase) => ({ id: `in-${phase}`, name: phase, phase, serves: ["how"], for: audience })),
      kpis: [
        ...(goal ? [{ id: "k-goal", measures: "why" }] : []),
        ...(objective ? [{ id: "k-objective", measures: "how" }] : []),
        ...behaviour.map((index) => ({ id: `k-${names[index]}`, measures: `in-${names[index]}` })),
      ],
      cpis: experience.map((index) => ({ id: `c-${names[index]}`, direction: "up", interaction: `in-${names[index]}` })),
    },
  );
  return {
    phases: framework.settings.phases.map(({ id, name = null }) => ({ id, name, aim: null })),
    segments: framework.segments.map(({ id, name = id }) => ({ id, name })),
    grids: gridsOf(framework),
    budget: { used: framework.kpis.length, budget },
  };
}

const said = (report: ReturnType<typeof covered>, language: "nl" | "en" = "nl", audience: string | null = null) =>
  coverageSentence(report, audience, language)
    .map(({ text }) => text)
    .join("");
const opening = (one: Case, language: "nl" | "en" = "nl") => said(covered(one), language).split(/(?<=\.) /)[0];

describe("the sentence of the framework", () => {
  const all = [0, 1, 2, 3];
  test.each<[Case, string, string]>([
    [
      { behaviour: all, experience: all },
      "Je meet in elke fase wat klanten doen en wat ze ervaren.",
      "You measure in every phase what customers do and what they experience.",
    ],
    [
      { behaviour: [], experience: [] },
      "Je meet nog in geen enkele fase wat klanten doen of ervaren.",
      "You do not yet measure what customers do or experience in any phase.",
    ],
    [
      { behaviour: all, experience: [1, 2, 3] },
      "Je meet in elke fase wat klanten doen, maar bij See nog niet wat ze ervaren.",
      "You measure in every phase what customers do, but in See not yet what they experience.",
    ],
    [
      { behaviour: all, experience: [] },
      "Je meet in elke fase wat klanten doen, maar nergens wat ze ervaren.",
      "You measure in every phase what customers do, but nowhere what they experience.",
    ],
    [
      { behaviour: [3], experience: all },
      "Je meet in elke fase wat klanten ervaren, maar bij See, Think en Do nog niet wat ze doen.",
      "You measure in every phase what customers experience, but in See, Think and Do not yet what they do.",
    ],
    [
      { behaviour: [0, 1], experience: [0, 1] },
      "Je meet bij Do en Care nog niets: niet wat klanten doen en niet wat ze ervaren.",
      "You measure nothing yet in Do and Care: neither what customers do nor what they experience.",
    ],
    [
      { behaviour: [0, 1], experience: [1, 2] },
      "Je meet bij Do en Care nog niet wat klanten doen, en bij See en Care nog niet wat ze ervaren.",
      "You measure in Do and Care not yet what customers do, and in See and Care not yet what they experience.",
    ],
  ])("about the phases: %o", (one, nl, en) => {
    expect(opening(one)).toBe(nl);
    expect(opening(one, "en")).toBe(en);
  });

  const rest = (one: Partial<Case>, language: "nl" | "en" = "nl") =>
    said(covered({ behaviour: all, experience: all, ...one }), language).replace(/^.*?\. /, "");

  test("about goals, objectives and the budget", () => {
    expect(rest({ budget: 6 })).toBe("Elk doel en elke doelstelling heeft een KPI, en het budget van zes is vol.");
    expect(rest({ goal: false, budget: 6 })).toBe("Eén doel heeft nog geen KPI, en er is plaats voor nog één KPI.");
    expect(rest({ goal: false, objective: false, budget: 6 }, "en")).toBe(
      "One goal and one objective have no KPI yet, and there is room for two more KPIs.",
    );
    expect(rest({ budget: 4 })).toBe("Elk doel en elke doelstelling heeft een KPI. Er zijn zes KPI’s: twee meer dan het budget van vier.");
    const noGoal = frameworkOf({ kpiBudget: 1 }, { objectives: [{ id: "how", name: "Hoe" }], kpis: [{ id: "k" }] });
    const aimless = { phases: [], segments: [], grids: gridsOf(noGoal), budget: { used: 1, budget: 1 } };
    expect(said(aimless)).toMatch(/ Er is nog geen doel, één doelstelling heeft nog geen KPI, en het budget van één is vol\.$/);
    expect(said(aimless, "en")).toMatch(/ There is no goal yet, one objective has no KPI yet, and the budget of one is full\.$/);
    expect(coverageSentence(covered({ behaviour: all, experience: all, budget: 4 }), null, "nl").at(-1)?.tone).toBe("behind");
  });

  test("an empty framework, and one without phases", () => {
    const empty = frameworkOf({});
    const bare = {
      phases: empty.settings.phases.map(({ id }) => ({ id, name: null, aim: null })),
      segments: [],
      budget: { used: 0, budget: 7 },
    };
    expect(said({ ...bare, grids: gridsOf(empty) })).toBe(
      "Je meet nog in geen enkele fase wat klanten doen of ervaren. Er is nog geen doel of doelstelling, en er is plaats voor nog zeven KPI’s.",
    );
    expect(said({ ...bare, grids: [] })).toMatch(/^Er zijn nog geen fasen\./);
  });

  test("a target group is named first; one that is not there is everyone", () => {
    const report = covered({ behaviour: all, experience: all, for: ["starters"] });
    expect(said(report, "nl", "starters")).toMatch(/^Starters: je meet in elke fase/);
    expect(said(report, "en", "starters")).toMatch(/^Starters: you measure in every phase/);
    expect(said(report, "nl", "nobody")).toBe(said(report));
  });

  test("law: whatever is missing, whole sentences, and each phase without a lane is told or counted", () => {
    const some = fc.subarray(all);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }),
        some,
        some,
        fc.boolean(),
        fc.boolean(),
        fc.integer({ min: 1, max: 12 }),
        (phases, does, feels, goal, objective, budget) => {
          const within = (indexes: readonly number[]) => indexes.filter((index) => index < phases);
          const report = covered({ phases, behaviour: within(does), experience: within(feels), goal, objective, budget });
          for (const language of ["nl", "en"] as const) {
            const text = said(report, language);
            expect(text).toMatch(/^[A-Z][^]*\.$/);
            expect(text).not.toMatch(/undefined|null|NaN| {2}|\.\.|, ,| ,|bij ,|in ,/);
            const full = within(does).length === phases && within(feels).length === phases;
            expect(/maar|niets|nergens|nog niet|geen enkele|not yet|nothing|nowhere|any phase/.test(text.split(". ")[0]!)).toBe(!full);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
