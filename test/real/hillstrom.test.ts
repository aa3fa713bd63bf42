import { appendFile, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lines, present, truth, workspaceWith } from "./shared.ts";

const yaml = `
helder: 1
name: Hillstrom
datasets:
  - {id: mailing, file: data/mailing.csv, time: sent_on, customer: customer, key: customer}
  - {id: visits, file: data/visits.csv, time: visited_on, customer: customer}
metrics:
  - {id: visit, type: share, dataset: mailing, of: visit = 1}
  - {id: conversion, type: share, dataset: mailing, of: conversion = 1}
  - {id: spend, type: sum, dataset: mailing, of: spend, unit: currency}
  - {id: visitors, type: count-distinct, dataset: visits, of: customer}
  - {id: per-visit, type: ratio, numerator: spend, denominator: visitors}
  - {id: middle, type: median, dataset: mailing, of: spend}
kpis:
  - {id: visiting, name: Visiting, metric: visit, direction: up}
cpis:
  - {id: news, name: News, outcome: I know what is new., metric: spend, direction: up}
links:
  - {id: news-to-visit, from: news, to: visiting, because: Who hears of it looks.}
experiments:
  - id: mails
    tests: news-to-visit
    unit: customer
    assigned: mailing
    variant: segment
    control: No E-Mail
    window: 14 days
    metrics: [visit, conversion, spend, visitors, per-visit, middle]
    minimumEffect: 0.1
    from: 2008-03-01
    to: 2008-03-01
    design: fixed
`;

describe.skipIf(!present)("Hillstrom’s e-mail experiment", () => {
  let opened: Awaited<ReturnType<typeof workspaceWith>>;
  const analysis = async (asOf = "2008-06-01") => (await opened.engine.experiments({ id: "mails", asOf })).experiments[0]!;
  beforeAll(async () => {
    opened = await workspaceWith([], yaml);
    const [header, ...rows] = lines("experiments/hillstrom_data.csv");
    await mkdir(join(opened.directory, "data"), { recursive: true });
    await writeFile(
      join(opened.directory, "data/mailing.csv"),
      [`customer,sent_on,${header}`, ...rows.map((row, index) => `${index},2008-03-01,${row}`)].join("\n"),
    );
    await writeFile(join(opened.directory, "data/visits.csv"), "customer,visited_on\n");
    // One of the earlier columns has commas in its text; the last three are visit, conversion and spend.
    const visited = rows.flatMap((row, index) => (row.split(",").at(-3) === "1" ? [`${index},2008-03-05`] : []));
    await appendFile(join(opened.directory, "data/visits.csv"), visited.join("\n"));
  });
  afterAll(() => opened.dispose());

  test("arms and their split", async () => {
    const { arms, srm, excluded, immature } = await analysis();
    expect(arms).toEqual(truth["hillstrom"].arms);
    expect(srm!.pValue).toBeCloseTo(truth["hillstrom"].SRM_chi2_equal_thirds.p, 6);
    expect([srm!.mismatch, excluded, immature]).toEqual([false, 0, 0]);
  });

  test.each(["Mens E-Mail", "Womens E-Mail"])("%s against no mail", async (variant) => {
    const expected = truth["hillstrom"][variant];
    const { metrics } = await analysis();
    const of = (metric: string) => metrics.find((one) => one.metric === metric && one.variant === variant)!;
    for (const metric of ["visit", "conversion"]) {
      const { absolute, relative } = of(metric);
      expect(absolute!.estimate).toBeCloseTo(expected[metric].abs_diff, 6);
      expect(absolute!.interval[0]).toBeCloseTo(expected[metric].wald95_diff_lo, 5);
      expect(absolute!.interval[1]).toBeCloseTo(expected[metric].wald95_diff_hi, 5);
      expect(relative!.estimate).toBeCloseTo(expected[metric].rel_uplift_p2_base, 6);
    }
    const spend = of("spend");
    expect(spend.values!.treatment).toBeCloseTo(expected.spend.mean_treat, 6);
    expect(spend.values!.control).toBeCloseTo(expected.spend.mean_ctrl, 6);
    expect(spend.absolute!.estimate / spend.absolute!.standardError).toBeCloseTo(expected.spend.welch_t, 5);
    expect(Math.abs(spend.absolute!.pValue - expected.spend.welch_p)).toBeLessThan(1e-6);
    // Visits in a dataset of their own say the same as the column does; customers without rows count as zeros.
    expect(of("visitors").kind).toBe("proportion");
    expect(of("visitors").absolute!.estimate).toBeCloseTo(expected.visit.abs_diff, 6);
    // A ratio over two datasets: the sums are those of each, the products those of who is in both.
    const perVisit = of("per-visit");
    expect(perVisit.values!.treatment).toBeCloseTo((expected.spend.mean_treat * expected.visit.n_treat) / expected.visit.x_treat, 3);
    expect(of("middle").problem!.code).toBe("experiment-metric");
  });

  test("the link is supported for a year after the window", async () => {
    const { verdict, link, links, ended } = await analysis();
    expect([verdict, link, ended]).toEqual(["supported", "news-to-visit", "2008-03-15"]);
    expect(links).toEqual([{ id: "news-to-visit", metric: "visit", verdict: "supported", reason: "clear-effect", redefined: null }]);
    const state = async (asOf: string) => (await opened.engine.run({ asOf })).report.links[0]!;
    expect(await state("2009-03-15")).toMatchObject({ status: "supported", experiments: ["mails"], until: "2009-03-15" });
    expect(await state("2009-03-16")).toMatchObject({ status: "expired", experiments: ["mails"] });
  });

  test("before the window is over nothing is decided", async () => {
    const early = await analysis("2008-03-15");
    expect([early.running, early.verdict, early.reason, early.immature]).toEqual([true, "inconclusive", "running", 64_000]);
    expect((await opened.engine.run({ asOf: "2008-03-15" })).report.links[0]!.status).toBe("hypothesis");
  });
});
