import { addDays, addMonths, type Day, daysInMonth } from "../calendar/index.ts";
import { annual, daysOf, fullYear, type Moment, partOfYear, placed, relative, unplaced, whole, withEdge, yearOf } from "./moment.ts";
import type { Calendar, ReadMoment } from "./calendar.ts";
import { numericDate } from "./digits.ts";
import { phraseAt } from "./phrases.ts";
import { readNumeral } from "./numbers.ts";
import { opening, type Token } from "./tokens.ts";
import type { PeriodUnit, Vocabulary } from "./vocabulary.ts";

/** The calendar expression that begins at token `at`, its edge (`end of`) included. */
export function readMoment(tokens: readonly Token[], at: number, calendar: Calendar): ReadMoment | null {
  const { vocabulary } = calendar;
  const token = tokens[at];
  if (!token || ((token.opens & opening.moment) === 0 && !calendar.months.has(token.key))) return null;
  const close = phraseAt(vocabulary.yearEnd, tokens, at);
  if (close) {
    const year = yearAt(tokens, close.end, calendar);
    return {
      moment: withEdge(whole(year?.year ?? (calendar.today === null ? null : yearOf(calendar.today))), "end"),
      end: year?.end ?? close.end,
    };
  }
  const edge = phraseAt(vocabulary.edges, tokens, at);
  if (edge) {
    let bare: ReadMoment | null = null;
    for (let inner = edge.end; inner < edge.end + 4; inner++) {
      const read = readStretch(tokens, inner, calendar);
      if (read) return { moment: withEdge(read.moment, edge.meaning), end: read.end };
      const key = tokens[inner]?.key ?? "";
      // “the end of the month” is this month's; “het eind van de maand april” is April's.
      bare ??= thisOne(tokens, inner, calendar);
      if (key !== "-" && !vocabulary.fillers.has(key)) break;
    }
    return bare && { moment: withEdge(bare.moment, edge.meaning), end: bare.end };
  }
  return readStretch(tokens, at, calendar);
}

/** `de maand`, `the quarter` without more: the one that today lies in. */
export function thisOne(tokens: readonly Token[], at: number, calendar: Calendar): ReadMoment | null {
  const unit = tokens[at]?.kind === "word" ? calendar.vocabulary.periodUnits.get(tokens[at].key) : undefined;
  return unit ? { moment: relative(unit, 0, calendar.today), end: at + 1 } : null;
}

function readStretch(tokens: readonly Token[], at: number, calendar: Calendar): ReadMoment | null {
  const token = tokens[at];
  if (!token) return null;
  if (token.kind === "number")
    return (
      numericDate(tokens, at, calendar) ??
      ordinalPart(tokens, at, calendar) ??
      dayAndMonth(tokens, at, calendar) ??
      plainYear(tokens, at, calendar)
    );
  if (token.kind === "sign") return null;
  return (
    namedPart(tokens, at, calendar) ??
    monthFirst(tokens, at, calendar) ??
    weekNumber(tokens, at, calendar) ??
    ordinalPart(tokens, at, calendar) ??
    season(tokens, at, calendar) ??
    relativeStretch(tokens, at, calendar) ??
    dayOrHoliday(tokens, at, calendar)
  );
}

/** Q1, H2, FY26, with or without a year behind it */
function namedPart(tokens: readonly Token[], at: number, calendar: Calendar): ReadMoment | null {
  const { key } = tokens[at]!;
  const part = /^([qhk])([1-4])$/.exec(key);
  if (part && (part[1] !== "h" || Number(part[2]) <= 2)) {
    const months = part[1] === "h" ? 6 : 3;
    return yeared(partOfYear(Number(part[2]), months), tokens, at + 1, calendar);
  }
  const fiscal = /^fy(\d{4}|\d{2})?$/.exec(key);
  if (fiscal) {
    const digits = fiscal[1] ?? (/^(\d{4}|\d{2})$/.test(tokens[at + 1]?.text ?? "") ? tokens[at + 1]!.text : "");
    if (digits !== "") return { moment: whole(fullYear(digits)), end: fiscal[1] ? at + 1 : at + 2 };
  }
  return null;
}

/** first quarter, 2e kwartaal, 1st half, eerste helft, laatste kwartaal */
function ordinalPart(tokens: readonly Token[], at: number, calendar: Calendar): ReadMoment | null {
  const { vocabulary } = calendar;
  const token = tokens[at]!;
  let place: number | undefined;
  let next = at + 1;
  if (token.kind === "number") {
    if (!/^[1-4]$/.test(token.text) || !tokens[next]?.glued || !vocabulary.ordinalEnds.has(tokens[next]!.key)) return null;
    place = Number(token.text);
    next++;
  } else {
    place = vocabulary.ordinals.get(token.key);
    // “quarter 2”
    if (place === undefined && vocabulary.periodUnits.get(token.key) === "quarter" && /^[1-4]$/.test(tokens[next]?.text ?? "")) {
      return yeared(partOfYear(Number(tokens[next]!.text), 3), tokens, next + 1, calendar);
    }
  }
  if (place === undefined) return null;
  const unit = tokens[next]?.key ?? "";
  const months = vocabulary.periodUnits.get(unit) === "quarter" ? 3 : vocabulary.halfYears.has(unit) ? 6 : 0;
  if (months === 0) return null;
  const inMonth = months === 6 ? halfOfMonth(place, tokens, next + 1, calendar) : null;
  if (inMonth) return inMonth;
  const count = 12 / months;
  if (place > count) return null;
  const moment = partOfYear(place < 0 ? count : place, months);
  // “het eerste half jaar”, “the first half year”
  const spelled =
    months === 6 && vocabulary.periodUnits.get(unit) === undefined && vocabulary.periodUnits.get(tokens[next + 1]?.key ?? "") === "year";
  const read = yeared(moment, tokens, next + (spelled ? 2 : 1), calendar);
  // “last quarter” alone is the one before this.
  return place < 0 && read.moment.kind === "annual" && vocabulary.past.has(token.key) ? null : read;
}

/** `de eerste helft van juli`, `the second half of July 2026` */
function halfOfMonth(place: number, tokens: readonly Token[], at: number, calendar: Calendar): ReadMoment | null {
  const month = calendar.vocabulary.of.has(tokens[at]?.key ?? "") ? calendar.months.get(tokens[at + 1]?.key ?? "") : undefined;
  if (month === undefined) return null;
  return yeared(place === 1 ? annual(month, 1, month, 15) : annual(month, 16, month, 0), tokens, at + 2, calendar);
}

/** 1 april 2026, 1e april, the 31st of December 2026 */
function dayAndMonth(tokens: readonly Token[], at: number, calendar: Calendar): ReadMoment | null {
  if (!/^\d{1,2}$/.test(tokens[at]!.text) || calendar.vocabulary.currencies.has(tokens[at - 1]?.key ?? "")) return null;
  const date = Number(tokens[at]!.text);
  let next = at + 1;
  if (tokens[next]?.glued && calendar.vocabulary.ordinalEnds.has(tokens[next]!.key)) next++;
  if (calendar.vocabulary.of.has(tokens[next]?.key ?? "")) next++;
  const month = tokens[next]?.kind === "word" ? calendar.months.get(tokens[next]!.key) : undefined;
  if (month === undefined || date < 1 || date > daysInMonth(2024, month)) return null;
  next++;
  if (tokens[next]?.key === "." && tokens[next]!.glued && /^\d{4}$/.test(tokens[next + 1]?.text ?? "")) next++;
  return yeared(annual(month, date, month, date), tokens, next, calendar);
}

/** april 2026, April 1st, 2026, may 2026 */
function monthFirst(tokens: readonly Token[], at: number, calendar: Calendar): ReadMoment | null {
  const { vocabulary } = calendar;
  const token = tokens[at]!;
  const month = calendar.months.get(token.key);
  if (month === undefined) return null;
  let next = at + 1;
  if (tokens[next]?.key === "." && tokens[next]!.glued) next++;
  const number = tokens[next];
  if (vocabulary.headLast && number?.kind === "number" && /^\d{1,2}$/.test(number.text)) {
    const date = Number(number.text);
    let after = next + 1;
    const ordinal = tokens[after]?.glued === true && vocabulary.ordinalEnds.has(tokens[after]!.key);
    if (ordinal) after++;
    const follower = tokens[after];
    const counted =
      !ordinal && follower !== undefined && (follower.key === "%" || (follower.kind === "word" && vocabulary.isPlural(follower.key)));
    if (date >= 1 && date <= daysInMonth(2024, month) && !counted) return yeared(annual(month, date, month, date), tokens, after, calendar);
  }
  const read = yeared(annual(month, 1, month, 0), tokens, next, calendar);
  // Dutch writes its months small: “Jan” alone is a man.
  if (read.end === next && !vocabulary.headLast && vocabulary.doubtfulMonths.has(token.key) && /^\p{Lu}\p{Ll}/u.test(token.text))
    return null;
  if (vocabulary.doubtfulMonths.has(token.key) && read.end === next && !leadsToDate(tokens, at, vocabulary)) return null;
  return read.end === next ? { moment: read.moment, end: at + 1 } : read;
}

/** Whether a word that may be something else (May, march, spring) stands where a date does: at the start, or behind a word that leads to one. */
function leadsToDate(tokens: readonly Token[], at: number, { leads, edges, links, and }: Vocabulary): boolean {
  if (at === 0) return true;
  for (let back = Math.max(0, at - 4); back < at; back++) {
    for (const table of [leads, edges, links]) if (phraseAt<string>(table, tokens, back)?.end === at) return true;
  }
  return tokens[at - 1]!.kind === "sign" || (tokens[at - 1]!.key === and && /^\p{Lu}/u.test(tokens[at]!.text));
}

/** week 14 van 2026, wk 10 */
function weekNumber(tokens: readonly Token[], at: number, calendar: Calendar): ReadMoment | null {
  if (calendar.vocabulary.periodUnits.get(tokens[at]!.key) !== "week" || !/^\d{1,2}$/.test(tokens[at + 1]?.text ?? "")) return null;
  const week = Number(tokens[at + 1]!.text);
  if (week < 1 || week > 53) return null;
  const next = tokens[at + 2]?.key === calendar.vocabulary.and && Number(tokens[at + 3]?.text) === week + 1;
  const link = next ? { meaning: "until", end: at + 3 } : phraseAt(calendar.vocabulary.links, tokens, at + 2);
  const number = link?.meaning === "until" && /^\d{1,2}$/.test(tokens[link.end]?.text ?? "") ? Number(tokens[link.end]!.text) : 0;
  // “week 36 t/m 40”, but not “week 36 - 4 juni”
  const ranged = link !== null && number > week && number <= 53 && !calendar.months.has(tokens[link.end + 1]?.key ?? "");
  const last = ranged ? number : week;
  const end = ranged ? link.end + 1 : at + 2;
  const year = yearAt(tokens, end, calendar);
  // “elke week 25 proeflessen” names no week.
  if (!year && calendar.vocabulary.every.has(tokens[at - 1]?.key ?? "")) return null;
  const moment: Moment = { kind: "week", week, last, edge: null };
  if (!year) return { moment, end };
  const period = daysOf(moment, year.year);
  return { moment: period ? { kind: "fixed", ...period, edge: null } : unplaced, end: year.end };
}

/** zomer 2026, komende winter, this summer */
function season(tokens: readonly Token[], at: number, calendar: Calendar): ReadMoment | null {
  const { vocabulary } = calendar;
  const first = tokens[at]!.key;
  const pointed = vocabulary.current.has(first) || vocabulary.next.has(first);
  const name = pointed ? (tokens[at + 1]?.key ?? "") : first;
  const month = vocabulary.seasons.get(name);
  if (month === undefined) return null;
  const last = ((month + 1) % 12) + 1;
  const moment = annual(month, 1, last, 0);
  const end = at + (pointed ? 2 : 1);
  if (!pointed && vocabulary.doubtfulMonths.has(name) && !yearAt(tokens, end, calendar) && !leadsToDate(tokens, at, vocabulary))
    return null;
  if (vocabulary.next.has(first) && calendar.today !== null) {
    const year = yearOf(calendar.today);
    const soon = [year, year + 1].map((y) => placed(moment, y)).find(({ from }) => from > calendar.today!);
    return { moment: soon ?? unplaced, end };
  }
  return yeared(moment, tokens, end, calendar);
}

/** dit jaar, volgend kwartaal, last month, vandaag, kerst */
function relativeStretch(tokens: readonly Token[], at: number, calendar: Calendar): ReadMoment | null {
  const { vocabulary } = calendar;
  const { key } = tokens[at]!;
  const distance = vocabulary.current.has(key) ? 0 : vocabulary.next.has(key) ? 1 : vocabulary.past.has(key) ? -1 : null;
  if (distance === null) return null;
  const unit = vocabulary.periodUnits.get(tokens[at + 1]?.key ?? "");
  if (unit) return { moment: relative(unit, distance, calendar.today), end: at + 2 };
  const month = calendar.months.get(tokens[at + 1]?.key ?? "");
  if (month === undefined) return null;
  // “last December” is the one before today.
  if (distance < 0 && calendar.today !== null) {
    const year = yearOf(calendar.today) - (placed(annual(month, 1, month, 0), yearOf(calendar.today)).to < calendar.today ? 0 : 1);
    return { moment: placed(annual(month, 1, month, 0), year), end: at + 2 };
  }
  return yeared(annual(month, 1, month, 0), tokens, at + 2, calendar);
}

function dayOrHoliday(tokens: readonly Token[], at: number, calendar: Calendar): ReadMoment | null {
  const { vocabulary, today } = calendar;
  const now = phraseAt(vocabulary.today, tokens, at);
  if (now) return { moment: today === null ? unplaced : { kind: "fixed", from: today, to: today, edge: null, now: true }, end: now.end };
  const holiday = vocabulary.holidays.get(tokens[at]!.key);
  if (!holiday) return null;
  // “by Christmas” is its first day.
  const { month, first, last } = holiday;
  const due = phraseAt(vocabulary.leads, tokens, at - 1)?.meaning === "until";
  return yeared(annual(month, first, month, due ? first : last), tokens, at + 1, calendar);
}

/** A bare year: four digits from 2000 to 2099 with nothing counted behind them. */
function plainYear(tokens: readonly Token[], at: number, { vocabulary }: Calendar): ReadMoment | null {
  const token = tokens[at]!;
  const year = Number(token.text);
  if (!/^20\d\d$/.test(token.text) || year % 100 === 0) return null;
  const next = tokens[at + 1];
  if (
    next?.key === "%" ||
    vocabulary.currencies.has(next?.key ?? "") ||
    vocabulary.times.has(next?.key ?? "") ||
    vocabulary.occasions.has(next?.key ?? "")
  )
    return null;
  if (vocabulary.currencies.has(tokens[at - 1]?.key ?? "")) return null;
  return { moment: whole(year), end: at + 1 };
}

/** The moment with the year that stands behind it, if one does. */
function yeared(moment: Moment, tokens: readonly Token[], at: number, calendar: Calendar): ReadMoment {
  const year = yearAt(tokens, at, calendar);
  return year ? { moment: placed(moment, year.year), end: year.end } : { moment, end: at };
}

/** 2026, '26, van 2026, van dit jaar, of next year, dit jaar */
function yearAt(tokens: readonly Token[], at: number, calendar: Calendar): { year: number; end: number } | null {
  const { vocabulary, today } = calendar;
  let i = at;
  while (
    i < at + 3 &&
    (vocabulary.yearLinks.has(tokens[i]?.key ?? "") || tokens[i]?.key === "-" || (i > at && vocabulary.fillers.has(tokens[i]?.key ?? "")))
  )
    i++;
  const token = tokens[i];
  if (token?.kind === "number" && /^20\d\d$/.test(token.text) && plainYear(tokens, i, calendar))
    return { year: Number(token.text), end: i + 1 };
  if (token?.kind === "number" && /^\d\d$/.test(token.text) && tokens[i - 1]?.key === "'" && token.glued)
    return { year: fullYear(token.text), end: i + 1 };
  // “in de zomer, vorig jaar 12”: what stands behind a comma is no year of it.
  if (
    token?.kind === "word" &&
    today !== null &&
    tokens[i - 1]?.key !== "," &&
    vocabulary.periodUnits.get(tokens[i + 1]?.key ?? "") === "year"
  ) {
    const distance = vocabulary.current.has(token.key)
      ? 0
      : vocabulary.next.has(token.key)
        ? 1
        : vocabulary.past.has(token.key)
          ? -1
          : null;
    if (distance !== null) return { year: yearOf(today) + distance, end: i + 2 };
  }
  return null;
}

/** A day of the month alone, as in `van 1 t/m 15 mei`. */
export function readDate(tokens: readonly Token[], at: number, { vocabulary }: Calendar): ReadMoment | null {
  const token = tokens[at];
  if (token?.kind !== "number" || !/^\d{1,2}$/.test(token.text) || vocabulary.currencies.has(tokens[at - 1]?.key ?? "")) return null;
  const date = Number(token.text);
  if (date < 1 || date > 31) return null;
  const ordinal = tokens[at + 1]?.glued === true && vocabulary.ordinalEnds.has(tokens[at + 1]!.key);
  return { moment: { kind: "date", date, edge: null }, end: at + (ordinal ? 2 : 1) };
}

/** `de komende drie maanden`, `binnen 6 weken`: the day that lies so far ahead; null where no length of calendar time stands there. */
export function readAhead(
  tokens: readonly Token[],
  at: number,
  { vocabulary, today }: Calendar,
): { to: Day | null; unit: PeriodUnit; end: number } | null {
  const numeral = readNumeral(tokens, at, vocabulary);
  let i = numeral?.end ?? at;
  const one = vocabulary.one.has(tokens[i]?.key ?? "");
  if (!numeral && one) i++;
  const key = tokens[i]?.key ?? "";
  const unit = vocabulary.periodUnits.get(key);
  if (!unit || tokens[i]?.kind !== "word" || (!numeral && !one)) return null;
  const count = numeral ? Number(numeral.decimal) : 1;
  const months = { month: 1, quarter: 3, half: 6, year: 12, day: 0, week: 0 }[unit] * count;
  const days = { day: 1, week: 7, month: 0, quarter: 0, half: 0, year: 0 }[unit] * count;
  if (count > 10_000 || (!Number.isInteger(months) && unit !== "year") || !Number.isInteger(days)) return null;
  return { to: today === null ? null : addDays(addMonths(today, Math.round(months)), days), unit, end: i + 1 };
}
