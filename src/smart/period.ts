import { addDays, type Day } from "../calendar/index.ts";
import { type Calendar, readAhead, readDate, readMoment, type ReadMoment, thisOne } from "./dates.ts";
import { daysOf, firstYear, type Moment, yearOf } from "./moment.ts";
import { phraseAt } from "./phrases.ts";
import type { Token } from "./tokens.ts";
import type { Lead, Vocabulary } from "./vocabulary.ts";

/** A period as a sentence names it, both ends included. */
export interface Period {
  /** tokens `start` up to but not including `end` */
  readonly start: number;
  readonly end: number;
  readonly from: Day | null;
  readonly to: Day | null;
  /** names an end, also where it cannot be placed without today */
  readonly ends: boolean;
  /** a length of time after “within”: a deadline, or the time that something may take */
  readonly ahead: "day" | "longer" | null;
}

/** Every period that the sentence names, in order. */
export function periods(tokens: readonly Token[], calendar: Calendar): Period[] {
  const found: Period[] = [];
  const openers = openersOf(calendar);
  for (let at = 0; at < tokens.length;) {
    const { kind, key } = tokens[at]!;
    const opens = kind === "number" || (kind === "word" && (openers.has(key) || /^(?:[qhk][1-4]|fy\d*)$/.test(key)));
    const period = opens ? readPeriod(tokens, at, calendar) : null;
    if (period) found.push(period);
    at = period ? period.end : at + 1;
  }
  return found;
}

const opening = new WeakMap<Vocabulary, ReadonlySet<string>>();

/** The words that a period may begin with: most words do not, and need no look. */
function openersOf({ vocabulary, months }: Calendar): ReadonlySet<string> {
  let words = opening.get(vocabulary);
  if (!words) {
    const { coming, within, leads, edges, yearEnd, today, holidays, seasons, ordinals, periodUnits, current, next, past } = vocabulary;
    const tables = [coming, within, leads, edges, yearEnd, today, holidays, seasons, ordinals, periodUnits, months];
    words = new Set([...tables.flatMap((table) => [...table.keys()]), ...current, ...next, ...past]);
    opening.set(vocabulary, words);
  }
  return words;
}

function readPeriod(tokens: readonly Token[], at: number, calendar: Calendar): Period | null {
  const { vocabulary } = calendar;
  const coming = phraseAt(vocabulary.coming, tokens, at) ?? leadAndComing(tokens, at, calendar);
  if (coming) {
    const ahead = readAhead(tokens, coming.end, calendar);
    // “the next quarter” is a calendar quarter; “the next three months” run from today.
    const counted = ahead && ahead.end > coming.end + 1;
    if (counted) return { start: at, end: ahead.end, from: calendar.today, to: ahead.to, ends: true, ahead: null };
  }
  const within = phraseAt(vocabulary.within, tokens, at);
  if (within) {
    const ahead = readAhead(tokens, within.end, calendar);
    if (ahead) {
      const later = phraseAt(vocabulary.fromNow, tokens, ahead.end);
      const ofDays = ahead.unit === "day" || ahead.unit === "week" ? "day" : "longer";
      return {
        start: at,
        end: later?.end ?? ahead.end,
        from: null,
        to: ahead.to,
        ends: true,
        ahead: later || (within.meaning === "later" && ofDays === "longer") ? null : ofDays,
      };
    }
  }
  // “within the quarter”: the one that runs.
  const running =
    within?.meaning === "within" && vocabulary.articles.has(tokens[within.end]?.key ?? "")
      ? thisOne(tokens, within.end + 1, calendar)
      : null;
  if (running && !readMoment(tokens, running.end, calendar))
    return { ...single(running.moment, "in", calendar), start: at, end: running.end, ahead: null };
  const lead = phraseAt(vocabulary.leads, tokens, at);
  const first = lead ? withFillers(tokens, lead.end, calendar) : readMoment(tokens, at, calendar);
  const meaning = meant(lead?.meaning ?? null, tokens, at, first);
  const range = readRange(tokens, lead?.end ?? at, first, meaning, calendar);
  if (range) return { ...range, start: at };
  const inner = lead && !first ? nested(tokens, lead.end, calendar) : null;
  if (inner) return { ...inner, start: at };
  // “now” is no period of its own, only where one starts.
  if (!first || (first.moment.kind === "fixed" && first.moment.now)) return null;
  return { ...single(first.moment, meaning, calendar), start: at, end: first.end, ahead: null };

  /** nl `voor` before a period is “for” behind a goal, and where the period is told from today. */
  function meant(lead: Lead | null, tokens: readonly Token[], at: number, first: ReadMoment | null): Lead {
    if (lead === "span" || lead === null) return "in";
    if (lead !== "before" || !first) return lead;
    const inner = tokens.slice(at + 1, first.end);
    const told = inner.some(({ key }) => vocabulary.current.has(key) || vocabulary.next.has(key)) && first.moment.edge === null;
    const goal =
      tokens.slice(Math.max(0, at - 2), at).some(({ key }) => vocabulary.goals.has(key)) ||
      vocabulary.goals.has(tokens[first.end]?.key ?? "");
    const running =
      first.moment.kind === "fixed" && calendar.today !== null && first.moment.from <= calendar.today && first.moment.to >= calendar.today;
    const stretch = first.moment.kind !== "date" && first.moment.edge === null && !isDay(first.moment);
    return stretch && (told || goal || running) && vocabulary.language === "nl" ? "in" : lead;
  }
}

function isDay(moment: Moment): boolean {
  if (moment.kind === "annual") return moment.from.month === moment.to.month && moment.from.date === moment.to.date;
  return moment.kind === "fixed" && moment.from === moment.to;
}

/** `in de komende drie maanden` */
function leadAndComing(tokens: readonly Token[], at: number, { vocabulary }: Calendar): { end: number } | null {
  const lead = phraseAt(vocabulary.leads, tokens, at);
  return lead && phraseAt(vocabulary.coming, tokens, lead.end);
}

/** A moment with a few words before it that say nothing: `in de loop van het jaar 2026`. */
function withFillers(tokens: readonly Token[], at: number, calendar: Calendar): ReadMoment | null {
  for (let i = at; i < at + 6; i++) {
    const read = readMoment(tokens, i, calendar);
    if (read) return read;
    if (!calendar.vocabulary.fillers.has(tokens[i]?.key ?? "")) return null;
  }
  return null;
}

/** `in de periode tot 1 juli`, `tot uiterlijk 1 juli`: the period that the inner lead makes. */
function nested(tokens: readonly Token[], at: number, calendar: Calendar): Period | null {
  for (let i = at; i < at + 4; i++) {
    if (phraseAt(calendar.vocabulary.leads, tokens, i)) return readPeriod(tokens, i, calendar);
    if (!calendar.vocabulary.fillers.has(tokens[i]?.key ?? "")) return null;
  }
  return null;
}

function readRange(
  tokens: readonly Token[],
  at: number,
  first: ReadMoment | null,
  lead: Lead,
  calendar: Calendar,
): Omit<Period, "start"> | null {
  const { vocabulary } = calendar;
  let start = first ?? readDate(tokens, at, calendar);
  // A lead that stands inside (`in de periode van 1 …`) may hide a day of the month.
  for (
    let i = at;
    !start && i < at + 5 && (vocabulary.fillers.has(tokens[i]?.key ?? "") || vocabulary.from.has(tokens[i]?.key ?? ""));
    i++
  ) {
    start = readDate(tokens, i + 1, calendar);
  }
  if (!start) return null;
  const and = tokens[start.end]?.key === vocabulary.and && (lead === "between" || (lead === "in" && first !== null));
  const link = and
    ? { meaning: "until" as const, end: start.end + 1 }
    : (linkAt(tokens, start.end, calendar) ?? listed(tokens, start.end, lead, calendar));
  if (!link) return null;
  // “Q2 2026 - vorig jaar 210” is no range.
  const pointed = tokens[link.end]?.key ?? "";
  if (
    /^[-–]$/.test(tokens[link.end - 1]!.key) &&
    (vocabulary.past.has(pointed) || vocabulary.current.has(pointed) || vocabulary.next.has(pointed))
  )
    return null;
  const second = link.second ?? withFillers(tokens, link.end, calendar);
  if (!second || second.moment.kind === "date") return null;
  if (and && lead === "in" && (isDay(start.moment) || isDay(second.moment))) return null;
  if (start.moment.kind === "date" && !isDay(second.moment)) return null;
  const days = between(start.moment, second.moment, link.meaning === "before" && second.moment.edge === null, calendar.today);
  return { end: second.end, from: days?.from ?? null, to: days?.to ?? null, ends: true, ahead: null };
}

interface Link {
  readonly meaning: "until" | "before";
  readonly end: number;
  readonly second?: ReadMoment;
}

/** `in april, mei en juni`: from the first of the list to its last. */
function listed(tokens: readonly Token[], at: number, lead: Lead, calendar: Calendar): Link | null {
  if (lead !== "in") return null;
  let end = at;
  while (tokens[end]?.key === "," && end < at + 30) {
    const next = readMoment(tokens, end + 1, calendar);
    if (!next || isDay(next.moment)) return null;
    end = next.end;
  }
  const last = end > at && tokens[end]?.key === calendar.vocabulary.and ? readMoment(tokens, end + 1, calendar) : null;
  return last && !isDay(last.moment) ? { meaning: "until", end: last.end, second: last } : null;
}

function linkAt(tokens: readonly Token[], at: number, { vocabulary }: Calendar): Link | null {
  const comma = tokens[at]?.key === "," ? 1 : 0;
  return phraseAt(vocabulary.links, tokens, at + comma);
}

/** The days from one moment to another; a moment without a year is placed by the other, else counted from today. */
function between(start: Moment, end: Moment, exclusive: boolean, today: Day | null): { from: Day; to: Day } | null {
  const last = (days: { from: Day; to: Day }) => (exclusive ? addDays(days.from, -1) : days.to);
  if (end.kind === "unplaced" || start.kind === "unplaced") return null;
  if (end.kind === "fixed") {
    const days = daysOf(end, 0);
    const to = days && last(days);
    const from = days && to && startBefore(start, days.from, to);
    return to && from ? { from, to } : null;
  }
  if (start.kind === "fixed") {
    const from = daysOf(start, 0)!.from;
    const days = firstYear(end, from, (days) => last(days) >= from);
    return days && { from, to: last(days) };
  }
  if (today === null) return null;
  if (start.kind === "date") {
    const days = firstYear(end, today, (days) => last(days) >= today);
    const from = days && startBefore(start, days.from, last(days));
    return days && from ? { from, to: last(days) } : null;
  }
  const thisYear = `${today.slice(0, 4)}-01-01`;
  for (const since of [thisYear, `${yearOf(today) + 1}-01-01`]) {
    const from = firstYear(start, today, (days) => days.from >= since)?.from;
    const days = from === undefined ? null : firstYear(end, today, (days) => last(days) >= from);
    if (from !== undefined && days && last(days) >= today) return { from, to: last(days) };
  }
  return null;
}

/** The start that lies nearest before the end; for a bare date the one in the month of the end. */
function startBefore(start: Moment, end: Day, to: Day): Day | null {
  if (start.kind === "date") return `${end.slice(0, 8)}${String(start.date).padStart(2, "0")}`;
  if (start.kind === "fixed") return daysOf(start, 0)?.from ?? null;
  const year = yearOf(to);
  for (const candidate of [year, year - 1]) {
    const days = daysOf(start, candidate);
    if (days && days.from <= to) return days.from;
  }
  return null;
}

function single(moment: Moment, lead: Lead, { today }: Calendar): { from: Day | null; to: Day | null; ends: boolean } {
  const ends = lead !== "since" && lead !== "after";
  const end = (days: { from: Day; to: Day }) => (lead === "before" && moment.edge === null ? addDays(days.from, -1) : days.to);
  const days = moment.kind === "fixed" ? daysOf(moment, 0) : today === null ? null : firstYear(moment, today, (days) => end(days) >= today);
  if (!days) return { from: null, to: null, ends };
  if (lead === "since") return { from: days.from, to: null, ends };
  if (lead === "after") return { from: addDays(days.to, 1), to: null, ends };
  if (lead === "before" || lead === "until" || moment.edge === "end" || moment.edge === "middle")
    return { from: null, to: end(days), ends };
  return { from: days.from, to: days.to, ends };
}
