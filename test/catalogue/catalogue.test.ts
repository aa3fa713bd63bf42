import { describe, expect, test } from "vitest";
import { catalogue, type CatalogueKpi, cataloguePhases, kpiNamed } from "../../src/catalogue/index.ts";
import { increments, metricTypes, units } from "../../src/framework/index.ts";

const languages = ["nl", "en"] as const;
const ids = new Set(catalogue.map(({ id }) => id));

/** Named in the brief and the articles; none may go missing. */
const expected =
  "conversion-rate average-order-value average-order-quantity margin customer-effort-score click-through-rate nps customer-lifetime-value churn-rate csat customer-sentiment net-revenue-retention gross-revenue-retention mrr cost-per-acquisition return-on-ad-spend bounce-rate time-on-site pages-per-visit new-visitors returning-visitors visitors impressions reach followers likes downloads registered-users cart-abandonment checkout-completion lead-conversion leads quote-requests quote-lead-time first-time-resolution first-response-time repeat-rate reactivation-rate retention-d7 retention-d30 refund-rate return-rate on-time-delivery undamaged-delivery lcp inp cls zero-result-searches viral-coefficient cover-per-open-hour purchase-frequency days-between-orders share-registered email-open-rate email-click-rate unsubscribe-rate activation-rate trial-conversion average-review-score complaints-rate revenue orders new-customers payment-options value-delivered friends-with-same-taste";

describe("the catalogue as a whole", () => {
  test("has every KPI of the trade that we promise, each once", () => {
    expect(expected.split(" ").filter((id) => !ids.has(id))).toEqual([]);
    expect(ids.size).toBe(catalogue.length);
    expect(ids.size).toBeGreaterThanOrEqual(55);
  });

  test("stands in the order of the journey, and has both sides and both timings in each phase", () => {
    const order = catalogue.map(({ phase }) => cataloguePhases.indexOf(phase));
    expect(order).toEqual(order.toSorted((one, other) => one - other));
    for (const phase of cataloguePhases) {
      expect(new Set(catalogue.filter((kpi) => kpi.phase === phase).map(({ side }) => side)), phase).toEqual(
        new Set(["behaviour", "experience"]),
      );
    }
    expect(new Set(catalogue.map(({ timing }) => timing))).toEqual(new Set(["leading", "lagging"]));
  });

  test("gives no name to two KPIs, in whichever language", () => {
    for (const kpi of catalogue) {
      for (const name of [kpi.id, ...languages.flatMap((language) => [kpi.name[language], ...kpi.aliases[language]])]) {
        expect(kpiNamed(name)?.id, name).toBe(kpi.id);
      }
    }
  });
});

describe.each(catalogue.map((kpi) => [kpi.id, kpi] as const))("%s", (_, kpi: CatalogueKpi) => {
  test.each(languages)("says everything in %s, plainly", (language) => {
    const sentences = [kpi.definition[language], kpi.gamedBy[language]];
    for (const sentence of sentences) expect(sentence).toMatch(/^\p{Lu}.{20,}\.$/u);
    expect(kpi.name[language]).toMatch(/^.{4,40}$/);
    expect(kpi.aliases[language].length).toBeGreaterThan(0);
    expect(kpi.needs[language].length).toBe(kpi.needs.en.length);
    for (const text of [...sentences, kpi.name[language], ...kpi.aliases[language], ...kpi.needs[language]]) {
      expect(text).not.toMatch(/!|'|\b[uU]w?\b|^\s|\s$| {2}/);
    }
  });

  test("points at KPIs that exist, and a volume counter at one that leads to action", () => {
    expect(kpi.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(kpi.guardrail.length).toBeGreaterThan(0);
    for (const guard of kpi.guardrail) {
      expect(guard).not.toBe(kpi.id);
      expect(ids).toContain(guard);
      expect(kpiNamed(guard)!.volume, guard).toBe(false);
    }
    expect(kpi.neighbour !== null).toBe(kpi.volume);
    if (kpi.neighbour !== null) expect(kpiNamed(kpi.neighbour)!.volume, kpi.neighbour).toBe(false);
    if (kpi.volume) expect(kpi.unit).toBe("count");
  });

  test("is measured as its metric type can", () => {
    expect(units).toContain(kpi.unit);
    expect(kpi.formula).toMatch(/^[\x20-\x7e]{5,80}$/);
    if (kpi.increment !== null) {
      expect(increments).toContain(kpi.increment);
      expect(kpi.side).toBe("experience");
    }
    const { type, fixed = {}, usual = {}, asks } = kpi.template;
    const shape = metricTypes[type].shape as Record<string, { isOptional: () => boolean }>;
    for (const key of [...Object.keys(fixed), ...Object.keys(usual), ...asks]) expect(Object.keys(shape)).toContain(key);
    const required = Object.keys(shape).filter((key) => !["id", "type"].includes(key) && !shape[key]!.isOptional());
    expect([...Object.keys(fixed), ...Object.keys(usual), ...asks]).toEqual(expect.arrayContaining(required));
  });
});

test("what the articles say of their KPIs holds", () => {
  const never = ["nps", "csat", "revenue", "conversion-rate", "customer-lifetime-value"];
  expect(never.map((id) => kpiNamed(id)!.increment)).toEqual(never.map(() => null));
  const cpis = { "quote-lead-time": "time", "payment-options": "options", "undamaged-delivery": "quality", "value-delivered": "money" };
  for (const [id, increment] of Object.entries(cpis)) expect(kpiNamed(id)!.increment).toBe(increment);
  expect(kpiNamed("cover-per-open-hour")).toMatchObject({ timing: "leading", guardrail: ["nps", "churn-rate"] });
  const counters = ["visitors", "impressions", "downloads", "followers", "likes", "registered-users", "reach"];
  expect(counters.filter((id) => !kpiNamed(id)!.volume)).toEqual([]);
});
