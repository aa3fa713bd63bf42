import type { Layout } from "../../connect/index.ts";
import type { Session } from "../../warehouse/index.ts";
import type { Doubt } from "../engine.ts";
import type { Reject } from "./rejects.ts";
import type { Style } from "./style.ts";

/** A column as it was read, before types are found. */
export interface RawColumn {
  /** unique without regard to case */
  readonly name: string;
  /** SQL over the staged relation */
  readonly sql: string;
  /** `text`: its type is found from its values; `plain text`: it is text; else the type the file gives it */
  readonly kind: "text" | "plain text" | "integer" | "decimal" | "double" | "boolean" | "date" | "timestamp" | "zoned timestamp";
  /** of a column that got its type while its text file was read: how all its values are written, and SQL of the text as it stood there */
  readonly read?: { readonly style: Style; readonly text: string };
}

/** Such a column as it stands in its file. */
export function asText(column: RawColumn): RawColumn {
  return column.read === undefined ? column : { name: column.name, sql: column.read.text, kind: "text" };
}

/** All rows of a dataset's files in one relation of this session, with `"$row"` counting up in the order of reading. */
export interface Staged {
  /** SQL for a FROM clause */
  readonly relation: string;
  readonly columns: readonly RawColumn[];
  readonly rejects: readonly Reject[];
  readonly doubts: readonly Doubt[];
  /** where each file's rows begin, in order */
  readonly files: readonly { readonly name: string; readonly firstRow: number; readonly header: number }[];
  /** the SQL expressions by which two rows are equal as they stand in the file */
  readonly identity: readonly string[];
  /** how the first of its text files is laid out; null for files of other kinds */
  readonly layout: Layout | null;
}

/** How many rows there are. */
export async function countOf(session: Session, staged: Staged): Promise<number> {
  const { rows } = await session.query(`SELECT count(*) FROM ${staged.relation}`);
  return Number(rows[0]![0]);
}
