import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formats, type Unit, words } from "../../src/locale/index.ts";

const nl = formats("nl");
const en = formats("en");
/** No-break spaces read as spaces here. */
const plain = (text: string) => text.replaceAll("\u00a0", " ");

describe("values with their unit", () => {
  const cases: [number | null, Unit | null, string, string][] = [
    [12.5, "currency", "€ 12,50", "€12.50"],
    [-1234.005, "currency", "€ −1.234,01", "−€1,234.01"],
    [1_242_660.4, "currency", "€ 1.242.660,40", "€1,242,660.40"],
    [0.124, "percent", "12,4 %", "12.4%"],
    [0.285, "percent", "28,5 %", "28.5%"],
    [0.00049, "percent", "0,0 %", "0.0%"],
    [-0.0004, "percent", "0,0 %", "0.0%"],
    [1234.5, "count", "1.235", "1,235"],
    [-2.5, "count", "−3", "−3"],
    [41, "score", "41,0", "41.0"],
    [1.005, "ratio", "1,01", "1.01"],
    [3.4, "minutes", "3,4 min", "3.4 min"],
    [1, "minutes", "1 min", "1 min"],
    [68, "seconds", "1 min 8 s", "1 min 8 s"],
    [60, "seconds", "1 min", "1 min"],
    [59.7, "seconds", "1 min", "1 min"],
    [3.8, "seconds", "3,8 s", "3.8 s"],
    [3_900, "seconds", "1 u 5 min", "1 h 5 min"],
    [7_199, "seconds", "2 u", "2 h"],
    [2.25, "hours", "2,3 u", "2.3 h"],
    [1, "days", "1 dag", "1 day"],
    [-1, "days", "−1 dag", "−1 day"],
    [2.5, "days", "2,5 dagen", "2.5 days"],
    [12, "months", "12 maanden", "12 months"],
    [1234.5, null, "1.234,5", "1,234.5"],
    [2, null, "2", "2"],
    [null, "currency", "–", "–"],
    [Number.NaN, "count", "–", "–"],
    [1e21, "count", "1.000.000.000.000.000.000.000", "1,000,000,000,000,000,000,000"],
    [1e-7, "ratio", "0,00", "0.00"],
    [0, "count", "0", "0"],
  ];
  test.each(cases)("%d %s", (value, unit, dutch, english) => {
    expect(plain(nl.value(value, unit))).toBe(dutch);
    expect(plain(en.value(value, unit))).toBe(english);
  });

  test("no line breaks between a number and its sign", () => {
    expect(nl.value(12.5, "currency")).toBe("€\u00a012,50");
    expect(nl.value(0.124, "percent")).toBe("12,4\u00a0%");
  });

  test("large amounts lose their cents where asked, small ones keep them", () => {
    expect(plain(nl.value(1_242_660.4, "currency", { round: true }))).toBe("€ 1.242.660");
    expect(plain(nl.value(12.5, "currency", { round: true }))).toBe("€ 12,50");
  });

  test("another currency", () => {
    expect(plain(formats("en", "USD").value(1, "currency"))).toBe("$1.00");
    expect(plain(formats("en", "SEK").value(-1, "currency"))).toBe("SEK −1.00");
    expect(plain(formats("nl", "GBP").value(1, "currency"))).toBe("£ 1,00");
  });

  test("percentages differ in points", () => {
    expect(plain(nl.gap(-0.007, "percent"))).toBe("0,7 punt");
    expect(plain(en.gap(0.01, "percent"))).toBe("1.0 point");
    expect(plain(en.gap(0.021, "percent"))).toBe("2.1 points");
    expect(plain(nl.gap(-18, "count"))).toBe("18");
  });

  test("a chance is never told as certain where it is not", () => {
    const told = [0, 0.004, 0.0099, 0.01, 0.724, 0.99, 0.995, 1, null];
    expect(told.map((chance) => en.chance(chance))).toEqual(["0%", "<1%", "<1%", "1%", "72%", "99%", ">99%", "100%", "–"]);
    expect(nl.chance(0.004)).toBe("<1\u00a0%");
  });

  test("changes carry a sign, none does not", () => {
    expect(nl.signed(3, "count")).toBe("+3");
    expect(nl.signed(-3, "count")).toBe("−3");
    expect(nl.signed(0.2, "count")).toBe("0");
    expect(nl.signed(null, "count")).toBe("–");
    expect(nl.number(1234.5, 1)).toBe("1.234,5");
  });

  test("law: rounding is odd and reads back within half a unit of the last place", () => {
    fc.assert(
      fc.property(fc.double({ min: -1e12, max: 1e12, noNaN: true }), fc.integer({ min: 0, max: 4 }), (value, decimals) => {
        const text = en.number(value, decimals);
        const negated = en.number(-value, decimals);
        expect(negated.replace("−", "")).toBe(text.replace("−", ""));
        const back = Number(text.replaceAll(",", "").replace("−", "-"));
        expect(Math.abs(back - value)).toBeLessThanOrEqual(0.5 * 10 ** -decimals * (1 + 1e-9) + Math.abs(value) * 1e-15);
      }),
    );
  });
});

describe("days and periods", () => {
  const cases: [string, string, string, string, string][] = [
    ["2025-12-31", "31 dec 2025", "31 dec", "31 Dec 2025", "31 Dec"],
    ["2026-W05", "week 5 van 2026", "week 5", "week 5 of 2026", "week 5"],
    ["2026-11", "nov 2026", "nov", "Nov 2026", "Nov"],
    ["2026-Q4", "4e kwartaal 2026", "4e kw", "Q4 2026", "Q4"],
    ["2026", "2026", "2026", "2026", "2026"],
    ["FY2026", "boekjaar 2026", "boekjaar 2026", "financial year 2026", "financial year 2026"],
    ["total", "totaal", "totaal", "total", "total"],
    ["2026-10-01..2026-12-15", "1 okt t/m 15 dec 2026", "1 okt t/m 15 dec 2026", "1 Oct to 15 Dec 2026", "1 Oct to 15 Dec 2026"],
  ];
  test.each(cases)("%s", (label, full, short, english, englishShort) => {
    expect([nl.period(label), nl.shortPeriod(label), en.period(label), en.shortPeriod(label)].map(plain)).toEqual([
      full,
      short,
      english,
      englishShort,
    ]);
  });

  test("days, weekdays and ranges", () => {
    expect(plain(nl.weekday("2026-11-22"))).toBe("zo 22 nov 2026");
    expect(plain(en.weekday("2026-03-02"))).toBe("Mon 2 Mar 2026");
    expect(plain(nl.range("2025-12-01", "2026-01-31"))).toBe("1 dec 2025 t/m 31 jan 2026");
    expect(plain(nl.range("2026-01-31", "2026-01-31"))).toBe("31 jan 2026");
  });

  test("small counts are words", () => {
    expect([0, 1, 6, 12, 13].map(nl.count)).toEqual(["nul", "één", "zes", "twaalf", "13"]);
    expect(en.count(9)).toBe("nine");
  });
});

test("both languages have every word, and none is empty", () => {
  const texts = (value: unknown, path: string): [string, string][] =>
    typeof value === "function"
      ? [[path, (value as (...blanks: string[]) => string)("1", "2")]]
      : typeof value === "string"
        ? [[path, value]]
        : Object.entries(value as object).flatMap(([key, inner]) => texts(inner, `${path}.${key}`));
  const [dutch, english] = [texts(words.nl, ""), texts(words.en, "")];
  expect(dutch.map(([path]) => path)).toEqual(english.map(([path]) => path));
  expect([...dutch, ...english].filter(([, text]) => text.trim() === "")).toEqual([]);
});
