import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { addDays, addMonths, type Day, daysBetween } from "../../src/calendar/index.ts";
import { type Framework, isTyped } from "../../src/framework/index.ts";
import { parse, quartersBetween, shiftDates } from "../../src/workspace/index.ts";
import { readCsv, type Row, simulatedTexts } from "../simulate/rows.ts";

const folder = fileURLToPath(new URL("../../examples/badkamerwinkel/", import.meta.url));
const writtenFor = "2026-10-01";

function frameworkAt(today: Day): Framework {
  const quarters = quartersBetween(writtenFor, today);
  const files = readdirSync(folder).map((path) => ({ path, text: shiftDates(readFileSync(folder + path, "utf8"), quarters) }));
  const { framework, findings } = parse(files);
  expect(findings).toEqual([]);
  return framework!;
}

describe("the framework", () => {
  const framework = frameworkAt(writtenFor);
  const measuring = (id: string) => framework.kpis.filter((kpi) => kpi.measures === id);

  test("has no findings in whatever quarter its dates are moved to", () => {
    for (const today of ["2024-02-29", "2026-02-10", "2027-05-30", "2031-07-01"]) {
      const moved = frameworkAt(today);
      for (const { id, target, baseline, agreedOn } of [...moved.kpis, ...moved.cpis]) {
        expect(target!.from! <= today && today <= target!.to!, id).toBe(true);
        if (typeof baseline !== "object") throw new Error(`baseline of ${id}`);
        expect(addMonths(baseline.from!, 12), id).toBe(target!.from);
        expect(agreedOn! < target!.from!, id).toBe(true);
      }
    }
  });

  test("fits its budget, and each objective has its gauge", () => {
    expect(framework.kpis).toHaveLength(framework.settings.kpiBudget);
    expect(framework.settings.superKpi).toBe("first-order-retention");
    for (const { id } of framework.objectives) expect(measuring(id), id).toHaveLength(1);
  });

  test("every interaction is measured and every phase has an experience indicator and two KPIs or more", () => {
    const phaseOf = new Map(framework.interactions.map(({ id, phase }) => [id, phase!]));
    for (const { id, wants, does, serves, for: audience } of framework.interactions) {
      expect(measuring(id).length + framework.cpis.filter((cpi) => cpi.interaction === id).length, id).toBeGreaterThan(0);
      expect(wants && does && serves.length > 0 && audience.length > 0, id).toBe(true);
    }
    const phasesOf = (measured: string): string[] => {
      const own = phaseOf.get(measured);
      if (own) return [own];
      const objectives = framework.objectives
        .filter(({ id, supports }) => id === measured || supports.some(({ goal }) => goal === measured))
        .map(({ id }) => id);
      const below = framework.interactions.filter(({ serves }) => serves.some(({ objective }) => objectives.includes(objective)));
      return [...new Set(below.map(({ phase }) => phase!))];
    };
    const kpis = framework.kpis.map(({ id, measures }) => [id, phasesOf(measures!)] as const);
    for (const [id, phases] of kpis) expect(phases, id).toHaveLength(1);
    const perPhase = ["see", "think", "do", "care"].map((phase) => kpis.filter(([, [one]]) => one === phase).length);
    expect(perPhase).toEqual([3, 2, 2, 2]);
    expect(framework.cpis.map(({ interaction }) => phaseOf.get(interaction!))).toEqual(["see", "think", "do", "care"]);
    for (const { id } of framework.goals) {
      expect(framework.objectives.some(({ supports }) => supports.some(({ goal, effect }) => goal === id && effect === "helps")), id).toBe(true);
    }
  });

  test("every KPI and CPI says how much, why, who and what to do", () => {
    for (const one of [...framework.kpis, ...framework.cpis]) {
      expect(one.agreedBy?.length && one.because && one.owner && one.metric && one.direction, one.id).toBeTruthy();
      expect(one.actions.length, one.id).toBeGreaterThan(1);
      expect(one.actions.every(({ when, who }) => when && who), one.id).toBe(true);
      if (typeof one.baseline !== "object") throw new Error(`baseline of ${one.id}`);
      expect(one.baseline.value, one.id).not.toBe(one.target!.value);
    }
    for (const kpi of framework.kpis) expect(kpi.guardrail.length > 0 && kpi.side && kpi.timing, kpi.id).toBeTruthy();
    expect(new Set(framework.kpis.map(({ timing }) => timing))).toEqual(new Set(["leading", "lagging"]));
    for (const { id, outcome, increment, evidence } of framework.cpis) {
      expect(outcome && increment, id).toBeTruthy();
      expect(evidence.some(({ method, customers, on }) => method === "contextual-inquiry" && customers! > 4 && on), id).toBe(true);
    }
  });

  test("each KPI that leads to another helps the super-KPI in the end; links run in no circle", () => {
    const reach = (from: string, seen: readonly string[] = []): boolean => {
      expect(seen).not.toContain(from);
      if (from === framework.settings.superKpi) return true;
      const next = framework.links.filter((link) => link.from === from && link.effect === "helps");
      return next.map(({ to }) => reach(to, [...seen, from])).some(Boolean);
    };
    for (const { id } of [...framework.kpis, ...framework.cpis]) expect(reach(id), id).toBe(true);
    for (const { id, because } of framework.links) expect(because, id).toBeTruthy();
  });

  test("scorecards add up to one, hold a CPI, and only CPIs whose link was put to the test", () => {
    const tested = new Set(framework.experiments.flatMap(({ tests }) => tests));
    const proven = new Set(framework.links.filter(({ id }) => tested.has(id)).map(({ from }) => from));
    for (const { id, scorecard } of framework.teams) {
      expect(scorecard.reduce((sum, { weight }) => sum + weight, 0), id).toBeCloseTo(1, 12);
      const cpis = scorecard.flatMap(({ cpi }) => (cpi ? [cpi] : []));
      expect(cpis.length, id).toBeGreaterThan(0);
      expect(cpis.every((cpi) => proven.has(cpi)), id).toBe(true);
    }
    const known = new Set([...framework.teams, ...framework.stakeholders].map(({ id }) => id));
    for (const { owner, agreedBy, actions } of [...framework.kpis, ...framework.cpis]) {
      for (const name of [owner!, ...agreedBy!, ...actions.map(({ who }) => who!)]) expect(known.has(name), name).toBe(true);
    }
  });

  test("every metric is used", () => {
    const used = new Set<string>();
    const use = (id: string): void => {
      const metric = framework.metrics.find((one) => one.id === id);
      if (!metric || used.has(id)) return;
      used.add(id);
      if (!isTyped(metric)) return;
      if (metric.type === "ratio") for (const part of [metric.numerator, metric.denominator]) use(part);
      if (metric.type === "formula") for (const part of metric.formula.match(/[a-z-]+/g) ?? []) use(part);
    };
    for (const { metric, guardrail } of [...framework.kpis, ...framework.cpis]) for (const id of [metric!, ...guardrail]) use(id);
    for (const { metrics, guardrails } of framework.experiments) for (const id of [...metrics, ...guardrails]) use(id);
    expect(framework.metrics.map(({ id }) => id).filter((id) => !used.has(id))).toEqual([]);
  });
});

/** Everything the framework measures from `from` to `to`, counted by plain loops over the files. */
function values(texts: ReadonlyMap<string, string>, from: Day, to: Day): Record<string, number> {
  const rows = (name: string, column: string): Row[] => readCsv(texts.get(`data/${name}.csv`)!, { column, from, to });
  const sum = (of: readonly Row[], column: string): number => of.reduce((total, row) => total + Number(row[column]), 0);
  const part = (of: readonly Row[], yes: (row: Row) => boolean): number => of.filter(yes).length / of.length;
  const quantile = (numbers: readonly number[], p: number): number => {
    const sorted = numbers.toSorted((one, other) => one - other);
    const place = (sorted.length - 1) * p;
    const low = sorted[Math.floor(place)]!;
    return low + (place % 1) * ((sorted[Math.ceil(place)] ?? low) - low);
  };
  const visits = rows("visits", "date");
  const quotes = rows("quotes", "started_at").filter((row) => row["status"] !== "duplicate");
  const lines = [...new Map(rows("order-lines", "ordered_at").map((row) => [row["line_id"], row])).values()].filter(
    (row) => row["status"] !== "cancelled",
  );
  const decoration = lines.filter(
    (row) =>
      row["category"] === "decoration" &&
      row["after_bathroom"] === "yes" &&
      daysBetween(row["customer_since"]!, row["ordered_at"]!.slice(0, 10)) <= 180,
  );
  const deliveries = rows("deliveries", "delivered_on");
  return {
    "sea-impressions": sum(rows("ads", "date").filter((row) => row["channel"] === "sea"), "impressions"),
    "new-visitors": sum(visits.filter((row) => row["visitor_type"] === "new"), "visitors"),
    "returning-visitors": sum(visits.filter((row) => row["visitor_type"] === "returning"), "visitors"),
    "time-on-site": sum(visits, "seconds") / sum(visits, "visitors"),
    "whitepaper-downloads": rows("downloads", "downloaded_at").filter((row) => row["document"] === "guide").length,
    "quote-requests": quotes.filter((row) => row["requested_at"] !== "").length,
    "bathrooms-sold": sum(lines.filter((row) => row["category"] === "bathroom"), "quantity"),
    "extra-decoration": new Set(decoration.map((row) => row["customer_id"])).size,
    "instant-page": quantile(rows("page-speed", "measured_at").map((row) => Number(row["load_seconds"])), 0.75),
    fits: part(deliveries.filter((row) => row["size_error"] !== ""), (row) => row["size_error"] === "no"),
    "quick-quote": quantile(quotes.filter((row) => row["lead_minutes"] !== "").map((row) => Number(row["lead_minutes"])), 0.5),
    undamaged: part(deliveries.filter((row) => row["damaged"] !== ""), (row) => row["damaged"] === "no"),
  };
}

/** Share of the customers whose 60 days end from `from` to `to` that came back within them. */
function retention(texts: ReadonlyMap<string, string>, from: Day, to: Day): number {
  const settled = readCsv(texts.get("data/customers.csv")!, { column: "first_ordered_on", from: addDays(from, -60), to: addDays(to, -60) });
  return (
    settled.filter((row) => row["second_ordered_on"] !== "" && daysBetween(row["first_ordered_on"]!, row["second_ordered_on"]!) <= 60).length /
    settled.length
  );
}

const made = new Map<string, Map<string, string>>();

/** The files of a day and seed, made once. */
function textsOf(today: Day, seed: number): Map<string, string> {
  const name = `${today} ${seed}`;
  if (!made.has(name)) made.set(name, simulatedTexts({ seed, today }));
  return made.get(name)!;
}

/** The status of each indicator on `today` by the rule of `run` for a target that is under way, from the counted values. */
function statuses(today: Day, seed: number): Record<string, string> {
  const framework = frameworkAt(today);
  const texts = textsOf(today, seed);
  const start = framework.kpis[0]!.target!.from!;
  const counted = values(texts, start, today);
  const months = [0, 1, 2].map((count) => addMonths(start, count));
  const ended = months.filter((month) => addDays(addMonths(month, 1), -1) < today);
  const last = ended.at(-1);
  if (last) counted["first-order-retention"] = retention(texts, last, addDays(addMonths(last, 1), -1));

  const totals = ["sea-impressions", "new-visitors", "returning-visitors", "whitepaper-downloads", "quote-requests", "bathrooms-sold", "extra-decoration"];
  return Object.fromEntries(
    [...framework.kpis, ...framework.cpis].map(({ id, cadence, target, baseline, direction }) => {
      const { value: goal, from, to, plan } = target!;
      if (cadence === "monthly" && !last) return [id, "immature"];
      const value = counted[id]!;
      const passed = daysBetween(from!, today) + 1;
      const length = daysBetween(from!, to!) + 1;
      let expected: number;
      if (!totals.includes(id)) {
        const base = (baseline as { value: number }).value;
        expected = plan ? plan[ended.length - 1]! : base + ((goal - base) * (passed - 1)) / (length - 1);
      } else {
        if (value >= goal) return [id, "achieved"];
        expected = (goal * passed) / length;
        if (plan) {
          expected = 0;
          for (const [index, month] of months.entries()) {
            const days = daysBetween(month, addMonths(month, 1));
            expected += (plan[index]! * Math.max(0, Math.min(days, daysBetween(month, today) + 1))) / days;
          }
        }
      }
      const ratio = direction === "down" ? expected / value : value / expected;
      return [id, ratio >= 1 ? "on-track" : ratio >= 0.9 ? "at-risk" : "behind"];
    }),
  );
}

const drawn = {
  "sea-impressions": "on-track",
  "new-visitors": "on-track",
  "time-on-site": "on-track",
  "returning-visitors": "at-risk",
  "whitepaper-downloads": "achieved",
  "quote-requests": "behind",
  "bathrooms-sold": "on-track",
  "extra-decoration": "on-track",
  "first-order-retention": "at-risk",
  "instant-page": "on-track",
  fits: "on-track",
  "quick-quote": "behind",
  undamaged: "at-risk",
};

describe("the story that the data tell", () => {
  test.each([
    ["2026-11-22", 20_261_001],
    ["2026-02-10", 20_261_001],
    ["2027-05-30", 20_261_001],
    ["2025-08-18", 2],
  ])("half-way a quarter it is the same: %s, seed %i", (today, seed) => {
    expect(statuses(today, seed)).toEqual(drawn);
  });

  test("in the first weeks the months are immature and the new form has not come yet", () => {
    const early = statuses("2027-01-11", 20_261_001);
    expect(early["bathrooms-sold"]).toBe("immature");
    expect(early["first-order-retention"]).toBe("immature");
    expect(early["quote-requests"]).not.toBe("behind");
    expect(early["quick-quote"]).not.toBe("behind");
    expect(early["sea-impressions"]).toBe("on-track");
  });

  test("a baseline is what the data say of the same quarter a year earlier", () => {
    const today = "2026-11-22";
    const texts = textsOf(today, 20_261_001);
    const framework = frameworkAt(today);
    const { from, to } = framework.kpis[0]!.baseline as { from: Day; to: Day };
    const counted: Record<string, number> = { ...values(texts, from, to), "first-order-retention": retention(texts, from, to) };
    for (const { id, baseline } of [...framework.kpis, ...framework.cpis]) {
      const measured = counted[id]! / (baseline as { value: number }).value;
      expect(Math.abs(measured - 1), `${id}: ${counted[id]}`).toBeLessThan(0.06);
    }
  });
});
