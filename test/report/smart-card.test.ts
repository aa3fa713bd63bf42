import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Entry, type Letter, type SmartCard, smartCard } from "../../src/report/index.ts";

type Agreement = Parameters<typeof smartCard>[0];

const nothing: Agreement = {
  kind: "kpi",
  name: "Offerteaanvragen",
  metric: null,
  unit: null,
  direction: "up",
  cadence: "weekly",
  accumulates: false,
  target: null,
  baseline: null,
  baselineFromData: false,
  agreedBy: [],
  agreedOn: null,
  because: null,
  definition: null,
  definitionInWords: null,
  description: null,
  partOfWhole: false,
};

const quarter = { from: "2026-10-01", to: "2026-12-31" };
const counted = {
  metric: "quotes",
  unit: "count",
  definition: "count of rows over quotes",
  definitionInWords: { nl: "het aantal rijen in quotes", en: "the number of rows in quotes" },
} as const;
const whole: Agreement = {
  ...nothing,
  ...counted,
  accumulates: true,
  target: { value: 300, ...quarter, measured: "total" },
  baseline: { value: 262, from: "2025-10-01", to: "2025-12-31" },
  agreedBy: ["board", "sales"],
  agreedOn: "2026-09-18",
  because: "twee extra showroomavonden per week",
};
const retention: Agreement = {
  ...whole,
  name: "Eerste-bestellingretentie",
  unit: "percent",
  accumulates: false,
  partOfWhole: true,
  target: { value: 0.3, ...quarter, measured: "last" },
  baseline: { value: 0.246, from: null, to: null },
};

const report = {
  people: { board: "Directie", sales: "Sales" },
  workspace: { name: "Badkamerwinkel", language: "nl", currency: "EUR", timezone: "Europe/Amsterdam", kpiBudget: 9 },
} as const;

const card = (entry: Agreement, language: "nl" | "en" = "nl") => smartCard(entry, report, language);
const plain = (text: string) => text.replaceAll("\u00a0", " ");
const spoken = (entry: Agreement, language: "nl" | "en" = "nl") =>
  plain(
    card(entry, language)
      .sentence.map(({ text }) => text)
      .join(""),
  );
const oks = ({ letters }: SmartCard) => (["S", "M", "A", "R", "T"] as const).map((letter) => letters[letter].ok);
const reason = (entry: Agreement, letter: Letter, language: "nl" | "en" = "nl") => plain(card(entry, language).letters[letter].reason);

describe("the sentence", () => {
  test("a total that adds up: everything said, each part marked with its letter", () => {
    expect(spoken(whole)).toBe(
      "Van 1 oktober t/m 31 december 2026 halen we 300 offerteaanvragen. Eerder was dat 262. Dat is afgesproken met Directie en Sales.",
    );
    expect(spoken(whole, "en")).toBe(
      "From 1 October to 31 December 2026 we reach 300 offerteaanvragen. It was 262 before. That is agreed with Directie and Sales.",
    );
    expect(
      card(whole)
        .sentence.filter(({ letter }) => letter !== null)
        .map(({ letter, text }) => [letter, plain(text)]),
    ).toEqual([
      ["T", "Van 1 oktober t/m 31 december 2026"],
      ["M", "300"],
      ["S", "offerteaanvragen"],
      ["R", "262"],
      ["A", "Directie en Sales"],
    ]);
  });

  test.each<[string, Partial<Agreement>, string, string]>([
    [
      "a level at the end, up",
      retention,
      "Uiterlijk 31 december 2026 brengen we eerste-bestellingretentie op minstens 30 %.",
      "By 31 December 2026 we bring eerste-bestellingretentie to at least 30%.",
    ],
    [
      "an average, up",
      { ...retention, target: { value: 0.965, ...quarter, measured: "average" } },
      "Van 1 oktober t/m 31 december 2026 houden we eerste-bestellingretentie gemiddeld op minstens 96,5 %.",
      "From 1 October to 31 December 2026 we keep eerste-bestellingretentie at an average of at least 96.5%.",
    ],
    [
      "a ratio over the whole period, up",
      { ...retention, target: { value: 0.3, ...quarter, measured: "total" } },
      "Van 1 oktober t/m 31 december 2026 brengen we eerste-bestellingretentie op minstens 30 %.",
      "From 1 October to 31 December 2026 we bring eerste-bestellingretentie to at least 30%.",
    ],
    [
      "a duration that must fall",
      {
        name: "Doorlooptijd",
        unit: "seconds",
        direction: "down",
        accumulates: false,
        target: { value: 90, ...quarter, measured: "last" },
        baseline: { value: 150, from: null, to: null },
      },
      "Uiterlijk 31 december 2026 brengen we doorlooptijd terug naar hooguit 1 min 30 s.",
      "By 31 December 2026 we bring doorlooptijd down to at most 1 min 30 s.",
    ],
    [
      "a duration that may not rise",
      {
        name: "Doorlooptijd",
        unit: "days",
        direction: "down",
        accumulates: false,
        target: { value: 5, ...quarter, measured: "last" },
        baseline: null,
      },
      "Uiterlijk 31 december 2026 houden we doorlooptijd op hooguit 5 dagen.",
      "By 31 December 2026 we keep doorlooptijd to at most 5 days.",
    ],
    [
      "an average that may not rise",
      { name: "Wachttijd", unit: "minutes", direction: "down", accumulates: false, target: { value: 2, ...quarter, measured: "average" } },
      "Van 1 oktober t/m 31 december 2026 houden we wachttijd gemiddeld op hooguit 2 min.",
      "From 1 October to 31 December 2026 we keep wachttijd to an average of at most 2 min.",
    ],
    [
      "money that adds up",
      { name: "Omzet", unit: "currency", target: { value: 2_000_000, ...quarter, measured: "total" } },
      "Van 1 oktober t/m 31 december 2026 halen we € 2.000.000 omzet.",
      "From 1 October to 31 December 2026 we reach €2,000,000 omzet.",
    ],
    [
      "a sum that may not grow",
      { name: "Klachten", direction: "down", target: { value: 20, ...quarter, measured: "total" } },
      "Van 1 oktober t/m 31 december 2026 houden we klachten op hooguit 20.",
      "From 1 October to 31 December 2026 we keep klachten to at most 20.",
    ],
    [
      "an end without a start",
      { target: { value: 300, from: null, to: "2026-12-31", measured: "total" } },
      "Uiterlijk 31 december 2026 halen we 300 offerteaanvragen.",
      "By 31 December 2026 we reach 300 offerteaanvragen.",
    ],
    [
      "one day",
      { target: { value: 40, from: "2026-11-27", to: "2026-11-27", measured: "total" } },
      "Op 27 november 2026 halen we 40 offerteaanvragen.",
      "On 27 November 2026 we reach 40 offerteaanvragen.",
    ],
    [
      "no end",
      { accumulates: false, target: { value: 300, from: null, to: null, measured: "total" } },
      "Zonder einddatum halen we 300 offerteaanvragen.",
      "With no end date we reach 300 offerteaanvragen.",
    ],
    [
      "no target",
      { target: null },
      "We volgen offerteaanvragen, maar spraken nog geen getal en nog geen einddatum af.",
      "We follow offerteaanvragen, but agreed on no number yet and no end date yet.",
    ],
  ])("%s", (_, change, nl, en) => {
    const entry = { ...whole, ...change, agreedBy: [] };
    const first = (text: string) => text.replace(/ (Eerder was|It was).*$/, "");
    expect(first(spoken(entry))).toBe(nl);
    expect(first(spoken(entry, "en"))).toBe(en);
  });

  test.each([
    ["NPS", "NPS"],
    ["Google-beoordelingen", "Google-beoordelingen"],
    ["Kliks op Google Ads", "kliks op Google Ads"],
    ["SEA-vertoningen", "SEA-vertoningen"],
    ["iDEAL-betalingen", "iDEAL-betalingen"],
    ["Écht tevreden klanten", "écht tevreden klanten"],
  ])("%s within a sentence is %s", (name, written) => {
    expect(spoken({ ...whole, name })).toContain(` ${written}.`);
  });

  test("a CPI is named as the customer says it", () => {
    const entry: Agreement = { ...retention, kind: "cpi", name: "Snel weten wat het kost" };
    expect(spoken(entry)).toContain("brengen we “Snel weten wat het kost” op minstens 30 %.");
  });

  test("what is still to be agreed stands in it as a gap", () => {
    const gaps = (entry: Agreement) =>
      card(entry)
        .sentence.filter(({ missing }) => missing)
        .map(({ letter }) => letter);
    expect(gaps(whole)).toEqual([]);
    expect(gaps(nothing)).toEqual(["S", "M", "T"]);
    expect(gaps({ ...whole, target: { value: 300, from: "2026-10-01", to: null, measured: "total" } })).toEqual(["T"]);
    expect(gaps({ ...whole, unit: null })).toEqual(["M"]);
  });
});

describe("the letters", () => {
  test("all five, with their facts, in both languages", () => {
    expect(oks(card(whole))).toEqual([true, true, true, true, true]);
    expect(reason(whole, "S")).toBe("Het aantal rijen in quotes.");
    expect(reason(whole, "S", "en")).toBe("The number of rows in quotes.");
    expect(reason(whole, "M")).toBe("Het doel is 300, opgeteld over de periode.");
    expect(reason(whole, "A")).toBe("Afgesproken met Directie en Sales op 18 september 2026.");
    expect(reason(whole, "A", "en")).toBe("Agreed with Directie and Sales on 18 September 2026.");
    expect(reason(whole, "R")).toBe(
      "Het uitgangspunt is 262 (1 okt t/m 31 dec 2025). Dat is een stap van +14,5 %. Twee extra showroomavonden per week.",
    );
    expect(reason(whole, "T")).toBe("Van 1 oktober t/m 31 december 2026, elke week gemeten.");
    expect(reason(whole, "T", "en")).toBe("From 1 October to 31 December 2026, measured every week.");
  });

  test("nothing said: two letters are wrong, two unsaid", () => {
    expect(oks(card(nothing))).toEqual([false, false, null, null, false]);
  });

  test.each<[string, Partial<Agreement>, Letter, boolean | null, RegExp]>([
    ["a metric that is broken", { definition: null }, "S", false, /Kijk de metriek na/],
    ["what the workspace says of its metric goes first", { description: "Verzonden formulieren" }, "S", true, /^Verzonden formulieren\.$/],
    ["a type without words", { definitionInWords: null }, "S", true, /^Count of rows over quotes\.$/],
    ["no number", { target: null }, "M", false, /Zet target:/],
    ["a number of nothing", { unit: null }, "M", false, /^Er staat 300, maar niet waarvan/],
    ["down", { direction: "down" }, "M", true, /^Het doel is hooguit 300/],
    ["nobody", { agreedBy: [] }, "A", null, /\(18 september 2026\), maar niet met wie/],
    ["nobody at all", { agreedBy: [], agreedOn: null }, "A", null, /Zet agreedBy:/],
    ["without a day", { agreedOn: null }, "A", true, /^Afgesproken met Directie en Sales\.$/],
    ["somebody unknown goes by what was typed", { agreedBy: ["Jan"] }, "A", true, /^Afgesproken met Jan op/],
    ["only a reason", { baseline: null }, "R", true, /^Twee extra/],
    ["only a baseline", { because: null }, "R", true, /\+14,5 %\.$/],
    ["neither", { baseline: null, because: null }, "R", null, /Zet baseline:/],
    ["a baseline from the data", { baseline: null, because: null, baselineFromData: true }, "R", true, /eigen cijfers/],
    [
      "sums over unlike ranges do not compare",
      { baseline: { value: 262, from: "2025-01-01", to: "2025-12-31" }, because: null },
      "R",
      true,
      /2025\)\.$/,
    ],
    [
      "an end before the start",
      { target: { value: 300, from: "2026-12-31", to: "2026-10-01", measured: "total" } },
      "R",
      false,
      /Draai ze om/,
    ],
    ["no end", { target: { value: 300, from: "2026-10-01", to: null, measured: "total" } }, "T", false, /begint op 1 oktober 2026/],
    ["no days", { target: { value: 300, from: null, to: null, measured: "total" } }, "T", false, /Zet from: en to:/],
    ["only an end", { target: { value: 300, from: null, to: "2026-12-31", measured: "total" } }, "T", true, /^Uiterlijk 31 december 2026/],
  ])("%s", (_, change, letter, ok, text) => {
    const entry = { ...whole, ...change };
    expect(card(entry).letters[letter].ok).toBe(ok);
    expect(reason(entry, letter)).toMatch(text);
  });

  test("a share over 100 % cannot be; growth over 100 % can", () => {
    const over = { ...retention, target: { value: 1.1, ...quarter, measured: "last" as const } };
    expect(card(over).letters.R.ok).toBe(false);
    expect(reason(over, "R")).toContain("110 % kan niet");
    expect(card({ ...over, partOfWhole: false }).letters.R.ok).toBe(true);
  });

  test("percentages differ in points", () => {
    expect(reason(retention, "R")).toContain("Het uitgangspunt is 24,6 %. Dat is een stap van +5,4 punt.");
  });
});

/** What can be missing, and what is then filled in. */
const pieces = {
  metric: counted,
  target: { target: whole.target },
  agreedBy: { agreedBy: whole.agreedBy },
  agreedOn: { agreedOn: whole.agreedOn },
  baseline: { baseline: whole.baseline },
  data: { baselineFromData: true },
  because: { because: whole.because },
  description: { description: "Verzonden formulieren" },
  words: { definitionInWords: counted.definitionInWords },
} as const satisfies Record<string, Partial<Agreement>>;
type Piece = keyof typeof pieces;
const all = Object.keys(pieces) as Piece[];
const made = (chosen: readonly Piece[]): Agreement => Object.assign({}, nothing, ...chosen.map((piece) => pieces[piece])) as Agreement;
const rank = (ok: boolean | null) => (ok === true ? 2 : ok === null ? 1 : 0);

describe("laws", () => {
  test("every combination: a letter never turns worse when a missing part is filled in", () => {
    for (let mask = 0; mask < 2 ** all.length; mask++) {
      const chosen = all.filter((_, index) => (mask >> index) % 2 === 1);
      const before = oks(card(made(chosen)));
      for (const piece of all.filter((one) => !chosen.includes(one))) {
        const after = oks(card(made([...chosen, piece])));
        after.forEach((ok, index) => expect(rank(ok), `${chosen.join("+")} + ${piece}`).toBeGreaterThanOrEqual(rank(before[index]!)));
      }
    }
    expect(oks(card(made(all)))).toEqual([true, true, true, true, true]);
  });

  const day = fc.constantFrom(null, "2026-01-01", "2026-06-30", "2026-10-01", "2026-12-31");
  const amounts = fc.oneof(fc.constantFrom(0, 0.5, 1, 1.1, -3, 300, 1e9), fc.double({ noNaN: true, min: -1e12, max: 1e12 }));
  const target: fc.Arbitrary<Entry["target"]> = fc.option(
    fc.record({ value: amounts, from: day, to: day, measured: fc.constantFrom("total", "average", "last") }),
  );
  const agreement: fc.Arbitrary<Agreement> = fc.record({
    kind: fc.constantFrom("kpi", "cpi"),
    name: fc.string({ minLength: 1, unit: "grapheme" }),
    metric: fc.option(fc.constant("quotes")),
    unit: fc.constantFrom(null, "count", "currency", "percent", "score", "ratio", "seconds", "minutes", "hours", "days", "months"),
    direction: fc.constantFrom("up", "down"),
    cadence: fc.constantFrom("daily", "weekly", "monthly", "quarterly"),
    accumulates: fc.boolean(),
    target,
    baseline: fc.option(fc.record({ value: amounts, from: day, to: day })),
    baselineFromData: fc.boolean(),
    agreedBy: fc.array(fc.constantFrom("board", "sales", "Jan", "toString", "__proto__")),
    agreedOn: day,
    because: fc.option(fc.constantFrom("twee avonden extra", "+3 % door de app.")),
    definition: fc.option(fc.constant(counted.definition)),
    definitionInWords: fc.option(fc.constant(counted.definitionInWords)),
    description: fc.option(fc.constantFrom("Verzonden formulieren", "Elke klant telt één keer.")),
    partOfWhole: fc.boolean(),
  });

  test("whatever was typed: every letter has a reason, the sentence ends, and both languages judge alike", () => {
    fc.assert(
      fc.property(agreement, (entry) => {
        const [nl, en] = [card(entry, "nl"), card(entry, "en")];
        expect(oks(nl)).toEqual(oks(en));
        for (const { letters, sentence } of [nl, en]) {
          for (const { reason: text } of Object.values(letters)) expect(text).not.toMatch(/^\s*$|undefined|null|NaN|\{[A-Z]\}/);
          const text = sentence.map((part) => part.text).join("");
          expect(text.endsWith(".")).toBe(true);
          expect(text.includes(entry.name.slice(1))).toBe(true);
          expect(sentence.filter(({ letter }) => letter === "S")).toHaveLength(1);
        }
        expect(nl.letters.T.ok === true).toBe(entry.target?.to != null);
        expect(nl.letters.A.ok === true).toBe(entry.agreedBy.length > 0);
      }),
    );
  });
});
