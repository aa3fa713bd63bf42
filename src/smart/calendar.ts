import type { Day } from "../calendar/index.ts";
import type { Moment } from "./moment.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A stretch of calendar, and the index of the token behind it. */
export interface ReadMoment {
  readonly moment: Moment;
  readonly end: number;
}

/** What dates are read with: the words, and the day from which a period without a year is counted. */
export interface Calendar {
  readonly vocabulary: Vocabulary;
  /** month names are the same thing in either language */
  readonly months: ReadonlyMap<string, number>;
  readonly today: Day | null;
}
