import type { ValueType } from "../../expression/index.ts";
import type { Dataset, Format } from "../../framework/index.ts";
import { quoteText } from "../../sql/index.ts";

/** One way in which people write values of a type. `v` below is SQL for a trimmed, non-null text. */
export interface Style {
  readonly name: string;
  readonly type: ValueType;
  /** regular expression for the whole text, the same in JavaScript and RE2; null where the test alone decides */
  readonly pattern: string | null;
  /** SQL, true where a text that fits the pattern is such a value; absent where the pattern says all */
  readonly test?: (v: string) => string;
  /** SQL: for numbers the text with a point and without separators; for days and times a timestamp; else the value */
  readonly value: (v: string) => string;
  /** SQL that must be true of at least one value, and the doubt where it is not: the column is not taken for this style then */
  readonly proof?: { readonly sql: (v: string) => string; readonly otherwise: string | null };
  /** name of the style that reads the same texts as other values */
  readonly rival?: string;
  /** SQL: whether it carries a time of day; absent where none can */
  readonly timed?: (v: string) => string;
  /** for a text that may name its own zone: whether it does, and the instant */
  readonly zoned?: { readonly sql: (v: string) => string; readonly instant: (v: string) => string };
}

const matches = (v: string, pattern: string) => `regexp_full_match(${v}, ${quoteText(pattern)})`;
const parses = (type: string) => (v: string) => `TRY_CAST(${v} AS ${type}) IS NOT NULL`;
const itself = (v: string) => v;

/** SQL, true where `v` is written in this style; never null. */
export function fits(style: Style, v: string): string {
  if (style.pattern === null) return `(${style.test!(v)})`;
  return style.test ? `CASE WHEN ${matches(v, style.pattern)} THEN ${style.test(v)} ELSE false END` : matches(v, style.pattern);
}

/** The ways to try on a column, the likeliest first: the first that fits all of its values gives the column its type. */
export function stylesFor(dataset: Dataset, column: string, nl: boolean): readonly Style[] {
  const { format } = dataset;
  const isTime = dataset.time?.toLowerCase() === column.toLowerCase();
  return [
    // A format of digits alone would make days of every number.
    ...(format.date !== undefined && (isTime || !/^(?:%[a-zA-Z])+$/.test(format.date)) ? [declaredDate(format.date)] : []),
    ...(isTime ? [compactDate] : []),
    ...numberStyles(format),
    ...momentStyles(nl),
  ];
}

const boolean: Style = {
  name: "boolean",
  type: "boolean",
  pattern: "[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee]",
  value: (v) => `(lower(${v}) = 'true')`,
};
const integer: Style = { name: "integer", type: "integer", pattern: "-?(0|[1-9][0-9]{0,18})", test: parses("BIGINT"), value: itself };
const point: Style = {
  name: "point",
  type: "decimal",
  pattern: "-?(0|[1-9][0-9]*)(\\.[0-9]+)?|-?\\.[0-9]+",
  value: itself,
  // Whole numbers alone that are no integers are too long for one: names of things, not amounts.
  proof: { sql: (v) => `contains(${v}, '.')`, otherwise: null },
};
const double: Style = {
  name: "double",
  type: "double",
  pattern: "-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})?|-?\\.[0-9]+([eE][+-]?[0-9]{1,3})?",
  test: (v) => `coalesce(isfinite(TRY_CAST(${v} AS DOUBLE)), false)`,
  value: itself,
  proof: { sql: (v) => `contains(${v}, '.')`, otherwise: null },
};

function comma(declared: boolean): Style {
  return {
    name: "comma",
    type: "decimal",
    pattern: "-?(0|[1-9][0-9]*|[1-9][0-9]{0,2}(\\.[0-9]{3})+)(,[0-9]+)?|-?,[0-9]+",
    value: (v) => `replace(replace(${v}, '.', ''), ',', '.')`,
    // `1,234` alone may be a thousand as well as a little more than one.
    ...(declared
      ? {}
      : {
          proof: {
            sql: (v: string) => `contains(${v}, ',') AND NOT ${matches(v, "-?[1-9][0-9]{0,2},[0-9]{3}")}`,
            otherwise: "ambiguous-decimal",
          },
        }),
  };
}

function grouped(declared: boolean): Style {
  return {
    name: "grouped",
    type: "decimal",
    pattern: "-?(0|[1-9][0-9]*|[1-9][0-9]{0,2}(,[0-9]{3})+)(\\.[0-9]+)?",
    value: (v) => `replace(${v}, ',', '')`,
    ...(declared ? {} : { proof: { sql: (v: string) => `contains(${v}, ',') AND contains(${v}, '.')`, otherwise: null } }),
  };
}

function numberStyles({ decimal }: Format): Style[] {
  if (decimal === ",") return [boolean, integer, comma(true)];
  return [boolean, integer, point, double, grouped(decimal === "."), ...(decimal === "." ? [] : [comma(false)])];
}

const isoDay = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
const isoMoment = `${isoDay}[ T][0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?`;
const isoZone = " ?([Zz]|UTC|[+-][0-9]{2}(:?[0-9]{2})?)";
/** DuckDB wants seconds before a zone and no space: `12:00 +01` becomes `12:00:00+01`. */
const isoInstant = (v: string) =>
  `TRY_CAST(regexp_replace(regexp_replace(replace(upper(${v}), 'UTC', 'Z'), ' ?([-+Z][0-9:]*)$', '\\1'), '^(.{16})([-+Z])', '\\1:00\\2') AS TIMESTAMPTZ)`;
const isZoned = (v: string) => matches(v, isoMoment + isoZone);

const date: Style = { name: "date", type: "date", pattern: isoDay, test: parses("DATE"), value: (v) => `TRY_CAST(${v} AS TIMESTAMP)` };
const moment: Style = {
  name: "moment",
  type: "timestamp",
  pattern: `${isoDay}|${isoMoment}(${isoZone})?`,
  test: (v) => `CASE WHEN ${isZoned(v)} THEN ${isoInstant(v)} IS NOT NULL ELSE ${parses("TIMESTAMP")(v)} END`,
  value: (v) => `TRY_CAST(${v} AS TIMESTAMP)`,
  timed: () => "true",
  zoned: { sql: isZoned, instant: isoInstant },
};

function strptime(name: string, days: string, format: string): Style {
  const formats = [format, `${format} %H:%M`, `${format} %H:%M:%S`].map(quoteText).join(", ");
  const value = (v: string) => `try_strptime(${v}, [${formats}])`;
  return {
    name,
    type: "date",
    pattern: `${days}( [0-9]{1,2}:[0-9]{2}(:[0-9]{2})?)?`,
    test: (v) => `${value(v)} IS NOT NULL`,
    value,
    timed: (v) => `contains(${v}, ' ')`,
  };
}

const slashes = "[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}";
const dayFirst: Style = { ...strptime("day-first", slashes, "%d/%m/%Y"), rival: "month-first" };
const monthFirst: Style = { ...strptime("month-first", slashes, "%m/%d/%Y"), rival: "day-first" };
const others = [
  strptime("day-month", "[0-9]{1,2}-[0-9]{1,2}-[0-9]{4}", "%d-%m-%Y"),
  strptime("year-first", "[0-9]{4}/[0-9]{1,2}/[0-9]{1,2}", "%Y/%m/%d"),
];

function momentStyles(nl: boolean): Style[] {
  return [date, moment, ...others, ...(nl ? [dayFirst, monthFirst] : [monthFirst, dayFirst])];
}

const compactDate: Style = {
  name: "compact",
  type: "date",
  pattern: "(19|20|21)[0-9]{6}",
  test: (v) => `try_strptime(${v}, '%Y%m%d') IS NOT NULL`,
  value: (v) => `try_strptime(${v}, '%Y%m%d')`,
};

function declaredDate(format: string): Style {
  const value = (v: string) => `try_strptime(${v}, ${quoteText(format)})`;
  const timed = /%[-]?[HIMSfpcXT]/.test(format);
  return {
    name: "declared",
    type: timed ? "timestamp" : "date",
    pattern: null,
    test: (v) => `${value(v)} IS NOT NULL`,
    value,
    ...(timed ? { timed: () => "true" } : {}),
    // With a zone in its format DuckDB gives an instant.
    ...(/%[zZ]/.test(format) ? { zoned: { sql: () => "true", instant: (v: string) => `CAST(${value(v)} AS TIMESTAMPTZ)` } } : {}),
  };
}
