import type { Day } from "../../calendar/index.ts";
import type { Framework, Language, Scenario } from "../../framework/index.ts";
import { type GrowthOutcome, growthOutcome, type TreeOutcome, treeOutcome } from "../../report/index.ts";
import type { Engine } from "../engine.ts";
import { measuredOf } from "./growth.ts";
import { simulateTree } from "./tree.ts";

/** How an outcome is asked for. */
export interface ScenarioRequest {
  readonly language: Language;
  readonly asOf: Day | null;
  /** the score that growth must keep in the busiest hour; null: not asked */
  readonly least: number | null;
}

/** What a scenario comes to, and why to doubt it: what `helder simulate` and the web app tell. Throws as `simulateTree`, and `scenario-boundless`. */
export async function simulated(
  engine: Engine,
  framework: Framework,
  scenario: Scenario,
  { language, asOf, least }: ScenarioRequest,
): Promise<GrowthOutcome | TreeOutcome> {
  if (scenario.kind === "growth") return growthOutcome(framework, scenario, await measuredOf(engine, scenario, asOf), language, least);
  return treeOutcome(framework, scenario.id, await simulateTree(engine, framework, scenario, asOf), language);
}
