import { createReadStream, createWriteStream } from "node:fs";
import { createInterface } from "node:readline";
import { pipeline } from "node:stream/promises";
import { type Layout, readRecord } from "../../connect/index.ts";
import type { Reject } from "./rejects.ts";

/** A quoted field over more lines than this is taken for a quote that was never closed. */
const mostLines = 200;

/**
 * Copies a file without the lines whose quotes are wrong, so that one forgotten quote costs one line and not the rest of the file.
 * A line whose quotes are wrong is one whose record does not end properly; reading goes on at the line after it.
 */
export async function repair(from: string, to: string, layout: Layout): Promise<Omit<Reject, "file">[]> {
  const rejects: Omit<Reject, "file">[] = [];
  const good = async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
    const lines = createInterface({ input: chunks as unknown as NodeJS.ReadableStream, crlfDelay: Infinity })[Symbol.asyncIterator]();
    const ahead: string[] = [];
    let number = 0;
    for (;;) {
      if (ahead.length === 0) {
        const next = await lines.next();
        if (next.done === true) return;
        ahead.push(next.value);
      }
      let taken = 1;
      let text = ahead[0]!;
      let record = readRecord(text, 0, layout.delimiter, layout.quote);
      while (record.status === "open" && taken < mostLines) {
        if (ahead.length === taken) {
          const next = await lines.next();
          if (next.done === true) break;
          ahead.push(next.value);
        }
        text += `\n${ahead[taken++]!}`;
        record = readRecord(text, 0, layout.delimiter, layout.quote);
      }
      if (record.status === "complete") {
        ahead.splice(0, taken);
        number += taken;
        yield `${text}\n`;
      } else {
        number++;
        rejects.push({ line: number, reason: "broken-quote", text: ahead.shift()! });
        // The lines after it keep their numbers.
        yield "\n";
      }
    }
  };
  await pipeline(createReadStream(from), good, createWriteStream(to));
  return rejects;
}
