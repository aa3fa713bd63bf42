import type { FiscalStart } from "../../calendar/index.ts";
import type { CastTarget } from "../../expression/index.ts";
import type { Measure } from "../../metric/index.ts";
import type { Dialect, Operand } from "../dialect.ts";

/** A number as text, as `cast` reads it. */
const numberPattern = "^\\\\s*([+-]?(?:\\\\d+(?:\\\\.\\\\d*)?|\\\\.\\\\d+)(?:[eE][+-]?\\\\d+)?)\\\\s*$";
/** A day, or a local time whose day is meant. */
const dayPattern = "^(\\\\d{4}-\\\\d{2}-\\\\d{2})(?:[ T](?:[01]\\\\d|2[0-3]):[0-5]\\\\d(?::[0-5]\\\\d(?:\\\\.\\\\d{1,6})?)?)?$";
const microseconds = { seconds: "1e6", minutes: "6e7", hours: "3.6e9", days: "8.64e10" } as const;
/** decimals to which a number is read before it is rounded */
const places = 15;

/**
 * ClickHouse 24.12 or later, with the settings that the warehouse sends (`warehouse/clickhouse.ts`). Every decimal has 38 digits or more:
 * ClickHouse, unlike DuckDB, gives a product no more digits than its widest factor has. Days are Date32: 1900 to 2299.
 */
export const clickhouse: Dialect = {
  name: "clickhouse",
  identifier: clickhouseIdentifier,
  table: clickhouseIdentifier,
  parameter: (index) => `{p${index}:String}`,
  // As typed, 2.5 would be a double, and a whole number the narrowest that holds it.
  number: (digits) => {
    if (/e/i.test(digits)) return `toFloat64(${digits})`;
    const [whole = "", fraction = ""] = digits.split(".");
    if (fraction !== "") return `toDecimal128('${whole || "0"}.${fraction}', ${fraction.length})`;
    return whole.length <= 9 ? whole : whole.length <= 18 ? `toInt64(${whole})` : `toDecimal128('${whole}', 0)`;
  },
  day: (day) => `toDate32('${day}')`,
  timestamp: (text) => `toDateTime64('${text}', 6, 'UTC')`,
  periodStart: (day, grain, fiscalStart) => {
    if (grain === "year" && fiscalStart !== "01-01") return fiscalYearStart(day, fiscalStart);
    return grain === "day"
      ? day
      : `${{ week: "toMonday", month: "toStartOfMonth", quarter: "toStartOfQuarter", year: "toStartOfYear" }[grain]}(${day})`;
  },
  monthNumber: null,
  finite: (double) => `if(isFinite(${double}), ${double}, NULL)`,
  // A product of Int64 beyond 2^63 would begin anew, without a word; an Int128 goes with no double.
  multiply: (left, right) =>
    left.type === "integer" && right.type === "integer" ? `toDecimal128(${left.text}, 0) * ${right.text}` : `${left.text} * ${right.text}`,
  divide: (left, right) => `toFloat64(${left}) / nullif(toFloat64(${right}), 0)`,
  // Of decimals with different numbers of decimals, and of a decimal and a double, ClickHouse would take the remainder of their digits.
  remainder: (left, right) => {
    const types = [left.type, right.type];
    const as = types.includes("double")
      ? (text: string) => `toFloat64(${text})`
      : (text: string) => (types.includes("decimal") ? `toDecimal128(${text}, ${places})` : text);
    return `${as(left.text)} % nullif(${as(right.text)}, 0)`;
  },
  addDays: (date, days, sign) =>
    `addDays(${date}, ${/^\d{1,6}$/.test(days) ? `${sign === "-" ? "-" : ""}${days}` : wholeDays(days, sign)})`,
  daysBetween: (from, to) => `dateDiff('day', ${from}, ${to})`,
  like: (pattern, text) => text(pattern.replaceAll("\\", "\\\\")),
  // Its IN knows no null and takes no columns.
  among: (operand, list, negated) => {
    if (list.every(({ text, type }) => type !== "null" && !/[("]/.test(text)))
      return `${operand.text}${negated ? " NOT" : ""} IN (${list.map(({ text }) => text).join(", ")})`;
    const either = list.map(({ text }) => `${operand.text} = (${text})`).join(" OR ");
    return negated ? `NOT (${either})` : `(${either})`;
  },
  alike,
  later: ({ text }, { count, unit }) =>
    `add${{ day: "Days", week: "Weeks", month: "Months", quarter: "Quarters", year: "Years" }[unit]}(${text}, ${count})`,
  elapsed: (from, to, unit) => `dateDiff('microsecond', ${midnight(from)}, ${midnight(to)}) / ${microseconds[unit]}`,
  windows: {
    first: (of, partition, order) => `first_value(${of}) RESPECT NULLS OVER (PARTITION BY ${partition} ORDER BY ${order})`,
    // After the last row it gives what the type has for nothing: only of what may be null that is null.
    next: (of, partition, order) =>
      `leadInFrame(toNullable(${of})) OVER (PARTITION BY ${partition} ORDER BY ${order} ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)`,
    rank: (_, partition, order) => `toInt64(rank() OVER (PARTITION BY ${partition} ORDER BY ${order}))`,
    size: (_, partition) => `toInt64(count(*) OVER (PARTITION BY ${partition}))`,
  },
  nearestJoin: "ASOF LEFT JOIN",
  // Selected once and sent to every shard: a shard's own customers are not all of them.
  leftJoin: "GLOBAL LEFT JOIN",
  inSelected: "GLOBAL IN",
  days: (columns, rows) => {
    const names = columns.map(clickhouseIdentifier);
    if (rows.length === 0) return `SELECT ${names.map((name) => `toDate32('1970-01-01') AS ${name}`).join(", ")}\nWHERE FALSE`;
    const listed = rows.map((row) => `  tuple(${row.map((day) => `'${day}'`).join(", ")})`).join(",\n");
    return `SELECT ${names.map((name, index) => `toDate32(days.${index + 1}) AS ${name}`).join(", ")}\nFROM (SELECT arrayJoin([\n${listed}\n]) AS days)`;
  },
  cast,
  functions: {
    abs: ([x]) => (x!.type === "integer" ? `toDecimal128(abs(${x!.text}), 0)` : `abs(${x!.text})`),
    round: ([x, to]) => {
      const rounded = (text: string) => `round(${text}${to ? `, ${to.text}` : ""})`;
      // Doubles would be rounded half to even; in decimals, half away from zero.
      return x!.type === "double" ? `toFloat64(${rounded(readDecimal(`toString(${x!.text})`))})` : rounded(x!.text);
    },
    floor: whole("floor"),
    ceil: whole("ceil"),
    least: ofAlike("least"),
    greatest: ofAlike("greatest"),
    coalesce: (operands) => {
      const values = alike(operands);
      // Of two decimals with different numbers of decimals it refuses to choose.
      return values.length > 1 && operands.some(({ type }) => type === "decimal") && !operands.some(({ type }) => type === "double")
        ? `arrayFirst(value -> value IS NOT NULL, [${values.join(", ")}])`
        : `coalesce(${values.join(", ")})`;
    },
    nullif: ofAlike("nullif"),
    lower: call("lowerUTF8"),
    upper: call("upperUTF8"),
    trim: ([x]) => `replaceRegexpAll(${x!.text}, '^\\\\p{Zs}+|\\\\p{Zs}+$', '')`,
    length: ([x]) => `toInt64(lengthUTF8(${x!.text}))`,
    substr: substring,
    year: moment("toYear"),
    quarter: moment("toQuarter"),
    month: moment("toMonth"),
    day: moment("toDayOfMonth"),
  },
  aggregates: {
    count: (of, filter) => `count(${of === null ? "" : of.text})${filter}`,
    "count-distinct": (of, filter) => `uniqExact(${of!.text})${filter}`,
    sum: (of, filter) => {
      // The order in which doubles are added changes their sum, and the order of rows differs from run to run.
      if (of!.type === "double") return `arrayReduce('sumKahan', arraySort(groupArray(${of!.text})${filter}))`;
      // A sum of Int64 would begin anew at 2^63, without a word.
      return `coalesce(sum(${of!.type === "integer" ? `toDecimal128(${of!.text}, 0)` : of!.text})${filter}, 0)`;
    },
    // Of no rows at all, what cannot be null would be 0.
    min: (of, filter) => `min(toNullable(${of!.text}))${filter}`,
    max: (of, filter) => `max(toNullable(${of!.text}))${filter}`,
    percentile: (of, filter, { p }) => `quantileExactInclusive(${p!})(toNullable(toFloat64(${of!.text})))${filter}`,
    last: (of, filter, measure) => `argMax(toNullable(${of!.text}), ${newestFirst(measure)})${filter}`,
  },
  mostFilters: Infinity,
  bitmaps: null,
};

/** A name as ClickHouse text: there a backslash escapes in names too. */
export function clickhouseIdentifier(name: string): string {
  return `"${escape(name).replaceAll('"', '\\"')}"`;
}

/** A text literal as ClickHouse text. */
export function clickhouseText(text: string): string {
  return `'${escape(text).replaceAll("'", "\\'")}'`;
}

function escape(text: string): string {
  return text.replaceAll("\\", "\\\\").replaceAll("\0", "\\0");
}

function newestFirst({ newestBy }: Measure): string {
  return newestBy === undefined ? `"$row"` : `tuple(${clickhouseIdentifier(newestBy)}, "$row")`;
}

function call(name: string): (operands: readonly Operand[]) => string {
  return (operands) => `${name}(${operands.map(({ text }) => text).join(", ")})`;
}

function ofAlike(name: string): (operands: readonly Operand[]) => string {
  return (operands) => `${name}(${alike(operands).join(", ")})`;
}

/** Decimals and doubles have no type in common; whole numbers of different widths and signs have one that goes with decimals only so. */
function alike(values: readonly Operand[]): string[] {
  const types = new Set(values.map(({ type }) => type));
  return values.map(({ text, type }) => {
    if (types.has("double")) return type === "integer" || type === "decimal" ? `toFloat64(${text})` : text;
    if (type !== "integer" || /^\d+$/.test(text)) return text;
    return `toDecimal128(${text}, 0)`;
  });
}

function whole(name: string): (operands: readonly Operand[]) => string {
  return ([x]) => (x!.type === "integer" ? `(${x!.text})` : `${name}(${x!.text})`);
}

function moment(name: string): (operands: readonly Operand[]) => string {
  return ([x]) => `toInt64(${name}(${x!.text}))`;
}

/** Places count from 1, negative ones from the end; a negative length goes to the left. Each operand is written once. */
function substring([text, start, length]: readonly Operand[]): string {
  if (/^[1-9]\d{0,8}$/.test(start!.text) && (length === undefined || /^\d{1,9}$/.test(length.text)))
    return call("substringUTF8")(length === undefined ? [text!, start!] : [text!, start!, length]);
  const given = length === undefined ? "NULL" : `toInt64(${length.text})`;
  const from = "if(f > 0, f - 1, if(f < 0, toInt64(lengthUTF8(s)) + f, -1))";
  const to = length === undefined ? "toInt64(lengthUTF8(s))" : "a + n";
  const taken = "substringUTF8(s, greatest(0, least(a, b)) + 1, greatest(0, greatest(a, b)) - greatest(0, least(a, b)))";
  const bound = `arrayMap((s, a, b) -> ${taken}, [s], [a], [${to}])[1]`;
  const body = `arrayMap((s, a, n) -> ${bound}, [s], [${from}], [n])[1]`;
  return `arrayMap((s, f, n) -> ${length === undefined ? "" : "if(n IS NULL, NULL, "}${body}${length === undefined ? "" : ")"}, [${text!.text}], [toInt64(${start!.text})], [${given}])[1]`;
}

function midnight({ text, type }: Operand): string {
  return type === "date" ? `toDateTime64(${text}, 6, 'UTC')` : text;
}

/** Days to add: whole, and no more of them than the calendar has. */
function wholeDays(days: string, sign: "+" | "-"): string {
  return `${sign === "-" ? "-" : ""}accurateCastOrNull(round(${days}), 'Int32')`;
}

function cast({ text, type }: Operand, to: CastTarget): string {
  switch (to) {
    case "text":
      if (type === "boolean") return `toString(CAST(${text} AS Nullable(Bool)))`;
      // A whole second is written without a fraction.
      if (type === "timestamp") return `replaceRegexpOne(toString(${text}), '(\\\\.\\\\d*[1-9])0+$|\\\\.0+$', '\\\\1')`;
      return `toString(${text})`;
    case "date":
      // It would read the 30th of February as a day in March, and clip what it cannot hold.
      return type === "text"
        ? `arrayMap(day -> if(toString(toDate32OrNull(day)) = day, toDate32OrNull(day), NULL), [extract(trimBoth(${text}), '${dayPattern}')])[1]`
        : `toDate32(${text})`;
    case "integer":
      return type === "integer" ? text : `accurateCastOrNull(${type === "boolean" ? text : `round(${asDecimal(text, type)})`}, 'Int64')`;
    case "decimal":
      return `accurateCastOrNull(${type === "integer" || type === "boolean" ? text : `round(${asDecimal(text, type)}, 6)`}, 'Decimal(38, 6)')`;
  }
}

function asDecimal(text: string, type: Operand["type"]): string {
  if (type === "text") return readDecimal(`extract(${text}, '${numberPattern}')`);
  return type === "double" ? readDecimal(`toString(${text})`) : text;
}

function readDecimal(text: string): string {
  return `toDecimal128OrNull(${text}, ${places})`;
}

/** A fiscal year that starts on a day its year lacks starts on the first of the next month, as in the calendar. */
function fiscalYearStart(day: string, fiscalStart: FiscalStart): string {
  const [month, date] = fiscalStart.split("-").map(Number);
  const first = `makeDate32(toYear(${day}) - (toMonth(${day}) * 100 + toDayOfMonth(${day}) < ${month! * 100 + date!}), ${month}, 1)`;
  return date === 1 ? first : `addDays(${first}, ${date! - 1})`;
}
