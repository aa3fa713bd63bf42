import type { Finding } from "../framework/index.ts";
import type { Reason } from "../judge/index.ts";
import type { ToldFault } from "./quality.ts";
import type { Budget, Conflict, Entry, Report } from "./report.ts";
import type { Steered } from "./steering/steered.ts";
import type { ToldAttainment } from "./scorecard.ts";
import type { SmartCard } from "./smart-card.ts";

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
  /** why it counts, in one sentence */
  readonly why: string;
  readonly params: Finding["params"];
  readonly waived: boolean;
  /** present where `helder check --fix` mends it */
  readonly fixable?: true;
}

export interface ToldEntry extends Omit<Entry, "reasons" | "signals" | "problem" | "definitionInWords"> {
  readonly reasons: readonly ToldReason[];
  readonly signals: readonly ToldReason[];
  readonly problem: { readonly code: string; readonly sentence: string } | null;
  readonly definitionInWords: string | null;
  readonly smart: SmartCard;
}

/** The report as `run --json`, `/api/report` and `report --format json` give it. */
export interface ReportJson extends Omit<
  Report,
  "kpis" | "cpis" | "conflicts" | "steered" | "attained" | "findings" | "budget" | "quality"
> {
  readonly kpis: readonly ToldEntry[];
  readonly cpis: readonly ToldEntry[];
  readonly conflicts: readonly (Conflict & { readonly sentence: string })[];
  readonly steered: readonly (Steered & { readonly sentence: string })[];
  readonly attained: readonly ToldAttainment[];
  readonly findings: readonly ToldFinding[];
  readonly quality: readonly ToldFault[];
  readonly budget: Omit<Budget, "ranking"> & {
    readonly ranking: readonly {
      readonly kpi: string;
      readonly reasons: readonly { readonly code: string; readonly sentence: string }[];
    }[];
  };
}
