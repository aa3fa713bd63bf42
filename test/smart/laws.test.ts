import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, type Day, fromDayNumber } from "../../src/calendar/index.ts";
import { readForms, readKpi, readKpis } from "../../src/smart/index.ts";
import { corpus } from "./corpus.ts";

const asOf = "2026-02-10";
const day = fc.integer({ min: 18_262, max: 24_000 }).map((number) => fromDayNumber(number));
const sentences = ["built/nl.txt", "built/en.txt"].flatMap((name) => corpus(name)).map(({ sentence }) => sentence);

function written(day: Day, locale: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
}

describe("dates", () => {
  const forms: readonly [locale: string, Intl.DateTimeFormatOptions, lead: (text: string) => string][] = [
    ["nl-NL", { day: "numeric", month: "long", year: "numeric" }, (text) => `250 badkamers op ${text}`],
    ["nl-NL", { day: "numeric", month: "numeric", year: "numeric" }, (text) => `250 badkamers op ${text}`],
    ["nl-NL", { day: "2-digit", month: "2-digit", year: "numeric" }, (text) => `250 badkamers op ${text}`],
    ["nl-NL", { weekday: "long", day: "numeric", month: "long", year: "numeric" }, (text) => `250 badkamers op ${text}`],
    ["en-GB", { day: "numeric", month: "long", year: "numeric" }, (text) => `250 bathrooms on ${text}`],
    ["en-GB", { day: "2-digit", month: "2-digit", year: "numeric" }, (text) => `250 bathrooms on ${text}`],
    ["en-US", { day: "numeric", month: "long", year: "numeric" }, (text) => `250 bathrooms on ${text}`],
    ["en-US", { day: "numeric", month: "short", year: "numeric" }, (text) => `250 bathrooms on ${text}`],
    ["sv-SE", { day: "2-digit", month: "2-digit", year: "numeric" }, (text) => `250 badkamers op ${text}`],
  ];
  test.each(forms)("any day as %s writes it (%o)", (locale, options, lead) => {
    fc.assert(
      fc.property(day, (day) => {
        const { from, to } = readKpi(lead(written(day, locale, options)), { asOf }).kpi;
        expect([from, to]).toEqual([day, day]);
      }),
    );
  });

  test("`tot` leaves its day out, `tot en met` does not", () => {
    fc.assert(
      fc.property(day, (day) => {
        const text = written(day, "nl-NL", { day: "numeric", month: "long", year: "numeric" });
        expect(readKpi(`250 badkamers tot ${text}`, { asOf }).kpi.to).toBe(addDays(day, -1));
        expect(readKpi(`250 badkamers tot en met ${text}`, { asOf }).kpi.to).toBe(day);
      }),
    );
  });

  test("a day without a year is the first from the as-of day on", () => {
    fc.assert(
      fc.property(day, day, (asOf, day) => {
        const text = written(day, "nl-NL", { day: "numeric", month: "long" });
        fc.pre(!day.endsWith("02-29"));
        const { from } = readKpi(`250 badkamers op ${text}`, { asOf }).kpi;
        expect(from! >= asOf && from! < `${Number(asOf.slice(0, 4)) + 1}${asOf.slice(4)}`).toBe(true);
        expect(from!.slice(5)).toBe(day.slice(5));
      }),
    );
  });
});

describe("numbers", () => {
  test("whole numbers as Dutch and English write them", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999 }), (number) => {
        expect(readKpi(`${number.toLocaleString("nl-NL")} nieuwe klanten`, { asOf: null }).kpi.value).toBe(number);
        expect(readKpi(`${number.toLocaleString("en-GB")} new customers`, { asOf: null }).kpi.value).toBe(number);
      }),
    );
  });

  test("percentages keep their digits", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999 }), (thousandths) => {
        const text = (thousandths / 1000).toFixed(3);
        const value = Number(`${text}e-2`);
        expect(readKpi(`conversion of ${text}%`, { asOf: null }).kpi.value).toBe(value);
        expect(readKpi(`conversie van ${text.replace(".", ",")} %`, { asOf: null }).kpi.value).toBe(value);
      }),
    );
  });

  test.each([
    ["nul klachten", 0],
    ["één klacht", 1],
    ["zeventien klanten", 17],
    ["drieënzeventig klanten", 73],
    ["honderdeen klanten", 101],
    ["vijftienhonderd klanten", 1500],
    ["tweeduizend driehonderd klanten", 2300],
    ["vijfentwintigduizendtweehonderd klanten", 25_200],
    ["een half miljoen klanten", 500_000],
    ["twee en een half miljoen klanten", 2_500_000],
    ["ninety-nine customers", 99],
    ["one hundred and one customers", 101],
    ["twelve thousand three hundred and forty-five customers", 12_345],
    ["half a million customers", 500_000],
    ["one and a half million customers", 1_500_000],
    ["two dozen customers", 24],
  ])("%s", (sentence, value) => expect(readKpi(sentence, { asOf: null }).kpi.value).toBe(value));
});

describe("whatever is typed", () => {
  test("is answered, the same each time, in numbers that JSON can hold", () => {
    const piece = fc.oneof(
      fc.constantFrom(...sentences.flatMap((sentence) => sentence.split(" "))),
      fc.string(),
      fc.string({ unit: "binary" }),
    );
    const text = fc.oneof(
      fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(" ")),
      fc.string({ unit: "grapheme", maxLength: 200 }),
    );
    fc.assert(
      fc.property(text, fc.constantFrom(null, asOf), (text, asOf) => {
        const reading = readKpi(text, { asOf });
        expect(JSON.parse(JSON.stringify(reading))).toEqual(reading);
        expect(readKpi(text, { asOf })).toEqual(reading);
        expect(Object.keys(reading.letters)).toEqual(["S", "M", "A", "R", "T"]);
        expect(reading.letters.M.ok).toBe(reading.kpi.value !== null && reading.kpi.unit !== null);
        if (reading.kpi.to !== null) expect(reading.letters.T.ok).toBe(true);
        readForms(text, { asOf });
      }),
      { numRuns: 2000 },
    );
  });

  test.each(["spring", "Spring: 300 leads", "Spring 2026", "march", "May"])("%s opens a sentence and is a period", (typed) => {
    expect(readKpi(typed, { asOf: "2026-02-10" }).kpi.from).toMatch(/^2026-0[35]-01$/);
  });

  test.each(["-0", "-0 %", "-€ 0", "-0,0 klanten", "van -0 naar -0 %"])("%s is nothing, not less than nothing", (typed) => {
    const reading = readKpi(typed, { asOf: null });
    expect(reading.kpi.value).toBe(0);
  });

  test.each([
    ["one endless word", "a".repeat(1 << 20)],
    ["many words", "omzet ".repeat(170_000)],
    ["many digits", "1".repeat(1 << 20)],
    ["many groups", "1.".repeat(1 << 19)],
    ["many reasons", "omdat ".repeat(170_000)],
    ["many commas", ",".repeat(1 << 20)],
    ["many hyphens", "a-".repeat(1 << 19)],
    ["many ranges", "van 1 tot ".repeat(100_000)],
    ["many numerals", "honderd".repeat(150_000)],
    ["many marks", "a\u0301".repeat(1 << 19)],
    ["many colons", "kpi:".repeat(1 << 18)],
    ["lone surrogates", "\ud800".repeat(1 << 19)],
  ])("a line of a megabyte: %s", (_, line) => {
    const [reading] = readForms(line, { asOf });
    expect(reading!.sentence).toBe(line.trim());
    expect(readKpis(line, { asOf })).toHaveLength(1);
  });

  test("white space around a sentence and the sentences before it change nothing", () => {
    const alone = sentences.map((sentence) => readKpi(sentence, { asOf }));
    expect(readKpis(sentences.map((sentence) => `\t ${sentence}  `).join("\r\n"), { asOf })).toEqual(alone);
  });
});
