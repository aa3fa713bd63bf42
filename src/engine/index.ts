export { type Address, announce, newToken, withdraw } from "./address.ts";
export {
  type Doubt,
  type Engine,
  type EngineCall,
  engineMethods,
  type LoadedFile,
  type LoadResult,
  type OpenOptions,
  type QueryRequest,
  type SqlResult,
  type Timings,
} from "./engine.ts";
export { type LocalEngine } from "./local.ts";
export { makeExample } from "./example.ts";
export { comparisons } from "../metric/index.ts";
export { columnNames, dimensionNames } from "./names.ts";
export { openEngine, openLocalEngine } from "./open.ts";
export { driversOf, keepScenario, readScenario, scenarioNamed, simulated } from "./scenario/index.ts";
export { customerLifetime, type LifetimeAnswer, type LifetimeRequest, type LifetimeUnit, lifetimeUnits } from "./lifetime.ts";
export { type ColumnAsked, columnsOf, type ColumnValues } from "./columns.ts";
export { type Addition, type ChosenSheets, proposeAdditions, sheetsOf, sniffed, writeAdditions } from "./add.ts";
export { undoAdditions } from "./written.ts";
export { type CommentRequest, type CommentWritten, commentOn } from "./comment.ts";
export { type SteeringRequest, type SteeringSaid, steerCycle, type SteeringWritten } from "./steer.ts";
export { alert, type AlertRequest, type AlertResult, type DeadLetter } from "./alert.ts";
export { customerOfToken, signCustomer } from "./customer-token.ts";
export { customerValue, type CustomerValue } from "./customer-value.ts";
export { digest, type DigestResult } from "./digest.ts";
export { sendReport } from "./report-sent.ts";
export { evidenceOf, type LinkEvidence, type LinkExperiment } from "./evidence.ts";
export { type EvidenceJson, tellEvidence, type ToldEvidence } from "./evidence-told.ts";
export { type ListImport, proposeImport, writeImport } from "./import.ts";
export { doubtSentence, type Role, roles } from "../connect/index.ts";
export { type ColumnRoles, corrected, type RoleCorrections } from "./discover/corrected.ts";
export type { Sniffed } from "./load/index.ts";
export {
  type ExperimentAnalysis,
  type ExperimentPlan,
  type ExperimentPlanRequest,
  type ExperimentsResult,
  type MetricOutcome,
  type ObjectiveEffect,
  type PlannedSize,
  type Problem,
  verdictReasons,
} from "./experiment-analysis.ts";
export { whyOf } from "./why.ts";
export { usualBounds } from "./discover/count.ts";
export { discover, type DiscoverRequest, type Discovery, type Keep } from "./discover.ts";
export type { EraseResult } from "./erase/result.ts";
export { audience, type Audience, type AudienceRequest } from "./discover/audience.ts";
