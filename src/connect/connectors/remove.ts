import { randomBytes } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pipeline } from "node:stream/promises";
import { readRecord, uniqueNames } from "../delimited.ts";
import { layoutOf } from "../layout.ts";
import { at, isRow } from "./connector.ts";
import { keep, sourceDirectory, stored, type Stored, sweep } from "./store.ts";

/** What a column that says whose a row is may hold. */
export type PersonPart = "customer" | "email" | "phone";

/** Columns that say whose a row is, by what they hold. */
export interface PersonColumns extends Readonly<Partial<Record<PersonPart, string>>> {
  /** further columns of customers' ids, as in a list of merges */
  readonly ids?: readonly string[];
  /** columns of what else tells a person, such as the number of a card */
  readonly marks?: readonly string[];
}

/** A mark as it is compared: a card with number 12 is no customer 12. */
export function plainMark(column: string, text: string): string {
  return `${column.toLowerCase()}=${text.trim().toLowerCase()}`;
}

/** Whether a text is of somebody; `mark` of a mark as `plainMark` gives it. */
type Known = (text: string, part: PersonPart | "mark") => boolean;

/**
 * Removes rows of people from what was fetched of a source; each page is replaced whole. Answers how many rows, or with `dry` would; null
 * where a page is of a kind that is not rewritten: then all that was fetched goes, and is fetched anew.
 */
export async function removeRows(
  directory: string,
  dataset: string,
  columns: PersonColumns,
  known: Known,
  dry = false,
): Promise<number | null> {
  const folder = sourceDirectory(directory, dataset);
  const state = await stored(folder);
  if (state === null) return 0;
  const { ids = [], marks = [], ...parts } = columns;
  const hasList = [...Object.values(parts), ...ids, ...marks].some((column) => column.includes("[]"));
  let removed = 0;
  const pages: Record<string, Stored["pages"][string]> = {};
  for (const [name, page] of Object.entries(state.pages)) {
    const path = join(folder, page.file);
    const ending = page.file.slice(page.file.indexOf(".") + 1);
    const copy = `${randomBytes(8).toString("hex")}.${ending}`;
    const into = dry ? null : join(folder, copy);
    const gone =
      ending === "jsonl" && !hasList
        ? await withoutObjects(path, into, columns, known)
        : ending === "csv"
          ? await withoutRecords(path, into, columns, known)
          : null;
    if (gone === null) {
      if (!dry) await rm(folder, { recursive: true, force: true });
      return null;
    }
    removed += gone;
    pages[name] = gone === 0 || dry ? page : { file: copy, rows: page.rows === null ? null : page.rows - gone };
  }
  if (dry || removed === 0) {
    await sweep(folder, state);
    return removed;
  }
  const after = { ...state, pages };
  await keep(folder, after);
  await sweep(folder, after);
  return removed;
}

function isGone(value: (column: string) => unknown, { ids = [], marks = [], ...parts }: PersonColumns, known: Known): boolean {
  const text = (column: string | undefined): string | null => {
    const found = column === undefined ? null : value(column);
    return typeof found === "string" && found.trim() !== "" ? found : typeof found === "number" ? String(found) : null;
  };
  const [customer, email, phone] = [text(parts.customer), text(parts.email), text(parts.phone)];
  const isKnown = (found: string | null, part: PersonPart) => found !== null && known(found, part);
  if (isKnown(customer, "customer") || isKnown(email, "email") || ids.some((column) => isKnown(text(column), "customer"))) return true;
  if (customer !== null || email !== null) return false;
  const isMarked = (column: string) => {
    const found = text(column);
    return found !== null && known(plainMark(column, found), "mark");
  };
  return marks.some(isMarked) || isKnown(phone, "phone");
}

async function withoutObjects(path: string, into: string | null, columns: PersonColumns, known: Known): Promise<number> {
  let gone = 0;
  async function* kept(): AsyncGenerator<string> {
    for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
      const row: unknown = JSON.parse(line);
      if (isRow(row) && isGone((name) => (Object.hasOwn(row, name) ? row[name] : at(row, name)), columns, known)) gone++;
      else if (into !== null) yield `${line}\n`;
    }
  }
  if (into === null) for await (const _line of kept());
  else await pipeline(kept(), createWriteStream(into, { mode: 0o600 }));
  return gone;
}

async function withoutRecords(path: string, into: string | null, columns: PersonColumns, known: Known): Promise<number | null> {
  const text = await readFile(path, "utf8");
  const layout = layoutOf(text.slice(0, 2 ** 20), {}, { cut: text.length > 2 ** 20 });
  if (layout === null) return 0;
  if (layout.header !== 1 || layout.delimiter === " ") return null;
  const names = uniqueNames(layout.names).map((name) => name.toLowerCase());
  let [gone, place] = [0, 0];
  const kept: string[] = [];
  for (let start = 0; start < text.length; place++) {
    const record = readRecord(text, start, layout.delimiter, layout.quote);
    const field = (name: string) => record.fields[names.indexOf(name.toLowerCase())];
    if (place > layout.leading && isGone(field, columns, known)) gone++;
    else kept.push(text.slice(start, record.end));
    start = record.end;
  }
  if (into !== null && gone > 0)
    await pipeline(
      async function* () {
        for (const record of kept) yield record;
      },
      createWriteStream(into, { mode: 0o600 }),
    );
  return gone;
}
