import { quoteText } from "../../sql/index.ts";
import type { Session } from "../../warehouse/index.ts";
import { meaningful } from "./infer.ts";
import type { RawColumn, Staged } from "./staged.ts";

export interface Place {
  readonly file: string;
  /** from 1; for JSON and Parquet the number of the row */
  readonly line: number;
  readonly value: string;
}

/** The first value of a column that is no day and no time, or else its first value; null where it has none. */
export async function firstNonDay(session: Session, staged: Staged, column: RawColumn, format: string | undefined): Promise<Place | null> {
  const v = meaningful(`CAST(${column.sql} AS VARCHAR)`);
  const usual = ["%d-%m-%Y", "%d/%m/%Y", "%m/%d/%Y", "%Y/%m/%d"].flatMap((one) => [one, `${one} %H:%M`, `${one} %H:%M:%S`]);
  const formats = (format === undefined ? usual : [format]).map(quoteText).join(", ");
  const isDay = `(TRY_CAST(v AS TIMESTAMP) IS NOT NULL OR TRY_CAST(v AS TIMESTAMPTZ) IS NOT NULL OR try_strptime(v, [${formats}]) IS NOT NULL)`;
  const { rows } = await session.query(
    `SELECT "$row", v FROM (SELECT "$row", ${v} AS v FROM ${staged.relation}) WHERE v IS NOT NULL ORDER BY ${isDay}, "$row" LIMIT 1`,
  );
  const [row, value] = rows[0] ?? [];
  return row === undefined ? null : { ...(await placeOf(session, staged, Number(row))), value: String(value) };
}

async function placeOf(session: Session, staged: Staged, row: number): Promise<Omit<Place, "value">> {
  const file = staged.files.findLast((one) => one.firstRow <= row) ?? { name: "", firstRow: 0, header: 0 };
  const texts = staged.columns
    .filter((column) => column.kind === "text")
    .map(({ sql }) => `coalesce(length(${sql}) - length(replace(${sql}, chr(10), '')), 0)`);
  const { rows } = await session.query(
    `SELECT count(*), ${texts.length === 0 ? "0" : `coalesce(sum(${texts.join(" + ")}), 0)`} FROM ${staged.relation} WHERE "$row" >= ${file.firstRow} AND "$row" < ${row}`,
  );
  let line = file.header + Number(rows[0]![0]) + Number(rows[0]![1]) + 1;
  for (const reject of staged.rejects) if (reject.file === file.name && reject.line <= line) line++;
  return { file: file.name, line };
}
