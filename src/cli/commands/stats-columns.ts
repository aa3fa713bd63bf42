import type { ColumnAsked, ColumnValues } from "../../engine/index.ts";
import { HelderError } from "../../framework/index.ts";
import { type Context, type Option, textArgument, textOption } from "../command.ts";

/** What a method takes from a file with columns, and which options go with it. */
interface Shape {
  /** names of the options that hold a column, and what stands in it; the first is required */
  readonly columns: Readonly<Record<string, ColumnAsked["holds"]>>;
  /** names of the options that hold a setting; ! where the method asks for it */
  readonly settings: readonly string[];
  readonly input: (columns: Readonly<Record<string, ColumnValues>>, settings: Readonly<Record<string, unknown>>) => unknown;
}

const shapes: Readonly<Record<string, Shape>> = {
  forecast: {
    columns: { column: "numbers" },
    settings: ["horizon!", "season"],
    input: ({ column }, settings) => ({ y: column, ...settings }),
  },
  signals: {
    columns: { column: "numbers" },
    settings: ["baseline", "season"],
    input: ({ column }, settings) => ({ y: column, ...settings }),
  },
  survey: {
    columns: { column: "numbers" },
    settings: ["kind!", "scale!"],
    input: ({ column }, settings) => ({ scores: column, ...settings }),
  },
  bootstrap: {
    columns: { column: "numbers", variant: "texts" },
    settings: ["control!"],
    input: ({ column, variant }, { control }) => armsOf(column!, variant!, String(control)),
  },
  association: {
    columns: { column: "numbers", with: "numbers" },
    settings: ["season"],
    input: ({ column, with: other }, settings) => ({ x: column, y: other, ...settings }),
  },
  sentiment: {
    columns: { column: "texts" },
    settings: [],
    input: ({ column }) => ({ texts: column }),
  },
  themes: {
    columns: { column: "texts", scores: "numbers" },
    settings: ["upTo!"],
    input: ({ column, scores }, settings) => ({ texts: column, scores, ...settings }),
  },
};

/** The options of the methods that take a file with columns; `horizon` is one that lifetime has too. */
export const columnOptions: readonly Option[] = [
  { flags: "--column <column>", told: { nl: "CSV: kolom met de waarden", en: "CSV: column with the values" } },
  { flags: "--season <n>", told: { nl: "CSV: lengte van het seizoen, zoals 12", en: "CSV: length of the season, such as 12" } },
  { flags: "--baseline <n>", told: { nl: "CSV, signals: zoveel eerste punten", en: "CSV, signals: this many first points" } },
  { flags: "--kind <kind>", told: { nl: "CSV, survey: nps, csat of ces", en: "CSV, survey: nps, csat or ces" } },
  { flags: "--scale <scale>", told: { nl: "CSV, survey: de schaal, zoals 0,10", en: "CSV, survey: the scale, such as 0,10" } },
  { flags: "--variant <column>", told: { nl: "CSV, bootstrap: kolom met de groep", en: "CSV, bootstrap: column with the arm" } },
  { flags: "--control <name>", told: { nl: "CSV, bootstrap: de controlegroep", en: "CSV, bootstrap: the control arm" } },
  { flags: "--with <column>", told: { nl: "CSV, association: de andere kolom", en: "CSV, association: the other column" } },
  { flags: "--scores <column>", told: { nl: "CSV, themes: kolom met cijfers", en: "CSV, themes: column with scores" } },
  { flags: "--up-to <score>", told: { nl: "CSV, themes: cijfers tot en met", en: "CSV, themes: scores up to and including" } },
];

/** Option names as commander keeps them: `--up-to` is `upTo`. */
const names = columnOptions.map(({ flags }) =>
  flags.slice(2, flags.indexOf(" ")).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
);

/** Whether a file with columns is meant, and not JSON. */
export function hasColumns(context: Context): boolean {
  if (textArgument(context, 0) === "lifetime") return false;
  const file = textArgument(context, 1) ?? "-";
  return names.some((name) => textOption(context, name) !== null) || /\.(csv|tsv|xlsx|xlsm|parquet|jsonl)(\.gz)?$/i.test(file);
}

/** A method's input, made of the columns of a file. Throws HelderError `bad-option`, `bad-call`, and what the engine throws. */
export async function columnInput(context: Context, method: string): Promise<unknown> {
  const shape = Object.hasOwn(shapes, method) ? shapes[method]! : undefined;
  if (shape === undefined) {
    const known = Object.keys(shapes).join(", ");
    throw new HelderError("bad-input", {
      reason: `${method} takes JSON; a file with columns is for ${known}`,
      "reason-nl": `${method} neemt JSON; een bestand met kolommen is voor ${known}`,
    });
  }
  const file = textArgument(context, 1);
  if (file === null || file === "-") throw badOption("[file]", file ?? "", "data.csv");
  const settings = shape.settings.map((name) => name.replace("!", ""));
  const foreign = names.find((name) => textOption(context, name) !== null && !(name in shape.columns) && !settings.includes(name));
  if (foreign !== undefined)
    throw badOption(
      flagOf(foreign),
      textOption(context, foreign)!,
      `stats ${method}: ${[...Object.keys(shape.columns), ...settings].map(flagOf).join(" ")}`,
    );
  const asked = Object.entries(shape.columns).map(([name, holds]) => ({ option: name, name: required(context, name), holds }));
  const given = Object.fromEntries(
    shape.settings.flatMap((name) => {
      const bare = name.replace("!", "");
      const text = name.endsWith("!") ? required(context, bare) : textOption(context, bare);
      return text === null ? [] : [[bare, settingOf(bare, text)]];
    }),
  );
  const { columnsOf } = await import("../../engine/index.ts");
  const values = await columnsOf(file, asked);
  return shape.input(Object.fromEntries(asked.map(({ option }, index) => [option, values[index]!])), given);
}

function required(context: Context, name: string): string {
  const text = textOption(context, name);
  if (text !== null) return text;
  const [flag, example] = [flagOf(name), examples[name]!];
  throw new HelderError("bad-call", {
    reason: `${flag} is missing, for instance: ${example}.`,
    "reason-nl": `${flag} ontbreekt, bijvoorbeeld: ${example}.`,
  });
}

const examples: Readonly<Record<string, string>> = {
  column: "--column revenue",
  horizon: "--horizon 12",
  kind: "--kind nps",
  scale: "--scale 0,10",
  variant: "--variant arm",
  control: "--control A",
  with: "--with revenue",
  scores: "--scores score",
  upTo: "--up-to 6",
};

function settingOf(name: string, text: string): unknown {
  if (name === "kind" || name === "control") return text;
  const numbers = text.split(",").map((part) => (part.trim() === "" ? Number.NaN : Number(part)));
  if (numbers.some(Number.isNaN) || numbers.length !== (name === "scale" ? 2 : 1))
    throw badOption(flagOf(name), text, examples[name] ?? "12");
  return name === "scale" ? numbers : numbers[0];
}

function flagOf(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

function badOption(option: string, value: string, hint: string): HelderError {
  return new HelderError("bad-option", { option, value, hint });
}

/** The values of two arms. Lines without a value or an arm count for nothing. */
function armsOf(values: ColumnValues, variants: ColumnValues, control: string): { control: unknown[]; treatment: unknown[] } {
  const known = values.flatMap((value, index) => (value === null || variants[index] === null ? [] : [{ value, arm: variants[index] }]));
  const others = [...new Set(known.map(({ arm }) => arm))].filter((arm) => arm !== control);
  if (others.length !== 1 || !known.some(({ arm }) => arm === control)) {
    const found = [...new Set(known.map(({ arm }) => arm))].slice(0, 10).join(", ");
    throw badOption("--control", control, found);
  }
  const of = (treated: boolean): unknown[] => known.filter(({ arm }) => (arm !== control) === treated).map(({ value }) => value);
  return { control: of(false), treatment: of(true) };
}
