import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { addDays, type Day, periodOf } from "../../src/calendar/index.ts";
import { evidenceOf, type LinkEvidence, openLocalEngine } from "../../src/engine/index.ts";
import { analyse, verdictsOf } from "../../src/engine/experiment.ts";
import type { Work } from "../../src/engine/work.ts";
import { linkStates, withVerdicts } from "../../src/framework/index.ts";
import { ask, sampleSize } from "../../src/statistics/index.ts";
import { parse } from "../../src/workspace/index.ts";
import { type Business, businessOf, csvOf, experimentStart, isTrue, lastAssigned, type Visit, visitsOf, yamlOf } from "./businesses.ts";

/** `HELDER_RUNS=1000` simulates as many businesses. */
const runs = Number(process.env["HELDER_RUNS"] ?? 100);

interface Sums {
  n: number;
  sum: number;
  sumSquares?: number;
}

function add(sums: Sums, { kpi }: Business, { bought, spent }: Visit): void {
  const value = kpi === "share" ? Number(bought) : spent;
  sums.n += 1;
  sums.sum += value;
  if (kpi === "sum") sums.sumSquares = (sums.sumSquares ?? 0) + value * value;
}

/** As `helder plan-experiment` sizes a test from the history. */
function planned(business: Business, history: readonly Visit[]): number {
  const sums: Sums = { n: 0, sum: 0 };
  // Half a year, of customers whose window is over.
  for (const visit of history) if (visit.day >= addDays(experimentStart, -183)) add(sums, business, visit);
  const mean = sums.sum / sums.n;
  const variance = sums.sumSquares === undefined ? {} : spread(sums.sumSquares / sums.n - mean * mean, 1 + business.lift);
  const sequential = business.design === "sequential" ? { sequential: { tuning: 5_000 } } : {};
  return ask(sampleSize, { baseline: mean, ...variance, effect: business.lift, alpha: 0.05, power: 0.8, ...sequential }).total;
}

/** As `helder plan-experiment` takes it: who brings so much more differs as much more. */
function spread(variance: number, growth: number): { variance: number; treatmentVariance: number } {
  return { variance, treatmentVariance: variance * growth * growth };
}

interface Arms {
  readonly control: Sums;
  readonly treatment: Sums;
}

/** What experiments on these sums say on a day. */
async function said(business: Business, arms: readonly Arms[], end: Day | null, asOf: Day) {
  const framework = parse([{ path: "helder.yaml", text: yamlOf(business, end, arms) }]).framework!;
  const experiments = [];
  for (const one of framework.experiments) {
    const found = await analyse({ framework } as Work, { datasets: new Map() } as never, one, asOf);
    experiments.push({ ...found, data: "", links: found.links.map((link) => ({ ...link, redefined: null })) });
  }
  return { framework, experiments, links: linkStates(withVerdicts(framework, verdictsOf(experiments), asOf)) };
}

/** Sums per arm of each experiment, to which visits are added. */
function armsOf(business: Business): { readonly arms: readonly Arms[]; see(visit: Visit): void } {
  const arms = business.ties.map((): Arms => ({ control: { n: 0, sum: 0 }, treatment: { n: 0, sum: 0 } }));
  return {
    arms,
    see(visit) {
      for (const [at, moved] of (visit.treated ?? []).entries()) add(arms[at]![moved ? "treatment" : "control"], business, visit);
    },
  };
}

const weeks = new Map<Day, string>();
function weekOf(day: Day): string {
  let label = weeks.get(day);
  if (label === undefined) weeks.set(day, (label = periodOf(day, "week", "01-01").label));
  return label;
}

/** What the weekly series of KPI and CPIs are. */
function gaugesOf(business: Business, visits: readonly Visit[]): Parameters<typeof evidenceOf>[2] {
  const weeks = new Map<string, { n: number; sold: number; given: number[] }>();
  for (const { day, bought, spent, given } of visits) {
    const label = weekOf(day);
    let week = weeks.get(label);
    if (week === undefined) weeks.set(label, (week = { n: 0, sold: 0, given: given.map(() => 0) }));
    week.n += 1;
    week.sold += business.kpi === "share" ? Number(bought) : spent;
    for (const [at, value] of given.entries()) week.given[at]! += value;
  }
  const gauge = (id: string, value: (week: { n: number; sold: number; given: number[] }) => number) => ({
    id,
    cadence: "weekly" as const,
    series: [...weeks].map(([period, week]) => ({ period, from: "", to: "", n: week.n, value: value(week), complete: true })),
  });
  return {
    kpis: [gauge("sales", ({ n, sold }) => (business.kpi === "share" ? sold / n : sold))],
    cpis: business.ties.map((_, at) => gauge(`cpi${at}`, ({ given }) => given[at]!)),
  };
}

interface Found {
  readonly business: Business;
  /** the evidence before any experiment */
  readonly before: readonly LinkEvidence[];
  /** of each link whether it was called supported at the end, or at any look where the design allows looking */
  readonly supported: readonly boolean[];
}

async function lived(seed: number): Promise<Found> {
  const business = businessOf(seed);
  const history = visitsOf(business, 0);
  const yesterday = addDays(experimentStart, -1);
  const { framework, ...nothing } = await said(business, [], null, yesterday);
  const before = evidenceOf(framework, nothing, gaugesOf(business, history), null);
  const visits = visitsOf(business, planned(business, history));
  const end = lastAssigned(visits);
  const { arms, see } = armsOf(business);
  const supported = business.ties.map(() => false);
  const tested = visits.filter(({ treated }) => treated !== null);
  for (const [index, visit] of tested.entries()) {
    see(visit);
    const isLast = index + 1 === tested.length;
    if (!isLast && (business.design !== "sequential" || tested[index + 1]!.day === visit.day)) continue;
    const { links } = await said(business, arms, end, isLast ? addDays(end, 2) : visit.day);
    for (const [at, { status }] of links.entries()) supported[at] ||= status === "supported";
  }
  return { business, before, supported };
}

test("a link is supported only where an experiment shows what is true", { timeout: 20_000 + runs * 6_000 }, async () => {
  let [wrong, untrue, found, associated] = [0, 0, 0, 0];
  for (let seed = 1; seed <= runs; seed += 1) {
    const { business, before, supported } = await lived(seed);
    expect(before.map(({ status }) => status)).toEqual(business.ties.map(() => "hypothesis"));
    if (supported[0]) found += 1;
    for (const [at, tie] of business.ties.entries()) {
      if (isTrue(tie)) continue;
      untrue += 1;
      if (supported[at]) wrong += 1;
      if (before[at]!.association!.strongest !== null) associated += 1;
    }
  }
  // Many of the links that are not true move together in time; else nothing would be shown by their staying hypotheses.
  expect(associated).toBeGreaterThan(untrue / 4);
  expect(wrong / untrue).toBeLessThanOrEqual(0.05);
  expect(found / runs).toBeGreaterThanOrEqual(0.8);
});

test.each(["fixed", "open", "sequential"] as const)("the same from rows, looked at every day: %s", { timeout: 120_000 }, async (design) => {
  const seed = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].find((one) => businessOf(one).design === design)!;
  const business = businessOf(seed);
  const directory = await mkdtemp(join(tmpdir(), "helder-business-"));
  const engine = openLocalEngine(directory);
  const write = async (visits: readonly Visit[], end: Day | null) => {
    await writeFile(join(directory, "helder.yaml"), yamlOf(business, end, null));
    await writeFile(join(directory, "visits.csv"), csvOf(visits));
  };
  try {
    const history = visitsOf(business, 0);
    // Registered before it begins, as its window tells how the history is read.
    await write(history, addDays(experimentStart, 30));
    const plan = await engine.planExperiment({ link: "l0", minimumEffect: business.lift, alpha: null, power: null, asOf: experimentStart });
    const size = plan[design === "sequential" ? "sequential" : "fixed"].total;
    expect(Math.abs(size / planned(business, history) - 1)).toBeLessThan(0.02);

    const visits = visitsOf(business, size);
    const end = lastAssigned(visits);
    await write(visits, end);
    const { arms, see } = armsOf(business);
    for (const visit of visits) see(visit);
    const asOf = addDays(end, 2);
    const typed = await said(business, arms, end, asOf);
    const measured = await engine.experiments({ id: null, asOf });
    expect(measured.links.map(({ status }) => status)).toEqual(typed.links.map(({ status }) => status));
    for (const [at, { metrics }] of measured.experiments.entries()) {
      expect(metrics[0]!.relative!.estimate).toBeCloseTo(typed.experiments[at]!.metrics[0]!.relative!.estimate, 9);
      // A share of rows is measured as a ratio, and typed as a proportion.
      expect(metrics[0]!.relative!.interval[0]).toBeCloseTo(typed.experiments[at]!.metrics[0]!.relative!.interval[0]!, 2);
    }
    for (let day = addDays(experimentStart, 1); day <= end; day = addDays(day, 1)) {
      const { experiments } = await engine.experiments({ id: null, asOf: day });
      const silent = experiments.every(({ verdict, reason }) => verdict === "inconclusive" && reason === "running");
      if (design !== "sequential") expect(silent).toBe(true);
    }
  } finally {
    await engine.close();
    await rm(directory, { recursive: true, force: true });
  }
});
