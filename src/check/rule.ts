import type { Day } from "../calendar/index.ts";
import type { FindingKind, Framework, Params, Range } from "../framework/index.ts";
import type { Sources } from "../workspace/index.ts";

/** What a rule sees: the whole framework, where its parts stand, and the day it is. */
export interface Context {
  readonly framework: Framework;
  readonly sources: Sources;
  readonly today: Day;
  /** every code there is, structural ones and those of rules */
  readonly codes: ReadonlySet<string>;
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
}
