import type { ReasonKind } from "../reason.ts";

/** `value` and `period` are those of the newest complete cadence period, null where there is none. */
export const noTarget: ReasonKind<{ value: number | null; period: string | null }> = {
  code: "no-target",
  sentences: {
    nl: ({ value, period }, speak) =>
      `Er is geen doel afgesproken${value === null || period === null ? "" : `; de waarde over ${speak.period(period)} is ${speak.amount(value)}`}. Spreek een getal en een periode af.`,
    en: ({ value, period }, speak) =>
      `No target has been agreed${value === null || period === null ? "" : `; the value for ${speak.period(period)} is ${speak.amount(value)}`}. Agree on a number and a period.`,
  },
};
