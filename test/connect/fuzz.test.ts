import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { layoutOf, UnreadableHeader } from "../../src/connect/index.ts";
import { openSniffer } from "../../src/engine/load/index.ts";
import { HelderError } from "../../src/framework/index.ts";
import { openWarehouse } from "../../src/warehouse/index.ts";
import { parse } from "../../src/workspace/index.ts";

const runs = Number(process.env["HELDER_RUNS"] ?? 1000);
// HELDER_SEED=1 asks the same again.
const seed = process.env["HELDER_SEED"] === undefined ? {} : { seed: Number(process.env["HELDER_SEED"]) };
const corpus = join(import.meta.dirname, "corpus");
const files = readdirSync(corpus).filter((name) => !name.endsWith(".answer.json"));
/** Most of the corpus is CSV: each other kind of file is taken as often. */
const kinds = [...new Set(files.map((name) => extname(name)))].map((kind) => files.filter((name) => extname(name) === kind));

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
    { numRuns: runs, ...seed },
  );
});

test("a damaged workspace is read, with findings for what is wrong", () => {
  const examples = join(import.meta.dirname, "../../examples");
  const texts = readdirSync(examples, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => readFileSync(join(examples, name)));
  fc.assert(
    fc.property(fc.constantFrom(...texts), harms, (bytes, some) => {
      const { findings } = parse([{ path: "helder.yaml", text: harmed(bytes, some).toString("utf8") }]);
      expect(findings.every(({ code }) => code !== "")).toBe(true);
    }),
    { numRuns: Math.max(50, Math.round(runs / 10)), ...seed },
  );
}, 3_600_000);

test(
  "a damaged file is read or refused, whole",
  async () => {
    const directory = mkdtempSync(join(tmpdir(), "helder-fuzz-"));
    const warehouse = await openWarehouse(join(directory, ".helder"));
    const parquet = join(directory, "made.parquet");
    await warehouse.query(
      `COPY (SELECT i AS id, DATE '2026-01-01' + CAST(i AS INTEGER) AS day, i * 1.25 AS amount, {'a': [i]} AS nested FROM range(50) t(i)) TO '${parquet}' (FORMAT parquet)`,
    );
    await warehouse.close();
    const sniffer = await openSniffer([directory]);
    const sources = [...kinds.map((names) => names.map((name) => join(corpus, name))), [parquet]];
    try {
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...sources).chain((names) => fc.constantFrom(...names)),
          harms,
          async (source, some) => {
            const path = join(directory, `fuzzed${source.endsWith(".csv.gz") ? ".csv.gz" : extname(source)}`);
            const bytes = harmed(readFileSync(source), some);
            writeFileSync(path, bytes);
            try {
              const { rows, rejected } = await sniffer.sniff([path], { language: "nl", timezone: "Europe/Amsterdam" });
              expect(rows + rejected).toBeLessThanOrEqual(bytes.length * 20);
            } catch (error) {
              expect(error, String((error as Error).stack)).toBeInstanceOf(HelderError);
            }
          },
        ),
        { numRuns: Math.max(20, Math.round(runs / 20)), ...seed },
      );
    } finally {
      await sniffer.close();
      rmSync(directory, { recursive: true, force: true });
    }
  },
  runs * 1000,
);
