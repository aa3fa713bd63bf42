import { CST } from "yaml";

/** How deeply lists and maps may lie inside each other. The framework itself goes eight deep. */
export const deepest = 60;

/** How many words, signs and blanks a file may have: two seconds' work for the library, whatever the file's size. */
export const mostTokens = 800_000;

export class TooMuch extends Error {
  readonly reason: "too-deep" | "too-long";
  readonly offset: number;
  constructor(reason: TooMuch["reason"], offset: number) {
    super(reason);
    this.reason = reason;
    this.offset = offset;
  }
}

/**
 * Watches a YAML lexer's tokens and throws TooMuch before the library would recurse into them: deep recursion inside a regular
 * expression ends the process, and no `catch` helps.
 */
export function guard(): (lexeme: string) => void {
  let offset = 0;
  let column = 0;
  let count = 0;
  let flow = 0;
  let opening = true;
  let scalar = false;
  const columns: number[] = [];

  return (lexeme) => {
    if (++count > mostTokens) throw new TooMuch("too-long", offset);
    const first = lexeme[0];
    // The lexer marks documents, empty flow values and plain scalars with control characters that stand for no text.
    if (!scalar && lexeme.length === 1 && (lexeme === CST.DOCUMENT || lexeme === CST.FLOW_END || lexeme === CST.SCALAR)) {
      scalar = lexeme === CST.SCALAR;
      return;
    }
    if (!scalar && (first === "\n" || first === "\r")) {
      opening = true;
      column = 0;
      offset += lexeme.length;
      return;
    }
    const blank = !scalar && (first === " " || first === "\t" || first === "#" || first === "\uFEFF");
    if (!scalar && (lexeme === "[" || lexeme === "{")) flow += 1;
    else if (!scalar && (lexeme === "]" || lexeme === "}") && flow > 0) flow -= 1;
    if (!blank) {
      // A block collection opens at the column of what starts a line or follows an indicator on it.
      if (opening && flow === 0) {
        while (columns.length > 0 && columns.at(-1)! >= column) columns.pop();
        columns.push(column);
      }
      opening = !scalar && (lexeme === "-" || lexeme === "?" || lexeme === ":");
      if (flow + columns.length > deepest) throw new TooMuch("too-deep", offset);
    }
    scalar = false;
    offset += lexeme.length;
    const lineBreak = lexeme.lastIndexOf("\n");
    column = lineBreak < 0 ? column + lexeme.length : lexeme.length - lineBreak - 1;
  };
}
