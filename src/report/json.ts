import type { Finding } from "../framework/index.ts";
import type { Reason } from "../judge/index.ts";
import type { Entry, Report } from "./report.ts";

/** A reason with its sentence in the reader's language. */
export interface ToldReason extends Reason {
  readonly sentence: string;
}

/** A finding as the contract prints it: place flattened, with its sentence. */
export interface ToldFinding {
  readonly code: Finding["code"];
  readonly severity: Finding["severity"];
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
  readonly on: string;
  readonly message: string;
  readonly params: Finding["params"];
  readonly waived: boolean;
}

export interface ToldEntry extends Omit<Entry, "reasons" | "signals" | "problem"> {
  readonly reasons: readonly ToldReason[];
  readonly signals: readonly ToldReason[];
  readonly problem: { readonly code: string; readonly sentence: string } | null;
}

/** The report as `run --json`, `/api/report` and `report --format json` give it. */
export interface ReportJson extends Omit<Report, "kpis" | "cpis" | "findings"> {
  readonly kpis: readonly ToldEntry[];
  readonly cpis: readonly ToldEntry[];
  readonly findings: readonly ToldFinding[];
}
