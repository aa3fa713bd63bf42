import type { Day } from "../calendar/index.ts";
import type { Language } from "../framework/index.ts";
import type { Agreement } from "./agreement.ts";
import type { Subject } from "./subject.ts";
import type { Reason } from "./reasons.ts";
import type { Sentence } from "./sentence.ts";
import type { Aim } from "./aim.ts";
import type { Way } from "./vocabulary.ts";

/** What was read from one sentence. */
export interface Kpi {
  /** as typed; percentages are fractions, “verdubbelen” is 2 */
  readonly value: number | null;
  /** `percent`, an ISO currency code, `minute` `hour` `day` …, `score`, `ratio`, or the counted noun as typed */
  readonly unit: string | null;
  readonly metric: string | null;
  readonly direction: Way | null;
  /** both ends included */
  readonly from: Day | null;
  readonly to: Day | null;
}

/** Everything a letter is judged by. */
export interface Reading {
  readonly kpi: Kpi;
  readonly sentence: Sentence;
  readonly aim: Aim;
  readonly subject: Subject;
  readonly agreements: readonly Agreement[];
  readonly reasons: readonly Reason[];
  /** null = the past is not judged */
  readonly asOf: Day | null;
}

/** `ok` null = the sentence does not say. */
export interface Verdict {
  readonly ok: boolean | null;
  readonly reason: string;
}

export type Letter = "S" | "M" | "A" | "R" | "T";

/** One letter: one file under `letters/`, with its sentences. */
export type Judge = (reading: Reading, language: Language) => Verdict;
