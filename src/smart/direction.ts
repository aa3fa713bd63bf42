import { phraseAt } from "./phrases.ts";
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
    if (target.kind === "factor") return target.value >= 1 ? "up" : "down";
    const base = baseline?.quantity;
    const comparable = base && (base.unit === target.unit || base.kind === "bare");
    if (comparable && base.value !== target.value) return target.value > base.value ? "up" : "down";
  }
  for (const { key, opens } of tokens) {
    if (opens & opening.way) return own.changes.get(key) ?? own.quantifiers.get(key)!;
  }
  if (subject.known) return subject.known.way;
  return target !== null && (target.kind === "count" || target.kind === "times" || target.kind === "score")
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
  const after = phraseAt(own.bounds, tokens, end);
  return after && after.meaning !== "about" && tokens[after.end]?.kind !== "number" ? after.meaning : null;
}
