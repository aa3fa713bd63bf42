import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { periodsBetween } from "../../src/calendar/index.ts";
import { check, type History, historyKey, keepHistory, keptHistory, message, type PeriodValue } from "../../src/check/index.ts";
import { parse } from "../../src/workspace/index.ts";
import { parsedAt } from "../examples/example.ts";

const data = "datasets: [{id: orders, file: o.csv, time: day}]\n";
const count = "type: count, dataset: orders";

function parsed(text: string) {
  const { framework, findings, sources } = parse([
    { path: "a.yaml", text },
    { path: "helder.yaml", text: "helder: 1\nname: Proef\n" },
  ]);
  return { framework: framework!, findings, sources };
}

function doubts(text: string, history?: History, today = "2026-11-22") {
  const { findings } = check({ ...parsed(text), today, ...(history ? { history } : {}) });
  return findings.filter(({ code, params }) => code === "target-unrealistic" && params["reason"] === "beyond-history");
}

/** A KPI of the last quarter of 2026, on a metric of which each month of a year had the same value. */
const aiming = (value: string, metric = count, rest = "") =>
  `${data}metrics: [{id: m, ${metric}}]\nkpis: [{id: k, metric: m, target: {value: ${value}, from: 2026-10-01, to: 2026-12-31}${rest}}]`;

/** Months from January of the first year on; a value a year. */
function monthly(first: number, ...values: readonly number[]): readonly PeriodValue[] {
  return values.flatMap((value, index) =>
    periodsBetween(`${first + index}-01-01`, `${first + index}-12-31`, "month", "01-01").map(({ from, to }) => ({
      from,
      to,
      value,
      n: 10,
    })),
  );
}
const known = (points: readonly PeriodValue[]): History => new Map([[historyKey("m", "monthly"), points]]);

describe("a target beyond the best step from one year to the next", () => {
  test("is doubted, with what the best step leads to", () => {
    // 300, 330, 363 a quarter: each year a tenth more, so 399.3 is what the best step makes of it.
    const history = known(monthly(2023, 100, 110, 121));
    expect(doubts(aiming("420"), history)).toMatchObject([
      { on: "k", severity: "warning", params: { reason: "beyond-history", before: 363, limit: 399.3, years: 3 } },
    ]);
    expect(doubts(aiming("400"), history)).toEqual([]);
  });

  test("says so in both languages, and what to do", () => {
    const [finding] = doubts(aiming("420"), known(monthly(2023, 100, 110, 121)));
    expect(message(finding!, "nl")).toBe(
      "Het doel van “k” (420) vraagt een grotere stap dan in de afgelopen 3 jaar is gezet: een jaar eerder was het ongeveer 363, en met de beste stap tot nu toe kom je op 399,3. Schrijf bij “because” waarom het nu wel kan, of kies een kleinere stap.",
    );
    expect(message(finding!, "en")).toContain("the best step so far leads to 399.3. Write in “because” why it can be done now");
  });

  test("is let be with a reason, once it is over, and where there is no history of two years", () => {
    const history = known(monthly(2023, 100, 110, 121));
    expect(doubts(aiming("420", count, ", because: Een tweede winkel opent in november."), history)).toEqual([]);
    expect(doubts(aiming("420"), history, "2027-01-01")).toEqual([]);
    expect(doubts(aiming("420"))).toEqual([]);
    expect(doubts(aiming("420"), known(monthly(2025, 121)))).toEqual([]);
    // A gap of a year ends the history there.
    expect(doubts(aiming("420"), known([...monthly(2023, 100), ...monthly(2025, 121)]))).toEqual([]);
  });

  test("counts percentages in points, and down as down", () => {
    const share = "type: share, dataset: orders, of: late = 1";
    const history = known(monthly(2023, 0.2, 0.22, 0.23));
    expect(doubts(aiming("25 %", share), history)).toEqual([]);
    expect(doubts(aiming("26 %", share), history)).toMatchObject([{ params: { limit: 0.25, before: 0.23, percentage: true } }]);
    const falling = known(monthly(2023, 0.3, 0.28, 0.27));
    expect(doubts(aiming("25 %", share, ", direction: down"), falling)).toEqual([]);
    expect(doubts(aiming("22 %", share, ", direction: down"), falling)).toMatchObject([{ params: { limit: 0.25, before: 0.27 } }]);
  });

  test("takes to keep what there is for within reach, also where it only became worse", () => {
    const history = known(monthly(2023, 121, 110, 100));
    expect(doubts(aiming("300"), history)).toEqual([]);
    expect(doubts(aiming("330"), history)).toMatchObject([{ params: { limit: 300, before: 300 } }]);
  });

  test("measures the years as the target is measured", () => {
    const average = `${data}metrics: [{id: m, type: average, dataset: orders, of: x}]\nkpis: [{id: k, metric: m, target: {value: 30, from: 2026-10-01, to: 2026-12-31, measured: total}}]`;
    const quarter = (year: number, values: readonly (readonly [number, number])[]) =>
      values.map(([value, n], index) => {
        const from = `${year}-${10 + index}-01`;
        return { ...periodsBetween(from, from, "month", "01-01")[0]!, value, n };
      });
    // Together (10·1 + 40·3) / 4 = 32.5, however much the mean of the two months is less.
    const history = known([
      ...quarter(2024, [
        [10, 1],
        [40, 2],
        [40, 1],
      ]),
      ...quarter(2025, [
        [10, 2],
        [20, 1],
        [20, 1],
      ]),
    ]);
    expect(doubts(average, history)).toMatchObject([{ params: { before: 15, limit: 15 } }]);
    // What distinct customers were over a quarter does not follow from its months.
    const distinct = average.replace("average", "count-distinct");
    expect(doubts(distinct, history)).toEqual([]);
  });

  test("fills up weeks that do not quite fill a quarter", () => {
    const weeks = periodsBetween("2024-01-01", "2026-09-27", "week", "01-01").map(({ from, to }) => ({ from, to, value: 7, n: 7 }));
    const text = aiming("100", count, ", cadence: weekly");
    expect(doubts(text, new Map([[historyKey("m", "weekly"), weeks]]))).toMatchObject([{ params: { before: 92, limit: 92 } }]);
    expect(doubts(text, known(weeks))).toEqual([]);
  });

  test("reads numbers that people noted from the text itself", () => {
    const noted = [7, 7.1, 7.2].map((value, index) => {
      const year = 2023 + index;
      return `{from: ${year}-10-01, to: ${year}-12-31, value: ${value}}, {from: ${year}-12-01, to: ${year}-12-01, value: 3}`;
    });
    const metric = `type: observed, series: [${noted.join(", ")}]`;
    expect(doubts(aiming("7.3", metric))).toEqual([]);
    expect(doubts(aiming("8", metric))).toMatchObject([{ params: { before: 7.2, years: 3 } }]);
  });

  test("the larger a target is, the sooner it is doubted", () => {
    const value = fc.integer({ min: 1, max: 1000 });
    fc.assert(
      fc.property(fc.array(value, { minLength: 3, maxLength: 3 }), value, value, ([a, b, c], one, other) => {
        const history = known(monthly(2023, a!, b!, c!));
        const [low, high] = one < other ? [one, other] : [other, one];
        if (doubts(aiming(String(low)), history).length > 0) expect(doubts(aiming(String(high)), history)).toHaveLength(1);
      }),
      { numRuns: 50 },
    );
  });
});

describe("a target beyond what the periods before it foresee", () => {
  const foreseen = (text: string, history: History, today = "2026-11-22") => {
    const { findings } = check({ ...parsed(text), today, history });
    return findings.filter(({ code, params }) => code === "target-unrealistic" && params["reason"] === "beyond-forecast");
  };
  /** Fifteen months around 100: too short for two years to be compared. */
  const short = periodsBetween("2025-07-01", "2026-09-30", "month", "01-01").map(({ from, to }, index) => ({
    from,
    to,
    value: 100 + [4, -7, 2, 6, -5][index % 5]!,
    n: null,
  }));

  test("is doubted with the most that may be expected, and not below it", () => {
    const [doubt] = foreseen(aiming("420"), known(short));
    expect(doubt).toMatchObject({ on: "k", severity: "warning" });
    const limit = doubt!.params["limit"] as number;
    expect(limit).toBeGreaterThan(300);
    expect(limit).toBeLessThan(400);
    expect(foreseen(aiming(String(limit)), known(short))).toEqual([]);
    expect(message(doubt!, "nl")).toMatch(
      /^Het doel van “k” \(420\) ligt buiten wat de cijfers van vóór het doel voorspellen: met 99 % zekerheid kom je niet verder dan 3\d\d,?\d*\. /,
    );
    expect(message(doubt!, "en")).toContain("Write in “because” what changes, or take a smaller step.");
  });

  test("measured as the target is, and down as down", () => {
    const average = (value: string) => aiming(value).replace("2026-12-31}", "2026-12-31, measured: average}");
    expect(foreseen(average("140"), known(short))).toHaveLength(1);
    expect(foreseen(average("103"), known(short))).toEqual([]);
    const last = (value: string) => aiming(value, "type: average, dataset: orders, of: x", ", direction: down");
    expect(foreseen(last("60"), known(short))).toHaveLength(1);
    expect(foreseen(last("96"), known(short))).toEqual([]);
  });

  test("from what was known when the target began: later values change nothing", () => {
    const later = periodsBetween("2026-10-01", "2026-10-31", "month", "01-01").map(({ from, to }) => ({ from, to, value: 300, n: null }));
    expect(foreseen(aiming("420"), known([...short, ...later]))).toEqual(foreseen(aiming("420"), known(short)));
  });

  test("is let be with a reason, once it is over, with few values and where nothing ever moved", () => {
    expect(foreseen(aiming("420", count, ", because: Een tweede winkel opent in november."), known(short))).toEqual([]);
    expect(foreseen(aiming("420"), known(short), "2027-01-01")).toEqual([]);
    expect(foreseen(aiming("420"), known(short.slice(-7)))).toEqual([]);
    expect(foreseen(aiming("420"), known(short.map((point) => ({ ...point, value: 100 }))))).toEqual([]);
    expect(
      foreseen(
        aiming("420", "type: count-distinct, dataset: orders, of: c", ", direction: up").replace("12-31}", "12-31, measured: total}"),
        known(short),
      ),
    ).toEqual([]);
  });

  test("notes of other stretches than whole periods are not taken for periods", () => {
    const quarters = periodsBetween("2023-01-01", "2026-09-30", "quarter", "01-01").map(({ from, to }, index) => ({
      from,
      to,
      value: 300 + (index % 3),
      n: null,
    }));
    expect(foreseen(aiming("900"), known(quarters))).toEqual([]);
  });
});

test("in the bathroom shop, 400 bathrooms are doubted by the years before and 250 are not", () => {
  const history: History = new Map([[historyKey("bathrooms-sold", "monthly"), monthly(2024, 60, 75)]]);
  const { framework, findings, sources } = parsedAt("badkamerwinkel", "nl", "2026-11-22");
  const found = (value: number) => {
    const kpis = framework.kpis.map((kpi) =>
      kpi.id === "bathrooms-sold" ? { ...kpi, because: undefined, target: { ...kpi.target!, value } } : kpi,
    );
    const all = check({ framework: { ...framework, kpis }, findings, sources, today: "2026-11-22", history }).findings;
    return all.filter(({ code }) => code === "target-unrealistic").map(({ on }) => on);
  };
  expect(found(250)).toEqual([]);
  expect(found(400)).toEqual(["bathrooms-sold"]);
});

describe("what a run keeps for check", () => {
  const directory = mkdtempSync(join(tmpdir(), "helder-history-"));
  const file = join(directory, ".helder", "history.json");
  mkdirSync(join(directory, ".helder"));
  afterAll(() => rmSync(directory, { recursive: true, force: true }));
  const text = aiming("420");
  const history = known(monthly(2023, 100, 110.5));

  test("is read back as it was", async () => {
    const { framework } = parsed(text);
    await keepHistory(directory, framework, history);
    expect(await keptHistory(directory, framework)).toEqual(history);
  });

  test("still counts when only words changed, and no longer when the definition did", async () => {
    await keepHistory(directory, parsed(text).framework, history);
    const kept = async (changed: string) => (await keptHistory(directory, parsed(changed).framework)).size;
    expect(await kept(text.replace("id: m,", "id: m, name: Bestellingen,"))).toBe(1);
    expect(await kept(text.replace("value: 420", "value: 500"))).toBe(1);
    expect(await kept(text.replace("dataset: orders}", "dataset: orders, where: late = 1}"))).toBe(0);
    expect(await kept(text.replace("time: day", "time: day, where: late = 1"))).toBe(0);
    expect(await kept(text.replace("dataset: orders}", "dataset: nowhere}"))).toBe(0);
  });

  test("is nothing where the file is missing, broken, strange or of another version", async () => {
    const { framework } = parsed(text);
    await keepHistory(directory, framework, history);
    const sound = readFileSync(file, "utf8");
    rmSync(file);
    expect(await keptHistory(directory, framework)).toEqual(new Map());
    for (const broken of [
      sound.slice(0, -20),
      "",
      "[]",
      "null",
      sound.replace('"version":1', '"version":2'),
      sound.replace("2023-01-01", "2023-01-32"),
      sound.replace('"2023-01-31",100', '"2023-01-31","100"'),
      sound.replace('"points":[', '"points":[[],'),
    ]) {
      writeFileSync(file, broken);
      expect(await keptHistory(directory, framework), broken.slice(0, 80)).toEqual(new Map());
    }
  });

  test("that cannot be written fails nothing", async () => {
    await keepHistory(join(directory, "nowhere"), parsed(text).framework, history);
    expect(await keptHistory(join(directory, "nowhere"), parsed(text).framework)).toEqual(new Map());
  });
});
