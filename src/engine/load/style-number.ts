import { matches, parses, type Style } from "./style.ts";

type Decimal = "," | ".";

const itself = (v: string) => v;

const integer: Style = { name: "integer", type: "integer", pattern: "-?(0|[1-9][0-9]{0,18})", test: parses("BIGINT"), value: itself };

const double: Style = {
  name: "double",
  type: "double",
  pattern: "-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})?|-?\\.[0-9]+([eE][+-]?[0-9]{1,3})?",
  test: (v) => `coalesce(isfinite(TRY_CAST(${v} AS DOUBLE)), false)`,
  value: itself,
  proof: { sql: (v) => `contains(${v}, '.')`, otherwise: null },
};

const commaPattern = "-?(0|[1-9][0-9]*|[1-9][0-9]{0,2}(\\.[0-9]{3})+)(,[0-9]+)?|-?,[0-9]+";
const groupedPattern = "-?(0|[1-9][0-9]*|[1-9][0-9]{0,2}(,[0-9]{3})+)(\\.[0-9]+)?";

const comma: Style = {
  name: "comma",
  type: "decimal",
  pattern: commaPattern,
  value: (v) => `replace(replace(${v}, '.', ''), ',', '.')`,
  tells: { decimal: "," },
};

const grouped: Style = {
  name: "grouped",
  type: "decimal",
  pattern: groupedPattern,
  value: (v) => `replace(${v}, ',', '')`,
  tells: { decimal: "." },
};

const point: Style = {
  name: "point",
  type: "decimal",
  pattern: "-?(0|[1-9][0-9]*)(\\.[0-9]+)?|-?\\.[0-9]+",
  value: itself,
  // Whole numbers alone that are no integers are too long for one: names of things, not amounts.
  proof: { sql: (v) => `contains(${v}, '.')`, otherwise: null },
  tells: { decimal: "." },
  // `1.234` alone may be a little more than one as well as a thousand.
  rival: comma,
};

/** A comma shows itself as the decimal one in a value that could be no thousands: `12,5`, `1.234,56`, `1.234.567`. */
const shownComma: Style = {
  ...comma,
  proof: { sql: (v) => `NOT ${matches(v, groupedPattern)}`, otherwise: "ambiguous-decimal" },
};
const shownGrouped: Style = {
  ...grouped,
  proof: { sql: (v) => `contains(${v}, ',') AND NOT ${matches(v, commaPattern)}`, otherwise: null },
};

/** Signs of one kind of money; a column with several kinds is no column of amounts. */
const money = ["", "€|EUR|[Ee]uro", "\\$|USD|US\\$", "£|GBP", "CHF|Fr\\.", "SEK|NOK|DKK|kr", "PLN|zł", "¥|JPY|CNY"];
const space = "[ \u00A0\u202F]";
/** Digits of a number with its decimal sign, thousands set apart by the other sign, a space or an apostrophe. */
const digits: Readonly<Record<Decimal, string>> = {
  ",": `(?:[1-9][0-9]{0,2}(?:[.' \u00A0\u202F’][0-9]{3})+|0|[1-9][0-9]{0,14})(?:,[0-9]+|,[-–])?`,
  ".": `(?:[1-9][0-9]{0,2}(?:[,' \u00A0\u202F’][0-9]{3})+|0|[1-9][0-9]{0,14})(?:\\.[0-9]+)?`,
};

function dressedPattern(decimal: Decimal, sign: string, percent: boolean): string {
  const before = sign === "" ? "" : `(?:(?:${sign})${space}?)?`;
  const after = percent ? `${space}?%` : sign === "" ? "" : `(?:${space}?(?:${sign}))?`;
  const number = `${digits[decimal]}${after}`;
  return [
    `${before}${number}`,
    `[-−]${space}?${before}${number}`,
    ...(sign === "" ? [] : [`(?:${sign})${space}?[-−]${space}?${number}`]),
    ...(percent ? [] : [`${before}${number}[-−]`]),
    `\\(${before}${number}\\)`,
  ].join("|");
}

/** A number with what people put around it: a sign of money, `%`, spaces between thousands, a minus behind, parentheses for less than nothing. */
function dressed(decimal: Decimal, sign: string, percent: boolean): Style {
  const core = (v: string) => `regexp_replace(${v}, ',[-–]', '')`;
  const bare = (v: string) => {
    const kept = `regexp_replace(regexp_replace(${core(v)}, 'Fr\\.', ''), '[^0-9,.]', '', 'g')`;
    const plain = decimal === "," ? `replace(replace(${kept}, '.', ''), ',', '.')` : `replace(${kept}, ',', '')`;
    return `CASE WHEN regexp_matches(${core(v)}, '[-−(]') THEN '-' ELSE '' END || ${plain}`;
  };
  return {
    name: `dressed ${percent ? "%" : sign} ${decimal}`,
    type: "decimal",
    pattern: dressedPattern(decimal, sign, percent),
    // A percentage is a fraction: 12,5 % is 0.125.
    value: percent ? (v) => `CAST(TRY_CAST(${bare(v)} AS DECIMAL(28, 8)) * 0.01 AS VARCHAR)` : bare,
    tells: { decimal },
  };
}

function dressedStyles(decimals: readonly Decimal[]): Style[] {
  const kinds: readonly (readonly [string, boolean])[] = [...money.map((sign) => [sign, false] as const), ["", true]];
  const declared = decimals.length === 1;
  return kinds.flatMap(([sign, percent]) => {
    if (declared) return [dressed(decimals[0]!, sign, percent)];
    const withComma = dressed(",", sign, percent);
    const withPoint: Style = { ...dressed(".", sign, percent), rival: withComma };
    const shown = [
      { ...withPoint, proof: shownBy(withPoint, withComma) },
      { ...withComma, proof: shownBy(withComma, withPoint) },
    ];
    // Money has no three decimals: `€ 1.234` is a thousand.
    const likely =
      sign === "" ? [] : [{ ...withComma, rival: withPoint, proof: { sql: (v: string) => `contains(${v}, '.')`, otherwise: null } }];
    const proof = !percent ? { proof: { sql: isDressed, otherwise: null } } : {};
    return [...shown, ...likely, { ...withPoint, ...proof }];
  });
}

const isDressed = (v: string) => `regexp_matches(${v}, '[^0-9.,-]|[0-9.,]-$')`;

function shownBy(style: Style, other: Style): NonNullable<Style["proof"]> {
  return { sql: (v) => `${matches(v, style.pattern!)} AND NOT ${matches(v, other.pattern!)}`, otherwise: null };
}

export function numberStyles(decimal: Decimal | null): readonly Style[] {
  return byDecimal[decimal ?? "?"];
}

const byDecimal: Readonly<Record<Decimal | "?", readonly Style[]>> = {
  ",": [integer, comma, ...dressedStyles([","])],
  ".": [integer, without(point), double, grouped, ...dressedStyles(["."])],
  "?": [integer, point, double, shownGrouped, shownComma, ...dressedStyles([".", ","])],
};

function without({ rival: _rival, ...style }: Style): Style {
  return style;
}
