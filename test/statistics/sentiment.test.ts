import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ask, methodNamed } from "../../src/statistics/index.ts";
import { dutch } from "../../src/statistics/sentiment/nl.ts";
import { english } from "../../src/statistics/sentiment/en.ts";
import { phrasesOf, wordsOf } from "../../src/statistics/sentiment/lexicon.ts";
import type { Sentiment } from "../../src/statistics/sentiment/sentiment.ts";

const method = methodNamed("sentiment");

function of(...texts: readonly (string | null)[]): Sentiment {
  return ask(method, { texts }) as Sentiment;
}

function scoreOf(text: string): number {
  return of(text).texts[0]!.score ?? Number.NaN;
}

test("the example of the page", () => {
  const { texts, mean, n } = of("Heel lekker gegeten", "The delivery was not on time", null, "Produto de qualidade excelente");
  expect(texts[0]).toEqual({
    score: expect.closeTo(2.6 / Math.sqrt(2.6 ** 2 + 15), 12),
    language: "nl",
    words: [{ word: "lekker", value: 2.6 }],
  });
  expect(texts[1]).toMatchObject({ language: "en", words: [{ word: "on time", value: -1.48 }] });
  expect(texts[2]).toEqual({ score: null, language: null, words: [] });
  expect(texts[3]).toEqual({ score: null, language: "other", words: [] });
  expect(n).toBe(2);
  expect(mean).toBeCloseTo((texts[0]!.score! + texts[1]!.score!) / 2, 12);
});

describe.each([
  ["The staff was friendly and the food delicious.", "en", 1],
  ["Worst service ever, I want my money back.", "en", -1],
  ["I don't recommend this shop to anyone.", "en", -1],
  ["There were no problems at all with the order.", "en", 1],
  ["It arrived late but the quality is excellent.", "en", 1],
  ["Not only cheap, it is also really good.", "en", 1],
  ["It was open when we came at seven.", "en", 0],
  ["De bezorging was snel en de monteur vriendelijk.", "nl", 1],
  ["De kraan lekt en niemand belt terug, waardeloos.", "nl", -1],
  ["Het werkt nog altijd niet goed.", "nl", -1],
  ["Geen enkel probleem gehad met de bestelling.", "nl", 1],
  ["De levering was traag, maar het personeel is geweldig.", "nl", 1],
  ["Niet alleen mooi maar ook erg handig.", "nl", 1],
  ["Wij vonden het eten vreselijk lekker.", "nl", 1],
  ["De website beviel ons helemaal niet.", "nl", -1],
  ["Wat een trage en onvriendelijke bediening.", "nl", -1],
  ["Goede service", "nl", 1],
  ["Super geholpen!", "nl", 1],
  ["Levering te laat", "nl", -1],
  ["Great service", "en", 1],
  ["Terrible service.", "en", -1],
  ["Wij kwamen om zeven uur aan bij de winkel.", "nl", 0],
])("%s", (text, language, sign) => {
  test("language and side", () => {
    const found = of(text).texts[0]!;
    expect([found.language, Math.sign(found.score!)]).toEqual([language, sign]);
  });
});

test("what strengthens, weakens and denies moves a score the right way", () => {
  const ordered = ["niet lekker", "het was een beetje lekker", "het was heel lekker"].map((text) => scoreOf(`Het eten: ${text}`));
  expect(ordered).toEqual(ordered.toSorted((a, b) => a - b));
  expect(scoreOf("it was very bad")).toBeLessThan(scoreOf("it was bad"));
  expect(scoreOf("it was slightly bad")).toBeGreaterThan(scoreOf("it was bad"));
});

test("German, French, Spanish, Portuguese and Italian are not scored", () => {
  const { texts, n } = of(
    "Die Lieferung war sehr schnell und das Produkt ist gut.",
    "Le produit est arrivé en retard et je ne suis pas content.",
    "El producto llegó tarde y no es bueno.",
    "O produto chegou antes do prazo, muito bom.",
    "Il prodotto è arrivato in ritardo, non sono contento.",
    "12345",
  );
  expect(texts.map(({ language }) => language)).toEqual(Array(6).fill("other"));
  expect(n).toBe(0);
});

test("a word of both languages takes the language of the others, or the one that is given", () => {
  expect(of("Top", "The food was great and the people were nice").texts[0]!.language).toBe("en");
  expect(of("Super", "Het eten was goed en de mensen waren aardig").texts[0]!.language).toBe("nl");
  expect((ask(method, { texts: ["Produto excelente"], language: "en" }) as Sentiment).texts[0]!.language).toBe("en");
});

test("signs and emoji count", () => {
  expect(scoreOf("Het pakket is er 👍")).toBeGreaterThan(0);
  expect(scoreOf("Het pakket is er :(")).toBeLessThan(0);
});

test("nothing to read", () => {
  const nothing = { score: null, language: null, words: [] };
  expect(of()).toEqual({ texts: [], mean: null, n: 0 });
  expect(of("", "  ", "...")).toEqual({ texts: [nothing, nothing, nothing], mean: null, n: 0 });
});

describe.each([
  ["nl", dutch],
  ["en", english],
])("the lexicon of %s", (_, { valued, phrases, forms }) => {
  const words = valued.flatMap(([, text]) => wordsOf(text));

  test("has 600 words and more, none of them twice, all in lower case", () => {
    expect(words.length).toBeGreaterThan(600);
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
    expect(words.filter((word) => word !== word.toLowerCase())).toEqual([]);
  });

  test("has phrases of two words and more, none of them twice", () => {
    const all = phrases.flatMap(([, text]) => phrasesOf(text));
    expect(all.filter((phrase) => wordsOf(phrase).length < 2)).toEqual([]);
    expect(all.filter((phrase, index) => all.indexOf(phrase) !== index)).toEqual([]);
  });

  test("finds no form that is shorter than two letters", () => {
    expect(words.flatMap(forms).filter((form) => form.length < 2)).toEqual([]);
  });
});

describe("laws", () => {
  const piece = fc.constantFrom(
    "niet",
    "goed",
    "maar",
    "heel",
    ".",
    "not",
    "bad",
    "but",
    ":)",
    "👎",
    "the",
    "het",
    ",",
    "é",
    "x1",
    "\n",
    "'",
  );
  const text = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(" ")),
  );

  test("a score lies between −1 and 1, is null without language, and words add up to it", () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 5 }), (texts) => {
        for (const { score, language, words } of of(...texts).texts) {
          expect(score === null).toBe(language === null || language === "other");
          const sum = words.reduce((total, { value }) => total + value, 0);
          if (score !== null) expect(score).toBeCloseTo(sum / Math.sqrt(sum * sum + 15), 12);
          expect(Math.abs(score ?? 0)).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 200 },
    );
  });
});

test.each([
  ["no texts", {}],
  ["a number", { texts: [1] }],
  ["another language", { texts: [], language: "de" }],
])("refuses %s", (_, input) => {
  expect(() => ask(method, input)).toThrow(expect.objectContaining({ code: "bad-input" }));
});
