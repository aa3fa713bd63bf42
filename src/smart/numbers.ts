import { perWord } from "./memory.ts";
import { phraseAt } from "./phrases.ts";
import type { Token } from "./tokens.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A number as read: decimal text, so that a percentage or a magnitude shifts its point without rounding. */
export interface Numeral {
  /** plain decimal text: `1234.5` */
  readonly decimal: string;
  readonly end: number;
  /** what it is when the separator is read as the decimal point, where three digits after it leave both open */
  readonly otherwise: string | null;
  /** typed as digits, without magnitude or separator: may be a year or a day */
  readonly bare: boolean;
}

/** The value of decimal text with its point moved `places` to the right; exact, since no product is taken. */
export function shifted(decimal: string, places: number): number {
  // A minus before nothing is no minus: −0 would come out of JSON as 0.
  return Number(`${decimal}e${places}`) + 0;
}

/** The number that begins at token `at`, in digits or in words; null where none does. */
export function readNumeral(tokens: readonly Token[], at: number, vocabulary: Vocabulary): Numeral | null {
  const token = tokens[at];
  if (!token) return null;
  return token.kind === "number" ? inDigits(tokens, at, vocabulary) : token.kind === "word" ? inWords(tokens, at, vocabulary) : null;
}

function inDigits(tokens: readonly Token[], at: number, vocabulary: Vocabulary): Numeral | null {
  const read = decimalOf(tokens[at]!.text, vocabulary.groups);
  if (!read) return null;
  const { otherwise } = read;
  let { decimal } = read;
  let end = at + 1;
  // 16 500: groups of exactly three digits after a first group of one to three.
  while (/^\d{1,3}$/.test(tokens[at]!.text) && /^\d{3}$/.test(tokens[end]?.text ?? "") && !tokens[end]!.glued) {
    decimal += tokens[end]!.text;
    end++;
  }
  const magnitude = magnitudeAt(tokens, end, vocabulary);
  if (magnitude) return numeral(decimalShift(otherwise ?? decimal, magnitude.places), magnitude.end, null, false);
  const half = phraseAt(vocabulary.andAHalf, tokens, end);
  if (half && /^\d+$/.test(decimal)) return numeral(`${decimal}.5`, half.end, null, false);
  return numeral(decimal, end, otherwise, /^\d+$/.test(tokens[at]!.text) && end === at + 1);
}

function numeral(decimal: string, end: number, otherwise: string | null, bare: boolean): Numeral | null {
  return Number.isFinite(Number(decimal)) && decimal.length <= 30 ? { decimal, end, otherwise, bare } : null;
}

/** Digits with separators as decimal text; null where they are no number (a date, a version). */
function decimalOf(text: string, groups: "." | ","): { decimal: string; otherwise: string | null } | null {
  const plain = text.replace(/['’]/g, "");
  const marks = plain.replace(/\d/g, "");
  if (marks === "") return { decimal: plain, otherwise: null };
  const parts = plain.split(/[.,]/);
  const grouped = parts[0]!.length <= 3 && parts[0] !== "0" && parts.slice(1).every((part) => part.length === 3);
  if (marks.length === 1) {
    const decimal = plain.replace(",", ".");
    if (!grouped) return { decimal, otherwise: null };
    return { decimal: parts.join(""), otherwise: marks === groups ? null : decimal };
  }
  const last = marks.at(-1)!;
  const before = marks.slice(0, -1);
  if (new Set(before).size === 1 && before[0] !== last && parts.slice(1, -1).every((part) => part.length === 3)) {
    return { decimal: `${parts.slice(0, -1).join("")}.${parts.at(-1)!}`, otherwise: null };
  }
  return new Set(marks).size === 1 && grouped ? { decimal: parts.join(""), otherwise: null } : null;
}

function magnitudeAt(tokens: readonly Token[], at: number, vocabulary: Vocabulary): { places: number; end: number } | null {
  const token = tokens[at];
  if (token?.kind !== "word") return null;
  const places =
    vocabulary.magnitudes.get(token.key) ?? (token.glued && token.key === "m" ? 6 : token.key === vocabulary.thousand ? 3 : undefined);
  return places === undefined ? null : { places, end: at + 1 };
}

function decimalShift(decimal: string, places: number): string {
  const [whole, fraction = ""] = decimal.split(".");
  const digits = fraction.padEnd(places, "0");
  const rest = digits.slice(places);
  return `${whole}${digits.slice(0, places)}${rest === "" ? "" : `.${rest}`}`;
}

/** `two hundred and fifty`, `tweehonderdvijftig`, `anderhalf miljoen`, `half a million`, `een dozijn`. */
function inWords(tokens: readonly Token[], at: number, vocabulary: Vocabulary): Numeral | null {
  const half = phraseAt(vocabulary.halves, tokens, at);
  if (half) {
    const magnitude = scaleAt(tokens, half.end, vocabulary);
    if (magnitude) return numeral(String(Number(half.meaning) * magnitude), half.end + 1, null, false);
    // “een half uur”, but no “halve finale”.
    const key = tokens[half.end]?.key ?? "";
    const spell = half.meaning === "1.5" || vocabulary.times.has(key) || vocabulary.periodUnits.has(key);
    return spell ? numeral(half.meaning, half.end, null, false) : null;
  }
  const quarter = phraseAt(vocabulary.quarters, tokens, at);
  const ofQuarter = quarter && scaleAt(tokens, quarter.end, vocabulary);
  if (quarter && ofQuarter) return numeral(String(ofQuarter / 4), quarter.end + 1, null, false);
  let total = 0;
  let current: number | null = null;
  let i = at;
  for (; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (token.kind !== "word") break;
    // “een” and “a” are articles unless a magnitude follows, or they are written with accents.
    if (i === at && vocabulary.one.has(token.key) && !/[éÉ]/.test(token.text)) {
      if (scaleAt(tokens, i + 1, vocabulary) === null && !isOneOutOf(tokens, i + 1, vocabulary)) return null;
      current = 1;
      continue;
    }
    const scale: number | null = scaleAt(tokens, i, vocabulary);
    if (scale === 100 || scale === 12) {
      current = (current ?? 1) * scale;
      continue;
    }
    if (scale !== null) {
      total += (current ?? 1) * scale;
      current = null;
      continue;
    }
    const value = wordValue(token.key, vocabulary);
    if (value !== null) {
      if (current === null && (total === 0 || value < 1000)) current = value;
      else if (current !== null && current >= 100 && current % (value < 100 ? 100 : 1000) === 0 && value < 1000) current += value;
      else break;
      continue;
    }
    if (i > at && token.key === vocabulary.and) {
      const halfway = phraseAt(vocabulary.andAHalf, tokens, i);
      if (halfway) {
        current = (current ?? 0) + 0.5;
        i = halfway.end - 1;
        continue;
      }
      const next = wordValue(tokens[i + 1]?.key ?? "", vocabulary);
      const open: number = current ?? total;
      if (next !== null && next < 100 && open >= 100 && open % 100 === 0) continue;
    }
    break;
  }
  // nl “IT acht 99 % onhaalbaar”: a verb.
  if (i === at || (i === at + 1 && tokens[i]?.kind === "number")) return null;
  return numeral(String(total + (current ?? 0)), i, null, false);
}

/** `een op de vijf`: the article is a number where a share follows. */
function isOneOutOf(tokens: readonly Token[], at: number, vocabulary: Vocabulary): boolean {
  const link = phraseAt(vocabulary.outOf, tokens, at);
  const whole = link && tokens[link.end];
  return whole !== undefined && whole !== null && (whole.kind === "number" || wordValue(whole.key, vocabulary) !== null);
}

/** Whether a number in words may begin with the word. */
export function opensNumber(key: string, vocabulary: Vocabulary): boolean {
  return key === vocabulary.dozen || (key.length > 1 && vocabulary.magnitudes.has(key)) || wordValue(key, vocabulary) !== null;
}

function scaleAt(tokens: readonly Token[], at: number, vocabulary: Vocabulary): number | null {
  const key = tokens[at]?.kind === "word" ? tokens[at].key : "";
  if (key === vocabulary.hundred) return 100;
  if (key === vocabulary.thousand) return 1000;
  if (key === vocabulary.dozen) return 12;
  const places = key.length > 1 ? vocabulary.magnitudes.get(key) : undefined;
  return places === undefined ? null : 10 ** places;
}

/** One written number word, compounds and hyphens included; null where it is none. */
export const wordValue: (key: string, vocabulary: Vocabulary) => number | null = perWord((key, vocabulary) => {
  if (key.length > 60) return null;
  const known = vocabulary.numerals.get(key) ?? vocabulary.tens.get(key);
  if (known !== undefined) return known;
  if (key === vocabulary.hundred) return 100;
  if (key === vocabulary.thousand) return 1000;
  if (key.includes("-")) return hyphened(key, vocabulary);
  return vocabulary.compounds?.test(key) ? compound(key, vocabulary) : null;
});

/** twenty-five */
function hyphened(key: string, vocabulary: Vocabulary): number | null {
  const [ten, unit, more] = key.split("-");
  const tens = vocabulary.tens.get(ten!);
  const units = vocabulary.numerals.get(unit!);
  return tens !== undefined && units !== undefined && units < 10 && more === undefined ? tens + units : null;
}

/** vijfentwintigduizendtweehonderd: thousands, hundreds, then unit-and-ten. */
function compound(key: string, vocabulary: Vocabulary): number | null {
  for (const [word, size] of [
    [vocabulary.thousand, 1000],
    [vocabulary.hundred, 100],
  ] as const) {
    const place = key.indexOf(word);
    if (place < 0) continue;
    const left = place === 0 ? 1 : wordValue(key.slice(0, place), vocabulary);
    const rest = key.slice(place + word.length);
    const right =
      rest === "" ? 0 : (wordValue(rest, vocabulary) ?? (rest.startsWith(vocabulary.and) ? wordValue(rest.slice(2), vocabulary) : null));
    return left === null || right === null || right >= size ? null : left * size + right;
  }
  for (const [ten, value] of vocabulary.tens) {
    const joined = vocabulary.and + ten;
    if (!key.endsWith(joined)) continue;
    const unit = vocabulary.numerals.get(key.slice(0, -joined.length));
    if (unit !== undefined && unit < 10) return value + unit;
  }
  return null;
}
