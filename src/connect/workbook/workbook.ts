import { type Packed, readArchive, unpack, UnreadableArchive } from "../archive.ts";
import { numberFormat, type NumberFormat } from "./format.ts";
import { type Book, cleaned, mergedCells, sheetRows } from "./sheet.ts";
import { attribute, decodeEntities, UnreadableXml, xmlReader } from "./xml.ts";

/** A sheet of a workbook as lines of a table: commas between cells, quotes where needed. */
export interface ReadSheet {
  readonly sheet: string;
  /** names of the other sheets that hold rows and are shown */
  readonly others: readonly string[];
  /** throws UnreadableWorkbook while it is read */
  readonly lines: AsyncIterable<string>;
  /** cells with an error, read as nothing; known when the lines are read */
  readonly errors: () => number;
}

/** A workbook that cannot be read; the message says why. */
export class UnreadableWorkbook extends Error {}

const mostText = 2 ** 29;

/**
 * Reads one sheet of an XLSX or XLSM file, row by row: the one that is asked for, else the first that is shown and holds rows. Numbers
 * are written with `decimal`, days as ISO. Throws UnreadableWorkbook.
 */
export async function readSheet(path: string, asked: string | null, decimal: "," | "."): Promise<ReadSheet> {
  return readable(async () => {
    const entries = await entriesOf(path);
    const { sheets, from1904 } = await sheetsOf(path, entries);
    if (sheets.length === 0) throw new UnreadableWorkbook("it has no sheets");
    const filled = asked === null ? await filledOf(path, sheets) : [];
    const wanted = asked?.trim().toLowerCase();
    const sheet = wanted === undefined ? (filled[0] ?? sheets[0]!) : sheets.find(({ name }) => name.trim().toLowerCase() === wanted);
    if (!sheet) throw new UnreadableWorkbook(`it has no sheet “${asked!}”, but ${sheets.map(({ name }) => `“${name}”`).join(", ")}`);
    const book: Book = { from1904, strings: await stringsOf(path, entries), formats: await formatsOf(path, entries) };
    const rows = sheetRows(book, decimal, await mergedOf(path, sheet.entry));
    return {
      sheet: sheet.name,
      others: filled.filter((one) => one !== sheet).map(({ name }) => name),
      lines: linesOf(path, sheet.entry, rows),
      errors: () => rows.errors,
    };
  });
}

/** Names of the sheets that are shown and hold rows. Throws UnreadableWorkbook. */
export async function sheetNames(path: string): Promise<readonly string[]> {
  return readable(async () => {
    const { sheets } = await sheetsOf(path, await entriesOf(path));
    return (await filledOf(path, sheets)).map(({ name }) => name);
  });
}

async function entriesOf(path: string): Promise<ReadonlyMap<string, Packed>> {
  return new Map((await readArchive(path)).map((entry) => [entry.name.replace(/^\//, ""), entry]));
}

async function filledOf(path: string, sheets: readonly Sheet[]): Promise<Sheet[]> {
  const filled: Sheet[] = [];
  for (const sheet of sheets) if (sheet.shown && (await hasRows(path, sheet.entry))) filled.push(sheet);
  return filled;
}

async function readable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UnreadableArchive || error instanceof UnreadableXml) throw new UnreadableWorkbook(error.message, { cause: error });
    throw error;
  }
}

interface Sheet {
  readonly name: string;
  readonly shown: boolean;
  readonly entry: Packed;
}

async function sheetsOf(path: string, entries: ReadonlyMap<string, Packed>): Promise<{ sheets: Sheet[]; from1904: boolean }> {
  const main = [...entries.keys()].find((name) => /^xl\/workbook\d*\.xml$/i.test(name));
  if (main === undefined) {
    const isBinary = entries.has("xl/workbook.bin");
    throw new UnreadableWorkbook(isBinary ? "it is a binary workbook: save it as .xlsx" : "it is no workbook");
  }
  const targets = new Map<string, string>();
  const relations = entries.get(main.replace("xl/", "xl/_rels/").concat(".rels"));
  if (relations)
    await read(path, relations, {
      open: (name, attributes) => {
        if (name === "Relationship") targets.set(attribute(attributes, "Id") ?? "", attribute(attributes, "Target") ?? "");
      },
    });
  const sheets: Sheet[] = [];
  let from1904 = false;
  await read(path, entries.get(main)!, {
    open: (name, attributes) => {
      if (name === "workbookPr") from1904 = ["1", "true"].includes(attribute(attributes, "date1904") ?? "");
      if (name !== "sheet") return;
      const id = /(?:^|\s)[\w.-]+:id\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1] ?? "";
      const target = targets.get(id) ?? `worksheets/sheet${sheets.length + 1}.xml`;
      const entry = entries.get(target.startsWith("/") ? target.slice(1) : `xl/${target.replace(/^\.\//, "")}`);
      const shown = (attribute(attributes, "state") ?? "visible") === "visible";
      // A sheet that is a chart holds no rows.
      if (entry && !/chartsheets|dialogsheets/.test(target)) sheets.push({ name: attribute(attributes, "name") ?? id, shown, entry });
    },
  });
  return { sheets, from1904 };
}

async function stringsOf(path: string, entries: ReadonlyMap<string, Packed>): Promise<string[]> {
  const entry = entries.get("xl/sharedStrings.xml") ?? entries.get("xl/SharedStrings.xml");
  const strings: string[] = [];
  if (!entry) return strings;
  if (entry.size > mostText) throw new UnreadableWorkbook("it holds more than 512 MB of text");
  let text = "";
  let isText = false;
  let isPhonetic = false;
  await read(path, entry, {
    open: (name) => {
      if (name === "si") text = "";
      else if (name === "t") isText = true;
      else if (name === "rPh") isPhonetic = true;
    },
    text: (piece) => {
      if (isText && !isPhonetic) text += piece;
    },
    close: (name) => {
      if (name === "si") strings.push(cleaned(decodeEntities(text)));
      else if (name === "t") isText = false;
      else if (name === "rPh") isPhonetic = false;
    },
  });
  return strings;
}

async function formatsOf(path: string, entries: ReadonlyMap<string, Packed>): Promise<NumberFormat[]> {
  const entry = entries.get("xl/styles.xml");
  const formats: NumberFormat[] = [];
  if (!entry) return formats;
  const codes = new Map<number, string>();
  let isCell = false;
  await read(path, entry, {
    open: (name, attributes) => {
      if (name === "numFmt") codes.set(Number(attribute(attributes, "numFmtId")), attribute(attributes, "formatCode") ?? "");
      else if (name === "cellXfs") isCell = true;
      else if (name === "xf" && isCell) {
        const id = Number(attribute(attributes, "numFmtId") ?? 0);
        formats.push(numberFormat(id, codes.get(id) ?? null));
      }
    },
    close: (name) => {
      if (name === "cellXfs") isCell = false;
    },
  });
  return formats;
}

/** Whether a sheet has two rows with something in them: a header and a row. */
async function hasRows(path: string, entry: Packed): Promise<boolean> {
  let filled = 0;
  let inRow = false;
  const reader = xmlReader({
    open: (name) => {
      if (name === "row") inRow = false;
      else if ((name === "v" || name === "is") && !inRow) {
        inRow = true;
        filled++;
      }
    },
    text: () => undefined,
    close: () => undefined,
  });
  const decoder = new TextDecoder();
  for await (const chunk of await unpack(path, entry)) {
    reader.write(decoder.decode(chunk, { stream: true }));
    if (filled >= 2) return true;
  }
  return false;
}

/** Merged cells stand behind the rows, so they are sought before the rows are read. */
async function mergedOf(path: string, entry: Packed): Promise<ReturnType<typeof mergedCells>> {
  const decoder = new TextDecoder();
  let tail = "";
  let found: string[] | null = null;
  for await (const chunk of await unpack(path, entry)) {
    const text = decoder.decode(chunk, { stream: true });
    if (found) {
      found.push(text);
      continue;
    }
    const at = (tail + text).indexOf("mergeCells");
    if (at >= 0) found = [(tail + text).slice(at)];
    else tail = text.slice(-16);
  }
  return found ? mergedCells(found.join("").slice(0, 2 ** 22)) : [];
}

const widthSeen = 50;

async function* linesOf(path: string, entry: Packed, rows: ReturnType<typeof sheetRows>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let width: number | null = null;
  let first: string[][] = [];
  // A cell that is empty is not there: every row becomes as wide as the widest of the first.
  const written = (some: readonly string[][]) => some.map((row) => `${lineOf(row, width!)}\n`).join("");
  const chunks = await readable(() => unpack(path, entry));
  const iterator = chunks[Symbol.asyncIterator]();
  for (;;) {
    const next = await readable(async () => {
      const step = await iterator.next();
      if (step.done === true) rows.end();
      else rows.write(decoder.decode(step.value, { stream: true }));
      return step;
    });
    const found = rows.rows.splice(0);
    if (width === null) {
      first = [...first, ...found];
      if (first.length < widthSeen && next.done !== true) continue;
      width = Math.max(0, ...first.slice(0, widthSeen).map((row) => row.length));
      yield written(first);
    } else if (found.length > 0) yield written(found);
    if (next.done === true) return;
  }
}

function lineOf(row: readonly string[], width: number): string {
  let line = "";
  for (let at = 0; at < Math.max(row.length, width); at++) {
    const cell = row[at] ?? "";
    line += (at === 0 ? "" : ",") + (/[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  }
  return line;
}

interface Handlers {
  open(name: string, attributes: string): void;
  text?(text: string): void;
  close?(name: string): void;
}

async function read(path: string, entry: Packed, handlers: Handlers): Promise<void> {
  const reader = xmlReader({ text: () => undefined, close: () => undefined, ...handlers });
  const decoder = new TextDecoder();
  for await (const chunk of await unpack(path, entry)) reader.write(decoder.decode(chunk, { stream: true }));
  reader.end();
}
