export type Cell = string | number | null;

const rowsPerChunk = 1000;

/** CSV text (RFC 4180, LF) in chunks of some tens of kilobytes; null is an empty field. */
export function* csv(header: readonly string[], rows: Iterable<readonly Cell[]>): Generator<string> {
  let lines = [header.join(",")];
  for (const row of rows) {
    lines.push(row.map(field).join(","));
    if (lines.length >= rowsPerChunk) {
      yield lines.join("\n") + "\n";
      lines = [];
    }
  }
  if (lines.length > 0) yield lines.join("\n") + "\n";
}

function field(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
