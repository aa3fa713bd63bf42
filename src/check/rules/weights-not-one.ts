import type { Rule } from "../rule.ts";

export const weightsNotOne: Rule = {
  code: "weights-not-one",
  severity: "error",
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
};

function comma(sum: unknown): string {
  return String(sum).replace(".", ",");
}
