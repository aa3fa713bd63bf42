import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Point, Series } from "../../src/metric/index.ts";
import { loadText, markdown, queryText, type Report, runText } from "../../src/report/index.ts";
import { frameworkOf, message, reportOf } from "./example.ts";

const report = reportOf();
const plain = { colour: false, message } as const;
const escape = "\u001b";
const colours = new RegExp(`${escape}\\[[0-9]+m`, "g");
const languages = ["nl", "en"] as const;

/** The report with every name a user can type set to `name`. */
function named(name: string): Report {
  return {
    ...report,
    workspace: { ...report.workspace, name },
    phases: report.phases.map(({ id }) => ({ id, name, aim: name })),
    kpis: report.kpis.map((entry) => ({ ...entry, name, owner: name })),
    cpis: report.cpis.map((entry) => ({ ...entry, name })),
    findings: report.findings.map((finding) => ({ ...finding, on: name })),
  };
}

/** Columns of a text in which every character is one column wide. */
const widest = (text: string): number => Math.max(...text.split("\n").map((line) => [...line].length));

describe("helder run", () => {
  test.each(languages)("says the same as before, in %s", async (language) => {
    await expect(runText(report, { ...plain, language })).toMatchFileSnapshot(`golden/run.${language}.txt`);
  });

  test("colour changes nothing but colour", () => {
    const coloured = runText(report, { language: "nl", colour: true, message });
    expect(coloured).toContain(`${escape}[31m▼${escape}[0m Offerteaanvragen`);
    expect(coloured.replace(colours, "").replace(/ +$/gm, "")).toBe(runText(report, { ...plain, language: "nl" }).replace(/ +$/gm, ""));
  });

  test("fits 80 columns whatever the names are", () => {
    for (const name of ["a".repeat(300), "lange naam ".repeat(40), "kort"]) {
      expect(widest(runText(named(name), { ...plain, language: "nl" }))).toBeLessThanOrEqual(80);
    }
  });

  test("counts a wide character as two columns and an accent as none", () => {
    const rows = (name: string): string[] =>
      runText(named(name), { ...plain, language: "en" })
        .split("\n")
        .filter((line) => / On track +96,400/.test(line));
    expect(rows("浴室")[0]!.indexOf("●") + 2).toBe(rows("room")[0]!.indexOf("●"));
    expect(rows("e\u0301tage")[0]!.indexOf("●") - 1).toBe(rows("etage")[0]!.indexOf("●"));
    expect(rows("浴".repeat(100))[0]).toMatch(/^ {2}浴{10,20}… +●/);
  });

  test("law: nothing that a user typed reaches the terminal as a control character", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), fc.constantFrom(...languages), (typed, language) => {
        const text = runText(named(`${escape}]0;x\u0007\u202e${typed}`), { ...plain, language });
        expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
      }),
      { numRuns: 50 },
    );
  });

  test("an empty framework says how to begin", () => {
    const empty = reportOf(frameworkOf({}));
    expect(runText({ ...empty, findings: [] }, { ...plain, language: "nl" })).toBe(
      "Er zijn nog geen KPI’s. Begin met één doel dat je klant belangrijk vindt, en één\ngetal dat laat zien of je het haalt.",
    );
  });

  test("a value that could not be computed shows the sentence of its error", () => {
    const [first, ...others] = report.kpis;
    const broken: Report = {
      ...report,
      kpis: [
        {
          ...first!,
          value: null,
          status: "no-data",
          problem: { code: "no-file", sentence: { nl: "Zet het bestand daar neer.", en: "Put the file there." } },
        },
        ...others,
      ],
    };
    expect(runText(broken, { ...plain, language: "en" })).toContain("○ SEA-vertoningen: Put the file there.");
    expect(markdown(broken, { language: "nl", message })).toContain("| Zet het bestand daar neer. |");
  });
});

describe("Markdown", () => {
  test.each(languages)("says the same as before, in %s", async (language) => {
    await expect(markdown(report, { language, message })).toMatchFileSnapshot(`golden/report.${language}.md.txt`);
  });

  test("shows what a user typed as text: no markup, no HTML, no link, no new cell or line", () => {
    const nasty = "<img src=x onerror=alert(1)> | **b** _i_ `c` [t](javascript:x) ![i](http://e.nl)\n# kop & www.e.nl ~~s~~ \\| a@b.nl";
    const text = markdown(named(nasty), { language: "nl", message });
    const row = text.split("\n").find((line) => line.includes("Op koers"))!;
    expect(row.match(/(?<!\\)\|/g)).toHaveLength(9);
    expect(row).toContain(
      "&lt;img src=x onerror=alert(1)&gt; \\| \\*\\*b\\*\\* \\_i\\_ \\`c\\` \\[t\\](javascript:x) \\!\\[i\\](http&#58;//e.nl) \\# kop &amp; www&#46;e.nl \\~\\~s\\~\\~ \\\\\\| a&#64;b.nl",
    );
    expect(text).not.toMatch(/<|https?:\/\/|www\./);
  });

  test("law: the table keeps its shape whatever the names are", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), (typed) => {
        const lines = markdown(named(typed), { language: "en", message }).split("\n");
        const cells = lines.filter((line) => line.startsWith("|")).map((line) => line.replace(/\\[\\|]/g, "").split("|").length - 1);
        expect([...new Set(cells)].toSorted((a, b) => a - b)).toEqual([4, 9]);
      }),
    );
  });
});

function month(number: number, value: number | null, change: Partial<Point> = {}): Point {
  const label = `2026-${String(number).padStart(2, "0")}`;
  return { period: label, from: `${label}-01`, to: `${label}-28`, value, n: 3, complete: true, ...change };
}

describe("helder query", () => {
  const points = [month(8, 12), month(9, 1234.5), month(10, null), month(11, 9, { complete: false })];
  const revenue: Series = { metric: "revenue", unit: "currency", segment: {}, points };

  test("one metric: the newest complete value, a picture, n, and what is not complete", () => {
    expect(queryText({ grain: "month", series: [revenue] }, "nl")).toBe(
      `revenue per maand, 1 aug t/m 28 nov 2026. De laatste complete waarde: € 1.234,50
over sep 2026.

revenue  ▁█·

Periode      revenue  n
───────────────────────
aug 2026     € 12,00  3
sep 2026  € 1.234,50  3
okt 2026           –  3
nov 2026    ◔ € 9,00  3

◔ nog niet compleet`,
    );
    expect(queryText({ grain: "month", series: [revenue] }, "en", { currency: "USD" })).toContain("Sep 2026  $1,234.50  3");
  });

  test("what it is compared with stands beside it, with the change", () => {
    const compared = { ...revenue, points: points.map((point, index) => ({ ...point, compared: index === 0 ? null : 10 })) };
    const text = queryText({ grain: "month", series: [compared] }, "en");
    expect(text).toContain("Period      revenue     Was      Change  n");
    expect(text).toContain("Aug 2026     €12.00       –           –  3");
    expect(text).toContain("Sep 2026  €1,234.50  €10.00  +€1,224.50  3");
    expect(text).toContain("Nov 2026    ◔ €9.00  €10.00      −€1.00  3");
  });

  test("segments are rows, metrics are columns, and what does not fit goes to a table below", () => {
    const metrics = ["revenue", "orders", "a-rather-long-name-for-a-metric", "another-long-name-for-a-metric"];
    const series = ["Delft", null].flatMap((city) =>
      metrics.map((metric): Series => ({ ...revenue, metric, unit: "count", segment: { city } })),
    );
    const text = queryText({ grain: "month", series }, "nl");
    expect(text).toContain("in 8 reeksen");
    expect(text).toContain("Periode   city    revenue  orders  a-rather-long-name-for-a-metric\n");
    expect(text).toContain("Periode   city    another-long-name-for-a-metric\n");
    expect(text).toContain("sep 2026  (leeg)    1.235   1.235");
    expect(widest(text)).toBeLessThanOrEqual(80);
  });

  test("a total is named in words, and nothing asked for is said so", () => {
    const total: Point = { period: "total", from: "2026-01-01", to: "2026-03-31", value: 5, n: 5, complete: true };
    expect(queryText({ grain: "total", series: [{ ...revenue, unit: "count", points: [total] }] }, "en")).toBe(
      "revenue in total, 1 Jan to 31 Mar 2026. The newest complete value: 5 for 1 Jan\nto 31 Mar 2026.\n\nPeriod  revenue  n\n──────────────────\ntotal         5  5",
    );
    expect(queryText({ grain: "month", series: [] }, "nl")).toBe("Er zijn geen waarden. Laad gegevens of kies een andere periode.");
    expect(queryText({ grain: "month", series: [{ ...revenue, points: [] }] }, "en")).toMatch(/^There are no values\./);
  });

  test("a segment's value cannot steer the terminal, and a long answer is no problem", () => {
    const hostile: Series = { ...revenue, segment: { [`col\u001b[2J`]: `\u001b[31m\nx\u202e` } };
    expect(queryText({ grain: "month", series: [hostile] }, "nl").replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    const many = Array.from({ length: 20_000 }, (_, index): Point => ({
      ...month(1, index),
      period: `2026-01-01..${index}`,
      to: "2026-01-31",
    }));
    expect(queryText({ grain: "day", series: [{ ...revenue, points: many }] }, "nl").split("\n").length).toBeGreaterThan(20_000);
  });
});

describe("helder load", () => {
  const orders = {
    id: "orders",
    rows: 12_345,
    rejected: 3,
    rejects: ".helder/rejects/orders.csv",
    from: "2024-01-01",
    to: "2026-11-21",
    seconds: 1.23,
    skipped: false,
  };

  test("a sentence, a table, and where the refused lines are", () => {
    const idle = { id: "survey", rows: 5, rejected: 0, rejects: null, from: null, to: null, seconds: 0, skipped: true };
    expect(loadText([orders, idle], "nl")).toBe(
      `Eén dataset geladen: 12.345 rijen. 3 regels zijn geweigerd en bewaard.

Dataset   Rijen  Geweigerd         Van   Tot en met  Seconden
─────────────────────────────────────────────────────────────
orders   12.345          3  1 jan 2024  21 nov 2026       1,2
survey        5          0           –            –         –

Geweigerd:
  orders: .helder/rejects/orders.csv`,
    );
    expect(loadText([{ ...orders, erased: 3, expired: 1_200 }], "nl").replace(/\s+/g, " ")).toContain(
      "3 van verwijderde personen weggelaten. 1.200 weggelaten omdat de bewaartermijn voorbij is.",
    );
    expect(loadText([idle], "en")).toMatch(/^Nothing has changed; everything was loaded already\.\n/);
    expect(loadText([], "en")).toBe("There are no datasets yet. Put one in your workspace under datasets, with its\nfile.");
  });
});
