import type { Entry } from "./report.ts";

/** What was agreed about a KPI or CPI: the part of its entry that the SMART card is made of. */
export type Agreement = Pick<
  Entry,
  | "kind"
  | "name"
  | "metric"
  | "unit"
  | "direction"
  | "cadence"
  | "accumulates"
  | "target"
  | "baseline"
  | "baselineFromData"
  | "agreedBy"
  | "agreedOn"
  | "because"
  | "definition"
  | "definitionInWords"
  | "description"
  | "partOfWhole"
>;
