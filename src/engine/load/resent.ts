import type { Dataset } from "../../framework/index.ts";
import type { Session } from "../../warehouse/index.ts";
import type { LoadedFile } from "../engine.ts";
import { findDuplicates } from "./duplicates.ts";
import type { Staged } from "./staged.ts";

/** What tells one event from another, whatever key its dataset has. */
export const eventId = "message_id";

/** Whether events that were sent twice must be sought before the dataset's own key is looked at. */
export function hasOwnKey({ connector, key }: Dataset): boolean {
  return connector?.type === "events" && key !== undefined && !(key.length === 1 && key[0]!.toLowerCase() === eventId);
}

/** The rows without events that were sent again; of each the last stays. Meant for a dataset of events with a key of its own. */
export async function withoutResent(
  session: Session,
  staged: Staged,
): Promise<{ readonly staged: Staged; readonly counted: LoadedFile["duplicates"] }> {
  const id = staged.columns.find(({ name }) => name === eventId);
  const { keep, counted } = id ? await findDuplicates(session, staged, [id.sql]) : { keep: null, counted: { identical: 0, differing: 0 } };
  if (keep === null) return { staged, counted };
  // Kept apart: the dataset's key is looked for in tables of the same names.
  await session.query('CREATE TEMP TABLE resent AS SELECT "$row" FROM dropped');
  return { staged: { ...staged, relation: `(SELECT * FROM ${staged.relation} WHERE "$row" NOT IN (SELECT "$row" FROM resent))` }, counted };
}

/** Two counts of duplicates together. */
export function bothCounts(one: LoadedFile["duplicates"], other: LoadedFile["duplicates"]): LoadedFile["duplicates"] {
  return { identical: one.identical + other.identical, differing: one.differing + other.differing };
}
