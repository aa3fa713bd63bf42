import type { ZodType } from "zod";
import type { Day } from "../../calendar/index.ts";
import { type Dataset, HelderError } from "../../framework/index.ts";
import type { Outbound } from "../../outbound/index.ts";

export type Row = Readonly<Record<string, unknown>>;

/** A file of rows, whole: it was read to its end, and what could be counted was counted. */
export interface Page {
  /** pages are read in the order of their names; a page takes the place of an earlier one with its name */
  readonly name: string;
  readonly file: string;
  /** null where they were not counted */
  readonly rows: number | null;
  /** names of the columns, for a source without a single row */
  readonly columns?: readonly string[];
  /** from here on everything up to this page is kept, and the next fetch begins at the cursor */
  readonly cursor?: string;
}

/** What a connector works with. */
export interface Fetching<S> {
  readonly dataset: Dataset;
  readonly settings: S;
  /** where the last fetch ended; null at the first */
  readonly cursor: string | null;
  /** pages that there are already */
  readonly known: ReadonlySet<string>;
  readonly today: Day;
  readonly outbound: Outbound;
  /** the path of a new file; `ending` as a dataset's files have it: `csv`, `csv.gz` */
  readonly file: (ending: string) => string;
  /** writes rows, one JSON object a line */
  readonly write: (rows: Iterable<Row> | AsyncIterable<Row>) => Promise<{ readonly file: string; readonly rows: number }>;
}

/** One kind of source: one file in this folder, one line in `connectors.ts`. */
export interface Connector<S> {
  readonly type: string;
  readonly settings: ZodType<S>;
  /** true: each fetch gives all there is, and takes the place of the one before when it is whole */
  readonly whole: (settings: S) => boolean;
  pages(fetching: Fetching<S>): AsyncGenerator<Page>;
}

/** The source's answer is not what it should be: nothing of it is kept. */
export function sourceBroken({ dataset }: Pick<Fetching<unknown>, "dataset">, reason: string, cause?: unknown): HelderError {
  return new HelderError("source-broken", { dataset: dataset.id, type: dataset.connector?.type ?? "", reason }, { cause });
}

/** The connector's settings cannot work. */
export function connectorBroken({ dataset }: Pick<Fetching<unknown>, "dataset">, reason: string): HelderError {
  return new HelderError("connector-broken", { dataset: dataset.id, type: dataset.connector?.type ?? "", reason });
}

/** JSON of an answer; throws `source-broken` where it is none. */
export function jsonOf(fetching: Pick<Fetching<unknown>, "dataset">, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw sourceBroken(fetching, "no JSON", cause);
  }
}

/** The value at a path of keys, `data.items`; undefined where there is none. An empty path is the value itself. */
export function at(value: unknown, path: string): unknown {
  if (path === "") return value;
  let inner = value;
  for (const key of path.split(".")) {
    if (typeof inner !== "object" || inner === null || !Object.hasOwn(inner, key)) return undefined;
    inner = (inner as Record<string, unknown>)[key];
  }
  return inner;
}

export function isRow(value: unknown): value is Row {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
