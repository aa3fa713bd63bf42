import type { Day } from "../../calendar/index.ts";
import type { ValueType } from "../../expression/index.ts";
import type { DayMark, Span } from "../../metric/index.ts";
import type { Session } from "../../warehouse/index.ts";
import type { Doubt, LoadedFile } from "../engine.ts";
import type { Clash, Measured } from "../../connect/index.ts";
import type { Stamp } from "./prepare.ts";

export interface ReadBefore {
  /** relative to the workspace */
  readonly name: string;
  readonly stamp: Stamp;
  readonly sha256: string;
}

/** How a dataset's rows were put under people. */
export interface Identity {
  /** names what it followed from */
  readonly of: string;
  /** different customers in the rows as they came, and after ids of one person were put together */
  readonly ids: number;
  readonly customers: number;
  readonly clashes: readonly Clash[];
}

/** Goes up when a load of the same files would give other tables, or would tell other things of them. */
export const loaderVersion = 5;

/** What is kept of a load, in the warehouse beside the data and committed with them. */
export interface LoadState {
  readonly id: string;
  /** the loader's; what another version kept is not what it says here */
  readonly version: number;
  /** of everything besides the files that a load depends on */
  readonly definition: string;
  readonly files: readonly ReadBefore[];
  readonly columns: readonly (readonly [string, ValueType])[];
  /** of each column of the files, in order: how its values are written there */
  readonly forms: readonly (readonly [string, string])[];
  /** names of the columns that have a value in every row */
  readonly filled: readonly string[];
  /** columns of whole numbers: the smallest and the largest value */
  readonly spans: readonly (readonly [string, Span])[];
  /** columns of text that hold few different values */
  readonly few: readonly string[];
  /** null where the dataset has no time, or rows on too many days */
  readonly days: readonly DayMark[] | null;
  /** names the reading of all files that this began with: since then rows only came behind those that were there */
  readonly origin: string;
  /** the place in the order of loading that no row has reached */
  readonly next: number;
  readonly hasTime: boolean;
  /** rows, empty fields and sums per week */
  readonly measured: Measured;
  readonly rows: number;
  readonly rejected: number;
  readonly rejects: string | null;
  readonly duplicates: LoadedFile["duplicates"];
  /** rows of erased people that were left out */
  readonly erased?: number;
  /** rows older than the retention that were left out */
  readonly expired?: number;
  /** the first day of which rows were kept */
  readonly keptFrom?: Day;
  /** it holds pseudonyms, which only mean something under the key that made them */
  readonly pseudonyms?: true;
  /** how its customers were put under people; absent where nothing says which ids are one person's */
  readonly identity?: Identity;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly doubts: readonly Doubt[];
}

/** Where loaded datasets are kept, each with what is known of its load: both change together or not at all. */
export interface Keeping {
  states(): Promise<ReadonlyMap<string, LoadState>>;
  /** Keeps what `build` puts into `tableOf(…)` of the session, in place of what was there; `customer` is that column's name. */
  keep(session: Session, customer: string | null, build: () => Promise<LoadState>): Promise<LoadState>;
  /** The rows stay, what is known of them is this. */
  restate(state: LoadState): Promise<void>;
  drop(id: string): Promise<void>;
}

export async function readStates(session: Session): Promise<Map<string, LoadState>> {
  await session.query('CREATE TABLE IF NOT EXISTS "helder"."datasets" (id VARCHAR PRIMARY KEY, state VARCHAR NOT NULL)');
  const { rows } = await session.query('SELECT id, state FROM "helder"."datasets" ORDER BY id');
  return new Map(rows.map(([id, state]) => [String(id), JSON.parse(String(state)) as LoadState]));
}

export async function writeState(session: Session, state: LoadState): Promise<void> {
  await session.query('INSERT OR REPLACE INTO "helder"."datasets" VALUES ($1, $2)', [state.id, JSON.stringify(state)]);
}

export async function removeState(session: Session, id: string): Promise<void> {
  await session.query('DELETE FROM "helder"."datasets" WHERE id = $1', [id]);
}
