import { type SimulationInput, simulations } from "../../src/simulate/index.ts";

/** One row of a CSV file: column → text; an empty field is "". */
export type Row = Readonly<Record<string, string>>;

export function simulatedTexts(input: SimulationInput): Map<string, string> {
  return new Map([...simulations["badkamerwinkel"]!(input)].map(({ path, chunks }) => [path, [...chunks].join("")]));
}

/** RFC 4180, as plainly as it can be read. `keep`: only the rows whose day in that column lies in the range, both ends included. */
export function readCsv(text: string, keep?: { readonly column: string; readonly from: string; readonly to: string }): Row[] {
  const [header = [], ...lines] = text.includes('"') ? quotedFields(text) : plainFields(text);
  const place = keep ? header.indexOf(keep.column) : -1;
  const rows: Row[] = [];
  for (const line of lines) {
    if (line.length !== header.length) throw new Error(`ragged row: ${line.join(",")}`);
    if (keep) {
      const day = line[place]!.slice(0, 10);
      if (day < keep.from || day > keep.to) continue;
    }
    const row: Record<string, string> = {};
    for (const [column, name] of header.entries()) row[name] = line[column]!;
    rows.push(row);
  }
  return rows;
}

function plainFields(text: string): string[][] {
  return text
    .split("\n")
    .slice(0, -1)
    .map((line) => line.split(","));
}

function quotedFields(text: string): string[][] {
  const lines: string[][] = [];
  let fields: string[] = [];
  let field = "";
  let quoted = false;
  for (let index = 0; index < text.length; index++) {
    const character = text[index]!;
    if (quoted) {
      if (character !== '"') field += character;
      else if (text[index + 1] === '"') field += text[index++]!;
      else quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === ",") {
      fields.push(field);
      field = "";
    } else if (character === "\n") {
      lines.push([...fields, field]);
      fields = [];
      field = "";
    } else field += character;
  }
  return lines;
}
