import { type SimulationInput, simulations } from "../../src/simulate/index.ts";

/** One row of a CSV file: column → text; an empty field is "". */
export type Row = Readonly<Record<string, string>>;

export function simulatedTexts(example: string, input: SimulationInput): Map<string, string> {
  return new Map([...simulations[example]!(input)].map(({ path, chunks }) => [path, [...chunks].join("")]));
}

/** RFC 4180, as plainly as it can be read. */
export function readCsv(text: string): Row[] {
  const [header = [], ...lines] = text.includes('"') ? quotedFields(text) : plainFields(text);
  return lines.map((line) => {
    if (line.length !== header.length) throw new Error(`ragged row: ${line.join(",")}`);
    const row: Record<string, string> = {};
    for (const [column, name] of header.entries()) row[name] = line[column]!;
    return row;
  });
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
