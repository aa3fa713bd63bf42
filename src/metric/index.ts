export { assemble } from "./assemble.ts";
export { columnsOf } from "./columns.ts";
export { definitionOf, fingerprintOf, isAdditive, measuredDatasets, minimumOf } from "./describe.ts";
export { explain } from "./explain.ts";
export { customersOf, segmentDataset } from "./membership.ts";
export { manyRows } from "./plan.ts";
export { closesOn, type Extent, type Reach, type Window } from "./extent.ts";
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
  ProjectedColumn,
  QueryResult,
  Recipe,
  SegmentValue,
  Series,
  TimeUnit,
  WindowColumn,
  Span,
} from "./plan.ts";
export { planQuery } from "./query.ts";
export { reachOf, windowsOf } from "./reach.ts";
export { formulaOf, guardCycle, metricNamed, unitOf } from "./reference.ts";
export { spokenDefinition } from "./spoken.ts";
export { kinds } from "./types/index.ts";
