import { expect, test } from "vitest";
import type { Framework } from "../../src/framework/index.ts";
import { runText, toJson, type Report } from "../../src/report/index.ts";
import { conflictsOf } from "../../src/report/conflicts.ts";
import { message, reportOf, shop, told } from "./example.ts";

const changed = (favourable: boolean) => [
  { code: "level-changed", params: { direction: "up", favourable, from: "2026-09", found: "2026-10", orEarlier: false, size: 3 } },
];

/** The shop's report, with indicators that lastingly got better (true) or worse (false). */
function conflicts(moves: Readonly<Record<string, boolean>>, framework: Framework = shop, link: Partial<Report["links"][number]> = {}) {
  const report = reportOf(framework);
  const move = <T extends Report["kpis"][number]>(entry: T): T => ({
    ...entry,
    signals: entry.id in moves ? changed(moves[entry.id]!) : [],
  });
  const links = report.links.map((one) => ({ ...one, ...link }));
  return conflictsOf(framework, { kpis: report.kpis.map(move), cpis: report.cpis.map(move), links });
}

test("a KPI that improves while a CPI that moves it gets worse, both beyond noise", () => {
  expect(conflicts({ sales: true, quick: false })).toEqual([{ code: "kpi-over-cpi", kpi: "sales", cpi: "quick" }]);
  // Quotes gauge the interaction that the CPI is of.
  expect(conflicts({ quotes: true, quick: false })).toEqual([{ code: "kpi-over-cpi", kpi: "quotes", cpi: "quick" }]);
});

test("not where one stands still, both move alike, or nothing ties them", () => {
  expect(conflicts({ sales: true })).toEqual([]);
  expect(conflicts({ quick: false })).toEqual([]);
  expect(conflicts({ sales: true, quick: true })).toEqual([]);
  expect(conflicts({ ads: true, quick: false })).toEqual([]);
});

test("a refuted link ties nothing; the interaction that both stand for still does", () => {
  const refuted = { status: "refuted" as const };
  const elsewhere = { ...shop, kpis: shop.kpis.map((kpi) => (kpi.id === "sales" ? { ...kpi, measures: "known" } : kpi)) };
  expect(conflicts({ sales: true, quick: false }, elsewhere, refuted)).toEqual([]);
  expect(conflicts({ sales: true, quick: false }, shop, refuted)).toEqual([{ code: "kpi-over-cpi", kpi: "sales", cpi: "quick" }]);
});

test("a CPI that improves while a guardrail of what it leads to gets worse", () => {
  const guarded = { ...shop, kpis: shop.kpis.map((kpi) => (kpi.id === "sales" ? { ...kpi, guardrail: ["decor"] } : kpi)) };
  expect(conflicts({ quick: true, decor: false }, guarded)).toEqual([{ code: "cpi-over-guardrail", kpi: "decor", cpi: "quick" }]);
  expect(conflicts({ quick: true, decor: true }, guarded)).toEqual([]);
});

test("told in the terminal and in JSON, in both languages", () => {
  const report = { ...reportOf(), conflicts: conflicts({ sales: true, quick: false }) };
  expect(runText(report, { language: "nl", colour: false, message })).toContain(
    "! “Omzet” gaat vooruit terwijl de klant het bij “Snel weten wat het kost”\nslechter krijgt.",
  );
  expect(toJson(report, "en", told).conflicts).toEqual([
    {
      code: "kpi-over-cpi",
      kpi: "sales",
      cpi: "quick",
      sentence: "“Omzet” improves while customers fare worse at “Snel weten wat het kost”. See whether one comes at the cost of the other.",
    },
  ]);
});
