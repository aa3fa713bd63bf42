import { perWord } from "./memory.ts";
import { phraseAt } from "./phrases.ts";
import { opening, type Token } from "./tokens.ts";
import type { Measure, MetricKind, Vocabulary, Way } from "./vocabulary.ts";

/** A metric that the trade knows by name, at tokens `start` up to `end`. */
export interface KnownMetric {
  readonly start: number;
  readonly end: number;
  readonly measure: Measure;
  readonly way: Way | null;
}

/** The known metric that begins at token `at`, in either language: people mix them. */
export function metricAt(tokens: readonly Token[], at: number, own: Vocabulary, other: Vocabulary): KnownMetric | null {
  const token = tokens[at]!;
  if ((token.opens & opening.metric) === 0) return null;
  for (const vocabulary of [own, other]) {
    const phrase = phraseAt(vocabulary.metricPhrases, tokens, at);
    if (phrase) return known(phrase.meaning, at, phrase.end);
  }
  const kind = kindOf(token.key, own) ?? other.metrics.get(token.key) ?? lastWordKind(tokens, at, own);
  return kind ? known(kind, at, at + 1) : null;
}

function known(kind: MetricKind, start: number, end: number): KnownMetric {
  const [measure, way] = kind.split("/") as [Measure, Way | "-"];
  return { start, end, measure, way: way === "-" ? null : way };
}

/** Whether the word is a metric, begins one or ends one. */
export function isMetric(key: string, vocabulary: Vocabulary): boolean {
  return vocabulary.metricPhrases.has(key) || vocabulary.metricEnds.has(key) || kindOf(key, vocabulary) !== null;
}

const kindOf = perWord((key, vocabulary) => vocabulary.metrics.get(key) ?? compoundKind(key, vocabulary));

/** klanttevredenheidsscore, offertedoorlooptijd, SEA-kosten: a compound is what its end is. */
function compoundKind(key: string, { metricEnds, metrics, headLast }: Vocabulary): MetricKind | null {
  const hyphen = key.lastIndexOf("-");
  if (hyphen > 0) {
    const last = key.slice(hyphen + 1);
    const kind = metrics.get(last) ?? metricEnds.get(last);
    if (kind) return kind;
  }
  if (headLast || key.length > 60) return null;
  for (let cut = 3; cut <= key.length - 4; cut++) {
    const end = key.slice(cut);
    const kind = metricEnds.get(end) ?? (end.length >= 5 ? metrics.get(end) : undefined);
    if (kind) return kind;
  }
  return null;
}

/** travel time, fill rate: an English compound is what its last word is, where a noun stands before it. */
function lastWordKind(tokens: readonly Token[], at: number, { headLast, metricEnds, stop, articles }: Vocabulary): MetricKind | null {
  if (!headLast) return null;
  const kind = metricEnds.get(tokens[at]!.key);
  const before = tokens[at - 1];
  return kind && before?.kind === "word" && !stop.has(before.key) && !articles.has(before.key) ? kind : null;
}
