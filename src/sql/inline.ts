import { clickhouseText } from "./dialects/clickhouse.ts";
import type { Statement } from "./statement.ts";

/** A piece of quoted text, or the mark of a parameter outside of it. */
const pieces = /"(?:[^"\\]|\\.|"")*"|'(?:[^'\\]|\\.|'')*'|\{p(\d+):String\}/gs;

/** A statement in ClickHouse's dialect with its parameters written into the text: to paste, or for servers that know no parameters. */
export function inlined({ text, parameters, columns }: Statement): Statement {
  const written = text.replace(pieces, (piece, number: string | undefined) =>
    number === undefined ? piece : clickhouseText(String(parameters[Number(number) - 1])),
  );
  return { text: written, parameters: [], columns };
}
