import { expect, test } from "vitest";
import { checkWords, evictions } from "../../src/check/index.ts";
import { frameworkOf } from "../report/example.ts";

test("all KPIs are ranked, the first to let go first, the super-KPI last whatever it lacks", () => {
  const action = { do: "start", what: "Call back" };
  const framework = frameworkOf(
    { superKpi: "stay" },
    {
      kpis: [
        { id: "stay" },
        { id: "sold", owner: "sales", actions: [action], target: { value: 1 } },
        { id: "likes", name: "Likes", owner: "sales", actions: [action], target: { value: 1 } },
        { id: "loose", owner: "sales" },
      ],
    },
  );
  expect(evictions(framework)).toEqual([
    { kpi: "loose", reasons: ["no-action", "no-target"] },
    { kpi: "likes", reasons: ["volume"] },
    { kpi: "sold", reasons: [] },
    { kpi: "stay", reasons: ["no-action", "no-owner", "no-target"] },
  ]);
  expect(checkWords.eviction("no-owner", "nl")).toBe("Niemand is er eigenaar van.");
  expect(checkWords.eviction("no-owner", "en")).toBe("Nobody owns it.");
});
