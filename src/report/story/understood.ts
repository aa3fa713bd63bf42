import type { Day } from "../../calendar/index.ts";

/** A file that was dropped and waits. */
export interface WaitingFile {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
}

/** A file that was taken in just now. */
export interface TakenFile extends WaitingFile {
  /** one of the same name was there, and is gone */
  readonly replaced: boolean;
}

/** How far somebody is with discovering. */
export interface DiscoverState {
  readonly files: readonly WaitingFile[];
  /** datasets of the workspace, which are looked at where no file waits */
  readonly datasets: readonly string[];
  /** what is being done now; null: nothing */
  readonly doing: string | null;
  /** all that a column may be about */
  readonly roles: readonly string[];
}

/** What was understood of one kind of file. */
export interface Understood {
  readonly files: readonly Pick<WaitingFile, "id" | "name">[];
  /** of each workbook with several sheets that hold rows: which is read, and all of them */
  readonly sheets: readonly { readonly file: string; readonly read: string; readonly names: readonly string[] }[];
  readonly rows: number;
  readonly rejected: number;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly decimal: string | null;
  readonly date: string | null;
  readonly columns: readonly UnderstoodColumn[];
  readonly doubts: readonly { readonly column: string | null; readonly code: string; readonly sentence: string }[];
}

export interface UnderstoodColumn {
  readonly name: string;
  readonly type: string;
  readonly example: string | null;
  /** what it is about, from 0 to 1 how surely, and why; null where it is about nothing that is asked for */
  readonly role: string | null;
  readonly confidence: number | null;
  readonly reason: { readonly code: string; readonly value: string } | null;
}
