import { daysInMonth, isDay, parsePeriod } from "../calendar/index.ts";
import type { Calendar, ReadMoment } from "./calendar.ts";
import { annual, dayOf, fixed, fullYear, isYear, placed, unplaced } from "./moment.ts";
import type { Token } from "./tokens.ts";

/** 2026-05-01, 2026-Q1, 2026-W05, 31-12-2026, 31/12, 12/31/2026, 31.12.2026, 05-2026 */
export function numericDate(tokens: readonly Token[], at: number, { today, vocabulary }: Calendar): ReadMoment | null {
  const text = tokens[at]!.text;
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})$/.exec(text);
  if (dotted) return dated(fullYear(dotted[3]!), Number(dotted[2]), Number(dotted[1]), at + 1);
  if (!/^\d{1,4}$/.test(text)) return null;
  const mark = tokens[at + 1];
  if (mark?.kind !== "sign" || !mark.glued || !/^[-/]$/.test(mark.key)) return null;
  const second = tokens[at + 2];
  if (!second?.glued) return null;
  if (text.length === 4 && second.kind === "word") {
    const label = parsePeriod(`${text}-${second.text.toUpperCase()}`, "01-01");
    return label ? { moment: fixed(label), end: at + 3 } : null;
  }
  if (second.kind !== "number" || !/^\d{1,4}$/.test(second.text)) return null;
  const third = tokens[at + 3]?.key === mark.key && tokens[at + 3]!.glued && tokens[at + 4]?.glued ? tokens[at + 4] : undefined;
  if (third?.kind === "number" && /^\d{1,4}$/.test(third.text)) {
    if (text.length === 4) return dated(Number(text), Number(second.text), Number(third.text), at + 5);
    const year = fullYear(third.text);
    return dated(year, Number(second.text), Number(text), at + 5) ?? dated(year, Number(text), Number(second.text), at + 5);
  }
  if (text.length === 4 && second.text.length === 2)
    return monthOf(Number(text), Number(second.text), at + 3) ?? twoYears(Number(text), Number(second.text), at + 3);
  if (text.length === 4) return null;
  if (second.text.length === 4) return monthOf(Number(second.text), Number(text), at + 3);
  // 31-12 without a year is a day only where nothing is counted behind it.
  const [date, month] = [Number(text), Number(second.text)];
  const next = tokens[at + 3];
  const counted = next?.kind === "word" && !vocabulary.stop.has(next.key);
  if (counted || next?.key === "%" || month < 1 || month > 12 || date < 1 || date > daysInMonth(2024, month)) return null;
  return { moment: today === null ? unplaced : annual(month, date, month, date), end: at + 3 };
}

function dated(year: number, month: number, date: number, end: number): ReadMoment | null {
  const day = dayOf(year, month, date);
  return isDay(day) ? { moment: { kind: "fixed", from: day, to: day, edge: null }, end } : null;
}

/** 2026/27: both years, since it is not told where they meet. */
function twoYears(year: number, second: number, end: number): ReadMoment | null {
  return isYear(year) && (year + 1) % 100 === second
    ? { moment: { kind: "fixed", from: dayOf(year, 1, 1), to: dayOf(year + 1, 12, 31), edge: null }, end }
    : null;
}

function monthOf(year: number, month: number, end: number): ReadMoment | null {
  return month >= 1 && month <= 12 && isYear(year) ? { moment: placed(annual(month, 1, month, 0), year), end } : null;
}
