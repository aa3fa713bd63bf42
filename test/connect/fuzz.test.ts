import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { layoutOf, UnreadableHeader } from "../../src/connect/index.ts";
import { openSniffer } from "../../src/engine/load/index.ts";
import { HelderError } from "../../src/framework/index.ts";

const runs = Number(process.env["HELDER_RUNS"] ?? 1000);
const corpus = join(import.meta.dirname, "corpus");
const files = readdirSync(corpus).filter((name) => !name.endsWith(".answer.json"));

type Harm = readonly [kind: "byte" | "cut" | "drop" | "twice" | "put", at: number, value: number];
const pieces = [
  '"',
  "'",
  ";",
  ",",
  "\t",
  "\n",
  "\r",
  "\0",
  "€",
  "\uFEFF",
  "sep=;\n",
  "(",
  "-",
  "12,5 %",
  "[",
  "{",
  "<",
  "\u2028",
  '"{""ImportId"":"',
];
const harms = fc.array(fc.tuple(fc.constantFrom<Harm[0]>("byte", "cut", "drop", "twice", "put"), fc.nat(), fc.nat(255)), {
  minLength: 1,
  maxLength: 8,
});

function harmed(bytes: Buffer, some: readonly Harm[]): Buffer {
  let now = Buffer.from(bytes);
  for (const [kind, place, value] of some) {
    const at = now.length === 0 ? 0 : place % now.length;
    if (kind === "byte" && now.length > 0) now[at] = value;
    else if (kind === "cut") now = now.subarray(0, Math.max(at, 1));
    else if (kind === "drop") now = Buffer.concat([now.subarray(0, at), now.subarray(at + (value % 20))]);
    else if (kind === "twice") now = Buffer.concat([now, now.subarray(at)]);
    else now = Buffer.concat([now.subarray(0, at), Buffer.from(pieces[value % pieces.length]!), now.subarray(at)]);
  }
  return now;
}

test("the layout of any text is found or refused", () => {
  fc.assert(
    fc.property(fc.constantFrom(...files), harms, fc.boolean(), (name, some, cut) => {
      const text = harmed(readFileSync(join(corpus, name)), some).toString("utf8");
      try {
        const layout = layoutOf(text, {}, { cut });
        expect(layout === null || layout.names.length > 0).toBe(true);
      } catch (error) {
        expect(error).toBeInstanceOf(UnreadableHeader);
      }
    }),
    { numRuns: runs },
  );
});

test(
  "a damaged file is read or refused, whole",
  async () => {
    const directory = mkdtempSync(join(tmpdir(), "helder-fuzz-"));
    const sniffer = await openSniffer([directory]);
    try {
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...files), harms, async (name, some) => {
          const path = join(directory, `fuzzed${name.endsWith(".csv.gz") ? ".csv.gz" : extname(name)}`);
          const bytes = harmed(readFileSync(join(corpus, name)), some);
          writeFileSync(path, bytes);
          try {
            const { rows, rejected } = await sniffer.sniff([path], { language: "nl", timezone: "Europe/Amsterdam" });
            expect(rows + rejected).toBeLessThanOrEqual(bytes.length * 20);
          } catch (error) {
            expect(error, String((error as Error).stack)).toBeInstanceOf(HelderError);
          }
        }),
        { numRuns: Math.max(20, Math.round(runs / 20)) },
      );
    } finally {
      await sniffer.close();
      rmSync(directory, { recursive: true, force: true });
    }
  },
  runs * 1000,
);
