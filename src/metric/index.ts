export { assemble } from "./assemble.ts";
export { definitionOf, isAdditive, measuredDatasets, minimumOf } from "./describe.ts";
export { explain } from "./explain.ts";
export type {
  Catalog,
  Key,
  LoadedDataset,
  Measure,
  MetricQuery,
  Node,
  Plan,
  PlannedMetric,
  PlannedPeriod,
  PlannedQuery,
  Point,
  QueryResult,
  Recipe,
  SegmentValue,
  Series,
} from "./plan.ts";
export { planQuery } from "./query.ts";
export { unitOf } from "./reference.ts";
export { type ComputedMetric, type ComputedType, kinds } from "./types/index.ts";
