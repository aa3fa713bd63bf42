export type { ScenarioDoubt } from "./doubt.ts";
export { type GrowthMeasured, type GrowthOutcome, growthOutcome, growthText } from "./growth.ts";
export {
  type ChangedIndicator,
  type ChangedPeriod,
  changesText,
  type Driver,
  expectedValue,
  type LinkCounted,
  type LinkLeft,
  type TreeChanges,
  type TreeOutcome,
  treeOutcome,
} from "./tree.ts";
