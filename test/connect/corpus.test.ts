import { cpSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { HelderError } from "../../src/framework/index.ts";
import { type Sniffed, openSniffer } from "../../src/engine/load/index.ts";
import { folder, loading } from "../load/folder.ts";

/** What is right for one file: its columns and values, or the code with which it is refused. */
interface Answer {
  readonly refused?: string;
  readonly format: object;
  readonly columns: readonly string[];
  readonly types: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
  /** codes, each once */
  readonly doubts: readonly string[];
}

const corpus = join(import.meta.dirname, "corpus");
const names = readdirSync(corpus)
  .filter((name) => !name.endsWith(".answer.json"))
  .sort();
const answerOf = (name: string) => JSON.parse(readFileSync(join(corpus, `${name}.answer.json`), "utf8")) as Answer;

/** What was made of each file: sniffed alone, then all loaded into one workspace with what was found written down. */
const sniffed = new Map<string, Sniffed>();
const refused = new Map<string, HelderError>();
const loaded = new Map<string, readonly (readonly unknown[])[]>();

/** Doubts about what the columns mean and not about how they are written. */
const meaning = new Set(["no-time", "tax-unknown", "negative-lines", "cancelled-rows", "cents"]);

beforeAll(async () => {
  const directory = folder();
  mkdirSync(join(directory, "data"));
  cpSync(corpus, join(directory, "data"), { recursive: true });
  const sniffer = await openSniffer([corpus]);
  try {
    for (const name of names) {
      try {
        sniffed.set(name, await sniffer.sniff([join(corpus, name)], { language: "nl", timezone: "Europe/Amsterdam" }));
      } catch (error) {
        refused.set(name, error as HelderError);
      }
    }
  } finally {
    await sniffer.close();
  }
  const datasets = [...sniffed].map(([name, { format, time }], index) => ({
    id: `d${index}`,
    file: `data/${name}`,
    format,
    ...(time === null ? {} : { time }),
  }));
  await loading(directory, datasets, async ({ result, rows }) => {
    for (const { id, error } of result.failures) throw new Error(`${datasets.find((one) => one.id === id)?.file ?? id}: ${error.message}`);
    for (const { id, file } of datasets)
      loaded.set(file.slice(5), await rows(`SELECT * EXCLUDE ("$day", "$row") FROM data.${id} ORDER BY "$row"`));
  });
}, 600_000);

afterAll(() => {
  sniffed.clear();
  loaded.clear();
});

test("the corpus is whole", () => expect(names.length).toBeGreaterThanOrEqual(200));

describe("every file is read right, or refused with the reason", () => {
  test.each(names)("%s", (name) => {
    const answer = answerOf(name);
    if (answer.refused !== undefined) {
      expect(refused.get(name)?.code).toBe(answer.refused);
      return;
    }
    if (refused.has(name)) throw refused.get(name)!;
    const found = sniffed.get(name)!;
    expect(found.columns.map((column) => column.name)).toEqual(answer.columns);
    expect(loaded.get(name)).toEqual(answer.rows);
    expect(found.columns.map(({ type }) => type)).toEqual(answer.types);
    expect(found.format).toMatchObject(answer.format);
    expect([...new Set(found.doubts.map(({ code }) => code).filter((code) => !meaning.has(code)))].sort()).toEqual(
      [...answer.doubts].sort(),
    );
    expect(found.rows).toBe(answer.rows.length);
  });
});
