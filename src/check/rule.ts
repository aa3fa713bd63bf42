import type { Day } from "../calendar/index.ts";
import type { FindingKind, Framework, Params, Range } from "../framework/index.ts";
import type { Change, Sources } from "../workspace/index.ts";
import type { History } from "./history.ts";

/** What a rule sees: the whole framework, where its parts stand, and the day it is. */
export interface Context {
  readonly framework: Framework;
  readonly sources: Sources;
  readonly today: Day;
  /** every code there is, structural ones and those of rules */
  readonly codes: ReadonlySet<string>;
  /** what metrics were, as far as is known; that of metrics whose values stand in the text need not be in it */
  readonly history: History;
}

/** What a fix sees besides. */
export interface FixContext extends Context {
  /** whether all that was typed could be read: else what seems to be missing may stand in the part that could not */
  readonly intact: boolean;
}

export interface Violation {
  /** id of the entity, or the workspace's name for the framework as a whole */
  readonly on: string;
  readonly at: Range | null;
  readonly params: Params;
}

/** A rule: one file, one line in the table `rules/index.ts`, one page in docs/rules. Pure, and quick: it runs at every keystroke. */
export interface Rule extends FindingKind {
  readonly find: (context: Context) => Iterable<Violation>;
  /**
   * The changes that mend a violation, where it is evident what the user meant or where something that says nothing goes; none where
   * only people can decide. What was violated is gone after them, and nothing else that a rule forbids has come.
   */
  readonly fix?: (violation: Violation, context: FixContext) => readonly Change[];
}
