import { deflateRawSync, inflateRawSync } from "node:zlib";

interface Part {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * An Office file without a clock: its parts by name, none with a day, so that equal reports give equal bytes. The libraries stamp the moment
 * of writing on every part, in the core properties and on the workbooks inside charts, and draw the ids of bars by lot.
 */
export function withoutClock(archive: Uint8Array): Uint8Array {
  const parts = chartsFromOne(partsOf(archive)).map(({ name, bytes }) => ({ name, bytes: steady(name, bytes) }));
  // What is in the archive is announced first.
  const rank = ({ name }: Part) => (name === "[Content_Types].xml" ? 0 : 1);
  return archiveOf(parts.toSorted((one, other) => rank(one) - rank(other) || (one.name < other.name ? -1 : 1)));
}

const ofChart = /(\/charts\/chart|\/charts\/_rels\/chart|Microsoft_Excel_Worksheet)(\d+)(?=\.x)/g;

/** The library numbers charts from the start of the process on; here from one on in each file. */
function chartsFromOne(parts: readonly Part[]): readonly Part[] {
  const numbers = parts
    .flatMap(({ name }) => /^ppt\/charts\/chart(\d+)\.xml$/.exec(name)?.[1] ?? [])
    .map(Number)
    .toSorted((one, other) => one - other);
  if (numbers.every((number, index) => number === index + 1)) return parts;
  const renamed = (text: string) =>
    text.replace(ofChart, (_, before: string, number: string) => `${before}${numbers.indexOf(Number(number)) + 1}`);
  return parts.map(({ name, bytes }) => ({
    name: renamed(name),
    bytes: /\.(?:xml|rels)$/.test(name) ? new TextEncoder().encode(renamed(new TextDecoder().decode(bytes))) : bytes,
  }));
}

function steady(name: string, bytes: Uint8Array): Uint8Array {
  if (name.endsWith(".xlsx")) return withoutClock(bytes);
  if (name.startsWith("xl/worksheets/")) return numbered(bytes);
  if (!name.endsWith("core.xml")) return bytes;
  const text = new TextDecoder().decode(bytes);
  return new TextEncoder().encode(text.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, "$11970-01-01T00:00:00Z"));
}

const drawn = /(<x14:cfRule [^>]*\bid="|<x14:id>)\{([0-9A-Fa-f-]{36})\}/g;

/** A sheet whose bars are known by numbers in place of ids that were drawn by lot. */
function numbered(bytes: Uint8Array): Uint8Array {
  const text = new TextDecoder().decode(bytes);
  const ids: readonly string[] = [...new Set([...text.matchAll(drawn)].map((found) => found[2]!))];
  if (ids.length === 0) return bytes;
  const name = (id: string) => `{00000000-0000-4000-8000-${String(ids.indexOf(id) + 1).padStart(12, "0")}}`;
  return new TextEncoder().encode(text.replace(drawn, (_, before: string, id: string) => `${before}${name(id)}`));
}

/** The files of a ZIP that our libraries wrote: one disk, no encryption, less than 4 GiB. */
function partsOf(archive: Uint8Array): readonly Part[] {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  let end = archive.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end--;
  if (end < 0) throw new Error("no archive");
  const parts: Part[] = [];
  for (let at = view.getUint32(end + 16, true), left = view.getUint16(end + 10, true); left > 0; left--) {
    const [size, nameLength] = [view.getUint32(at + 20, true), view.getUint16(at + 28, true)];
    const name = new TextDecoder().decode(archive.subarray(at + 46, at + 46 + nameLength));
    const local = view.getUint32(at + 42, true);
    const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const packed = archive.subarray(from, from + size);
    if (!name.endsWith("/")) parts.push({ name, bytes: view.getUint16(at + 10, true) === 0 ? packed : inflateRawSync(packed) });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return parts;
}

/** 1 January 1980, the first day that a ZIP can hold. */
const firstDay = 0x21;

function archiveOf(parts: readonly Part[]): Uint8Array {
  const [files, directory]: [Uint8Array[], Uint8Array[]] = [[], []];
  let offset = 0;
  for (const { name, bytes } of parts) {
    const [title, packed] = [new TextEncoder().encode(name), deflateRawSync(bytes)];
    // From the version that is needed on, a file's own header and the directory tell the same.
    const shared = new DataView(new ArrayBuffer(26));
    const numbers = [20, 0x0800, 8, 0, firstDay];
    numbers.forEach((value, index) => shared.setUint16(2 * index, value, true));
    [checksum(bytes), packed.length, bytes.length].forEach((value, index) => shared.setUint32(10 + 4 * index, value, true));
    shared.setUint16(22, title.length, true);
    const common = new Uint8Array(shared.buffer);
    const local = [new Uint8Array([0x50, 0x4b, 3, 4]), common, title, packed];
    const place = new DataView(new ArrayBuffer(14));
    place.setUint32(10, offset, true);
    directory.push(new Uint8Array([0x50, 0x4b, 1, 2, 20, 0]), common, new Uint8Array(place.buffer), title);
    files.push(...local);
    offset += local.reduce((sum, piece) => sum + piece.length, 0);
  }
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, parts.length, true);
  end.setUint16(10, parts.length, true);
  end.setUint32(
    12,
    directory.reduce((sum, piece) => sum + piece.length, 0),
    true,
  );
  end.setUint32(16, offset, true);
  return new Uint8Array(Buffer.concat([...files, ...directory, new Uint8Array(end.buffer)]));
}

const table = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** CRC-32, as ZIP files check their parts by. */
function checksum(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (value >>> 8) ^ table[(value ^ byte) & 0xff]!;
  return (value ^ 0xffffffff) >>> 0;
}
