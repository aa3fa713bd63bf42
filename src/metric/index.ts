export { type Apart, apartBy, ofTouched } from "./apart.ts";
export { assemble } from "./assemble.ts";
export { columnsOf } from "./columns.ts";
export { meaningOf } from "./meaning.ts";
export { definitionOf, fingerprintOf, isAdditive, measuredDatasets, minimumOf, neededDatasets } from "./describe.ts";
export { armColumns, planExperiment, type PlannedEffect, type PlannedExperiment, type SumsAt } from "./experiment.ts";
export type { ExperimentQuery } from "./experiment-assignments.ts";
export { explain } from "./explain.ts";
export { customersOf } from "./membership.ts";
export { type Comparison, comparisons, manyRows } from "./plan.ts";
export { closesOn, type Extent, type Reach, type Window } from "./extent.ts";
export type {
  Catalog,
  DayMark,
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
export { mapped, nodesOf } from "./nodes.ts";
export { reachOf, windowsOf } from "./reach.ts";
export { reachesOf } from "./served.ts";

export { unitOf } from "./reference.ts";
export { spokenDefinition } from "./spoken.ts";
export { type Made, madeOf, type Values } from "./made.ts";
export { type Move, partsOf, whatIf, type WhatIf } from "./what-if.ts";
export { kinds } from "./types/index.ts";
