import { isUtf8 } from "node:buffer";

const lineFeed = 10;
const carriageReturn = 13;
/** Bytes that are looked at together. */
const chunkSize = 2 ** 20;

/** What a file's bytes are like, found while they pass by. */
export interface Inspection {
  readonly bom: "utf-8" | "utf-16le" | "utf-16be" | null;
  readonly validUtf8: boolean;
  /** what it most likely is written in where it is no UTF-8 */
  readonly western: "windows-1252" | "iso-8859-15";
  readonly nuls: number;
  /** lines end in one way only: LF, or CR LF */
  readonly evenLines: boolean;
  /** bytes of the longest line that does not lie within one chunk; of the others none is longer than a chunk */
  readonly longestLine: number;
}

export interface Inspector {
  see(chunk: Buffer): void;
  /** bytes since the last line end so far */
  readonly lineSoFar: number;
  result(): Inspection;
}

/** Looks at a stream of bytes chunk by chunk, with native searches only, so that it costs little beside reading. */
export function inspector(): Inspector {
  let head: Buffer | null = null;
  let validUtf8 = true;
  let nuls = 0;
  let evenNuls = 0;
  let size = 0;
  let [hasFeed, hasPair, hasLoneReturn] = [false, false, false];
  let endsInReturn = false;
  let lineSoFar = 0;
  let longestLine = 0;
  let unfinished: Buffer = Buffer.alloc(0);
  let hasControls = false;
  let hasLatinEuro = false;

  function seeText(chunk: Buffer): void {
    const bytes = unfinished.length > 0 ? Buffer.concat([unfinished, chunk]) : chunk;
    const cut = wholeCharacters(bytes);
    if (validUtf8) validUtf8 = isUtf8(bytes.subarray(0, cut));
    unfinished = Buffer.from(bytes.subarray(cut));
    if (!validUtf8) {
      hasLatinEuro ||= bytes.includes(0xa4);
      hasControls ||= bytes.some((byte) => byte >= 0x80 && byte < 0xa0);
    }
  }

  function seeLines(chunk: Buffer): void {
    const first = chunk.indexOf(lineFeed);
    const last = chunk.lastIndexOf(lineFeed);
    longestLine = Math.max(longestLine, lineSoFar + (first < 0 ? chunk.length : first));
    lineSoFar = first < 0 ? lineSoFar + chunk.length : chunk.length - last - 1;
    longestLine = Math.max(longestLine, lineSoFar);
    if (!endsInReturn && !chunk.includes(carriageReturn)) hasFeed ||= first >= 0;
    else if (!isUneven()) {
      let before = endsInReturn ? carriageReturn : 0;
      for (let at = 0; at < chunk.length; at++) {
        const byte = chunk[at]!;
        if (byte === lineFeed) {
          if (before === carriageReturn) hasPair = true;
          else hasFeed = true;
        } else if (before === carriageReturn) hasLoneReturn = true;
        before = byte;
      }
    }
    endsInReturn = chunk.at(-1) === carriageReturn;
  }

  function isUneven(): boolean {
    return hasLoneReturn || (hasPair && hasFeed);
  }

  function seeChunk(chunk: Buffer): void {
    head ??= Buffer.from(chunk.subarray(0, 65_536));
    seeText(chunk);
    for (let at = chunk.indexOf(0); at >= 0; at = chunk.indexOf(0, at + 1)) {
      nuls++;
      if ((size + at) % 2 === 0) evenNuls++;
    }
    seeLines(chunk);
    size += chunk.length;
  }

  return {
    see(bytes) {
      for (let start = 0; start < bytes.length; start += chunkSize) seeChunk(bytes.subarray(start, start + chunkSize));
    },
    get lineSoFar() {
      return lineSoFar;
    },
    result() {
      if (unfinished.length > 0) validUtf8 = false;
      if (endsInReturn) hasLoneReturn = true;
      return {
        bom: byteOrder(head ?? Buffer.alloc(0), nuls, evenNuls, size),
        validUtf8,
        // The two differ in few characters: windows-1252 alone has € at 0x80, and ISO-8859-15 has it where nobody writes ¤.
        western: hasLatinEuro && !hasControls ? "iso-8859-15" : "windows-1252",
        nuls,
        evenLines: !isUneven(),
        longestLine,
      };
    },
  };
}

/** Two-byte text without a mark shows in its zeros: every other byte of western text is one. */
function byteOrder(head: Buffer, nuls: number, evenNuls: number, size: number): Inspection["bom"] {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return "utf-8";
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  if (size >= 4 && nuls / size > 0.3) {
    if (evenNuls / nuls > 0.95) return "utf-16be";
    if (evenNuls / nuls < 0.05) return "utf-16le";
  }
  return null;
}

/** How many of these bytes are whole UTF-8 characters: one that began in the last three bytes may go on in the next chunk. */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) break;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      if (length > back) return bytes.length - back;
      break;
    }
  }
  return bytes.length;
}
