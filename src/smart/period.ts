import { addDays, type Day } from "../calendar/index.ts";
import type { Calendar, ReadMoment } from "./calendar.ts";
import { readAhead, readDate, readMoment, thisOne } from "./dates.ts";
import { daysOf, firstYear, type Moment, yearOf } from "./moment.ts";
import { type Found, phraseAt } from "./phrases.ts";
import { opening, type Token } from "./tokens.ts";
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
  for (let at = 0; at < tokens.length;) {
    const { key, opens } = tokens[at]!;
    const period = (opens & opening.period) !== 0 || calendar.months.has(key) ? readPeriod(tokens, at, calendar) : null;
    if (period) found.push(period);
    at = period ? period.end : at + 1;
  }
  return found;
}

function readPeriod(tokens: readonly Token[], at: number, calendar: Calendar): Period | null {
  const lead = phraseAt(calendar.vocabulary.leads, tokens, at);
  return comingPeriod(tokens, at, lead?.end ?? at, calendar) ?? aheadPeriod(tokens, at, calendar) ?? ledPeriod(tokens, at, lead, calendar);
}

/** `(in) de komende drie maanden`: from today on. The next quarter is a quarter of the calendar, and read as such. */
function comingPeriod(tokens: readonly Token[], start: number, at: number, calendar: Calendar): Period | null {
  const coming =
    phraseAt(calendar.vocabulary.coming, tokens, at) ?? (at > start ? phraseAt(calendar.vocabulary.coming, tokens, start) : null);
  const ahead = coming && readAhead(tokens, coming.end, calendar);
  return ahead ? { start, end: ahead.end, from: calendar.today, to: ahead.to, ends: true, ahead: null } : null;
}

/** `binnen drie maanden`, `in six weeks' time`, `within the quarter`. */
function aheadPeriod(tokens: readonly Token[], start: number, calendar: Calendar): Period | null {
  const { within, fromNow, articles } = calendar.vocabulary;
  const lead = phraseAt(within, tokens, start);
  if (!lead) return null;
  const ahead = readAhead(tokens, lead.end, calendar);
  if (!ahead) {
    const running = lead.meaning === "within" && articles.has(tokens[lead.end]?.key ?? "") ? thisOne(tokens, lead.end + 1, calendar) : null;
    if (!running || readMoment(tokens, running.end, calendar)) return null;
    return single(running.moment, "in", start, running.end, calendar.today);
  }
  const later = phraseAt(fromNow, tokens, ahead.end);
  const length = ahead.unit === "day" || ahead.unit === "week" ? "day" : "longer";
  const deadline = later !== null || (lead.meaning === "later" && length === "longer");
  return { start, end: later?.end ?? ahead.end, from: null, to: ahead.to, ends: true, ahead: deadline ? null : length };
}

/** `(within 8 weeks) of the request`: whether what stands at token `at` counts a length of time from something else than today. */
export function fromEvent(tokens: readonly Token[], { leads, of, language }: Vocabulary, at: number): boolean {
  const after = phraseAt(leads, tokens, at)?.meaning === "after" || (language === "en" && of.has(tokens[at]?.key ?? ""));
  return after && tokens[at + 1]?.kind === "word" && tokens[at + 1]!.key !== "now";
}

/** A moment or a range, with what leads to it: `tot 1 april`, `van maart t/m mei`, `Q2 2026`. */
function ledPeriod(tokens: readonly Token[], start: number, lead: Found<Lead> | null, calendar: Calendar): Period | null {
  const first = lead ? withFillers(tokens, lead.end, calendar) : readMoment(tokens, start, calendar);
  const meaning = meant(lead?.meaning ?? "in", tokens, start, first, calendar);
  const range = readRange(tokens, start, lead?.end ?? start, first, meaning, calendar);
  if (range) return range;
  const inner = lead && !first ? nested(tokens, lead.end, calendar) : null;
  if (inner) return { ...inner, start };
  // “now” is no period of its own, only where one starts.
  if (!first || (first.moment.kind === "fixed" && first.moment.now)) return null;
  return single(first.moment, meaning, start, first.end, calendar.today);
}

/** nl `voor 2026` is “for 2026” behind a goal, where it is told from today (`voor dit jaar`), and while the period runs. */
function meant(lead: Lead, tokens: readonly Token[], at: number, first: ReadMoment | null, { vocabulary, today }: Calendar): Lead {
  if (lead !== "before" || !first || vocabulary.language !== "nl") return lead;
  const { moment, end } = first;
  if (moment.kind === "date" || moment.edge !== null || isDay(moment)) return lead;
  const told = tokens.slice(at + 1, end).some(({ key }) => vocabulary.current.has(key) || vocabulary.next.has(key));
  const goal =
    tokens.slice(Math.max(0, at - 2), at).some(({ key }) => vocabulary.goals.has(key)) || vocabulary.goals.has(tokens[end]?.key ?? "");
  const running = moment.kind === "fixed" && today !== null && moment.from <= today && moment.to >= today;
  return told || goal || running ? "in" : lead;
}

function isDay(moment: Moment): boolean {
  if (moment.kind === "annual") return moment.from.month === moment.to.month && moment.from.date === moment.to.date;
  return moment.kind === "fixed" && moment.from === moment.to;
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
  opens: number,
  at: number,
  first: ReadMoment | null,
  lead: Lead,
  calendar: Calendar,
): Period | null {
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
  // jul/aug
  const slashed = tokens[start.end]?.key === "/" && tokens[start.end]!.glued && calendar.months.has(tokens[start.end + 1]?.key ?? "");
  const link =
    and || slashed
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
  return { start: opens, end: second.end, from: days?.from ?? null, to: days?.to ?? null, ends: true, ahead: null };
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

function single(moment: Moment, lead: Lead, start: number, end: number, today: Day | null): Period {
  const ends = lead !== "since" && lead !== "after";
  const last = (days: { from: Day; to: Day }) => (lead === "before" && moment.edge === null ? addDays(days.from, -1) : days.to);
  const days =
    moment.kind === "fixed" ? daysOf(moment, 0) : today === null ? null : firstYear(moment, today, (days) => last(days) >= today);
  let from: Day | null = null;
  let to: Day | null = null;
  if (days && ends) {
    to = last(days);
    if (lead === "in" || lead === "between") from = moment.edge === "end" || moment.edge === "middle" ? null : days.from;
  } else if (days) from = lead === "since" ? days.from : addDays(days.to, 1);
  return { start, end, from, to, ends, ahead: null };
}
