import { type Fault, faultSentence } from "../../framework/index.ts";
import type { ReasonKind } from "../reason.ts";

/** The fault of the dataset; params of its own come along under their names. */
export const brokenSource: ReasonKind<{ dataset: string; fault: string; column: string | null } & Fault["params"]> = {
  code: "broken-source",
  sentences: {
    nl: (params, speak) => faultSentence(faultIn(params), "nl", (day) => speak.day(day)),
    en: (params, speak) => faultSentence(faultIn(params), "en", (day) => speak.day(day)),
  },
};

function faultIn({
  dataset,
  fault,
  column,
  ...params
}: { dataset: string; fault: string; column: string | null } & Fault["params"]): Fault {
  return { dataset, code: fault as Fault["code"], column, breaks: true, params };
}
