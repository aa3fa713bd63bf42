import type { Day } from "../calendar/index.ts";
import { strong } from "./clauses.ts";
import type { Period } from "./period.ts";
import { phraseAt } from "./phrases.ts";
import type { Quantity } from "./quantity.ts";
import type { Sentence } from "./sentence.ts";
import { holds, type Span, spanAt, spanFrom } from "./spans.ts";
import { opening } from "./tokens.ts";

/** Where a target starts from. */
export interface Baseline extends Span {
  /** null where only words compare: `dan vorig jaar` */
  readonly quantity: Quantity | null;
}

/** “van 2 % naar 3 %”: from the first number to the turn towards the second. */
export interface Step extends Span {
  readonly first: Quantity;
}

/** The pairs “van 2 % naar 3 %”, “38 → 45 minuten”, “van 1 mln in 2025 naar 1,1 mln”. */
export function steps({ tokens, own, quantities, inPeriod }: Sentence): Step[] {
  const found: Step[] = [];
  for (let index = 0; index < quantities.length - 1; index++) {
    const first = quantities[index]!;
    const next = quantities[index + 1]!;
    let words = 0;
    for (let at = first.end; at < next.start && words <= 4; at++) {
      if (inPeriod(at)) continue;
      words++;
      const towards = phraseAt(own.towards, tokens, at);
      if (!towards || next.start - towards.end > 3) continue;
      if (tokens[at]!.key !== "->" && !startsFrom(first.start)) continue;
      found.push({ first, start: first.start, end: at });
      break;
    }
  }
  return found;

  function startsFrom(start: number): boolean {
    for (let at = Math.max(0, start - 3); at < start; at++) if (own.from.has(tokens[at]!.key)) return true;
    return false;
  }
}

/** The words from “than”, “vergeleken met” to the end of their clause, where a number, a period or “last year” stands there. */
export function comparisons(sentence: Sentence): Span[] {
  const { tokens, own, inPeriod } = sentence;
  const found: Span[] = [];
  for (const clause of (sentence.opens & opening.comparison) === 0 ? [] : sentence.clauses) {
    for (let at = clause.start; at < clause.end; at++) {
      const phrase = inPeriod(at) ? null : phraseAt(own.comparisons, tokens, at);
      if (!phrase || isBound(sentence, at)) continue;
      const end = comparisonEnd(sentence, at, clause.end);
      if (!namesBase(sentence, at, end)) continue;
      found.push({ start: at, end });
      break;
    }
  }
  return [...found, ...partsOfPast(sentence)];
}

/** “120 % van vorig jaar”: a part of what was, not a period aimed at. */
function partsOfPast({ tokens, own, quantities, periods }: Sentence): Span[] {
  const found: Span[] = [];
  for (const { end, unit } of quantities) {
    const period = unit === "percent" ? spanFrom(periods, end, end + 1) : null;
    if (period && own.of.has(tokens[end]!.key) && own.past.has(tokens[end + 1]?.key ?? ""))
      found.push({ start: period.start, end: period.end });
  }
  return found;
}

/** “t.o.v. vorig jaar (210)” runs on through the brackets. */
function comparisonEnd({ tokens, clauses, periods }: Sentence, at: number, end: number): number {
  // “t.o.v. 2025 in heel 2026”: the second period is the aim's.
  const first = spanFrom(periods, at, end);
  const second = first && spanFrom(periods, first.end, end);
  if (second) return second.start;
  return tokens[end]?.key === "(" ? (spanFrom(clauses, Math.max(at + 1, end), tokens.length)?.end ?? end) : end;
}

function namesBase({ tokens, own, quantities, periods }: Sentence, from: number, to: number): boolean {
  if (spanFrom(quantities, from, to) || spanFrom(periods, from, to)) return true;
  // “than in the first”: the quarter is understood.
  for (let at = from; at < to; at++)
    if (phraseAt(own.levels, tokens, at) || own.ordinals.has(tokens[at]!.key) || own.past.has(tokens[at]!.key)) return true;
  return false;
}

/** “meer dan 250”: a bound, not a comparison, where the number follows at once. */
function isBound({ tokens, own, quantities }: Sentence, at: number): boolean {
  for (let start = Math.max(0, at - 3); start <= at; start++) {
    const bound = phraseAt(own.bounds, tokens, start);
    if (!bound || bound.end <= at || !spanFrom(quantities, bound.end, bound.end + 3)) continue;
    if (!quantities.some(({ end }) => end === start)) return true;
  }
  return false;
}

/** Numbers that tell how it is or was: “nu 62 %”, “was 210”, “in 2025 waren het er 2.150”. Never all of them. */
export function toldOnes(sentence: Sentence, quantities: readonly Quantity[], periods: readonly Period[], today: Day | null): Quantity[] {
  if (quantities.length < 2) return [];
  const near = new Set<Quantity>();
  const byClause = new Set<Quantity>();
  for (const clause of sentence.clauses) {
    const inside = quantities.filter(({ start }) => holds(clause, start));
    if (inside.length > 0) inClause(clause, inside);
  }
  // “210 in 2025 and 250 in 2026”
  if (periods.some((period) => !isOver(period, today))) {
    for (const quantity of quantities) if (overPeriod(sentence, quantity, periods, today)) near.add(quantity);
  }
  return [...new Set([...near, ...byClause])].slice(0, quantities.length - 1);

  function inClause(clause: Span, inside: readonly Quantity[]): void {
    const { tokens, own } = sentence;
    const apart = inside.length < quantities.length;
    for (let at = clause.start; at < clause.end; at++) {
      const level = tokens[at]!.opens & opening.level ? phraseAt(own.levels, tokens, at) : null;
      if (!level || isPartOfPeriod(periods, at)) continue;
      const after = spanFrom(inside, level.end, level.end + 5);
      const told = after && !turns(sentence, level.end, after.start) ? after : inside.find(({ end }) => end === at);
      if (told) near.add(told);
      if (apart && inside.length === 1) byClause.add(inside[0]!);
    }
    // “(2025: 33)”: the year stands before the colon.
    const told = { start: sentence.tokens[clause.start - 1]?.key === ":" ? clause.start - 3 : clause.start, end: clause.end };
    const over = periods.some((period) => holds(told, period.start) && isOver(period, today));
    if (over && apart && !inside.some((quantity) => near.has(quantity))) for (const quantity of inside) byClause.add(quantity);
  }
}

/** The period close behind a number, where it is over. */
export function overPeriod({ tokens }: Sentence, quantity: Quantity, periods: readonly Period[], today: Day | null): Period | null {
  const period = spanFrom(periods, quantity.end, quantity.end + 4);
  if (!period || !isOver(period, today)) return null;
  for (let at = quantity.end; at < period.start; at++) if (tokens[at]!.kind !== "word") return null;
  return period;
}

function isOver({ to }: Period, today: Day | null): boolean {
  return today !== null && to !== null && to < today;
}

function isPartOfPeriod(periods: readonly Period[], at: number): boolean {
  const period = spanAt(periods, at);
  return period !== null && !(period.to !== null && period.from !== null && period.start === at);
}

/** A word between that turns to the aim: “nu 2 % naar 3 %”. */
function turns({ tokens, own }: Sentence, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (phraseAt(own.towards, tokens, at) || strong.has(tokens[at]!.key)) return true;
  return false;
}
