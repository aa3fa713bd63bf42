import { createReadStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import type { Readable } from "node:stream";
import { createInflateRaw } from "node:zlib";

/** One file in a zip archive. */
export interface Packed {
  readonly name: string;
  /** bytes, as the archive says */
  readonly size: number;
  readonly packedSize: number;
  readonly deflated: boolean;
  /** where its local header begins */
  readonly offset: number;
}

/** An archive that cannot be read; the message says why. */
export class UnreadableArchive extends Error {}

const mostFiles = 10_000;
/** An archive that unpacks to more than this, or to far more than it holds, is no export. */
const mostBytes = 20 * 2 ** 30;
const mostTimes = 1100;

/** Lists what a zip archive holds, from the directory at its end. Throws UnreadableArchive. */
export async function readArchive(path: string): Promise<readonly Packed[]> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const tail = await readAt(file, Math.max(0, size - 65_557), Math.min(size, 65_557));
    const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
    if (end < 0 || end + 22 > tail.length) throw new UnreadableArchive("no zip archive");
    let count = tail.readUInt16LE(end + 10);
    let length = tail.readUInt32LE(end + 12);
    let start = tail.readUInt32LE(end + 16);
    if (count === 0xffff || length === 0xffffffff || start === 0xffffffff) {
      const locator = end >= 20 ? tail.subarray(end - 20, end) : Buffer.alloc(0);
      if (locator.length < 20 || locator.readUInt32LE(0) !== 0x07064b50)
        throw new UnreadableArchive("the directory of the archive is damaged");
      const wide = await readAt(file, Number(locator.readBigUInt64LE(8)), 56);
      if (wide.length < 56) throw new UnreadableArchive("the directory of the archive is damaged");
      count = Number(wide.readBigUInt64LE(32));
      length = Number(wide.readBigUInt64LE(40));
      start = Number(wide.readBigUInt64LE(48));
    }
    if (count > mostFiles || length > 2 ** 26) throw new UnreadableArchive(`more than ${mostFiles} files`);
    const directory = await readAt(file, start, length);
    return entriesOf(directory, count);
  } finally {
    await file.close();
  }
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  if (!Number.isSafeInteger(position) || !Number.isSafeInteger(length))
    throw new UnreadableArchive("the directory of the archive is damaged");
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, position);
  return buffer.subarray(0, bytesRead);
}

function entriesOf(directory: Buffer, count: number): Packed[] {
  const entries: Packed[] = [];
  for (let at = 0; entries.length < count;) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== 0x02014b50)
      throw new UnreadableArchive("the directory of the archive is damaged");
    const [flags, method] = [directory.readUInt16LE(at + 8), directory.readUInt16LE(at + 10)];
    let [packedSize, size, offset] = [directory.readUInt32LE(at + 20), directory.readUInt32LE(at + 24), directory.readUInt32LE(at + 42)];
    const [nameLength, extraLength, noteLength] = [28, 30, 32].map((place) => directory.readUInt16LE(at + place)) as [
      number,
      number,
      number,
    ];
    const name = directory.subarray(at + 46, at + 46 + nameLength).toString(flags & 0x800 ? "utf8" : "latin1");
    const extra = directory.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
    for (let place = 0; place + 4 <= extra.length;) {
      const length = extra.readUInt16LE(place + 2);
      if (extra.readUInt16LE(place) === 1) {
        // Sizes beyond 4 GB stand here, those that need it, in this order.
        let field = place + 4;
        const wide = () => {
          if (field + 8 > extra.length) throw new UnreadableArchive("the directory of the archive is damaged");
          field += 8;
          return Number(extra.readBigUInt64LE(field - 8));
        };
        if (size === 0xffffffff) size = wide();
        if (packedSize === 0xffffffff) packedSize = wide();
        if (offset === 0xffffffff) offset = wide();
      }
      place += 4 + length;
    }
    if (flags & 1) throw new UnreadableArchive("it is protected by a password");
    if (method !== 0 && method !== 8) throw new UnreadableArchive("it is packed in an unknown way");
    entries.push({ name, size, packedSize, deflated: method === 8, offset });
    at += 46 + nameLength + extraLength + noteLength;
  }
  return entries;
}

/** The bytes of one file in an archive, as a stream. Throws UnreadableArchive, also while it is read. */
export async function unpack(path: string, entry: Packed): Promise<AsyncIterable<Buffer>> {
  if (entry.size > mostBytes || entry.size > 2 ** 20 + entry.packedSize * mostTimes)
    throw new UnreadableArchive(`“${entry.name}” unpacks to far more than it holds`);
  const file = await open(path);
  let begin: number;
  try {
    const header = await readAt(file, entry.offset, 30);
    if (header.length < 30 || header.readUInt32LE(0) !== 0x04034b50) throw new UnreadableArchive(`“${entry.name}” is damaged`);
    begin = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  } finally {
    await file.close();
  }
  if (entry.packedSize === 0) return none();
  const packed = createReadStream(path, { start: begin, end: begin + entry.packedSize - 1, highWaterMark: 2 ** 18 });
  return checked(packed, entry);
}

// oxlint-disable-next-line eslint/require-yield -- an empty stream
async function* none(): AsyncGenerator<Buffer> {
  await Promise.resolve();
}

async function* checked(packed: Readable, entry: Packed): AsyncGenerator<Buffer> {
  const stream = entry.deflated ? packed.pipe(createInflateRaw({ chunkSize: 2 ** 18 })) : packed;
  packed.on("error", (error) => stream.destroy(error));
  let size = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > entry.size) throw new UnreadableArchive(`“${entry.name}” unpacks to more than the archive says`);
      yield chunk;
    }
  } catch (error) {
    if (error instanceof UnreadableArchive) throw error;
    throw new UnreadableArchive(`“${entry.name}” is damaged`, { cause: error });
  } finally {
    packed.destroy();
    stream.destroy();
  }
  if (size !== entry.size) throw new UnreadableArchive(`“${entry.name}” is damaged`);
}
