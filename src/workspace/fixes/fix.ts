import type { Finding, Framework } from "../../framework/index.ts";
import type { Change } from "../change.ts";
import type { Sources } from "../sources.ts";

/** What a fix may look at. */
export interface Read {
  readonly framework: Framework;
  readonly sources: Sources;
}

/** The changes that say what the user evidently meant; none where only people can decide. */
export type Fix = (finding: Finding, read: Read) => readonly Change[];
