import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { catalogue, kpiNamed, search } from "../../src/catalogue/index.ts";

const found = (text: string) => search(text).map(({ id }) => id);

describe("a search", () => {
  test.each([
    ["nps", "nps"],
    ["NPS", "nps"],
    ["conversieratio", "conversion-rate"],
    ["CVR", "conversion-rate"],
    ["Gemiddelde orderwaarde", "average-order-value"],
    ["aov", "average-order-value"],
    ["virale coefficient", "viral-coefficient"],
    ["pagina's per bezoek", "pages-per-visit"],
    ["Nothing broke", "undamaged-delivery"],
    ["klanttevredenheid", "csat"],
  ])("for %s finds %s first", (text, id) => {
    expect(found(text)[0]).toBe(id);
  });

  test.each([
    ["conversioratio", "conversion-rate"],
    ["orderwarde", "average-order-value"],
    ["bezokers", "visitors"],
    ["custmer efort", "customer-effort-score"],
    ["chrun", "churn-rate"],
  ])("for the slip %s finds %s", (text, id) => {
    expect(found(text)).toContain(id);
  });

  test("for part of a name finds all that have it, in both languages", () => {
    expect(found("retention")).toEqual(["retention-d7", "retention-d30", "net-revenue-retention", "gross-revenue-retention"]);
    expect(found("retentie")).toEqual(expect.arrayContaining(["retention-d7", "retention-d30", "net-revenue-retention"]));
    expect(found("terugkerende omzet")).toEqual(["mrr"]);
  });

  test("for nothing finds all, and for nonsense nothing", () => {
    expect(search("")).toEqual(catalogue);
    expect(search("  -- ")).toEqual(catalogue);
    expect(search("qwxzyqwxzy")).toEqual([]);
  });
});

test("any text can be searched for, and finds each KPI at most once", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
      const ids = found(text);
      expect(new Set(ids).size).toBe(ids.length);
    }),
  );
});

test("a name that is known finds its KPI first", () => {
  fc.assert(
    fc.property(fc.constantFrom(...catalogue), (kpi) => {
      for (const name of [kpi.id, kpi.name.nl, kpi.name.en.toUpperCase(), ...kpi.aliases.en]) expect(found(name)[0]).toBe(kpi.id);
    }),
  );
});

test.each(["__proto__", "constructor", "", "-", "npss"])("%j names no KPI", (name) => {
  expect(kpiNamed(name)).toBeNull();
});
