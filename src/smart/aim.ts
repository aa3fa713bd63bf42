import type { Day } from "../calendar/index.ts";
import type { Agreement } from "./agreement.ts";
import { type Baseline, comparisons, overPeriod, type Step, steps, toldOnes } from "./baseline.ts";
import { isCondition } from "./condition.ts";
import { shifted } from "./numbers.ts";
import type { Period } from "./period.ts";
import { phraseAt } from "./phrases.ts";
import type { Quantity } from "./quantity.ts";
import type { Reason } from "./reasons.ts";
import type { Sentence } from "./sentence.ts";
import { levelOf, sideBySide } from "./several.ts";
import { holds, marks, outside, type Span, spanFrom } from "./spans.ts";
import type { Token } from "./tokens.ts";

/** What a sentence aims at, told apart from what it starts from. */
export interface Aim {
  /** the first thing aimed at; null where no number is */
  readonly target: Quantity | null;
  /** everything aimed at, the target first: more than one makes several KPIs */
  readonly targets: readonly Quantity[];
  readonly period: Period | null;
  readonly baseline: Baseline | null;
}

/** What stands in a sentence beside its aim. */
interface Asides {
  readonly reasons: readonly Reason[];
  readonly agreements: readonly Agreement[];
  /** reasons that hold no aim: a clause of its own behind it (`omdat …`) */
  readonly closed: readonly Reason[];
  /** comparisons, and the fields of a form that say something else */
  readonly apart: readonly Span[];
}

export function aim(sentence: Sentence, reasons: readonly Reason[], agreements: readonly Agreement[], today: Day | null): Aim {
  const stepped = steps(sentence);
  const opposed = agreements.filter(({ verdict }) => verdict === "contested");
  const compared = comparisons(sentence).filter(
    (span) =>
      !stepped.some(({ start }) => holds(span, start)) &&
      !takesStand(
        sentence,
        span,
        opposed.some((against) => holds(against, span.start)),
      ),
  );
  const noted = sentence.fields.filter(({ field }) => field === "note" || field === "baseline");
  const closed = reasons.filter(({ clause, opens }) => clause && !opens);
  const asides: Asides = { reasons, agreements, closed, apart: [...noted, ...compared] };
  const candidates = candidatesOf(sentence, asides);
  const told = toldOnes(sentence, candidates, outside(sentence.periods, marks(sentence.tokens.length, compared)), today);
  const started = startedFrom(candidates, stepped, told);
  const open = candidates.filter((quantity) => !started.includes(quantity));
  const targets = targetsOf(sentence, open.length > 0 ? open : candidates);
  const base = open.length > 0 ? (started[0] ?? null) : null;
  return {
    target: targets[0] ?? null,
    targets,
    period: periodOf(sentence, asides, [...stepped, ...overPeriods(sentence, told, targets, today)], targets[0] ?? null),
    baseline: inUnitOf(targets[0], base ? { quantity: base, start: base.start, end: base.end } : comparedBase(sentence, compared)),
  };
}

/** “voted against 20 new stores”, “ja gezegd tegen” take a stand, where “20 against 12 last year” compares. */
function takesStand({ tokens, own }: Sentence, { start }: Span, opposed: boolean): boolean {
  for (let at = Math.max(0, start - 2); at < start; at++) if ((phraseAt(own.agreeing, tokens, at)?.end ?? 0) > start) return true;
  return opposed && phraseAt(own.contesting, tokens, start)?.meaning === "against";
}

/** The numbers that may be aimed at; those in an agreement or a reason only where there is no other: “the board approved 250 bathrooms in Q2”. */
function candidatesOf({ tokens, quantities }: Sentence, { reasons, agreements, closed, apart }: Asides): readonly Quantity[] {
  const free = outside(quantities, marks(tokens.length, apart));
  if (free.length === 0) return free;
  const main = outside(free, marks(tokens.length, reasons, agreements));
  if (main.length > 0) return main;
  const inAgreement = outside(free, marks(tokens.length, reasons));
  return inAgreement.length > 0 ? inAgreement : outside(free, marks(tokens.length, closed));
}

function startedFrom(candidates: readonly Quantity[], stepped: readonly Step[], told: readonly Quantity[]): readonly Quantity[] {
  if (stepped.length === 0) return told;
  const pairs = stepped.map(({ first }) => first).filter((first) => candidates.includes(first));
  return [...new Set([...pairs, ...told])];
}

/** “from 58 to 75 %”: both are percentages. */
function inUnitOf(target: Quantity | undefined, baseline: Baseline | null): Baseline | null {
  const quantity = baseline?.quantity;
  if (!baseline || quantity?.kind !== "bare" || target?.kind !== "percent") return baseline;
  return { ...baseline, quantity: { ...quantity, kind: "percent", unit: "percent", value: shifted(String(quantity.value), -2) } };
}

function targetsOf(sentence: Sentence, open: readonly Quantity[]): readonly Quantity[] {
  const primary = open.filter((quantity) => !isCondition(sentence, quantity));
  return primary.length > 0 ? levelOf(sentence, sideBySide(sentence, primary), primary) : open.slice(0, 1);
}

function comparedBase({ quantities, fields }: Sentence, compared: readonly Span[]): Baseline | null {
  const span = compared[0] ?? fields.find(({ field }) => field === "baseline");
  if (!span) return null;
  const quantity = spanFrom(quantities, span.start, span.end);
  return compared.length > 0 || quantity ? { quantity, start: span.start, end: span.end } : null;
}

/** The periods that belong to how it was, and clauses that only tell that. */
function overPeriods(sentence: Sentence, told: readonly Quantity[], targets: readonly Quantity[], today: Day | null): Span[] {
  const found: Span[] = [];
  for (const quantity of told) {
    const period = overPeriod(sentence, quantity, sentence.periods, today);
    if (period) found.push(period);
    const clause = sentence.clauses.find((clause) => holds(clause, quantity.start));
    if (clause && !targets.some(({ start }) => holds(clause, start))) found.push(clause);
  }
  return found;
}

/** The period aimed at: not the one of a comparison, nor the day of an agreement, unless the aim itself stands there. */
function periodOf(
  { tokens, periods }: Sentence,
  { reasons, agreements, closed, apart }: Asides,
  over: readonly Span[],
  target: Quantity | null,
): Period | null {
  if (periods.length === 0) return null;
  const current = outside(periods, marks(tokens.length, apart, over));
  const main = ending(tokens, outside(current, marks(tokens.length, reasons, agreements)));
  if (main) return main;
  const agreed = target !== null && agreements.some((span) => holds(span, target.start));
  return ending(tokens, outside(current, marks(tokens.length, agreed ? reasons : closed, agreed ? [] : agreements)));
}

/** Whether its year is typed, so that an end before a start is what was meant. */
function hasYear(tokens: readonly Token[], { start, end }: Period): boolean {
  return tokens.slice(start, end).some(({ text }) => /^(?:20\d\d|.*[.]20\d\d)$/.test(text));
}

/** The first period with an end, with the start of one that only starts (`vanaf 1 mei …, uiterlijk 1 juli`). */
function ending(tokens: readonly Token[], periods: readonly Period[]): Period | null {
  let since: Period | null = null;
  for (const period of periods) {
    if (!period.ends) since ??= period;
    else if (
      period.from === null &&
      since?.from &&
      (period.to === null || since.from <= period.to || (hasYear(tokens, since) && hasYear(tokens, period)))
    )
      return { ...period, from: since.from };
    else return period;
  }
  return since?.from ? since : null;
}
