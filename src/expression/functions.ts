import type { FunctionName, Value, ValueType } from "./ast.ts";
import { compare } from "./compare.ts";
import { roundHalfAway } from "./rounding.ts";

/**
 * What a place between the brackets takes. `moment`: a date or a timestamp; `places`: a whole number typed out, -15 to 15; `same`: any
 * type, but one that goes together with those of the other places.
 */
export type Parameter = "number" | "integer" | "text" | "moment" | "places" | "same";

interface FunctionKind {
  /** the last one may be repeated up to `maximum` */
  readonly parameters: readonly Parameter[];
  readonly minimum: number;
  readonly maximum: number;
  /** `first`: the type of the first argument; `common`: the type in which all arguments fit */
  readonly gives: ValueType | "first" | "common";
  /** Called without nulls, unless its parameters are `same`. */
  readonly evaluate: (values: readonly Value[]) => Value;
}

const many = Number.POSITIVE_INFINITY;

/** The functions of the language. A null in any argument gives null, but for those that are about nulls. */
export const functions: Readonly<Record<FunctionName, FunctionKind>> = {
  abs: numeric(Math.abs),
  round: {
    parameters: ["number", "places"],
    minimum: 1,
    maximum: 2,
    gives: "first",
    evaluate: ([x, places]) => roundHalfAway(Number(x), Number(places ?? 0)),
  },
  floor: numeric(Math.floor),
  ceil: numeric(Math.ceil),
  least: ofAll((values) => extreme(values, -1)),
  greatest: ofAll((values) => extreme(values, 1)),
  coalesce: ofAll((values) => values.find((value) => value !== null) ?? null),
  nullif: {
    parameters: ["same"],
    minimum: 2,
    maximum: 2,
    gives: "first",
    evaluate: ([value, unwanted]) => (compare(value!, unwanted!) === 0 ? null : value!),
  },
  lower: textual("text", (text) => text.toLowerCase()),
  upper: textual("text", (text) => text.toUpperCase()),
  trim: textual("text", (text) => text.replace(/^\p{Zs}+/u, "").replace(/(?<!\p{Zs})\p{Zs}+$/u, "")),
  length: textual("integer", (text) => [...text].length),
  substr: { parameters: ["text", "integer"], minimum: 2, maximum: 3, gives: "text", evaluate: substring },
  year: fromMoment((year) => year),
  quarter: fromMoment((_, month) => Math.ceil(month / 3)),
  month: fromMoment((_, month) => month),
  day: fromMoment((_, __, day) => day),
};

function numeric(evaluate: (x: number) => number): FunctionKind {
  return { parameters: ["number"], minimum: 1, maximum: 1, gives: "first", evaluate: ([x]) => evaluate(Number(x)) };
}

function textual(gives: ValueType, evaluate: (text: string) => Value): FunctionKind {
  return { parameters: ["text"], minimum: 1, maximum: 1, gives, evaluate: ([text]) => evaluate(String(text)) };
}

function fromMoment(evaluate: (year: number, month: number, day: number) => number): FunctionKind {
  return {
    parameters: ["moment"],
    minimum: 1,
    maximum: 1,
    gives: "integer",
    evaluate: ([moment]) => {
      const text = String(moment);
      return evaluate(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10)));
    },
  };
}

function ofAll(evaluate: (values: readonly Value[]) => Value): FunctionKind {
  return { parameters: ["same"], minimum: 1, maximum: many, gives: "common", evaluate };
}

/** The least (sign -1) or greatest (1) of the values that are not null. */
function extreme(values: readonly Value[], sign: number): Value {
  return values.reduce<Value>((best, value) => {
    const order = compare(value, best);
    return value !== null && (order === null || order * sign > 0) ? value : best;
  }, null);
}

/** Places count from 1, negative ones from the end; a negative length goes to the left. */
function substring([text, start, length]: readonly Value[]): string {
  const characters = [...String(text)];
  const first = Number(start);
  const from = first > 0 ? first - 1 : first < 0 ? characters.length + first : -1;
  const to = length === undefined ? characters.length : from + Number(length);
  return characters.slice(Math.max(0, Math.min(from, to)), Math.max(0, from, to)).join("");
}
