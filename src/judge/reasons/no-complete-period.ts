import type { ReasonKind } from "../reason.ts";

/** `to` is the last day of the first period; `newest` the newest day with data where that is what it waits for. */
export const noCompletePeriod: ReasonKind<{ to: string; newest: string | null }> = {
  code: "no-complete-period",
  sentences: {
    nl: ({ to, newest }, speak) =>
      newest === null
        ? `De eerste volledige periode loopt tot en met ${speak.day(to)}. Daarna volgt een oordeel.`
        : `De eerste volledige periode loopt tot en met ${speak.day(to)}, en de gegevens komen tot ${speak.day(newest)}. Laad de rest.`,
    en: ({ to, newest }, speak) =>
      newest === null
        ? `The first complete period runs through ${speak.day(to)}. A verdict follows after that.`
        : `The first complete period runs through ${speak.day(to)}, and the data reach ${speak.day(newest)}. Load the rest.`,
  },
};
