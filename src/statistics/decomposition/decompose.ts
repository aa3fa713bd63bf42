import { z } from "zod";
import { evaluate, type ExpressionError, parse, sentence, type, type Typed } from "../../expression/index.ts";
import type { Method } from "../method.ts";
import { badInput } from "../refusal.ts";
import { type MixRate, mixRate, Part } from "./mix-rate.ts";
import { sampledContributions } from "./sampled-shapley.ts";
import { exactFactors, noMixture, shapley } from "./shapley.ts";

const factors = z.record(z.string(), z.number());
const Input = z.union([
  z.strictObject({ formula: z.string(), before: factors, after: factors }),
  z.strictObject({ segments: z.array(Part).min(1) }),
]);

export interface FactorResult {
  readonly change: number;
  /** per factor, in the unit of the formula */
  readonly contributions: Readonly<Record<string, number>>;
  /** above 12 factors that change: in how many orders, and how far off all contributions are at most with 95 % chance, in the same unit */
  readonly sampled?: { readonly permutations: number; readonly bound: number };
}

const mostFactors = 100;
/** Factors × characters of the formula × drawn pairs of orders: some seconds of work. */
const mostWork = 4e7;

/**
 * What made a number change: the factors of a formula (`shapley.ts`, above 12 `sampled-shapley.ts`), or the rates and the mix of segments (`mix-rate.ts`).
 * Example: visitors·conversion·aov from 10,000·0.025·80 to 12,000·0.023·82 is +2,632: visitors +3,887.33, conversion −1,782.67, aov
 * +527.33. Throws `bad-input` for a formula that cannot be read, a factor that is missing, a value that does not exist, more than 100 factors that
 * change.
 */
export const decompose: Method<z.infer<typeof Input>, FactorResult | MixRate> = {
  name: "decompose",
  told: { nl: "waardoor een getal veranderde", en: "what made a number change" },
  input: Input,
  compute: (input) => ("segments" in input ? mixRate(input.segments) : ofFormula(input)),
};

function ofFormula({
  formula,
  before,
  after,
}: {
  formula: string;
  before: Record<string, number>;
  after: Record<string, number>;
}): FactorResult {
  const names = Object.keys(before);
  const lost = names.find((name) => !Object.hasOwn(after, name)) ?? Object.keys(after).find((name) => !Object.hasOwn(before, name));
  if (lost !== undefined) {
    throw badInput({ nl: `factor “${lost}” ontbreekt in before of after`, en: `factor “${lost}” is missing in before or after` });
  }
  const { expression, columns } = typed(formula, names);
  const row: Record<string, number> = Object.fromEntries(columns.map((name) => [name, 0]));
  const value = (values: readonly number[]): number | null => {
    for (const [index, name] of columns.entries()) row[name] = values[index]!;
    const found = evaluate(expression, row);
    return typeof found === "number" ? found : null;
  };
  const [from, to] = [columns.map((name) => before[name]!), columns.map((name) => after[name]!)];
  const { contributions, sampled } = shared(value, from, to, formula.length);
  const [start, end] = [value(from), value(to)];
  if (start === null || end === null) throw badInput({ nl: "de formule heeft geen waarde", en: "the formula has no value" });
  const found = new Map(columns.map((name, index) => [name, contributions[index]!]));
  return {
    change: end - start,
    contributions: Object.fromEntries(names.map((name) => [name, found.get(name) ?? 0])),
    ...(sampled === undefined ? {} : { sampled }),
  };
}

function shared(
  value: (factors: readonly number[]) => number | null,
  from: readonly number[],
  to: readonly number[],
  length: number,
): Pick<FactorResult, "sampled"> & { readonly contributions: readonly number[] } {
  const changed = from.filter((factor, index) => factor !== to[index]).length;
  if (changed <= exactFactors) return { contributions: shapley(value, from, to) };
  if (changed > mostFactors) {
    throw badInput({
      nl: `er veranderen ${changed} factoren, en dat kan tot ${mostFactors}: neem factoren samen`,
      en: `${changed} factors change, and up to ${mostFactors} can be told apart: take some together`,
    });
  }
  const known = (factors: readonly number[]): number => {
    const found = value(factors);
    if (found === null || !Number.isFinite(found)) throw noMixture();
    return found;
  };
  const pairs = Math.min(2000, Math.max(50, Math.floor(mostWork / changed / length)));
  const { contributions, permutations, bound } = sampledContributions(known, from, to, { pairs });
  return { contributions, sampled: { permutations, bound } };
}

function typed(formula: string, names: readonly string[]): Typed {
  const parsed = parse(formula);
  const outcome = parsed.ok ? type(parsed.value, new Map(names.map((name) => [name, "double"]))) : parsed;
  if (!outcome.ok) throw badInput({ nl: clause(outcome.error, "nl"), en: clause(outcome.error, "en") });
  const { type: kind } = outcome.value;
  if (kind !== "integer" && kind !== "decimal" && kind !== "double") {
    throw badInput({ nl: "de formule is geen getal", en: "the formula is not a number" });
  }
  return outcome.value;
}

function clause(error: ExpressionError, language: "nl" | "en"): string {
  return sentence(error, language).replace(/\.$/, "");
}
