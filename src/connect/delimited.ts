/** A record read from `start`: `open` where its last quoted field is not closed, `broken` where text follows a closing quote. */
export interface Record {
  readonly status: "complete" | "open" | "broken";
  readonly fields: readonly string[];
  /** offset behind the line end */
  readonly end: number;
}

export function readRecord(text: string, start: number, delimiter: string, quote: string): Record {
  const fields: string[] = [];
  let at = start;
  for (;;) {
    if (quote !== "" && text.startsWith(quote, at)) {
      let field = "";
      at += quote.length;
      for (;;) {
        const close = text.indexOf(quote, at);
        if (close < 0) return { status: "open", fields: [...fields, field + text.slice(at)], end: text.length };
        field += text.slice(at, close);
        at = close + quote.length;
        if (!text.startsWith(quote, at)) break;
        field += quote;
        at += quote.length;
      }
      fields.push(field);
      const behind = text.startsWith("\r\n", at) ? at + 1 : at;
      if (behind < text.length && text[behind] !== "\n" && !text.startsWith(delimiter, at))
        return { status: "broken", fields, end: lineEnd(text, at) };
    } else {
      const line = lineEnd(text, at);
      const next = text.indexOf(delimiter, at);
      const end = next >= 0 && next < line ? next : line;
      fields.push(text.slice(at, end).replace(/\r?\n?$/, ""));
      at = end;
      if (end === line) return { status: "complete", fields, end };
    }
    if (text.startsWith(delimiter, at)) at += delimiter.length;
    else return { status: "complete", fields, end: lineEnd(text, at) };
  }
}

/** Offset behind the line end at or after `from`. */
function lineEnd(text: string, from: number): number {
  const feed = text.indexOf("\n", from);
  return feed < 0 ? text.length : feed + 1;
}

/** A record that is no blank line. */
export interface PlacedRecord extends Record {
  /** records before it in the file, blank lines among them */
  readonly place: number;
}

/** The first records of a text, blank lines left out; one that is not whole because the text ends there is left out where `cut`. */
export function firstRecords(text: string, delimiter: string, quote: string, count: number, cut = false): PlacedRecord[] {
  const records: PlacedRecord[] = [];
  let place = 0;
  for (let at = 0; at < text.length && records.length < count; place++) {
    const record = readRecord(text, at, delimiter, quote);
    if (text.slice(at, record.end).trim() !== "" && !(cut && record.end === text.length && records.length > 0))
      records.push({ ...record, place });
    at = record.end;
  }
  return records;
}

/** More columns than any table has: a file that is something else. */
export const mostColumns = 5000;

/** A text whose header cannot be read as names of columns; the message says why. */
export class UnreadableHeader extends Error {}

/** Names that the warehouse tells apart: it does not mind case. An empty one becomes `column3`, a second `name` becomes `name_2`. */
export function uniqueNames(names: readonly string[]): string[] {
  const taken = new Set(["$row", "$day"]);
  return names.map((name, index) => {
    const base = name === "" ? `column${index + 1}` : name;
    let unique = base;
    for (let count = 2; taken.has(unique.toLowerCase()); count++) unique = `${base}_${count}`;
    taken.add(unique.toLowerCase());
    return unique;
  });
}
