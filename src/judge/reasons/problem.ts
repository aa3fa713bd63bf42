import type { ReasonKind } from "../reason.ts";

/** `error` is the code of the error that stopped the computation. */
export const problem: ReasonKind<{ error: string }> = {
  code: "problem",
  sentences: {
    nl: ({ error }) => `De waarde is niet te berekenen (${error}). Herstel de metriek of de gegevens.`,
    en: ({ error }) => `The value cannot be computed (${error}). Mend the metric or the data.`,
  },
};
