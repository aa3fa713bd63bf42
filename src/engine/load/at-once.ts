import type { Dataset } from "../../framework/index.ts";
import type { RawColumn } from "./staged.ts";
import type { Style } from "./style.ts";
import { stylesFor } from "./styles.ts";

/** How a column can get its type while its file is read: every value is written out again and must be the text that stood there. */
export interface AtOnce {
  readonly kind: Exclude<RawColumn["kind"], "text" | "plain text">;
  /** type of the warehouse */
  readonly type: string;
  readonly style: Style;
  /** SQL: a value of that type as it stood in the file, never null for a value */
  readonly written: (v: string) => string;
}

/** So many values tell how a column is written; the rest of the file has to prove it. */
export const sampleRows = 2000;

/**
 * How to read each column; null: as text. `samples` holds first values of each column as they stand in the file. Only what is surely one
 * thing is read at once: whatever other values could make doubtful stays text, of which all values are looked at together.
 */
export function atOnce(dataset: Dataset, names: readonly string[], samples: readonly (readonly string[])[]): readonly (AtOnce | null)[] {
  return names.map((name, index) => {
    const sample = samples[index]!.filter((value) => value !== "");
    if (sample.length === 0) return null;
    const style = stylesFor(dataset, name, false).find((one) => one.pattern === null || seems(one, sample));
    return style === undefined ? null : (readings[style.name]?.(style, sample) ?? null);
  });
}

function seems({ pattern }: Style, sample: readonly string[]): boolean {
  const whole = new RegExp(`^(?:${pattern!})$`);
  return sample.every((value) => whole.test(value));
}

/** Numbers that are far from the ends of the narrowest types: what is held while reading is half as large. */
const isSmall = (value: string) => Math.abs(Number(value)) < 10_000;

/** The warehouse knows days before Christ and `infinity`, which nobody means. */
const inCalendar = (v: string, type: string, sql: string) =>
  `CASE WHEN ${v} >= ${type} '0001-01-01' AND ${v} < ${type} '10000-01-01' THEN ${sql} END`;
const text = (v: string) => `CAST(${v} AS VARCHAR)`;

const readings: Readonly<Record<string, (style: Style, sample: readonly string[]) => AtOnce | null>> = {
  integer: (style, sample) => ({ kind: "integer", type: sample.every(isSmall) ? "INTEGER" : "BIGINT", style, written: text }),
  point: (style, sample) => {
    const decimals = sample.map((value) => value.length - (value.indexOf(".") + 1 || value.length));
    const most = Math.max(...decimals);
    const isShown = sample.some((value) => value.includes("."));
    const isDoubtful = style.rival !== undefined && seems(style.rival, sample);
    if (!isShown || isDoubtful || most > 6) return null;
    const written = [fixed, shortest, shortestWithPoint].find(({ js }) => sample.every((value) => js(value, most)));
    if (written === undefined) return null;
    // More digits than 15 a double would not keep, and the column might have to be one.
    return { kind: "decimal", type: `DECIMAL(${most <= 4 && sample.every(isSmall) ? 9 : 15}, ${most})`, style, written: written.sql };
  },
  date: (style) => ({ kind: "date", type: "DATE", style, written: (v) => inCalendar(v, "DATE", text(v)) }),
  moment: (style, sample) => {
    const between = sample.every((value) => value[10] === "T") ? "T" : " ";
    const [length] = new Set(sample.map((value) => value.length));
    if (length !== 16 && length !== 19) return null;
    const written = (v: string) => {
      const whole = length === 16 ? `CASE WHEN second(${v}) = 0 THEN left(${text(v)}, 16) END` : text(v);
      return inCalendar(v, "TIMESTAMP", between === " " ? whole : `replace(${whole}, ' ', 'T')`);
    };
    return { kind: "timestamp", type: "TIMESTAMP", style, written };
  },
};

/** Ways of writing a number with a point; `js` tells whether a text is written so, with at most so many decimals in its column. */
const fixed = { js: (value: string, most: number) => value.length - value.indexOf(".") - 1 === most && value.includes("."), sql: text };
const bare = (v: string) => `rtrim(rtrim(${text(v)}, '0'), '.')`;
const shortest = { js: (value: string) => !value.includes(".") || !/[0.]$/.test(value), sql: bare };
const shortestWithPoint = {
  js: (value: string) => /\.(?:0|\d*[1-9])$/.test(value),
  sql: (v: string) => `CASE WHEN contains(${bare(v)}, '.') THEN ${bare(v)} ELSE ${bare(v)} || '.0' END`,
};
