import { en } from "./en.ts";
import { perWord } from "./memory.ts";
import { isMetric } from "./metrics.ts";
import { nl } from "./nl.ts";
import { opensNumber } from "./numbers.ts";
import { mended } from "./spelling.ts";
import { opening, type Token } from "./tokens.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** The tokens as a language knows them: slips mended, and each with what it may begin, so that most places need no look. */
export function recognised(tokens: readonly Token[], own: Vocabulary): Token[] {
  const found: Token[] = [];
  for (const { kind, text, key: typed, glued } of tokens) {
    if (kind === "number") found.push({ kind, text, key: typed, glued, opens: opening.number });
    else found.push({ kind, text, glued, ...known(typed, own) });
  }
  return found;
}

/** A word as its language knows it. People mix metrics of both languages; the rest of a sentence is in one. */
const known = perWord((typed, own) => {
  const key = mended(typed, own);
  return { key, opens: openersOf(key, own) | (openersOf(key, own.language === "nl" ? en : nl) & opening.metric) };
});

function openersOf(key: string, own: Vocabulary): number {
  let bits = 0;
  const moments = [
    own.edges,
    own.yearEnd,
    own.today,
    own.holidays,
    own.seasons,
    own.ordinals,
    own.periodUnits,
    own.months,
    own.current,
    own.next,
    own.past,
  ];
  if (begins(key, moments) || /^(?:[qhk][1-4]|fy\d*)$/.test(key)) bits |= opening.moment | opening.period;
  if (begins(key, [own.coming, own.within, own.leads])) bits |= opening.period;
  const amounts = [own.multipliers, own.fractions, own.none, own.factors, own.currencies, own.one, own.halves, own.quarters];
  if (begins(key, amounts) || /^[mk]$/.test(key) || opensNumber(key, own)) bits |= opening.quantity;
  if (isMetric(key, own)) bits |= opening.metric;
  if (begins(key, [own.pending, own.separable, own.contesting, own.agreeing, own.exceptions])) bits |= opening.side;
  if (own.reasons.has(key)) bits |= opening.reason;
  if (own.comparisons.has(key)) bits |= opening.comparison;
  if (own.levels.has(key)) bits |= opening.level;
  if (own.bounds.has(key)) bits |= opening.bound;
  if (own.turns.has(key)) bits |= opening.turn;
  if (own.labels.has(key)) bits |= opening.label;
  if (begins(key, [own.quantifiers, own.changes])) bits |= opening.way;
  return bits;
}

function begins(key: string, lists: readonly { has(key: string): boolean }[]): boolean {
  return lists.some((list) => list.has(key));
}
