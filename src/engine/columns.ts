import { HelderError } from "../framework/index.ts";
import { numbersOf, withFile } from "./one-file.ts";

export interface ColumnAsked {
  readonly name: string;
  readonly holds: "numbers" | "texts";
}

/** A column's values in the order of the lines; an empty field is null. */
export type ColumnValues = readonly (number | string | null)[];

/** More would not fit the methods that ask for whole columns. */
const mostRows = 1_000_000;

/**
 * Whole columns of one file, without a workspace. Throws HelderError `not-found`, `unknown-column`, `bad-input` (no numbers in a column of
 * numbers, lines that cannot be read, more than a million lines), and what reading a dataset throws.
 */
export async function columnsOf(file: string, columns: readonly ColumnAsked[]): Promise<readonly ColumnValues[]> {
  return withFile(file, { id: "input" }, async ({ session, read }) => {
    // A value that is left out would move all that come after it.
    if (read.rejected > 0) {
      throw new HelderError("bad-input", {
        reason: `the file has lines that cannot be read: ${read.rejected}`,
        "reason-nl": `het bestand heeft regels die niet te lezen zijn: ${read.rejected}`,
      });
    }
    const sql: string[] = [];
    for (const { name, holds } of columns) {
      sql.push(
        holds === "numbers" ? `CAST(${await numbersOf(read, name)} AS DOUBLE)` : `nullif(trim(CAST(${read.raw(name)} AS VARCHAR)), '')`,
      );
    }
    const { rows } = await session.query(`SELECT ${sql.join(", ")} FROM ${read.relation} ORDER BY "$row" LIMIT ${mostRows + 1}`);
    if (rows.length > mostRows) {
      throw new HelderError("bad-input", {
        reason: "the file has more than a million lines",
        "reason-nl": "het bestand heeft meer dan een miljoen regels",
      });
    }
    return columns.map((_, index) => rows.map((row) => row[index] as number | string | null));
  });
}
