import { type ExpressionError, sentence } from "../../expression/index.ts";
import type { FindingKind, Language, Params } from "../../framework/index.ts";

/** Params: `key`, `expression`, `position` (from 1), `error` (an ExpressionError's code) and that error's own params. */
export const brokenExpression: FindingKind = {
  code: "broken-expression",
  severity: "error",
  why: { nl: "Een berekening die niet te lezen is, geeft geen cijfer.", en: "A calculation that cannot be read gives no figure." },
  sentences: {
    nl: (params) => `De expressie van “${params["key"]}” klopt niet bij teken ${params["position"]}: ${reason(params, "nl")}`,
    en: (params) => `The expression of “${params["key"]}” is wrong at character ${params["position"]}: ${reason(params, "en")}`,
  },
};

function reason(params: Params, language: Language): string {
  const start = Number(params["position"]) - 1;
  return sentence({ ...params, code: params["error"], at: { start, end: start }, params } as unknown as ExpressionError, language);
}
