import { fromEvent } from "./period.ts";
import { phraseAt } from "./phrases.ts";
import type { Quantity } from "./quantity.ts";
import type { Sentence } from "./sentence.ts";
import { spanFrom } from "./spans.ts";

/** A number that narrows what is counted (`met minstens 2 orders`, `voor groepen van 8`), rather than the aim. */
export function isCondition(sentence: Sentence, quantity: Quantity): boolean {
  const { tokens, own } = sentence;
  const { start, end, kind, describes } = quantity;
  if (describes && !isBoundWord(sentence, start - 1)) return true;
  // “readmissions within 30 days: from 9 to 7 %”
  if (kind === "time" && (phraseAt(own.within, tokens, start - 1) || isBoundWord(sentence, start - 1)) && leadsToAim(sentence, end))
    return true;
  // “debtors > 60 days at most € 25,000”: the bound behind it is the aim's.
  const bounded = kind === "time" ? spanFrom(sentence.quantities, end, end + 4) : null;
  if (bounded && bounded.kind !== "time" && isBoundWord(sentence, start - 1) && isBoundWord(sentence, bounded.start - 1)) return true;
  if ((kind !== "count" && kind !== "time" && kind !== "bare") || isMetricsOwn(sentence, quantity)) return false;
  let at = start - 1;
  const definite = kind === "count" && own.articles.has(tokens[at]?.key ?? "");
  for (let words = 0; at >= 0 && words < 4; at--, words++) {
    if (!own.articles.has(tokens[at]!.key) && !isBoundWord(sentence, at)) break;
  }
  if (at < 0) return false;
  return definite || (own.conditions.has(tokens[at]!.key) && !own.towards.has(tokens[at]!.key));
}

/** A time whose event follows, or whose real number stands behind a colon: “complaints closed within 10 days: 98 %”. */
function leadsToAim({ tokens, own, quantities }: Sentence, end: number): boolean {
  if (fromEvent(tokens, own, end)) return true;
  const next = spanFrom(quantities, end, tokens.length);
  return next !== null && tokens.slice(end, Math.min(next.start, end + 4)).some(({ key }) => key === ":");
}

/** “een NPS van 40”: the number is the metric's. */
function isMetricsOwn({ metrics }: Sentence, { kind, start }: Quantity): boolean {
  if (kind !== "bare") return false;
  for (const { end, measure } of metrics) if (measure !== "count" && end <= start && start - end <= 2) return true;
  return false;
}

/** Whether token `at` belongs to a bound (`minstens`, `at most`). */
function isBoundWord({ tokens, own }: Sentence, at: number): boolean {
  for (let start = Math.max(0, at - 2); start <= at; start++) {
    const bound = phraseAt(own.bounds, tokens, start);
    if (bound && bound.end > at && !own.conditions.has(tokens[start]!.key)) return true;
  }
  return false;
}
