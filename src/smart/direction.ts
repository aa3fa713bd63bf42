import { phraseAt } from "./phrases.ts";
import { groupOf } from "./group.ts";
import { holds, spanAt } from "./spans.ts";
import type { Subject } from "./subject.ts";
import type { Sentence } from "./sentence.ts";
import type { Aim } from "./aim.ts";
import { opening } from "./tokens.ts";
import type { Way } from "./vocabulary.ts";

/** Which way the number should go: told by a bound, by the step from the baseline, by a verb, by the metric itself; null = unknown. */
export function direction(sentence: Sentence, { target, baseline }: Aim, subject: Subject): Way | null {
  const { tokens, own } = sentence;
  if (target !== null) {
    const bound = boundBefore(sentence, target.start, target.end);
    if (bound) return bound;
    if (target.value === 0) return "down";
    if (target.kind === "factor") return target.value >= 1 ? "up" : "down";
    const base = baseline?.quantity;
    const comparable = base && (base.unit === target.unit || base.kind === "bare");
    if (comparable && base.value !== target.value) return target.value > base.value ? "up" : "down";
  }
  const sign = target && tokens[target.start - 1]?.key === "+" && tokens[target.start]!.glued;
  if (sign || (target !== null && target.value < 0)) return sign ? "up" : "down";
  for (const [at, { key, opens }] of tokens.entries()) {
    if (opens & opening.way && !(target?.kind === "count" && holds(target, at))) return own.changes.get(key) ?? own.quantifiers.get(key)!;
  }
  const most = target?.unit === "percent" && target.value >= 0.5;
  // “98 % of the complaints within a week”: the share is good, whatever it is a share of.
  if (subject.known && !(most && (subject.known.measure === "time" || subject.known.measure === "count"))) return subject.known.way;
  // A share to be kept low is hardly ever more than half.
  const part = most || (target?.unit === "percent" && groupOf(sentence, target) !== null);
  return target !== null &&
    (target.kind === "count" || subject.counted !== null || target.kind === "times" || target.kind === "score" || part)
    ? "up"
    : target?.kind === "time"
      ? "down"
      : null;
}

function boundBefore({ tokens, own, periods }: Sentence, start: number, end: number): Way | null {
  for (let at = Math.max(0, start - 5); at < start; at++) {
    const bound = periods.some(({ start, end }) => at >= start && at < end) ? null : phraseAt(own.bounds, tokens, at);
    if (!bound) continue;
    if (bound.meaning !== "about" && start - bound.end <= 2) return bound.meaning;
    at = bound.end - 1;
  }
  const after = spanAt(periods, end) ? null : phraseAt(own.bounds, tokens, end);
  return after && after.meaning !== "about" && tokens[after.end]?.kind !== "number" ? after.meaning : null;
}
