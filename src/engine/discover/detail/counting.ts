import type { Day } from "../../../calendar/index.ts";
import type { Part } from "../../../discover/index.ts";
import type { Session } from "../../../warehouse/index.ts";
import type { Bounds } from "../count.ts";
import type { Lines } from "../lines.ts";
import type { Source } from "../sources.ts";

/** What the counts of a detail work on: the tables that `count` made last. */
export interface Counting {
  readonly session: Session;
  readonly lines: Lines;
  readonly sources: readonly Source[];
  readonly asOf: Day;
  readonly bounds: Bounds;
  /** first day with a sale */
  readonly from: Day;
  /** SQL: whether a day lies in the window of active customers */
  readonly inWindow: string;
}

/** The one row of a question, as numbers. */
export async function numbers(session: Session, text: string): Promise<(number | null)[]> {
  return (await session.query(text)).rows[0]!.map((value) => (value === null ? null : Number(value)));
}

export function partOf(n: number | null | undefined, part: number | null | undefined): Part {
  return { n: n ?? 0, part: part ?? 0 };
}
