import { type Dataset, HelderError } from "../../framework/index.ts";
import { quoteIdentifier, quoteText } from "../../sql/index.ts";
import type { Session } from "../../warehouse/index.ts";
import { uniqueNames } from "../../connect/index.ts";
import type { ReadyFile } from "./prepare.ts";
import { literalPath } from "./stage-delimited.ts";
import type { RawColumn, Staged } from "./staged.ts";

/** Reads Parquet where it lies: its columns have types already, so that nothing need be staged. */
export async function stageParquet(session: Session, dataset: Dataset, files: readonly ReadyFile[]): Promise<Staged> {
  const columns = new Map<string, { name: string; types: Set<string> }>();
  const selects: string[] = [];
  const starts: { name: string; firstRow: number; header: number }[] = [];
  let firstRow = 0;
  for (const file of files) {
    const source = `read_parquet(${quoteText(literalPath(file.path))}, file_row_number = true)`;
    try {
      const described = await session.query(`DESCRIBE SELECT * FROM ${source}`);
      const own = described.rows
        .map(([name, type]) => ({ name: String(name), type: String(type) }))
        .filter(({ name }) => name !== "file_row_number");
      const unique = uniqueNames(own.map(({ name }) => name));
      const parts = own.map(({ name, type }, index) => {
        const known = columns.get(unique[index]!.toLowerCase()) ?? { name: unique[index]!, types: new Set<string>() };
        known.types.add(type);
        columns.set(known.name.toLowerCase(), known);
        return `${quoteIdentifier(name)} AS ${quoteIdentifier(known.name)}`;
      });
      selects.push(`SELECT file_row_number + ${firstRow} AS "$row", ${parts.join(", ")} FROM ${source}`);
      starts.push({ name: file.source.name, firstRow, header: 0 });
      const counted = await session.query(`SELECT count(*) FROM ${source}`);
      firstRow += Number(counted.rows[0]![0]);
    } catch (error) {
      if (!(error instanceof HelderError)) throw error;
      throw new HelderError(
        "file-unreadable",
        { dataset: dataset.id, file: file.source.name, reason: String(error.params["reason"]) },
        { cause: error },
      );
    }
  }
  const raw = [...columns.values()].map(({ name, types }) => rawColumn(name, [...types]));
  return {
    relation: `(${selects.join(" UNION ALL BY NAME ")})`,
    columns: raw,
    rejects: [],
    doubts: [],
    files: starts,
    identity: raw.map(({ name }) => quoteIdentifier(name)),
    layout: null,
  };
}

function rawColumn(name: string, types: readonly string[]): RawColumn {
  const column = quoteIdentifier(name);
  const kinds = new Set(types.map(kindOf));
  if (kinds.size > 1) {
    const numeric = [...kinds].every((kind) => kind === "integer" || kind === "decimal" || kind === "double");
    return numeric
      ? { name, sql: `CAST(${column} AS DOUBLE)`, kind: "double" }
      : { name, sql: `CAST(${column} AS VARCHAR)`, kind: "plain text" };
  }
  const kind = [...kinds][0]!;
  const [type = ""] = types;
  if (kind === "integer") return { name, sql: `CAST(${column} AS BIGINT)`, kind };
  // A 4-byte number is taken by its shortest digits: 12.99 and not 12.989999771118164.
  if (type === "FLOAT") return { name, sql: `CAST(CAST(${column} AS VARCHAR) AS DOUBLE)`, kind };
  if (kind === "timestamp") return { name, sql: `CAST(${column} AS TIMESTAMP)`, kind };
  if (/^(?:STRUCT|MAP)|\[\d*\]$/.test(type)) return { name, sql: `CAST(to_json(${column}) AS VARCHAR)`, kind };
  return { name, sql: kind === "plain text" ? `CAST(${column} AS VARCHAR)` : column, kind };
}

function kindOf(type: string): RawColumn["kind"] {
  if (/\[\d*\]$/.test(type)) return "plain text";
  if (/^(?:U?TINYINT|U?SMALLINT|U?INTEGER|BIGINT)$/.test(type)) return "integer";
  if (/^(?:FLOAT|DOUBLE)$/.test(type)) return "double";
  if (/^(?:DECIMAL|HUGEINT|UBIGINT|UHUGEINT)/.test(type)) return "decimal";
  if (type === "BOOLEAN") return "boolean";
  if (type === "DATE") return "date";
  if (type === "TIMESTAMP WITH TIME ZONE") return "zoned timestamp";
  if (type.startsWith("TIMESTAMP")) return "timestamp";
  return "plain text";
}
