import { describe, expect, test } from "vitest";
import { catalogue, type CatalogueKpi, instantiate, named } from "../../src/catalogue/index.ts";
import { isTyped, type Metric, metricTypes } from "../../src/framework/index.ts";
import { parse, structuralFindings } from "../../src/workspace/index.ts";

const filled: Record<string, unknown> = {
  dataset: "rows",
  of: "score",
  where: "is_first",
  numerator: "one",
  denominator: "other",
  metric: "one",
  from: { dataset: "rows" },
  to: { dataset: "rows" },
  start: "asked_at",
  end: "answered_at",
  kind: "silence",
  amount: "amount",
  started: "began",
  ended: "stopped",
};

const asked = ({ template: { asks } }: CatalogueKpi) => Object.fromEntries(asks.map((key) => [key, filled[key]]));

describe("an instance of the catalogue", () => {
  test.each(catalogue.map((kpi) => [kpi.id, kpi] as const))("%s is a metric of its type, once what is asked is filled in", (id, kpi) => {
    const result = instantiate({ id: "mine", use: id, ...asked(kpi) });
    if (!result.ok) throw new Error(JSON.stringify(result));
    const { use, ...metric } = result.metric;
    expect(use).toBe(id);
    expect(metric).toMatchObject({ id: "mine", type: kpi.template.type, unit: kpi.unit, direction: kpi.direction });
    expect(Object.keys(metricTypes[metric.type].shape)).toEqual(expect.arrayContaining(Object.keys(metric)));
    for (const key of kpi.template.asks) {
      const { [key]: _, ...rest } = asked(kpi) as Record<string, unknown>;
      expect(instantiate({ id: "mine", use: id, ...rest })).toEqual({
        ok: false,
        reason: "wrong-parameters",
        missing: [key],
        wrong: [],
      });
    }
  });

  test("keeps what is typed: unit, direction, name, a condition, another window", () => {
    const typed = { name: "Gemak", unit: "score", direction: "down", where: "channel = 'shop'", scale: [1, 5] } as const;
    const ces = instantiate({ id: "ease", use: "customer-effort-score", dataset: "survey", of: "score", ...typed });
    expect(ces).toMatchObject({ ok: true, metric: { type: "ces", ...typed } });
    expect(instantiate({ id: "back", use: "reactivation-rate", dataset: "orders", lapsed: "6 months" })).toMatchObject({
      metric: { lapsed: { count: 6, unit: "month" } },
    });
    expect(instantiate({ id: "back", use: "reactivation-rate", dataset: "orders" })).toMatchObject({
      metric: { lapsed: { count: 12, unit: "month" } },
    });
  });

  test("is told in the unit that its time is counted in", () => {
    const quote = { id: "quote", use: "quote-lead-time", dataset: "quotes", start: "asked_at", end: "sent_at" };
    expect(instantiate(quote)).toMatchObject({ metric: { in: "hours", unit: "hours", statistic: "median" } });
    expect(instantiate({ ...quote, in: "minutes" })).toMatchObject({ metric: { in: "minutes", unit: "minutes" } });
  });

  test("cannot become another KPI", () => {
    expect(instantiate({ id: "r", use: "retention-d7", dataset: "logins", age: "30 days" })).toEqual({
      ok: false,
      reason: "wrong-parameters",
      missing: [],
      wrong: ["age"],
    });
    expect(instantiate({ id: "p", use: "lcp", dataset: "pages", of: "seconds", p: 0.5 })).toMatchObject({ ok: false, wrong: ["p"] });
  });

  test("may use an alias, and is refused by what it lacks", () => {
    expect(instantiate({ id: "ease", use: "ces", dataset: "survey", of: "score" })).toMatchObject({
      ok: true,
      metric: { use: "customer-effort-score" },
    });
    expect(instantiate({ id: "x", use: "npss", dataset: "survey", of: "score" })).toEqual({ ok: false, reason: "unknown-kpi" });
    expect(instantiate({ id: "x", use: "nps", dataset: "survey", of: "score", scale: [1] })).toMatchObject({ ok: false, wrong: ["scale"] });
  });

  test("bears the KPI's name in the language asked, unless it has one", () => {
    const nps: Metric = { id: "n", type: "nps", dataset: "survey", of: "score", use: "csat" };
    expect(named(nps, "nl").name).toBe("Klanttevredenheid (CSAT)");
    expect(named(nps, "en").name).toBe("Customer satisfaction (CSAT)");
    expect(named({ ...nps, name: "Ours" }, "nl").name).toBe("Ours");
    const plain: Metric = { id: "n", type: "count", dataset: "orders" };
    expect(named(plain, "nl")).toBe(plain);
  });
});

describe("`use:` in a workspace", () => {
  const head = { path: "helder.yaml", text: "helder: 1\nname: Shop\nlanguage: nl\n" };
  const data = "datasets:\n  - {id: survey, file: a.csv, time: day}\n  - {id: orders, file: b.csv, time: day}\n";
  const read = (metrics: string) => parse([head, { path: "metrics.yaml", text: `${data}metrics:\n${metrics}` }]);

  test("is read as a typed metric that remembers what it is", () => {
    const { framework, findings } = read("  - {id: my-nps, use: nps, dataset: survey, of: score}\n");
    expect(findings).toEqual([]);
    expect(framework!.metrics).toEqual([
      {
        id: "my-nps",
        use: "nps",
        type: "nps",
        name: "Net Promoter Score",
        unit: "score",
        direction: "up",
        dataset: "survey",
        of: "score",
      },
    ]);
    expect(framework!.metrics.every(isTyped)).toBe(true);
    expect(Object.isFrozen(framework!.metrics[0])).toBe(true);
  });

  test("that is unknown is a finding at the word, with what may have been meant", () => {
    const { framework, findings } = read("  - {id: my-nps, use: npss, dataset: survey, of: score}\n");
    expect(framework!.metrics).toEqual([]);
    expect(findings).toMatchObject([
      {
        code: "unknown-reference",
        severity: "error",
        on: "my-nps",
        at: { file: "metrics.yaml", line: 5, column: 23 },
        params: { reference: "npss", sections: ["catalogue"], suggestion: "nps" },
      },
    ]);
    const { nl, en } = structuralFindings["unknown-reference"].sentences;
    expect(nl(findings[0]!.params)).toBe("“npss” staat niet in de catalogus. Bedoel je “nps”?");
    expect(en({ ...findings[0]!.params, suggestion: null })).toMatch(/not in the catalogue.*helder catalogue/);
  });

  test("that lacks a parameter, has one too many or a reference that does not exist says which", () => {
    const { findings } = read(`  - {id: a, use: nps, dataset: survey}
  - {id: b, use: nps, dataset: survey, of: score, p: 0.5}
  - {id: c, use: conversion-rate, numerator: oders, denominator: d}
  - {id: d, type: count, dataset: orders}
  - {id: orders, type: count, dataset: orders}
  - {id: e, use: csat, dataset: survy, of: score}
  - {id: f, use: [nps]}
  - {id: g, use: reactivation-rate, dataset: orders, lapsed: soon}
`);
    expect(findings.map(({ code, on, params }) => [code, on, params["key"] ?? params["reference"], params["suggestion"]])).toEqual([
      ["wrong-type", "a", "of", undefined],
      ["unknown-key", "b", "p", undefined],
      ["unknown-reference", "c", "oders", "orders"],
      ["unknown-reference", "e", "survy", "survey"],
      ["wrong-type", "f", "use", undefined],
      ["wrong-type", "g", "lapsed", undefined],
    ]);
  });
});
