import { describe, expect, test } from "vitest";
import { readKpi } from "../../src/smart/index.ts";
import { corpus, type Labelled } from "./corpus.ts";

const letters = ["S", "M", "A", "R", "T"] as const;
const built = ["built/nl.txt", "built/en.txt"].flatMap((name) => corpus(name));
/** Written and labelled before the reader had met them, and since then what it was mended on. */
const heldOut = [
  "first-nl",
  "first-en",
  "second-nl",
  "second-en",
  "third",
  "fourth",
  "fifth",
  "sixth",
  "seventh",
  "eighth",
  "ninth",
  "tenth",
].flatMap((name) => corpus(`held-out/${name}.txt`));

/** How well the reader says `ok: false`, per letter, and how often value, unit, from and to are all right. */
function score(sentences: readonly Labelled[]) {
  const read = sentences.map((labelled) => ({ labelled, reading: readKpi(labelled.sentence, { asOf: labelled.asOf }) }));
  const exact = read.filter(({ labelled, reading: { kpi } }) => {
    return (["value", "unit", "from", "to"] as const).every((key) => labelled[key] === undefined || kpi[key] === labelled[key]);
  });
  const perLetter = letters.map((letter) => {
    const wanted = read.filter(({ labelled }) => labelled.letters[letter] === false);
    const said = read.filter(({ labelled, reading }) => labelled.letters[letter] !== undefined && reading.letters[letter].ok === false);
    const right = wanted.filter((entry) => said.includes(entry)).length;
    return { letter, wanted: wanted.length, precision: right / said.length, recall: right / wanted.length };
  });
  return { exact: exact.length / read.length, perLetter };
}

test("the corpus is large enough, in each letter", () => {
  const all = [...built, ...heldOut];
  expect(all.length).toBeGreaterThanOrEqual(1900);
  expect(heldOut.length).toBeGreaterThanOrEqual(1400);
  for (const letter of letters) expect(all.filter((labelled) => labelled.letters[letter] === false).length).toBeGreaterThanOrEqual(150);
  expect(new Set(all.map(({ sentence }) => sentence)).size).toBe(all.length);
});

describe.each([
  ["built", built],
  ["held out", heldOut],
] as const)("%s", (_, sentences) => {
  const { exact, perLetter } = score(sentences);

  test.each(perLetter.map((entry) => [entry.letter, entry.precision.toFixed(3), entry.recall.toFixed(3), entry.wanted, entry] as const))(
    "%s false: precision %s, recall %s of %i",
    (_letter, _precision, _recall, _wanted, { precision, recall }) => {
      expect(precision).toBeGreaterThanOrEqual(0.93);
      expect(recall).toBeGreaterThanOrEqual(0.9);
    },
  );

  test(`value, unit, from and to all right: ${exact.toFixed(3)}`, () => {
    expect(exact).toBeGreaterThanOrEqual(0.95);
  });
});

test.each([
  ["nl", ["built/nl.txt", "held-out/first-nl.txt", "held-out/second-nl.txt"]],
  ["en", ["built/en.txt", "held-out/first-en.txt", "held-out/second-en.txt"]],
] as const)("the reasons of %s sentences come in their own language, or in the one asked for", (language, names) => {
  const other = language === "nl" ? "en" : "nl";
  const strange = names
    .flatMap((name) => corpus(name))
    .filter(({ sentence, asOf }) => {
      const read = (language: "nl" | "en" | "auto") => Object.values(readKpi(sentence, { asOf, language, otherwise: other }).letters);
      expect(read(other).map(({ reason }) => reason)).not.toEqual(read(language).map(({ reason }) => reason));
      return read("auto")[0]!.reason !== read(language)[0]!.reason;
    });
  // “NPS 150 in 2026” is both: a few have no language of their own.
  expect(strange.length).toBeLessThanOrEqual(10);
});
