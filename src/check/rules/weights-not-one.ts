import type { Team } from "../../framework/index.ts";
import type { Rule } from "../rule.ts";

export const weightsNotOne: Rule = {
  code: "weights-not-one",
  severity: "error",
  why: {
    nl: "Gewichten zeggen wat voorgaat, en dat kan alleen als ze samen 1 zijn.",
    en: "Weights say what comes first, which only works if together they are 1.",
  },
  sentences: {
    nl: ({ name, sum }) =>
      `De gewichten van ${name} zijn samen ${comma(sum)} en moeten samen 1 zijn. Pas de gewichten op de scorekaart aan.`,
    en: ({ name, sum }) => `The weights of ${name} add up to ${sum} and must add up to 1. Change the weights on the scorecard.`,
  },
  *find({ framework, sources }) {
    for (const { id, name, scorecard } of framework.teams) {
      const sum = scorecard.reduce((total, { weight }) => total + weight, 0);
      // Weights such as 0.1 are not exact in binary, so their sum may be off in the last digits.
      if (scorecard.length === 0 || Math.abs(sum - 1) < 1e-6) continue;
      yield { on: id, at: sources.at("teams", id, ["scorecard"]), params: { name, sum: Number(sum.toPrecision(6)) } };
    }
  },
  fix({ at }, { sources }) {
    const part = sources.part(at);
    const scorecard = (part?.value ?? []) as Team["scorecard"];
    const weights = scaled(scorecard.map(({ weight }) => weight));
    return part && weights
      ? weights.map((weight, index) => ({ file: part.file, path: [...part.path, index, "weight"], value: weight }))
      : [];
  },
};

/**
 * Weights in the same proportions that add up to 1, in the decimals that were typed, or as many as leave none of them 0. What rounding leaves
 * goes to the greatest. Null where there is nothing to scale.
 */
function scaled(weights: readonly number[]): number[] | null {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const greatest = weights.indexOf(Math.max(...weights));
  const decimals = Math.max(2, ...weights.map((weight) => String(weight).split(".")[1]?.length ?? 0));
  for (const whole of [100, 1_000, 10_000, 100_000].filter((one) => one >= 10 ** decimals)) {
    const parts = weights.map((weight) => Math.round((weight / sum) * whole));
    parts[greatest]! += whole - parts.reduce((total, part) => total + part, 0);
    if (sum > 0 && parts.every((part, index) => part > 0 === weights[index]! > 0)) return parts.map((part) => part / whole);
  }
  return null;
}

function comma(sum: unknown): string {
  return String(sum).replace(".", ",");
}
