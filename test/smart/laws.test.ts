import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, addMonths, type Day, fromDayNumber, parsePeriod, periodOf, shiftPeriod } from "../../src/calendar/index.ts";
import { readForms, readKpi, readKpis } from "../../src/smart/index.ts";
import { corpus } from "./corpus.ts";

const asOf = "2026-02-10";
const day = fc.integer({ min: 18_262, max: 24_000 }).map((number) => fromDayNumber(number));
const sentences = ["built/nl.txt", "built/en.txt", "held-out/fifth.txt", "held-out/sixth.txt", "held-out/seventh.txt"]
  .flatMap((name) => corpus(name))
  .map(({ sentence }) => sentence);

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

describe("stretches, as the calendar has them", () => {
  const year = fc.integer({ min: 2020, max: 2040 });
  const days = (sentence: string, asOf: string | null = null) => {
    const { from, to } = readKpi(sentence, { asOf }).kpi;
    return [from, to];
  };
  const monthName = (month: number, locale: string) => written(`2026-${String(month).padStart(2, "0")}-01`, locale, { month: "long" });

  test.each<
    [unit: string, last: number, label: (year: number, place: number) => string, ...texts: ((year: number, place: number) => string)[]]
  >([
    [
      "quarter",
      4,
      (y, n) => `${y}-Q${n}`,
      (y, n) => `in Q${n} ${y}`,
      (y, n) => `in het ${["eerste", "tweede", "derde", "vierde"][n - 1]!} kwartaal van ${y}`,
    ],
    [
      "half",
      2,
      (y, n) => `${y}-Q${n * 2 - 1}..${y}-Q${n * 2}`,
      (y, n) => `in H${n} ${y}`,
      (y, n) => `in the ${n === 1 ? "first" : "second"} half of ${y}`,
      (y, n) => `in het ${n === 1 ? "eerste" : "tweede"} half jaar van ${y}`,
    ],
    [
      "month",
      12,
      (y, n) => `${y}-${String(n).padStart(2, "0")}`,
      (y, n) => `in ${monthName(n, "nl-NL")} ${y}`,
      (y, n) => `in ${monthName(n, "en-GB")} ${y}`,
    ],
    ["week", 52, (y, n) => `${y}-W${String(n).padStart(2, "0")}`, (y, n) => `in week ${n} van ${y}`, (y, n) => `during week ${n} of ${y}`],
    ["year", 1, (y) => `${y}`, (y) => `in ${y}`, (y) => `FY${y}`, (y) => `over heel ${y}`],
  ])("%s", (_, last, label, ...texts) => {
    fc.assert(
      fc.property(year, fc.integer({ min: 1, max: last }), fc.constantFrom(...texts), (year, place, text) => {
        const [first, second] = label(year, place).split("..");
        const from = parsePeriod(first!, "01-01")!.from;
        const { to } = parsePeriod(second ?? first!, "01-01")!;
        expect(days(`250 leads ${text(year, place)}`)).toEqual([from, to]);
        expect(days(`250 leads eind ${texts[0]!(year, place).replace(/^in /, "")}`)[1]).toBe(to);
      }),
    );
  });

  test("a range of weeks runs from the Monday of the first to the Sunday of the last", () => {
    fc.assert(
      fc.property(
        year,
        fc.integer({ min: 1, max: 26 }),
        fc.integer({ min: 27, max: 52 }),
        fc.constantFrom("-", " t/m ", " tot en met "),
        (year, first, last, link) => {
          const { from } = parsePeriod(`${year}-W${String(first).padStart(2, "0")}`, "01-01")!;
          const { to } = parsePeriod(`${year}-W${last}`, "01-01")!;
          expect(days(`40 leads in week ${first}${link}${last} van ${year}`)).toEqual([from, to]);
        },
      ),
    );
  });

  test("`binnen` and `over` count from the as-of day, over leap days and the turn of the year", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 2, max: 30 }), (asOf, count) => {
        expect(days(`40 leads binnen ${count} maanden`, asOf)).toEqual([null, addMonths(asOf, count)]);
        expect(days(`40 leads within ${count} months`, asOf)).toEqual([null, addMonths(asOf, count)]);
        expect(days(`40 leads in de komende ${count} weken`, asOf)).toEqual([asOf, addDays(asOf, 7 * count)]);
        expect(days(`over ${count} jaar 40 leads`, asOf)[1]).toBe(addMonths(asOf, 12 * count));
      }),
    );
  });

  test.each([
    ["dit", "this", 0],
    ["volgend", "next", 1],
    ["vorig", "last", -1],
  ] as const)("%s kwartaal, %s quarter", (nl, en, distance) => {
    fc.assert(
      fc.property(day, fc.constantFrom("quarter", "year"), (asOf, unit) => {
        const period = shiftPeriod(periodOf(asOf, unit, "01-01"), distance, "01-01")!;
        expect(days(`40 leads ${nl} ${unit === "year" ? "jaar" : "kwartaal"}`, asOf)).toEqual([period.from, period.to]);
        expect(days(`40 leads ${en} ${unit}`, asOf)).toEqual([period.from, period.to]);
      }),
    );
  });

  test("a quarter without a year is the first that is not over", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 4 }), (asOf, quarter) => {
        const [from, to] = days(`40 leads in Q${quarter}`, asOf);
        expect(to! >= asOf).toBe(true);
        expect(from! < addMonths(asOf, 12)).toBe(true);
        expect(from!.slice(5, 7)).toBe(String(quarter * 3 - 2).padStart(2, "0"));
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
  test("is answered, in numbers that JSON can hold", () => {
    const piece = fc.oneof(
      fc.constantFrom(...sentences.flatMap((sentence) => sentence.split(" "))),
      fc.string(),
      fc.string({ unit: "binary" }),
    );
    /** a sentence with letters taken out, doubled, moved and words put in */
    const mutated = fc
      .tuple(
        fc.constantFrom(...sentences),
        fc.array(fc.tuple(fc.nat(300), fc.nat(3), fc.constantFrom(...sentences)), { minLength: 1, maxLength: 6 }),
      )
      .map(([sentence, edits]) =>
        edits.reduce((text, [place, kind, donor]) => {
          const at = place % (text.length + 1);
          const [head, tail] = [text.slice(0, at), text.slice(at)];
          const word = donor.split(" ")[place % donor.split(" ").length]!;
          return [head + tail.slice(1), `${head} ${word} ${tail}`, head + tail.slice(0, 8) + tail, tail + head][kind]!;
        }, sentence),
      );
    const text = fc.oneof(
      mutated,
      fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(" ")),
      fc.string({ unit: "grapheme", maxLength: 200 }),
    );
    fc.assert(
      fc.property(text, fc.constantFrom(null, asOf), (text, asOf) => {
        const { sentence, kpi, letters } = readKpi(text, { asOf });
        const json = JSON.stringify({ sentence, kpi, letters });
        expect(JSON.stringify(JSON.parse(json))).toBe(json);
        expect([letters.M.ok, kpi.value === null || Number.isFinite(kpi.value), kpi.to === null || letters.T.ok]).toEqual([
          kpi.value !== null && kpi.unit !== null,
          true,
          true,
        ]);
        if (text.includes(":")) readForms(text, { asOf });
      }),
      { numRuns: 20_000 },
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
    ["many stands", "tegen ".repeat(170_000)],
    ["many shares", "een op de vijf ".repeat(70_000)],
    ["many weeks", "week 3 t/m 9 ".repeat(80_000)],
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
