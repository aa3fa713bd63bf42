import fc from "fast-check";
import { expect, test } from "vitest";
import { ask, methodNamed } from "../../src/statistics/index.ts";
import type { Themes } from "../../src/statistics/sentiment/themes.ts";

const method = methodNamed("themes");
const found = (input: unknown): Themes => ask(method, input) as Themes;

/** Ten of twenty unhappy and five of eighty other texts name the waiting time. */
const texts = Array.from({ length: 100 }, (_, index) =>
  index < 10 || (index >= 20 && index < 25) ? "De wachttijd was lang, echt een lange wachttijd" : "Wij kregen een kopje koffie",
);
const mask = texts.map((_, index) => index < 20);

test("the example of the page", () => {
  const { n, compared, words } = found({ texts, of: mask });
  expect(n).toEqual([20, 80]);
  const waiting = words.find(({ word }) => word === "wachttijd")!;
  expect(waiting.texts).toEqual([10, 5]);
  expect(waiting.g2).toBeCloseTo(19.409264945766886, 9);
  expect(waiting.logRatio).toBeCloseTo(3, 12);
  expect(waiting.pValue).toBeCloseTo(1.0547e-5, 8);
  expect(waiting.adjusted.bonferroni).toBeCloseTo(compared * waiting.pValue, 12);
  expect(words.find(({ word }) => word === "koffie")!.logRatio).toBeLessThan(0);
  expect(words.some(({ word }) => ["de", "was", "een"].includes(word))).toBe(false);
});

test("a mask, indexes and scores say the same", () => {
  const asked = found({ texts, of: mask });
  expect(found({ texts, of: mask.flatMap((one, index) => (one ? [index] : [])) })).toEqual(asked);
  expect(found({ texts, scores: mask.map((one) => (one ? 6 : 7)), upTo: 6 })).toEqual(asked);
});

test("a text without a score, or without words, is on neither side", () => {
  const { n } = found({
    texts: ["goede service", "slechte service", null, "...", "mooi"],
    scores: [9, null, 3, 2, 10],
    upTo: 9,
    least: 1,
    most: 5,
  });
  expect(n).toEqual([1, 1]);
});

test.each([
  ["a mask of another length", { texts: ["een", "twee"], of: [true] }],
  ["an index beyond the last", { texts: ["een", "twee"], of: [2] }],
  ["nobody asked about", { texts: ["een twee", "drie vier"], of: [] }],
  ["nobody else", { texts: ["een twee"], of: [true] }],
  ["scores without a bound", { texts: ["een"], scores: [1] }],
])("refuses %s", (_, input) => {
  expect(() => found(input)).toThrow(expect.objectContaining({ code: "bad-input" }));
});

test("sides that change places change the sign of the log ratio and nothing else", () => {
  const word = fc.constantFrom("wachttijd", "prijs", "koffie", "monteur", "douche");
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.array(word, { minLength: 1, maxLength: 4 }), fc.boolean()), { minLength: 2, maxLength: 40 }),
      (rows) => {
        fc.pre(new Set(rows.map(([, side]) => side)).size === 2);
        const comments = rows.map(([words]) => words.join(" "));
        const one = found({ texts: comments, of: rows.map(([, side]) => side), least: 1 });
        const other = found({ texts: comments, of: rows.map(([, side]) => !side), least: 1 });
        for (const { word: name, g2, logRatio } of one.words) {
          const same = other.words.find((theme) => theme.word === name)!;
          expect(same.g2).toBeCloseTo(g2, 9);
          expect(same.logRatio).toBeCloseTo(-logRatio, 9);
          expect(g2).toBeGreaterThanOrEqual(0);
        }
      },
    ),
    { numRuns: 100 },
  );
});
