import type { Language } from "../framework/index.ts";
import type { Reason } from "./judgement.ts";
import type { ReasonKind, Speak } from "./reason.ts";
import { aheadOfPath } from "./reasons/ahead-of-path.ts";
import { behindPath } from "./reasons/behind-path.ts";
import { brokenSource } from "./reasons/broken-source.ts";
import { chanceOfTarget } from "./reasons/chance-of-target.ts";
import { levelChanged } from "./reasons/level-changed.ts";
import { metTarget } from "./reasons/met-target.ts";
import { missedTarget } from "./reasons/missed-target.ts";
import { noCompletePeriod } from "./reasons/no-complete-period.ts";
import { noRows } from "./reasons/no-rows.ts";
import { noTarget } from "./reasons/no-target.ts";
import { noValue } from "./reasons/no-value.ts";
import { notBegun } from "./reasons/not-begun.ts";
import { passedTarget } from "./reasons/passed-target.ts";
import { planMismatch } from "./reasons/plan-mismatch.ts";
import { problem } from "./reasons/problem.ts";
import { staleData } from "./reasons/stale-data.ts";
import { targetReversed } from "./reasons/target-reversed.ts";
import { targetWithoutDates } from "./reasons/target-without-dates.ts";

const kinds: readonly ReasonKind<never>[] = [
  noTarget,
  targetWithoutDates,
  targetReversed,
  problem,
  brokenSource,
  noRows,
  noValue,
  notBegun,
  noCompletePeriod,
  passedTarget,
  metTarget,
  missedTarget,
  chanceOfTarget,
  aheadOfPath,
  behindPath,
  planMismatch,
  staleData,
  levelChanged,
];

const byCode: ReadonlyMap<string, ReasonKind<never>> = new Map(kinds.map((kind) => [kind.code, kind]));

/** Every reason code a judgement can carry. */
export const reasonCodes: readonly string[] = kinds.map((kind) => kind.code);

/** The sentence of a reason. A code of another version of Helder, which this one does not know, is shown as it is. */
export function reasonSentence(reason: Reason, language: Language, speak: Speak): string {
  const kind = byCode.get(reason.code);
  return kind ? kind.sentences[language](reason.params as never, speak) : reason.code;
}
