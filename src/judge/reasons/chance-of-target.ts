import type { ReasonKind } from "../reason.ts";

type ChanceOfTarget = {
  readonly chance: number;
  readonly target: number;
  readonly to: string;
  /** the forecast at the end of the target, and the interval that holds it with chance `level` */
  readonly forecast: number;
  readonly low: number;
  readonly high: number;
  readonly level: number;
};

export const chanceOfTarget: ReasonKind<ChanceOfTarget> = {
  code: "chance-of-target",
  sentences: {
    nl: ({ chance, target, to, forecast, low, high, level }, speak) =>
      `De kans om ${speak.amount(target)} te halen is ${percent(chance, " ", "minder dan ", "meer dan ")}: de voorspelling voor ${speak.day(to)} is ${speak.amount(forecast)}, met ${percent(level, " ", "", "")} kans tussen ${speak.amount(low)} en ${speak.amount(high)}.`,
    en: ({ chance, target, to, forecast, low, high, level }, speak) =>
      `The chance of meeting ${speak.amount(target)} is ${percent(chance, "", "less than ", "more than ")}: the forecast for ${speak.day(to)} is ${speak.amount(forecast)}, with a chance of ${percent(level, "", "", "")} between ${speak.amount(low)} and ${speak.amount(high)}.`,
  },
};

/** Nothing that is still to come is certain. */
function percent(chance: number, space: string, less: string, more: string): string {
  if (chance < 0.01) return `${less}1${space}%`;
  if (chance > 0.99) return `${more}99${space}%`;
  return `${Math.round(100 * chance)}${space}%`;
}
