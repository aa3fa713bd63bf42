import { quoteText } from "../../sql/index.ts";
import type { Session } from "../../warehouse/index.ts";
import { meaningful } from "./infer.ts";
import { asText, type RawColumn, type Staged } from "./staged.ts";

export interface Place {
  readonly file: string;
  /** from 1; for JSON and Parquet the number of the row */
  readonly line: number;
  readonly value: string;
}

/** The first value of a column that is no day and no time, or else its first value; null where it has none. */
export async function firstNonDay(session: Session, staged: Staged, column: RawColumn, format: string | undefined): Promise<Place | null> {
  const v = meaningful(`CAST(${asText(column).sql} AS VARCHAR)`);
  const usual = ["%d-%m-%Y", "%d/%m/%Y", "%m/%d/%Y", "%Y/%m/%d"].flatMap((one) => [one, `${one} %H:%M`, `${one} %H:%M:%S`]);
  const formats = (format === undefined ? usual : [format]).map(quoteText).join(", ");
  const isDay = `(TRY_CAST(v AS TIMESTAMP) IS NOT NULL OR TRY_CAST(v AS TIMESTAMPTZ) IS NOT NULL OR try_strptime(v, [${formats}]) IS NOT NULL)`;
  const { rows } = await session.query(
    `SELECT "$row", v FROM (SELECT "$row", ${v} AS v FROM ${staged.relation}) WHERE v IS NOT NULL ORDER BY ${isDay}, "$row" LIMIT 1`,
  );
  const [row, value] = rows[0] ?? [];
  return row === undefined ? null : { ...(await placeOf(session, staged, Number(row))), value: String(value) };
}

/** Lines of one file. */
export interface Places {
  readonly file: string;
  readonly rows: number;
  readonly lines: readonly number[];
}

/** The lines of rows, by file, at most so many of each; `rows` is a SELECT of `"$row"`s of the staged relation. */
export async function placesWhere(session: Session, staged: Staged, rows: string, most: number): Promise<readonly Places[]> {
  const places: Places[] = [];
  for (const [index, file] of staged.files.entries()) {
    const end = staged.files[index + 1]?.firstRow;
    const within = `"$row" >= ${file.firstRow}${end === undefined ? "" : ` AND "$row" < ${end}`}`;
    const found = await session.query(
      `SELECT line, count(*) OVER () FROM (
         SELECT "$row", ${file.header} + row_number() OVER before + sum(breaks) OVER before - breaks AS line
         FROM (SELECT "$row", ${breaksIn(staged)} AS breaks FROM ${staged.relation} WHERE ${within}) WINDOW before AS (ORDER BY "$row"))
       WHERE "$row" IN (${rows}) ORDER BY line LIMIT ${most}`,
    );
    if (found.rows.length === 0) continue;
    const rejects = staged.rejects.filter((reject) => reject.file === file.name).map(({ line }) => line);
    let passed = 0;
    const lines = found.rows.map(([line]) => {
      while (passed < rejects.length && rejects[passed]! <= Number(line) + passed) passed++;
      return Number(line) + passed;
    });
    places.push({ file: file.name, rows: Number(found.rows[0]![1]), lines });
  }
  return places;
}

/** SQL: line ends inside a row. */
function breaksIn({ columns }: Staged): string {
  const texts = columns
    .filter((column) => column.kind === "text")
    .map(({ sql }) => `coalesce(length(${sql}) - length(replace(${sql}, chr(10), '')), 0)`);
  return texts.length === 0 ? "0" : texts.join(" + ");
}

async function placeOf(session: Session, staged: Staged, row: number): Promise<Omit<Place, "value">> {
  const file = staged.files.findLast((one) => one.firstRow <= row) ?? { name: "", firstRow: 0, header: 0 };
  const { rows } = await session.query(
    `SELECT count(*), coalesce(sum(${breaksIn(staged)}), 0) FROM ${staged.relation} WHERE "$row" >= ${file.firstRow} AND "$row" < ${row}`,
  );
  let line = file.header + Number(rows[0]![0]) + Number(rows[0]![1]) + 1;
  for (const reject of staged.rejects) if (reject.file === file.name && reject.line <= line) line++;
  return { file: file.name, line };
}
