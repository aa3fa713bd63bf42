import { HelderError } from "../framework/index.ts";

/** A piece of a sentence in both languages, without a full stop. */
export interface Because {
  readonly nl: string;
  readonly en: string;
}

/** The input itself will not do: too little, impossible, contradictory. */
export function badInput(reason: Because): HelderError {
  return new HelderError("bad-input", { reason: reason.en, "reason-nl": reason.nl });
}

/** The method's approximation does not hold for this input; `instead` names the exact method that does. */
export function unsafe(reason: Because, instead: Because): HelderError {
  return new HelderError("approximation-unsafe", {
    reason: reason.en,
    "reason-nl": reason.nl,
    instead: instead.en,
    "instead-nl": instead.nl,
  });
}
