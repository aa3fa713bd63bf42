import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Driver, GrowthOutcome, Scenario, TreeOutcome } from "../report/index.ts";
import { answerOf, type Language, patiently, posted } from "./report.ts";

export type GrowthScenario = Extract<Scenario, { kind: "growth" }>;
export type TreeScenario = Extract<Scenario, { kind: "tree" }>;
type Nameless<Kind extends Scenario> = Omit<Kind, "id" | "name">;
export type GrowthAsked = Nameless<GrowthScenario>;
export type TreeAsked = Nameless<TreeScenario>;

/** What there is to work out, and what may be changed. */
export interface Scenarios {
  readonly scenarios: readonly Scenario[];
  /** those of the super-KPI first */
  readonly drivers: readonly Driver[];
}

export interface Keeping {
  /** null: a new scenario */
  readonly of: string | null;
  readonly name: string;
  readonly scenario: GrowthAsked | TreeAsked;
}

export interface Kept {
  readonly id: string;
  readonly name: string;
  readonly file: string;
}

export function useScenarios(language: Language) {
  return useQuery({
    queryKey: ["scenarios"],
    queryFn: async ({ signal }) =>
      (await answerOf(await fetch(`/api/scenario?language=${language}`, { signal, headers: { accept: "application/json" } }))) as Scenarios,
    staleTime: 15_000,
    ...patiently,
  });
}

/** What a scenario comes to, by the server's own engine. The last outcome stays until the next one arrives. */
function useOutcome<Outcome>(scenario: object | null, least: number | null, language: Language) {
  return useQuery({
    queryKey: ["scenario", language, scenario, least],
    queryFn: async ({ signal }) => (await posted(`/api/scenario?language=${language}`, { scenario, least }, signal)) as Outcome,
    enabled: scenario !== null,
    placeholderData: keepPreviousData,
    staleTime: 15_000,
    ...patiently,
  });
}

export function useTreeOutcome(scenario: TreeAsked | null, language: Language) {
  return useOutcome<TreeOutcome>(scenario, null, language);
}

/** `least`: the score that growth must keep. */
export function useGrowthOutcome(scenario: GrowthAsked | null, least: number | null, language: Language) {
  return useOutcome<GrowthOutcome>(scenario, least, language);
}

/** Writes a scenario into the workspace. */
export function useKeep(language: Language) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (keeping: Keeping) => (await posted(`/api/scenario/keep?language=${language}`, keeping)) as Kept,
    onSuccess: () =>
      Promise.all([client.invalidateQueries({ queryKey: ["scenarios"] }), client.invalidateQueries({ queryKey: ["report"] })]),
  });
}
