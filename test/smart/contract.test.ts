import { describe, expect, test } from "vitest";
import { readForms, readKpi, readKpis } from "../../src/smart/index.ts";

type Row = readonly [sentence: string, from: string | null, to: string | null];

function days(sentence: string, options: { asOf: string | null; today?: string } = { asOf: "2026-02-10" }): (string | null)[] {
  const { from, to } = readKpi(sentence, options).kpi;
  return [from, to];
}

function ok(sentence: string, asOf: string | null = null): string {
  const { letters } = readKpi(sentence, { asOf });
  return [letters.S, letters.M, letters.A, letters.R, letters.T]
    .map((verdict) => (verdict.ok === null ? "0" : verdict.ok ? "+" : "-"))
    .join("");
}

describe("days, both ends included", () => {
  test.each<Row>([
    ["250 badkamers tot 1 april 2026", null, "2026-03-31"],
    ["250 badkamers voor 1 april 2026", null, "2026-03-31"],
    ["250 badkamers vóór 1 april 2026", null, "2026-03-31"],
    ["250 bathrooms before 1 April 2026", null, "2026-03-31"],
    ["250 badkamers tot en met 1 april 2026", null, "2026-04-01"],
    ["250 badkamers t/m 1 april 2026", null, "2026-04-01"],
    ["250 badkamers uiterlijk 1 april 2026", null, "2026-04-01"],
    ["250 badkamers eind april 2026", null, "2026-04-30"],
    ["250 bathrooms from 1 January to 1 April 2026", "2026-01-01", "2026-04-01"],
    ["250 bathrooms until 1 April 2026", null, "2026-04-01"],
    ["250 bathrooms by 1 April 2026", null, "2026-04-01"],
    ["250 bathrooms through 1 April 2026", null, "2026-04-01"],
    ["250 bathrooms by the end of April 2026", null, "2026-04-30"],
    ["250 badkamers op 1 april 2026", "2026-04-01", "2026-04-01"],
    ["250 bathrooms on April 1, 2026", "2026-04-01", "2026-04-01"],
    ["250 badkamers voor het einde van 2026", null, "2026-12-31"],
    ["250 bathrooms before the end of 2026", null, "2026-12-31"],
    ["250 badkamers vanaf 1 april 2026", "2026-04-01", null],
    ["250 badkamers van 29 februari 2028 tot 1 maart 2028", "2028-02-29", "2028-02-29"],
  ])("%s", (sentence, from, to) => expect(days(sentence)).toEqual([from, to]));

  test.each<Row>([
    ["250 badkamers in Q1", "2026-01-01", "2026-03-31"],
    ["250 badkamers in Q2", "2026-04-01", "2026-06-30"],
    ["250 badkamers in januari", "2027-01-01", "2027-01-31"],
    ["250 badkamers op 9 februari", "2027-02-09", "2027-02-09"],
    ["250 badkamers op 10 februari", "2026-02-10", "2026-02-10"],
    ["250 badkamers dit jaar", "2026-01-01", "2026-12-31"],
    ["250 badkamers volgend kwartaal", "2026-04-01", "2026-06-30"],
    ["250 badkamers van december tot en met januari", "2026-12-01", "2027-01-31"],
    ["250 badkamers in week 6", "2027-02-08", "2027-02-14"],
    ["250 badkamers eind dit jaar", null, "2026-12-31"],
  ])("without a year, counted from the as-of day: %s", (sentence, from, to) => expect(days(sentence)).toEqual([from, to]));

  test("without an as-of day, from today; the past is then not judged", () => {
    const options = { asOf: null, today: "2026-02-10" };
    expect(days("250 badkamers in Q2", options)).toEqual(["2026-04-01", "2026-06-30"]);
    expect(readKpi("250 badkamers in Q2 2023", options).letters.R.ok).toBeNull();
    expect(readKpi("250 badkamers in Q2 2023", { asOf: "2026-02-10" }).letters.R.ok).toBe(false);
  });

  test("without either, an end is named but not placed", () => {
    const { kpi, letters } = readKpi("250 badkamers in Q2", { asOf: null });
    expect([kpi.from, kpi.to, letters.T.ok]).toEqual([null, null, true]);
  });
});

describe("value and unit", () => {
  test.each<readonly [string, number | null, string | null]>([
    ["De time-on-site is gemiddeld 1 minuut", 1, "minute"],
    ["antwoord binnen 24 uur", 24, "hour"],
    ["levertijd 3 dagen", 3, "day"],
    ["conversie 3 %", 0.03, "percent"],
    ["conversie 0,7 procent", 0.007, "percent"],
    ["conversion 12.5 percent", 0.125, "percent"],
    ["respons plus 2 procentpunt", 0.02, "percent"],
    ["omzet € 1.234,56", 1234.56, "EUR"],
    ["revenue of $1,234.56", 1234.56, "USD"],
    ["revenue £75k", 75000, "GBP"],
    ["omzet 1,2 mln euro", 1200000, "EUR"],
    ["16.500 bezoekers", 16500, "bezoekers"],
    ["a dozen complaints", 12, "complaints"],
    ["honderd nieuwe klanten", 100, "klanten"],
    ["anderhalf uur wachttijd", 1.5, "hour"],
    ["1.500 keer gezien", 1500, "keer"],
    ["geen klachten", 0, "klachten"],
    ["NPS van 45", 45, "score"],
    ["omzet verdubbelen", 2, "ratio"],
    ["omzet van 500.000", 500000, null],
    ["honderden nieuwe klanten", null, null],
    ["meer klanten", null, null],
  ])("%s", (sentence, value, unit) => {
    const { kpi } = readKpi(sentence, { asOf: null });
    expect([kpi.value, kpi.unit]).toEqual([value, unit]);
  });

  test("thousands and decimals in either notation", () => {
    for (const text of ["1.234.567 bezoekers", "1 234 567 bezoekers", "1234567 bezoekers", "1,234,567 visitors", "1’234’567 visitors"]) {
      expect(readKpi(text, { asOf: null }).kpi.value).toBe(1234567);
    }
  });
});

describe("letters", () => {
  test.each([
    ["250 badkamers in Q2 2026", "++00+"],
    ["250 badkamers en 40 keukens in Q2 2026", "-+00+"],
    ["We willen de beste zijn", "--00-"],
    ["Meer omzet", "+-00-"],
    ["30 in Q2 2026", "--00+"],
    ["Omzet van 500 in Q2 2026", "+-00+"],
    ["250 badkamers per kwartaal", "++00-"],
    ["250 badkamers, afgesproken met sales", "+++0-"],
    ["250 badkamers, zoals afgesproken", "++00-"],
    ["250 badkamers, sales is het er niet mee eens", "++-0-"],
    ["250 badkamers, was 210", "++0+-"],
    ["250 badkamers omdat de showroom langer open is", "++0+-"],
    ["120 % van de klanten is tevreden", "++0--"],
    ["120 % meer omzet", "++00-"],
    ["120 % van de klanten, was 80 %", "++0--"],
    ["250 badkamers van 1 juni 2026 tot 1 mei 2026", "++0-+"],
  ])("%s → %s", (sentence, expected) => expect(ok(sentence)).toBe(expected));

  test("every reason is a sentence that ends in a point", () => {
    for (const language of ["nl", "en"] as const) {
      for (const { reason } of Object.values(readKpi("250 badkamers en 40 keukens", { asOf: null, language }).letters))
        expect(reason).toMatch(/^\p{Lu}.*\.$/u);
    }
  });
});

describe("direction", () => {
  test.each([
    ["minimaal 250 badkamers", "up"],
    ["hoogstens 5 klachten", "down"],
    ["5 klachten", "down"],
    ["omzet € 5.000", "up"],
    ["doorlooptijd 3 dagen", "down"],
    ["time-on-site 1 minuut", "up"],
    ["doorlooptijd van 5 naar 6 dagen", "up"],
    ["uitval 2 %", "down"],
    ["conversie 2 %", "up"],
    ["niet meer dan 250 badkamers", "down"],
    ["12 % in 2026", null],
  ])("%s → %s", (sentence, expected) => expect(readKpi(sentence, { asOf: null }).kpi.direction).toBe(expected));
});

describe("texts", () => {
  test("one a line; empty lines are none", () => {
    const text = "250 badkamers in Q2\n\n  \r\nMeer omzet\n";
    expect(readKpis(text, { asOf: null }).map(({ sentence }) => sentence)).toEqual(["250 badkamers in Q2", "Meer omzet"]);
  });

  test("a form of labelled lines is one KPI", () => {
    const form = "KPI: NPS\nDoel: 45\nPeriode: Q3 2026\nNulmeting: 38\nAkkoord: directie\nKPI: churn\nDoel: 2 %";
    const [nps, churn, ...rest] = readForms(form, { asOf: null });
    expect(rest).toEqual([]);
    expect(nps!.kpi).toEqual({ value: 45, unit: "score", metric: "NPS", direction: "up", from: "2026-07-01", to: "2026-09-30" });
    expect(Object.values(nps!.letters).map((verdict) => verdict.ok)).toEqual([true, true, true, true, true]);
    expect(churn!.kpi.value).toBe(0.02);
  });
});
