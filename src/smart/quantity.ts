import { metricAt } from "./metrics.ts";
import { readNumeral, shifted, wordValue } from "./numbers.ts";
import { phraseAt } from "./phrases.ts";
import { opening, type Token } from "./tokens.ts";
import type { TimeUnit, Vocabulary } from "./vocabulary.ts";

/** `share` = a part of a group, `name` = a number that counts nothing (`top 10`), `bare` = nothing stands behind it. */
export type QuantityKind = "percent" | "share" | "money" | "time" | "times" | "score" | "factor" | "count" | "bare" | "name";

/** A number with what it counts. */
export interface Quantity {
  readonly start: number;
  readonly end: number;
  readonly kind: QuantityKind;
  readonly value: number;
  /** as in the contract: `percent`, an ISO code, a singular time, the counted noun as typed; null = none typed */
  readonly unit: string | null;
  /** the words of what is counted */
  readonly noun: Noun | null;
  /** stands before a noun that it describes (`30 dagen retentie`), so it is no target itself */
  readonly describes: boolean;
}

export interface Noun {
  readonly start: number;
  /** token index of the head */
  readonly head: number;
}

/** What quantities are read with. `taken(i)` = token i belongs to a period. */
export interface QuantityReader {
  readonly tokens: readonly Token[];
  readonly own: Vocabulary;
  readonly other: Vocabulary;
  readonly taken: (index: number) => boolean;
}

/** Every quantity of a sentence outside its periods, in order. */
export function quantities(reader: QuantityReader): Quantity[] {
  const found: Quantity[] = [];
  for (let at = 0; at < reader.tokens.length;) {
    const opens = (reader.tokens[at]!.opens & opening.quantity) !== 0 && !reader.taken(at);
    const quantity = opens ? (fraction(reader, at) ?? nothing(reader, at) ?? factor(reader, at) ?? amount(reader, at)) : null;
    if (quantity && quantity.kind !== "name") found.push(quantity);
    at = quantity ? quantity.end : at + 1;
  }
  return found;
}

function make(
  start: number,
  end: number,
  kind: QuantityKind,
  value: number,
  unit: string | null,
  noun: Noun | null = null,
  describes = false,
): Quantity {
  return { start, end, kind, value, unit, noun, describes };
}

function fraction({ tokens, own }: QuantityReader, at: number): Quantity | null {
  const found = phraseAt(own.fractions, tokens, at);
  if (!found) return null;
  const { end } = found;
  const next = tokens[end]?.key ?? "";
  const value = Number(found.meaning);
  // “a quarter of an hour”
  const whole = own.of.has(next) && own.one.has(tokens[end + 1]?.key ?? "") ? own.times.get(tokens[end + 2]?.key ?? "") : undefined;
  if (whole === "hour") return make(at, end + 3, "time", value * 60, "minute");
  // “a third of the orders”, “half the orders”
  if (own.of.has(next)) return tokens[end + 1]?.kind === "number" ? null : make(at, end + 1, "share", value, "percent");
  if (value === 0.5 && own.headLast && own.articles.has(next) && !own.one.has(next)) return make(at, end, "share", value, "percent");
  const before = tokens[at - 1]?.key ?? "";
  if (own.magnitudes.has(next) || next === own.thousand) return null;
  const stepped =
    own.by.has(before) ||
    own.from.has(before) ||
    phraseAt(own.towards, tokens, at - 1) ||
    phraseAt(own.levels, tokens, at - 1) ||
    own.changes.has(before);
  const changed = stepped || own.changes.has(next) || own.quantifiers.has(next);
  return changed ? make(at, end, "percent", value, "percent") : null;
}

/** `geen klachten`, `no complaints`: zero of them. */
function nothing(reader: QuantityReader, at: number): Quantity | null {
  const { tokens, own } = reader;
  const none = phraseAt(own.none, tokens, at);
  if (!none || phraseAt(own.bounds, tokens, at) || reader.taken(none.end)) return null;
  const metric = tokens[none.end] && metricAt(tokens, none.end, own, reader.other);
  if (metric?.measure !== "count") return null;
  return make(at, metric.end, "count", 0, tokens[metric.end - 1]!.text, { start: none.end, head: metric.end - 1 });
}

function factor({ tokens, own }: QuantityReader, at: number): Quantity | null {
  const multiplier = own.multipliers.get(tokens[at]!.key);
  const multiple = multiplier === undefined ? null : phraseAt(own.multiples, tokens, at + 1);
  if (multiplier !== undefined) return multiple && make(at, multiple.end, "factor", multiplier, "ratio");
  const times = tokens[at]!.kind === "word" ? own.factors.get(tokens[at]!.key) : undefined;
  return times === undefined ? null : make(at, at + 1, "factor", Number(times), "ratio");
}

function amount(reader: QuantityReader, at: number): Quantity | null {
  const { tokens, own } = reader;
  const token = tokens[at]!;
  const currency = own.currencies.get(token.key) ?? null;
  const numberAt = currency && tokens[at + 1] ? at + 1 : at;
  const inMillions = currency ? null : millions(reader, at);
  if (inMillions) return inMillions;
  if (own.one.has(token.key) && token.kind === "word") {
    const spell = oneUnit(reader, at);
    if (spell) return spell;
  }
  const numeral = readNumeral(tokens, numberAt, own);
  if (!numeral) return null;
  if (currency) return money(reader, at, numeral.end, numeral.decimal, currency);
  const spelledOne = token.kind === "word" && numeral.decimal === "1";
  const skip = namesSomething(reader, at, numeral.end);
  if (skip !== null) return make(at, skip, "name", 0, null);
  const read = measured(reader, at, numeral.end, numeral.decimal, numeral.otherwise);
  // “op één staan” counts nothing.
  return spelledOne && read.kind === "bare" ? { ...read, kind: "name" } : read;
}

/** The index behind a number that is a name, an ordinal, a list mark or half of a pair; null where it is a quantity. */
function namesSomething({ tokens, own, other }: QuantityReader, at: number, end: number): number | null {
  const before = tokens[at - 1];
  const next = tokens[end];
  if (before?.kind === "word" && own.numbered.has(before.key) && next?.key !== "%") return end;
  if (tokens[at]!.kind === "word") {
    // “one of the best” counts nothing; “one of the five” is a share.
    const among = own.of.has(next?.key ?? "") && wordValue(tokens[at]!.key, own) === 1;
    return among && !tokens.slice(end + 1, end + 3).some(({ kind }) => kind === "number") ? end : null;
  }
  if (next?.glued && next.kind === "word" && own.ordinalEnds.has(next.key)) return end + 1;
  if (next?.glued && /^[-/]$/.test(next.key) && tokens[end + 1]?.glued) {
    // “a 15-minute wait” is 15 minutes; “a 30-day return policy” no number of its own.
    const time = own.times.has(tokens[end + 1]!.key) && tokens[end + 2] && metricAt(tokens, end + 2, own, other)?.measure === "time";
    if (tokens[end + 1]!.kind === "word") return time ? null : end + 2;
    return next.key === "/" ? end + 2 : null;
  }
  const opens = at === 0 || before?.key === "\n";
  return opens && next?.glued && (next.key === ")" || (next.key === "." && tokens[end + 1] !== undefined)) ? end + 1 : null;
}

function measured(reader: QuantityReader, start: number, end: number, decimal: string, otherwise: string | null): Quantity {
  const { tokens, own } = reader;
  const negative =
    tokens[start - 1]?.key === "-" && tokens[start]!.glued && !tokens[start - 1]!.glued && tokens[start - 2]?.kind !== "number";
  const signed = negative ? `-${decimal}` : decimal;
  const percent = phraseAt(own.percent, tokens, end);
  if (percent) {
    const value = shifted(otherwise === null ? signed : negative ? `-${otherwise}` : otherwise, -2);
    return make(start, percent.end, "percent", value, "percent");
  }
  const range = rangeEnd(reader, start, end);
  if (range) return { ...range, start, value: range.kind === "percent" ? shifted(signed, -2) : shifted(signed, 0) };
  let next = end;
  if (tokens[next]?.key === "," && tokens[next + 1]?.key === "-" && tokens[next + 1]!.glued) next += 2;
  const unit = tokens[next];
  const code = unit && own.currencies.get(unit.key);
  if (code !== undefined) return money(reader, start, next + 1, signed, code);
  if (next > end) return make(start, next, "bare", shifted(signed, 0), null);
  if (unit?.kind === "word" && own.occasions.has(unit.key)) {
    // “3 keer zo veel”, “3x as many”, “10x our users”
    const whole = tokens[end + 1]?.key ?? "";
    const multiple = phraseAt(own.multiples, tokens, end + 1)?.end ?? (multiplies(reader, end, whole) ? end + 1 : null);
    return multiple
      ? make(start, multiple, "factor", shifted(signed, 0), "ratio")
      : make(start, end + 1, "times", shifted(signed, 0), unit.text);
  }
  const time = duration(reader, start, end, otherwise ?? decimal);
  if (time) return time;
  const share = shareOrScale(reader, start, end, decimal);
  if (share) return share;
  const elliptic =
    own.verbs.has(tokens[end]?.key ?? "") && tokens.slice(Math.max(0, start - 3), start).some(({ key }) => own.ellipsis.has(key));
  const noun = elliptic ? null : readNoun(reader, end);
  if (!noun) return make(start, end, "bare", shifted(signed, 0), null);
  const head = tokens[noun.head]!;
  const metric = metricAt(tokens, noun.head, own, reader.other);
  // “de NPS op 30 krijgen”
  const act = own.verbs.has(head.key) && noun.head === end && scoreBefore(reader, start);
  if (act || (metric && metric.measure !== "count" && !own.isPlural(head.key)))
    return make(start, end, "bare", shifted(otherwise ?? signed, 0), null);
  return make(start, noun.head + 1, "count", shifted(signed, 0), head.text, noun);
}

/** “10x our users”, “2x revenue” */
function multiplies({ tokens, own, other }: QuantityReader, at: number, next: string): boolean {
  if (own.articles.has(next)) return !own.one.has(next) && !own.every.has(next);
  return tokens[at]!.key === "x" && tokens[at + 1] !== undefined && metricAt(tokens, at + 1, own, other) !== null;
}

/** 10-15 %, 200 à 250 leads, between 200 and 250: what stands behind the second number counts both. */
function rangeEnd(reader: QuantityReader, start: number, end: number): Quantity | null {
  const { tokens, own } = reader;
  const before = tokens.slice(Math.max(0, start - 2), start);
  const between = tokens[end]?.key === own.and && before.some((_, index) => phraseAt(own.leads, before, index)?.meaning === "between");
  const linked = own.rangeLinks.has(tokens[end]?.key ?? "") && !before.some(({ key }) => own.from.has(key));
  if (!between && !linked) return null;
  const second = tokens[end + 1]?.kind === "number" ? readNumeral(tokens, end + 1, own) : null;
  return second && measured(reader, end + 1, second.end, second.decimal, second.otherwise);
}

function money({ tokens, own }: QuantityReader, start: number, end: number, decimal: string, code: string): Quantity {
  let after = end;
  if (tokens[after]?.key === "," && tokens[after + 1]?.key === "-" && tokens[after + 1]!.glued) after += 2;
  // “€ 1,2 mln euro”, “EUR 90 euros”: the currency said twice.
  if (own.currencies.get(tokens[after]?.key ?? "") === code) after++;
  const magnitude = tokens[after]?.key === "m" ? 6 : 0;
  return make(start, after + (magnitude ? 1 : 0), "money", shifted(decimal, magnitude), code);
}

/** M€ 3,5, k€ 50: the magnitude stands before the currency. */
function millions(reader: QuantityReader, at: number): Quantity | null {
  const { tokens, own } = reader;
  const places = /^(?:m|mln|k)$/.test(tokens[at]!.key) ? (tokens[at]!.key === "k" ? 3 : 6) : 0;
  const code = own.currencies.get(tokens[at + 1]?.key ?? "");
  const numeral = places > 0 && code && tokens[at + 1]!.glued ? readNumeral(tokens, at + 2, own) : null;
  return numeral && code ? make(at, numeral.end, "money", shifted(numeral.otherwise ?? numeral.decimal, places), code) : null;
}

/** `binnen een minuut`, `een kwartier`, `within an hour`: one of a unit of time. */
function oneUnit(reader: QuantityReader, at: number): Quantity | null {
  const { tokens, own } = reader;
  const next = tokens[at + 1]?.key ?? "";
  if (own.quarterHour.has(next)) return make(at, at + 2, "time", 15, "minute");
  const before = phraseAt(own.bounds, tokens, at - 1) ?? phraseAt(own.within, tokens, at - 1);
  const unit = before ? own.times.get(next) : undefined;
  return unit && next.length > 1 ? make(at, at + 2, "time", 1, unit) : null;
}

function duration(reader: QuantityReader, start: number, end: number, decimal: string): Quantity | null {
  const { tokens, own } = reader;
  const clock = clockTime(reader, start, end);
  if (clock) return clock;
  const hyphen = tokens[end]?.key === "-" && tokens[end].glued && tokens[end + 1]?.glued;
  // “half an hour”, but “25 a week”
  const article = hyphen || (decimal === "0.5" && own.one.has(tokens[end]?.key ?? "")) ? 1 : 0;
  let at = end + article;
  // 5 working days, 3 volle dagen
  if (
    tokens[at]?.kind === "word" &&
    !own.times.has(tokens[at]!.key) &&
    own.times.has(tokens[at + 1]?.key ?? "") &&
    !own.stop.has(tokens[at]!.key)
  )
    at++;
  const word = tokens[at];
  if (word?.kind !== "word") return null;
  if (own.quarterHour.has(word.key)) return make(start, at + 1, "time", Number(decimal) * 15, "minute");
  const unit = own.times.get(word.key);
  // “2 u per week”, but “50 u heeft”: a letter of its own may be a word.
  const lettered = /^[dum]$/.test(word.key) && !word.glued;
  if (!unit || (lettered && tokens[at + 1]?.kind === "word" && !own.every.has(tokens[at + 1]!.key))) return null;
  // “1,200 day passes”: passes are counted, not days.
  const passes = tokens[at + 1];
  if (
    own.headLast &&
    decimal !== "1" &&
    word.key === own.timeNames.get(unit)![0] &&
    passes?.kind === "word" &&
    own.isPlural(passes.key) &&
    !own.stop.has(passes.key) &&
    !own.verbs.has(passes.key) &&
    metricAt(tokens, at + 1, own, reader.other) === null
  )
    return null;
  let value = Number(decimal);
  let after = at + 1;
  const smaller = smallerTime(reader, after, unit);
  if (smaller) {
    value += smaller.value;
    after = smaller.end;
  }
  const follower = tokens[after];
  const describes =
    !hyphen &&
    follower?.kind === "word" &&
    !reader.taken(after) &&
    !own.stop.has(follower.key) &&
    !own.verbs.has(follower.key) &&
    !own.isParticiple(follower.key) &&
    metricAt(tokens, after, own, reader.other) !== null;
  return make(start, after, "time", value, unit, null, describes);
}

/** Whether a metric that is no count stands in the few words before a number, which is then its own. */
function scoreBefore({ tokens, own, other, taken }: QuantityReader, start: number): boolean {
  for (let at = Math.max(0, start - 6); at < start; at++) {
    const metric = taken(at) ? null : metricAt(tokens, at, own, other);
    if (metric && metric.measure !== "count") return true;
  }
  return false;
}

/** 2:30 minuten */
function clockTime({ tokens, own }: QuantityReader, start: number, end: number): Quantity | null {
  const rest = tokens[end + 1];
  const unit = own.times.get(tokens[end + 2]?.key ?? "");
  const colon = tokens[end];
  if (colon?.key !== ":" || !colon.glued || !rest?.glued || !/^[0-5]\d$/.test(rest.text)) return null;
  if (unit !== "minute" && unit !== "hour") return null;
  return make(start, end + 3, "time", Number(tokens[start]!.text) + Number(rest.text) / 60, unit);
}

const parts: Partial<Record<TimeUnit, readonly [TimeUnit, number]>> = { minute: ["second", 60], hour: ["minute", 60], day: ["hour", 24] };

/** `en 30 seconden` behind `1 minuut`, as a part of the larger unit. */
function smallerTime({ tokens, own }: QuantityReader, at: number, unit: TimeUnit): { value: number; end: number } | null {
  const part = parts[unit];
  if (!part) return null;
  const from = tokens[at]?.key === own.and ? at + 1 : at;
  const numeral = tokens[from]?.kind === "number" ? readNumeral(tokens, from, own) : null;
  if (!numeral || own.times.get(tokens[numeral.end]?.key ?? "") !== part[0]) return null;
  return { value: Number(numeral.decimal) / part[1], end: numeral.end + 1 };
}

/** `9 van de 10 pakketten` is a share; `8,5 uit 10` a score. */
function shareOrScale(reader: QuantityReader, start: number, end: number, decimal: string): Quantity | null {
  const { tokens, own } = reader;
  const link = phraseAt(own.outOf, tokens, end) ?? phraseAt(own.scale, tokens, end);
  const whole = link && !reader.taken(link.end) ? readNumeral(tokens, link.end, own) : null;
  if (!link || !whole || Number(whole.decimal) === 0 || (link.meaning === "one" && decimal !== "1")) return null;
  const parts = link.meaning === "share" || link.meaning === "one";
  const noun = parts && !own.percent.has(tokens[whole.end]?.key ?? "") ? readNoun(reader, whole.end) : null;
  // “vijf van de tien” without a noun is a share still, but “8 out of 10” a mark.
  if (noun || (parts && phraseAt(own.scale, tokens, end) === null && Number(decimal) < Number(whole.decimal)))
    return make(start, whole.end, "share", Number(decimal) / Number(whole.decimal), "percent");
  return phraseAt(own.scale, tokens, end) ? make(start, whole.end, "score", Number(decimal), "score") : null;
}

const reach = 5;

/** The noun phrase that begins at token `at`, as far as it is counted by the number before it; null where none follows. */
export function readNoun({ tokens, own, taken }: QuantityReader, at: number): Noun | null {
  const run: number[] = [];
  for (let i = at; i < tokens.length && run.length < reach; i++) {
    const token = tokens[i]!;
    if (token.kind !== "word" || taken(i) || own.stop.has(token.key) || own.currencies.has(token.key)) break;
    if (run.length > 0 && phraseAt(own.reasons, tokens, i)) break;
    if (run.length > 0 && (own.verbs.has(token.key) || wordValue(token.key, own) !== null)) break;
    if (run.length > 0 && own.isParticiple(token.key) && run.some((index) => isNoun(index))) break;
    run.push(i);
  }
  const nouns = run.filter((index) => isNoun(index));
  if (own.headLast) {
    const plural = run.filter((index) => own.isPlural(tokens[index]!.key));
    const head = plural.at(-1) ?? nouns[0];
    return head === undefined ? null : { start: at, head };
  }
  const plural = nouns.filter((index) => own.isPlural(tokens[index]!.key));
  const [first, second] = plural;
  const describing =
    first !== undefined && second === first + 1 && tokens[first]!.key.endsWith("en") && own.isParticiple(tokens[first]!.key);
  const head = (describing ? second : first) ?? nouns[0];
  return head === undefined ? null : { start: at, head };

  function isNoun(index: number): boolean {
    const { key } = tokens[index]!;
    return !own.adjectives.has(key) && !own.quantifiers.has(key) && (own.isPlural(key) || !own.isAdjective(key));
  }
}
