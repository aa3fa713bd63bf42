import type { Dataset } from "../../framework/index.ts";
import { quoteText } from "../../sql/index.ts";
import type { Convention, Style } from "./style.ts";
import { momentStyles, timeStyles } from "./style-moment.ts";
import { numberStyles } from "./style-number.ts";

/**
 * The ways to try on a column, the likeliest first: the first that fits all of its values gives the column its type. `known` is what the
 * other columns tell; of two orders of day and month that both fit, the one that is known or usual in `nl` comes first.
 */
export function stylesFor(dataset: Dataset, column: string, nl: boolean, known: Convention = {}): readonly Style[] {
  const { format } = dataset;
  const isTime = dataset.time?.toLowerCase() === column.toLowerCase();
  return [
    ...timeStyles(format, column, isTime),
    boolean,
    ...(format.booleans === true ? words : []),
    ...numberStyles(format.decimal ?? known.decimal ?? null),
    ...momentStyles(known.order ?? (nl ? "day" : "month"), known.order === undefined),
  ];
}

const boolean: Style = {
  name: "boolean",
  type: "boolean",
  pattern: "[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee]",
  value: (v) => `(lower(${v}) = 'true')`,
};

/** Words for yes and no: read so where `format.booleans` asks for it, for a condition may compare with the word. */
const words: readonly Style[] = [
  ["ja", "nee"],
  ["waar", "onwaar"],
  ["yes", "no"],
  ["y", "n"],
  ["j", "n"],
].map(([yes = "", no = ""]) => {
  const cases = (word: string) => [...word].map((letter) => `[${letter.toUpperCase()}${letter}]`).join("");
  return {
    name: `${yes}/${no}`,
    type: "boolean",
    pattern: `${cases(yes)}|${cases(no)}`,
    value: (v) => `(lower(${v}) = ${quoteText(yes)})`,
  };
});

/** Whether a column's values are all words for yes and no, both among them. */
export function areTruthWords(values: readonly string[]): boolean {
  return words.some(({ pattern }) => {
    const whole = new RegExp(`^(?:${pattern!})$`);
    return values.every((value) => whole.test(value)) && new Set(values.map((value) => value.toLowerCase())).size === 2;
  });
}
