import type { Cadence, Day, FiscalStart } from "../calendar/index.ts";
import type { Fault, Target } from "../framework/index.ts";
import type { Point } from "../metric/index.ts";
import type { Nature } from "./nature.ts";

/** All that a verdict depends on. `needs` says which questions to the metric fill `range`, `within` and `history`. */
export interface JudgeInput {
  readonly direction: "up" | "down";
  /** as `judgedTarget` gives it */
  readonly target: Pick<Target, "value" | "from" | "to" | "measured" | "plan"> | null;
  /** the values of the other levels that were agreed for the same range; absent or null: none */
  readonly levels?: { readonly floor: number | null; readonly stretch: number | null };
  /** the level before the target began; null where unknown */
  readonly baseline: number | null;
  readonly cadence: Cadence;
  readonly fiscalStart: FiscalStart;
  readonly nature: Nature;
  readonly asOf: Day;
  /** the day through which the metric's data are complete; null where the data have no end of their own */
  readonly watermark: Day | null;
  /** whether the metric has any row as of `asOf` */
  readonly hasRows: boolean;
  /** code of the error that kept the values from being computed */
  readonly problem: string | null;
  /** what is wrong with the rows that it would be computed from; the values are then not to be believed */
  readonly fault?: Fault | null;
  /** the value over the target's range so far */
  readonly range: number | null;
  /** values per cadence period of the target's range, each cut to it; any order */
  readonly within: readonly Point[];
  /** values per cadence period as far back as there are rows; any order */
  readonly history: readonly Point[];
}
