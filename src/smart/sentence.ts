import { type Clause, clauses, type FieldSpan, fields } from "./clauses.ts";
import type { Calendar } from "./calendar.ts";
import { type KnownMetric, metricAt } from "./metrics.ts";
import { fromEvent, type Period, periods } from "./period.ts";
import { phraseAt } from "./phrases.ts";
import { quantities, type Quantity } from "./quantity.ts";
import { type Marks, marks } from "./spans.ts";
import type { Token } from "./tokens.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A sentence with everything found in it, before it is decided what each part is for. */
export interface Sentence {
  readonly tokens: readonly Token[];
  /** the words of its language, and of the other */
  readonly own: Vocabulary;
  readonly other: Vocabulary;
  readonly clauses: readonly Clause[];
  readonly fields: readonly FieldSpan[];
  readonly periods: readonly Period[];
  readonly quantities: readonly Quantity[];
  readonly metrics: readonly KnownMetric[];
  /** what its words may begin, as bits of `opening` */
  readonly opens: number;
  readonly inPeriod: Marks;
  /** in a period or a quantity */
  readonly inNumber: Marks;
}

export function analyse(tokens: readonly Token[], own: Vocabulary, other: Vocabulary, calendar: Calendar): Sentence {
  const found = periods(tokens, calendar);
  const all = marks(tokens.length, found);
  let amounts = quantities({ tokens, own, other, taken: all });
  // A length of time after “within” is a deadline or what something may take; only the other numbers tell which.
  const kept = found.filter((period) => period.ahead === null || isDeadline(period, tokens, own, amounts, found));
  const inPeriod = kept.length === found.length ? all : marks(tokens.length, kept);
  if (kept.length < found.length) amounts = quantities({ tokens, own, other, taken: inPeriod });
  return {
    tokens,
    own,
    other,
    clauses: clauses(tokens, own),
    fields: fields(tokens, own),
    periods: kept,
    quantities: amounts,
    metrics: metrics(tokens, own, other, inPeriod),
    opens: tokens.reduce((bits, { opens }) => bits | opens, 0),
    inPeriod,
    inNumber: marks(tokens.length, kept, amounts),
  };
}

function metrics(tokens: readonly Token[], own: Vocabulary, other: Vocabulary, inPeriod: Marks): KnownMetric[] {
  const found: KnownMetric[] = [];
  for (let at = 0; at < tokens.length;) {
    const metric = inPeriod(at) || own.goals.has(tokens[at]!.key) ? null : metricAt(tokens, at, own, other);
    if (metric) found.push(metric);
    at = metric ? metric.end : at + 1;
  }
  return found;
}

function isDeadline(
  period: Period,
  tokens: readonly Token[],
  own: Vocabulary,
  others: readonly Quantity[],
  all: readonly Period[],
): boolean {
  const opens = period.start === 0;
  // “within 8 weeks of the request”: counted from something else than today.
  if (fromEvent(tokens, own, period.end)) return false;
  if (all.some((other) => other !== period && other.ends && other.ahead === null)) return false;
  if (others.length === 0) return opens && period.ahead === "longer";
  if (opens || period.ahead === "longer") return true;
  if (others.some(({ kind }) => kind === "percent" || kind === "share")) return false;
  const { verbs, isParticiple, bounds } = own;
  const next = tokens[period.end];
  return next?.kind !== "word" || !(verbs.has(next.key) || isParticiple(next.key)) || phraseAt(bounds, tokens, period.end) !== null;
}
