import type { Day } from "../calendar/index.ts";
import type { HelderError, Language, LinkState } from "../framework/index.ts";
import type { ExperimentResult, SampleRatio, SampleSize, SummedEffect, Verdict } from "../statistics/index.ts";

/** Why something could not be computed, as an error code with its sentence per language. */
export interface Problem {
  readonly code: string;
  readonly sentence: Readonly<Record<Language, string>>;
}

/** One metric in one arm against the control. */
export interface MetricOutcome {
  readonly metric: string;
  /** the arm that is compared with the control; null in a result typed by hand */
  readonly variant: string | null;
  readonly kind: "proportion" | "mean" | "ratio" | null;
  /** value of the metric in each of the two, per customer or per whole; null where it was typed as a lift */
  readonly values: { readonly control: number; readonly treatment: number } | null;
  /** treatment less control, in the metric's unit */
  readonly absolute: ExperimentResult | null;
  /** the lift on the control: 0.05 = 5 % */
  readonly relative: ExperimentResult | null;
  /** p-value of `relative` (of `absolute` where there is no lift), corrected by Holm for all metrics and arms of the experiment; null for a guardrail */
  readonly adjustedPValue: number | null;
  /** a guardrail's interval lies on the wrong side of 0; null where that is not known, and for a metric */
  readonly harmed: boolean | null;
  readonly problem: Problem | null;
}

/** What a registered experiment says. */
export interface ExperimentAnalysis {
  readonly id: string;
  readonly name: string;
  readonly source: "measured" | "typed";
  readonly asOf: Day;
  readonly from: Day | null;
  /** the last day on which an assignment or its window counts; null where it is not known */
  readonly ended: Day | null;
  /** true: it is not over, and its design does not allow looking before */
  readonly running: boolean;
  readonly design: "fixed" | "sequential";
  readonly alpha: number;
  readonly minimumEffect: number | null;
  readonly control: string | null;
  /** customers per arm, those in several arms left out */
  readonly arms: Readonly<Record<string, number>>;
  /** customers who were in several arms */
  readonly excluded: number;
  /** customers whose window is still open: they count for `srm` only */
  readonly immature: number;
  readonly srm: SampleRatio | null;
  readonly metrics: readonly MetricOutcome[];
  readonly guardrails: readonly MetricOutcome[];
  /** names the files and definitions that its rows came from: equal names, equal rows */
  readonly data: string;
  readonly verdict: Verdict;
  /** why the verdict is what it is */
  readonly reason: VerdictReason;
  /** the first link that it tests; null where it tests none */
  readonly link: string | null;
  readonly links: readonly (LinkDecision & {
    /** the first day after it on which the link's cause was measured otherwise than then; null: it still is as it was */
    readonly redefined: Day | null;
  })[];
}

/** What an experiment says of one link. */
export interface LinkDecision {
  readonly id: string;
  readonly verdict: Verdict;
  readonly metric: string | null;
  readonly reason: VerdictReason;
}

/** What supported experiments add up to for one metric of an objective. */
export interface ObjectiveEffect extends SummedEffect {
  readonly objective: string;
  readonly metric: string;
  /** lifts: 0.05 = 5 % */
  readonly effects: readonly {
    readonly experiment: string;
    readonly variant: string | null;
    readonly estimate: number;
    readonly standardError: number;
  }[];
  /** pairs of experiments that ran at one time: their effects may hold part of each other's */
  readonly overlapping: readonly (readonly [string, string])[];
}

export interface ExperimentsResult {
  readonly experiments: readonly ExperimentAnalysis[];
  /** those that could not be analysed */
  readonly failures: readonly { readonly id: string; readonly problem: Problem }[];
  readonly links: readonly LinkState[];
  readonly objectives: readonly ObjectiveEffect[];
}

export interface ExperimentPlanRequest {
  readonly link: string;
  /** relative; null: that of the experiment that tests the link, else 0.05 */
  readonly minimumEffect: number | null;
  readonly alpha: number | null;
  readonly power: number | null;
  readonly asOf: Day | null;
}

/** Customers and days, with the window of the last customer. */
export interface PlannedSize extends SampleSize {
  /** days in which customers are assigned; null where none are expected */
  readonly assignDays: number | null;
  readonly totalDays: number | null;
}

/** What a test of a link would take, from the history of the metric that decides. */
export interface ExperimentPlan {
  readonly link: string;
  /** the registered experiment that tests it; null: there is none yet */
  readonly experiment: string | null;
  readonly metric: string;
  readonly kind: "proportion" | "mean" | "ratio";
  /** per customer (mean), part of customers (proportion), or sum over sum (ratio), within the window */
  readonly baseline: number;
  /** of what one customer adds to it; p(1 − p) for a proportion */
  readonly variance: number;
  /** new customers a week, each counted at the first row in the history */
  readonly customersPerWeek: number;
  readonly history: { readonly from: Day; readonly to: Day; readonly customers: number };
  readonly window: string;
  readonly minimumEffect: number;
  readonly alpha: number;
  readonly power: number;
  readonly design: "fixed" | "sequential";
  readonly fixed: PlannedSize;
  readonly sequential: PlannedSize;
}

export const verdictReasons = {
  "clear-effect": { nl: "het effect is aangetoond in de verwachte richting", en: "the effect is shown, in the expected direction" },
  "below-minimum": {
    nl: "het interval sluit het kleinste effect dat telt uit",
    en: "the interval excludes the smallest effect that counts",
  },
  "too-little-data": {
    nl: "het interval is te breed om te kiezen; er zijn meer klanten nodig",
    en: "the interval is too wide to decide; more customers are needed",
  },
  "sample-ratio": {
    nl: "de groepen hebben niet de afgesproken grootte, dus de indeling klopt niet en de uitslag telt niet",
    en: "the groups are not of the planned size, so the assignment went wrong and the result does not count",
  },
  running: {
    nl: "het experiment loopt nog; bij dit ontwerp telt de uitslag pas aan het eind",
    en: "the experiment is still running; with this design the result counts only at the end",
  },
  "cause-did-not-move": {
    nl: "de oorzaak van het verband bewoog niet, dus het gevolg zegt er niets over",
    en: "the cause of the link did not move, so the result says nothing about it",
  },
  "not-computed": { nl: "de metriek waar het om gaat is niet te berekenen", en: "the metric that decides could not be computed" },
} as const satisfies Record<string, Readonly<Record<Language, string>>>;

export type VerdictReason = keyof typeof verdictReasons;

export function problemOf(error: HelderError): Problem {
  return { code: error.code, sentence: { nl: error.sentence("nl"), en: error.sentence("en") } };
}
