import type { Day } from "../../calendar/index.ts";
import { type Connector as Settings, type Dataset, HelderError } from "../../framework/index.ts";
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
  /** from here on everything up to this page is kept, and the next fetch begins at the cursor; of a `whole` source the last one counts */
  readonly cursor?: string;
}

/** A page that there is already and that is still right. */
export interface KeptPage {
  readonly name: string;
  readonly kept: true;
  readonly cursor?: string;
}

/** What a connector works with. */
export interface Fetching<S extends Settings> {
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

/** One kind of source: one file in this folder, one line in `connectors.ts`; its keys stand in `framework/connector.ts`. */
export interface Connector<S extends Settings> {
  readonly type: S["type"];
  /** true: each fetch gives all there is, and takes the place of the one before when it is whole */
  readonly whole: (settings: S) => boolean;
  pages(fetching: Fetching<S>): AsyncGenerator<Page | KeptPage>;
}

/** Who asks, for what is told. */
export type Asking = Pick<Fetching<Settings>, "dataset">;

/** The source's answer is not what it should be: nothing of it is kept. */
export function sourceBroken({ dataset }: Asking, reason: string, cause?: unknown): HelderError {
  return new HelderError("source-broken", { dataset: dataset.id, type: dataset.connector?.type ?? "", reason }, { cause });
}

/** The connector's settings cannot work. */
export function connectorBroken({ dataset }: Asking, reason: string): HelderError {
  return new HelderError("connector-broken", { dataset: dataset.id, type: dataset.connector?.type ?? "", reason });
}

/** JSON of an answer; throws `source-broken` where it is none. */
export function jsonOf(fetching: Asking, text: string): unknown {
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

/**
 * Reads what should be whole until it is: the source may change, or a page come twice, while it is read page by page. `read` answers null
 * where something is missing. Throws `source-broken` with the reason when that stays so.
 */
export async function untilWhole<T>(asking: Asking, reason: string, read: () => Promise<T | null>): Promise<T> {
  for (let tried = 0; tried < 3; tried++) {
    const found = await read();
    if (found !== null) return found;
  }
  throw sourceBroken(asking, reason);
}

/** Text that says a share in percent, as a fraction; null where it says none. */
export function fractionOf(text: string): number | null {
  const number = /^(-?\d+(?:[.,]\d+)?)\s*%$/.exec(text)?.[1];
  return number === undefined ? null : Number((Number(number.replace(",", ".")) / 100).toPrecision(15));
}
