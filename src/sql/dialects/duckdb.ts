import type { FiscalStart } from "../../calendar/index.ts";
import type { CastTarget } from "../../expression/index.ts";
import type { Measure } from "../../metric/index.ts";
import type { Dialect, Operand } from "../dialect.ts";
import { quoteIdentifier } from "../load-quote.ts";

/** A number as text; DuckDB itself would take `0x10` and `1_000` too. */
const numberPattern = "^\\s*[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?\\s*$";
/** A day, or a local time whose day is meant; DuckDB itself would take `2026/1/5` and `infinity` too. */
const dayPattern = "^\\d{4}-\\d{2}-\\d{2}([ T]([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d{1,6})?)?)?$";

const microseconds = { seconds: "1e6", minutes: "6e7", hours: "3.6e9", days: "8.64e10" } as const;

// An operand is written once, however it is tested: twice in a nest of casts would be thousands of times.
export const duckdb: Dialect = {
  name: "duckdb",
  identifier: quoteIdentifier,
  table: (dataset) => `"data".${quoteIdentifier(dataset)}`,
  parameter: (index) => `$${index}`,
  number: (digits) => digits,
  day: (day) => `DATE '${day}'`,
  timestamp: (text) => `TIMESTAMP '${text}'`,
  // date_trunc gives a timestamp, of dates too.
  periodStart: (day, grain, fiscalStart) =>
    grain === "day"
      ? day
      : grain === "year" && fiscalStart !== "01-01"
        ? fiscalYearStart(day, fiscalStart)
        : `date_trunc('${grain}', ${day})::DATE`,
  monthNumber: {
    of: (day) => `12 * year(${day}) + month(${day}) - 1`,
    start: (number) => `make_date(${number} // 12, ${number} % 12 + 1, 1)`,
  },
  finite: (double) => `CASE WHEN isfinite(${double}) THEN ${double} END`,
  multiply: (left, right) => `${left.text} * ${right.text}`,
  divide: (left, right) => `${left} / nullif(${right}, 0)`,
  remainder: (left, right) => `${left.text} % nullif(${right.text}, 0)`,
  // Six digits are more days than the calendar has.
  addDays: (date, days, sign) => `${date} ${sign} ${/^\d{1,6}$/.test(days) ? days : `CAST(TRY_CAST(${days} AS DECIMAL(6, 0)) AS INTEGER)`}`,
  daysBetween: (from, to) => `${to} - ${from}`,
  like: (pattern, text) => text(pattern),
  among: (operand, list, negated) => `${operand.text}${negated ? " NOT" : ""} IN (${list.map(({ text }) => text).join(", ")})`,
  alike: (values) => values.map(({ text }) => text),
  // A timestamp plus an interval stays one; a date becomes one.
  later: ({ text, type }, { count, unit }) => {
    const moved = `${text} + INTERVAL ${count} ${unit}`;
    return type === "date" ? `CAST(${moved} AS DATE)` : moved;
  },
  elapsed: (from, to, unit) =>
    `date_diff('microsecond', CAST(${from.text} AS TIMESTAMP), CAST(${to.text} AS TIMESTAMP)) / ${microseconds[unit]}`,
  windows: {
    first: (of, partition, order) => `first_value(${of}) OVER (PARTITION BY ${partition} ORDER BY ${order})`,
    next: (of, partition, order) => `lead(${of}) OVER (PARTITION BY ${partition} ORDER BY ${order})`,
    rank: (_, partition, order) => `rank() OVER (PARTITION BY ${partition} ORDER BY ${order})`,
    size: (_, partition) => `count(*) OVER (PARTITION BY ${partition})`,
  },
  nearestJoin: "ASOF LEFT JOIN",
  leftJoin: "LEFT JOIN",
  inSelected: "IN",
  days: (columns, rows) => {
    const names = columns.map(quoteIdentifier);
    if (rows.length === 0) return `SELECT ${names.map((name) => `CAST(NULL AS DATE) AS ${name}`).join(", ")}\nWHERE FALSE`;
    return `SELECT *\nFROM (VALUES\n${rows.map((row) => `  (${row.map((day) => `DATE '${day}'`).join(", ")})`).join(",\n")}\n) AS days (${names.join(", ")})`;
  },
  cast,
  functions: {
    abs: call("abs"),
    round: ([x, places]) => {
      const to = places ? `, ${places.text}` : "";
      // The nearest double to 1.005 lies below it: rounding what it reads as, in decimals, rounds the half that a person sees.
      return x!.type === "double"
        ? `CAST(round(TRY_CAST(CAST(${x!.text} AS VARCHAR) AS DECIMAL(38, 15))${to}) AS DOUBLE)`
        : `round(${x!.text}${to})`;
    },
    floor: whole("floor"),
    ceil: whole("ceil"),
    least: call("least"),
    greatest: call("greatest"),
    coalesce: call("coalesce"),
    nullif: call("nullif"),
    lower: call("lower"),
    upper: call("upper"),
    trim: call("trim"),
    length: call("length"),
    substr: call("substr"),
    year: call("year"),
    quarter: call("quarter"),
    month: call("month"),
    day: call("day"),
  },
  aggregates: {
    count: (of, filter) => `count(${of === null ? "*" : of.text})${filter}`,
    "count-distinct": (of, filter) => `count(DISTINCT ${of!.text})${filter}`,
    // The order in which doubles are added changes their sum; fsum also keeps the cents that a plain sum loses (Kahan).
    sum: (of, filter) =>
      of!.type === "double" ? `coalesce(fsum(${of!.text} ORDER BY ${of!.text})${filter}, 0)` : `coalesce(sum(${of!.text})${filter}, 0)`,
    min: (of, filter) => `min(${of!.text})${filter}`,
    max: (of, filter) => `max(${of!.text})${filter}`,
    // Over decimals DuckDB would round the interpolated value to the column's own decimals.
    percentile: (of, filter, { p }) => `quantile_cont(${of!.type === "double" ? of!.text : `CAST(${of!.text} AS DOUBLE)`}, ${p!})${filter}`,
    last: (of, filter, measure) => `arg_max(${of!.text}, ${newestFirst(measure)})${filter}`,
  },
  // For each FILTER it slices the inputs of all aggregates.
  mostFilters: 64,
  bitmaps: {
    collect: ({ text }, { low, high }) => `bitstring_agg(${text}, ${low}, ${high})`,
    count: (set, filter) => `coalesce(bit_count(bit_or(${set})${filter}), 0)`,
  },
};

function newestFirst({ newestBy }: Measure): string {
  return newestBy === undefined ? `"$row"` : `row(${quoteIdentifier(newestBy)}, "$row")`;
}

function call(name: string): (operands: readonly Operand[]) => string {
  return (operands) => `${name}(${operands.map(({ text }) => text).join(", ")})`;
}

/** Of an integer DuckDB would make a double. */
function whole(name: string): (operands: readonly Operand[]) => string {
  return ([x]) => (x!.type === "integer" ? `(${x!.text})` : `${name}(${x!.text})`);
}

function cast({ text, type }: Operand, to: CastTarget): string {
  switch (to) {
    case "text": {
      const written = `CAST(${text} AS VARCHAR)`;
      if (type !== "decimal" && type !== "double") return written;
      // 1.50, 2.0 and 1e-07 are the numbers 1.5, 2 and 1e-7, whatever the type that holds them.
      const short = `regexp_replace(${written}, '(\\.\\d*[1-9])0+$|\\.0+$', '\\1')`;
      return type === "decimal" ? short : `regexp_replace(${short}, 'e([+-])0', 'e\\1')`;
    }
    case "date":
      return type === "text" ? `TRY_CAST(left(regexp_extract(trim(${text}), '${dayPattern}'), 10) AS DATE)` : `CAST(${text} AS DATE)`;
    case "integer":
      return `TRY_CAST(${numberIn(text, type, (double) => `round(${double})`)} AS BIGINT)`;
    case "decimal":
      return `TRY_CAST(${numberIn(text, type, (double) => `CAST(${double} AS VARCHAR)`)} AS DECIMAL(28, 6))`;
  }
}

function numberIn(text: string, type: Operand["type"], fromDouble: (double: string) => string): string {
  if (type === "text") return `regexp_extract(${text}, '${numberPattern}')`;
  return type === "double" ? fromDouble(text) : text;
}

/** A fiscal year that starts on a day its year lacks starts on the first of the next month, as in the calendar. */
function fiscalYearStart(day: string, fiscalStart: FiscalStart): string {
  const [month, date] = fiscalStart.split("-").map(Number);
  const start = (year: string) => `make_date(${year}, ${month}, 1)${date === 1 ? "" : ` + ${date! - 1}`}`;
  return `greatest(CASE WHEN month(${day}) * 100 + day(${day}) >= ${month! * 100 + date!} THEN ${start(`year(${day})`)} ELSE ${start(`year(${day}) - 1`)} END, DATE '0001-01-01')`;
}
