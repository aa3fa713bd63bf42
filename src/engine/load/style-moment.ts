import type { Format } from "../../framework/index.ts";
import { quoteText } from "../../sql/index.ts";
import { matches, parses, type Style } from "./style.ts";

const isoDay = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
const isoMoment = `${isoDay}[ T][0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?`;
const isoZone = " ?([Zz]|UTC|GMT|[+-][0-9]{2}(:?[0-9]{2})?)";
/** DuckDB wants seconds before a zone and no space: `12:00 +01` becomes `12:00:00+01`. */
const isoInstant = (v: string) =>
  `TRY_CAST(regexp_replace(regexp_replace(regexp_replace(upper(${v}), 'UTC|GMT', 'Z'), ' ?([-+Z][0-9:]*)$', '\\1'), '^(.{16})([-+Z])', '\\1:00\\2') AS TIMESTAMPTZ)`;
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

const clock = "(?:,? |T)[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]{1,6})?)?(?: ?[AaPp]\\.?[Mm]\\.?)?(?: uur)?";
const clockFormats = ["", " %H:%M", " %H:%M:%S", " %H:%M:%S.%f", " %I:%M %p", " %I:%M:%S %p"];
/** SQL: one space before the time of day and before AM, no comma, no `uur`. */
const plainClock = (v: string) =>
  `regexp_replace(regexp_replace(regexp_replace(${v}, '(,? |T)([0-9]{1,2}:)', ' \\2'), ' uur$', ''), ' ?([AaPp])\\.?([Mm])\\.?$', ' \\1\\2')`;

function strptime(name: string, days: string, format: string): Style {
  const formats = clockFormats.map((one) => quoteText(`${format}${one}`)).join(", ");
  const value = (v: string) => `try_strptime(${plainClock(v)}, [${formats}])`;
  return {
    name,
    type: "date",
    pattern: `${days}(?:${clock})?`,
    days: format,
    test: (v) => `${value(v)} IS NOT NULL`,
    value,
    timed: (v) => `contains(${v}, ':')`,
  };
}

/** The two orders of day and month that share a separator; either may be what is meant. */
function pair(separator: string, year: "Y" | "y"): Readonly<Record<"day" | "month", Style>> {
  const sign = separator === "." ? "\\." : separator;
  const days = `[0-9]{1,2}${sign}[0-9]{1,2}${sign}[0-9]{${year === "Y" ? 4 : 2}}`;
  const doubt = year === "y" ? { doubt: "two-digit-year" } : {};
  const one = (name: string, format: string, order: "day" | "month"): Style => ({
    ...strptime(`${name} ${separator}`, days, format),
    tells: { order },
    ...doubt,
  });
  return {
    day: one("day-first", `%d${separator}%m${separator}%${year}`, "day"),
    month: one("month-first", `%m${separator}%d${separator}%${year}`, "month"),
  };
}

const pairs = [pair("/", "Y"), pair("-", "Y"), pair("/", "y"), pair("-", "y")];
/** With points the day always comes first. */
const dotted = [pair(".", "Y").day, pair(".", "y").day];

const months = "jan|feb|mrt|maa|mar|apr|mei|may|jun|jul|aug|sep|okt|oct|nov|dec";
const monthName = `(?i:jan(?:uari|uary)?|feb(?:ruari|ruary)?|mrt|maart|mar(?:ch)?|apr(?:il)?|mei|may|juni?|june|juli?|july|aug(?:ustus|ust)?|sept?(?:ember)?|o[kc]t(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?`;
const weekday =
  "(?i:ma|di|wo|do|vr|za|zo|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|mon|tue|wed|thu|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\\.?,? ";

function named(name: string, pattern: string, parts: (v: string) => readonly [string, string, string], doubt: boolean): Style {
  const value = (v: string) => {
    const text = `lower(${v})`;
    const [day, month, year] = parts(text);
    const number = `CASE ${month} ${months
      .split("|")
      .map((one) => `WHEN '${one}' THEN '${monthNumbers[one]!}'`)
      .join(" ")} END`;
    const time = `regexp_extract(${plainClock(text)}, '( [0-9]{1,2}:[0-9]{2}.*)$', 1)`;
    const formats = clockFormats.map((one) => quoteText(`%d %m %${doubt ? "y" : "Y"}${one}`)).join(", ");
    return `try_strptime(${day} || ' ' || ${number} || ' ' || ${year} || ${time}, [${formats}])`;
  };
  return {
    name,
    type: "date",
    pattern: caseless(pattern),
    test: (v) => `${value(v)} IS NOT NULL`,
    value,
    timed: (v) => `contains(${v}, ':')`,
    ...(doubt ? { doubt: "two-digit-year" } : {}),
  };
}

const monthNumbers: Readonly<Record<string, string>> = {
  jan: "1",
  feb: "2",
  mrt: "3",
  maa: "3",
  mar: "3",
  apr: "4",
  mei: "5",
  may: "5",
  jun: "6",
  jul: "7",
  aug: "8",
  sep: "9",
  okt: "10",
  oct: "10",
  nov: "11",
  dec: "12",
};

/** JavaScript of Node 20 has no `(?i:…)`: every letter in it becomes a pair of letters. */
function caseless(pattern: string): string {
  return pattern.replace(/\(\?i:((?:[^()]|\(\?:[^()]*\))*)\)/g, (_, inner: string) => {
    const paired = inner.replace(/\(\?:|\[[^\]]*\]|[a-z]/g, (part) => {
      if (part === "(?:") return part;
      const letters = part.startsWith("[") ? part.slice(1, -1) : part;
      return `[${letters}${letters.toUpperCase()}]`;
    });
    return `(?:${paired})`;
  });
}

const gap = "(?:[ /-]|\\. ?)";
const dayMonthYear = (text: string, year: string): readonly [string, string, string] => [
  `regexp_extract(${text}, '^(?:[a-z]+[.]?,? )?([0-9]{1,2})', 1)`,
  `regexp_extract(regexp_replace(${text}, '^[a-z]+[.]?,? ', ''), '(${months})', 1)`,
  `regexp_extract(${text}, '[a-z][.]?[ /-]+(${year})', 1)`,
];
const monthDayYear = (text: string): readonly [string, string, string] => [
  `regexp_extract(${text}, '[a-z][.]? ([0-9]{1,2})', 1)`,
  `regexp_extract(${text}, '(${months})[a-z]*[.]? [0-9]', 1)`,
  `regexp_extract(${text}, '[0-9]{1,2},? ([0-9]{4})', 1)`,
];
const namedDays = [
  named(
    "named day first",
    `(?:${weekday})?[0-9]{1,2}${gap}${monthName}[ /-]+[0-9]{4}(?:${clock})?`,
    (v) => dayMonthYear(v, "[0-9]{4}"),
    false,
  ),
  named("named month first", `(?:${weekday})?${monthName} [0-9]{1,2},? [0-9]{4}(?:${clock})?`, monthDayYear, false),
  named(
    "named day first, short year",
    `(?:${weekday})?[0-9]{1,2}${gap}${monthName}[ /-]+[0-9]{2}(?:${clock})?`,
    (v) => dayMonthYear(v, "[0-9]{2}"),
    true,
  ),
];

const yearFirst = strptime("year-first", "[0-9]{4}/[0-9]{1,2}/[0-9]{1,2}", "%Y/%m/%d");
const looseIso = strptime("loose iso", "[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}", "%Y-%m-%d");

/** Days and moments as texts; `open`: nothing tells the order of day and month, so the other order is a rival. */
export function momentStyles(first: "day" | "month", open: boolean): readonly Style[] {
  const second = first === "day" ? "month" : "day";
  const ordered = pairs.flatMap((one) =>
    open
      ? [
          { ...one[first], rival: one[second] },
          { ...one[second], rival: one[first] },
        ]
      : [one[first], one[second]],
  );
  return [date, moment, looseIso, ...ordered, yearFirst, ...dotted, ...namedDays];
}

const compact: Style = {
  name: "compact",
  type: "date",
  pattern: "(19|20|21)[0-9]{6}",
  test: (v) => `try_strptime(${v}, '%Y%m%d') IS NOT NULL`,
  value: (v) => `try_strptime(${v}, '%Y%m%d')`,
};

/** Seconds, thousandths or millionths since 1970, from September 2001 on, so that the number of digits tells which. */
function epoch(name: string, zeros: number): Style {
  const instant = (v: string) => `make_timestamp(CAST(TRY_CAST(${v} AS DECIMAL(28, 6)) * 1${"0".repeat(6 - zeros)} AS BIGINT))`;
  return {
    name,
    type: "timestamp",
    pattern: `[1-9][0-9]{${9 + zeros}}(?:\\.[0-9]{1,6})?`,
    value: instant,
    timed: () => "true",
    zoned: { sql: () => "true", instant: (v) => `(${instant(v)} AT TIME ZONE 'UTC')` },
  };
}
const epochs: Readonly<Record<"epoch" | "epoch-ms" | "epoch-us", Style>> = {
  epoch: epoch("epoch", 0),
  "epoch-ms": epoch("epoch-ms", 3),
  "epoch-us": epoch("epoch-us", 6),
};

/** Days since 30 December 1899, as a spreadsheet counts them, from 1954 to 2119. */
const serial: Style = {
  name: "serial",
  type: "date",
  pattern: "[2-7][0-9]{4}(?:[.,][0-9]+)?",
  value: (v) =>
    `(TIMESTAMP '1899-12-30' + to_microseconds(CAST(round(CAST(replace(${v}, ',', '.') AS DOUBLE) * 86400000) AS BIGINT) * 1000))`,
  timed: (v) => `regexp_matches(${v}, '[.,]0*[1-9]')`,
};

/** Names of columns whose numbers may be days: `datum`, `order_date`, `createdAt`. */
const dayName = /datum$|(?:^|[_ .-])(?:date|day|dag)$|(?:^|[_ .-])(?:date|datum)(?=[_ .-])|[a-z]Date$/i;
const momentName =
  /(?:^|[_ .-])(?:at|on|ts|time|timestamp|tijd|tijdstip|created|updated|modified|aangemaakt|gewijzigd)$|[a-z](?:At|On|Time|Timestamp)$/i;

/** What only a column of days is tried for: what the format declares, and numbers that are days where the column is said or named so. */
export function timeStyles({ date: declared }: Format, column: string, isTime: boolean): readonly Style[] {
  if (declared !== undefined && declared in epochs)
    return isTime || dayName.test(column) || momentName.test(column) ? [epochs[declared as keyof typeof epochs]] : [];
  if (declared === "excel") return isTime || dayName.test(column) ? [serial] : [];
  return [
    // A format of digits alone would make days of every number.
    ...(declared !== undefined && (isTime || !/^(?:%[a-zA-Z])+$/.test(declared)) ? [declaredDate(declared)] : []),
    ...(isTime ? [compact, serial, ...Object.values(epochs)] : []),
  ];
}

/** What `format.date` would make days of the whole numbers of a column, judged by its name and their range; null where they are numbers. */
export function daysOfNumbers(column: string, low: number, high: number): string | null {
  const isDay = dayName.test(column);
  if (isDay && low >= 20_000 && high < 80_000) return "excel";
  if (!isDay && !momentName.test(column)) return null;
  const epochOf = (unit: number) => low >= 1e9 * unit && high < 4.2e9 * unit;
  return epochOf(1) ? "epoch" : epochOf(1e3) ? "epoch-ms" : epochOf(1e6) ? "epoch-us" : null;
}

/** Whether `format.date` is one of our own names, and no strptime format. */
export function isNumberOfDays(format: string): boolean {
  return format in epochs || format === "excel";
}

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
