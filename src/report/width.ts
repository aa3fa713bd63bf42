import { inert, plain } from "./inert.ts";

// Blocks whose characters take two columns in a terminal (Unicode's East Asian Wide and Fullwidth, and pictographs).
const wide =
  /[\u1100-\u115F\u231A-\u231B\u2329-\u232A\u23E9-\u23EC\u23F0\u23F3\u25FD-\u25FE\u2614-\u2615\u2648-\u2653\u267F\u2693\u26A1\u26AA-\u26AB\u26BD-\u26BE\u26C4-\u26C5\u26CE\u26D4\u26EA\u26F2-\u26F3\u26F5\u26FA\u26FD\u2705\u270A-\u270B\u2728\u274C\u274E\u2753-\u2755\u2757\u2795-\u2797\u27B0\u27BF\u2B1B-\u2B1C\u2B50\u2B55\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97C\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F004}\u{1F0CF}\u{1F18E}-\u{1F19A}\u{1F200}-\u{1F64F}\u{1F680}-\u{1F6FF}\u{1F7E0}-\u{1F7EB}\u{1F900}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u;
const none = /[\p{Mn}\p{Me}]/u;

/** How many columns a text takes in a terminal. */
export function columnsOf(text: string): number {
  if (plain.test(text)) return text.length;
  let columns = 0;
  for (const character of text) columns += none.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return columns;
}

/** A user's text, safe, cut to `columns` with `…` where it is longer. */
export function cut(text: string, columns: number): string {
  const safe = inert(text);
  if (columnsOf(safe) <= columns) return safe;
  let kept = "";
  let used = 0;
  for (const character of safe) {
    const size = columnsOf(character);
    if (used + size > columns - 1) break;
    kept += character;
    used += size;
  }
  return `${kept.trimEnd()}…`;
}

export function pad(text: string, columns: number, align: "left" | "right" = "left"): string {
  const space = " ".repeat(Math.max(0, columns - columnsOf(text)));
  return align === "left" ? text + space : space + text;
}

/** Lines of at most `columns`; a word longer than a line is broken. */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ").flatMap((whole) => broken(whole, columns))) {
    if (line !== "" && columnsOf(line) + 1 + columnsOf(word) > columns) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return line === "" ? lines : [...lines, line];
}

function broken(word: string, columns: number): string[] {
  const parts = [""];
  for (const character of word) {
    if (columnsOf(parts.at(-1)! + character) > columns) parts.push(character);
    else parts[parts.length - 1] += character;
  }
  return parts;
}
