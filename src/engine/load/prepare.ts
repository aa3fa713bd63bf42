import { isAscii, isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { readSheet, unpack } from "../../connect/index.ts";
import { type Format, HelderError } from "../../framework/index.ts";
import type { Doubt } from "../engine.ts";
import type { SourceFile } from "./files.ts";
import { type Inspection, inspector } from "./inspect.ts";

/** What tells that a file is the one that was read before, without reading it. */
export interface Stamp {
  readonly size: number;
  readonly mtimeNs: string;
  readonly ctimeNs: string;
  readonly ino: string;
}

/** A file that DuckDB can read as it stands: UTF-8, unpacked, one kind of line end. */
export interface ReadyFile {
  readonly source: SourceFile;
  readonly path: string;
  readonly sha256: string;
  /** bytes */
  readonly longestLine: number;
  readonly doubts: readonly Doubt[];
  /** in which encoding it is written, where that is not UTF-8 throughout and one and the same */
  readonly encoding: string | null;
  /** the sheet of a workbook that was read */
  readonly sheet?: string;
}

const longestLineAllowed = 100 * 2 ** 20;

export async function stampOf(path: string): Promise<Stamp> {
  const found = await stat(path, { bigint: true });
  return { size: Number(found.size), mtimeNs: String(found.mtimeNs), ctimeNs: String(found.ctimeNs), ino: String(found.ino) };
}

export async function hashOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path, { highWaterMark: 2 ** 20 }), hash);
  return hash.digest("hex");
}

/**
 * Reads a file once: its hash, its encoding, its lines; where DuckDB could not read it as it stands, a readable copy is written to a
 * path that begins with `temporary`. Throws HelderError `file-unreadable`.
 */
export async function prepare(source: SourceFile, format: Format, temporary: string, dataset: string): Promise<ReadyFile> {
  try {
    if (source.kind === "parquet")
      return { source, path: source.path, sha256: await hashOf(source.path), longestLine: 0, doubts: [], encoding: null };
    if (source.kind === "xlsx") return await prepareSheet(source, format, `${temporary}.csv`);
    const unpacked = source.gzipped || source.packed ? `${temporary}.unpacked` : null;
    const { sha256, inspection } = await look(source, unpacked);
    const path = unpacked ?? source.path;
    const decoding = decodingOf(inspection, format);
    if (decoding === null && inspection.nuls === 0 && inspection.evenLines)
      return { source, path, sha256, longestLine: inspection.longestLine, doubts: [], encoding: null };
    const copy = `${temporary}.text`;
    const { guessed, isMixed } = await rewrite(path, copy, decoding, inspection.western);
    const doubts: Doubt[] = [];
    if (guessed > 0) doubts.push({ column: null, code: "encoding-guessed", count: guessed });
    if (inspection.nuls > 0 && decoding !== "utf-16le" && decoding !== "utf-16be")
      doubts.push({ column: null, code: "nul-bytes", count: inspection.nuls });
    const encoding = decoding !== "by line" ? decoding : isMixed ? null : inspection.western;
    return { source, path: copy, sha256, longestLine: inspection.longestLine * 3, doubts, encoding };
  } catch (error) {
    if (error instanceof HelderError) throw error;
    const reason = (error as NodeJS.ErrnoException).code ?? (error as Error).message;
    throw new HelderError("file-unreadable", { dataset, file: source.name, reason }, { cause: error });
  }
}

/** Writes the sheet that is asked for, or the first that holds rows, as a table of texts. */
async function prepareSheet(source: SourceFile, format: Format, copy: string): Promise<ReadyFile> {
  const { sheet, others, lines, errors } = await readSheet(source.path, format.sheet ?? null, format.decimal ?? ".");
  const inspect = inspector();
  const seen = async function* (texts: AsyncIterable<string>): AsyncGenerator<Buffer> {
    for await (const text of texts) {
      const bytes = Buffer.from(text.replaceAll("\0", ""));
      inspect.see(bytes);
      yield bytes;
    }
  };
  await pipeline(lines, seen, createWriteStream(copy));
  const doubts: Doubt[] = [];
  if (others.length > 0) doubts.push({ column: null, code: "several-sheets", count: others.length + 1 });
  if (errors() > 0) doubts.push({ column: null, code: "cell-errors", count: errors() });
  return {
    source,
    path: copy,
    sha256: await hashOf(source.path),
    longestLine: inspect.result().longestLine,
    doubts,
    encoding: null,
    sheet,
  };
}

async function look({ path, packed }: SourceFile, unpacked: string | null): Promise<{ sha256: string; inspection: Inspection }> {
  const hash = createHash("sha256");
  const inspect = inspector();
  function inspected(chunk: Buffer): void {
    inspect.see(chunk);
    if (inspect.lineSoFar > longestLineAllowed) throw new Error("a line is longer than 100 MB");
  }
  if (unpacked === null) {
    // One buffer for the whole file: a stream would take a new one for every chunk.
    const file = await open(path);
    try {
      const buffer = Buffer.alloc(2 ** 20);
      for (;;) {
        const { bytesRead } = await file.read(buffer, 0, buffer.length);
        if (bytesRead === 0) break;
        const chunk = buffer.subarray(0, bytesRead);
        hash.update(chunk);
        inspected(chunk);
      }
    } finally {
      await file.close();
    }
  } else {
    const read = createReadStream(path, { highWaterMark: 2 ** 20 });
    read.on("data", (chunk) => hash.update(chunk));
    const unzipped = async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        inspected(chunk);
        yield chunk;
      }
    };
    if (packed) {
      read.destroy();
      await pipeline(await unpack(path, packed), unzipped, createWriteStream(unpacked));
      return { sha256: await hashOf(path), inspection: inspect.result() };
    }
    await pipeline(read, createGunzip({ chunkSize: 2 ** 18 }), unzipped, createWriteStream(unpacked));
  }
  return { sha256: hash.digest("hex"), inspection: inspect.result() };
}

/** The encoding to decode from; `by line` = UTF-8 but for lines that are not; null where the bytes are UTF-8 already. */
function decodingOf(inspection: Inspection, format: Format): string | null {
  if (inspection.bom === "utf-16le" || inspection.bom === "utf-16be") return inspection.bom;
  const declared = inspection.bom === "utf-8" ? "utf-8" : (format.encoding ?? "utf-8");
  if (declared !== "utf-8") return declared;
  return inspection.validUtf8 ? null : "by line";
}

/**
 * Writes the file as UTF-8 with LF and without NUL; gives the number of lines whose encoding had to be guessed, and whether others are
 * proper UTF-8 beyond ASCII.
 */
async function rewrite(
  from: string,
  to: string,
  decoding: string | null,
  westernEncoding: string,
): Promise<{ guessed: number; isMixed: boolean }> {
  let guessed = 0;
  let isMixed = false;
  const decoded = async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
    if (decoding !== "by line") {
      const decoder = new TextDecoder(decoding ?? "utf-8");
      for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
      yield decoder.decode();
      return;
    }
    const western = new TextDecoder(westernEncoding);
    const decodeLine = (line: Buffer): string => {
      if (isUtf8(line)) {
        isMixed ||= !isAscii(line);
        return line.toString("utf8");
      }
      guessed++;
      // Without `stream` Node 20 reads € as a control character.
      return western.decode(line, { stream: true });
    };
    let rest: Buffer[] = [];
    for await (const chunk of chunks) {
      const end = chunk.lastIndexOf(10) + 1;
      if (end === 0) {
        rest.push(chunk);
        continue;
      }
      const block = Buffer.concat([...rest, chunk.subarray(0, end)]);
      rest = [Buffer.from(chunk.subarray(end))];
      if (isUtf8(block)) {
        isMixed ||= !isAscii(block);
        yield block.toString("utf8");
        continue;
      }
      const lines: string[] = [];
      for (let start = 0; start < block.length;) {
        const next = block.indexOf(10, start) + 1;
        lines.push(decodeLine(block.subarray(start, next)));
        start = next;
      }
      yield lines.join("");
    }
    yield decodeLine(Buffer.concat(rest));
  };
  const cleaned = async function* (texts: AsyncIterable<string>): AsyncGenerator<string> {
    let heldReturn = false;
    for await (const text of texts) {
      let whole: string = (heldReturn ? "\r" : "") + text;
      heldReturn = whole.endsWith("\r");
      if (heldReturn) whole = whole.slice(0, -1);
      if (whole !== "")
        yield whole
          .replaceAll("\0", "")
          .replace(/\r\n?/g, "\n")
          .replace(/^\uFEFF/, "");
    }
    if (heldReturn) yield "\n";
  };
  await pipeline(createReadStream(from, { highWaterMark: 2 ** 20 }), decoded, cleaned, createWriteStream(to));
  return { guessed, isMixed };
}
