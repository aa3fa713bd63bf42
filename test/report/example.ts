import { periodsBetween } from "../../src/calendar/index.ts";
import {
  type Finding,
  type Framework,
  judgedTarget,
  type Kpi,
  type Cpi,
  type Language,
  sectionSchemas,
  Settings,
} from "../../src/framework/index.ts";
import { courseOf, judge, natureOf } from "../../src/judge/index.ts";
import type { Point } from "../../src/metric/index.ts";
import { buildReport, type CheckWords, type Judged, type Report } from "../../src/report/index.ts";

type Typed = { readonly [S in keyof typeof sectionSchemas]?: readonly unknown[] };

/** A framework as the parser would give it, with the schemas' defaults filled in. */
export function frameworkOf(settings: object, sections: Typed = {}, metrics: Framework["metrics"] = []): Framework {
  const read = Object.entries(sectionSchemas).map(([name, schema]) => [
    name,
    (sections[name as keyof Typed] ?? []).map((entry) => schema.parse(entry)),
  ]);
  return { ...Object.fromEntries(read), settings: Settings.parse({ helder: 1, name: "Badkamerwinkel", ...settings }), metrics };
}

const target = (value: number) => ({ value, from: "2026-10-01", to: "2026-12-31" });

/** The bathroom shop on 22 November 2026, in miniature. */
export const shop = frameworkOf(
  { language: "nl", superKpi: "retention" },
  {
    goals: [
      { id: "return", name: "Klanten die terugkomen", theme: "stay", stakeholders: ["board"], promise: "Een badkamer die af is." },
      { id: "known", name: "Een vertrouwde naam" },
    ],
    objectives: [
      { id: "after", name: "Waarde na de koop", supports: ["return"] },
      { id: "sell", name: "Meer badkamers verkopen", supports: "return", parent: "after" },
      { id: "reach", name: "Bekend bij verbouwers", supports: [{ goal: "known" }, { goal: "return", effect: "hurts" }, "nowhere"] },
    ],
    interactions: [
      { id: "see-ad", name: "Advertentie zien", phase: "see", serves: ["reach"] },
      { id: "quote", name: "Offerte aanvragen", phase: "do", serves: ["sell"], wants: "Weten wat het kost" },
      { id: "buy", name: "Bestellen", phase: "do", serves: ["sell"] },
      { id: "finish", name: "De badkamer afmaken", phase: "care", serves: ["after"] },
    ],
    kpis: [
      { id: "ads", name: "SEA-vertoningen", measures: "see-ad", metric: "ads", target: target(150_000), owner: "marketing" },
      {
        id: "quotes",
        name: "Offerteaanvragen",
        measures: "quote",
        metric: "quotes",
        target: target(300),
        owner: "sales",
        guardrail: ["nps", "ads", "quick"],
      },
      { id: "sales", name: "Omzet", measures: "sell", metric: "sales", target: target(2_000_000) },
      { id: "retention", name: "Eerste-bestellingretentie", measures: "return", metric: "retention", target: { ...target(0.3) } },
      { id: "decor", name: "Extra decoratie", measures: "finish", metric: "decor", target: target(100) },
      { id: "trust", name: "Vertrouwen", measures: "known", metric: "nps" },
    ],
    cpis: [
      {
        id: "quick",
        name: "Snel weten wat het kost",
        outcome: "Ik weet binnen een minuut wat mijn badkamer kost.",
        increment: "time",
        metric: "quick",
        direction: "down",
        interaction: "quote",
        target: target(1),
        evidence: [{ method: "interview", customers: 12 }],
      },
    ],
    enablers: [{ id: "calculator", name: "Prijs vooraf", needs: ["quick"], advances: ["sell"] }],
    links: [
      { id: "quick-sells", from: "quick", to: "sales" },
      { id: "broken", from: "quick", to: "nothing" },
    ],
    themes: [{ id: "stay", name: "Blijven", colour: "#8855aa" }],
    stakeholders: [{ id: "board", name: "Directie" }],
    teams: [{ id: "sales", name: "Sales" }],
    events: [{ id: "form", on: "2026-10-14", name: "Formulier met 9 velden", kind: "release" }],
  },
  [
    { id: "ads", type: "count", dataset: "ads" },
    { id: "quotes", type: "count", dataset: "quotes" },
    { id: "sales", type: "sum", dataset: "orders", of: "amount", unit: "currency" },
    { id: "retention", type: "ratio", numerator: "again", denominator: "new", unit: "percent" },
    { id: "decor", type: "count", dataset: "orders" },
    { id: "nps", type: "nps", dataset: "survey", of: "score", name: "NPS" },
    { id: "quick", type: "median", dataset: "quotes", of: "minutes", unit: "minutes" },
  ],
);

const units: Readonly<Record<string, Judged["unit"]>> = { sales: "currency", retention: "percent", nps: "score", quick: "minutes" };

/** August to November, the last as far as 22 November; each point is also what lies within the target's range. */
function monthly(values: readonly (number | null)[]): Point[] {
  return periodsBetween("2026-08-01", "2026-11-22", "month", "01-01").map((period, index) => ({
    period: period.label,
    from: period.from,
    to: period.to > "2026-11-22" ? "2026-11-22" : period.to,
    value: values[index] ?? null,
    n: 1,
    complete: period.to < "2026-11-22",
  }));
}

const values: Readonly<Record<string, readonly (number | null)[]>> = {
  ads: [30_000, 50_000, 48_000, 48_400],
  quotes: [171, 190, 100, 50],
  sales: [700_000, 650_000, 742_660.4, 500_000],
  retention: [0.26, 0.27, 0.284, null],
  decor: [40, 44, 90, 20],
  nps: [40, 41, 41, 44],
  quick: [2.2, 2.2, 3.4, 3.5],
};

function judged(framework: Framework, indicator: Kpi | Cpi, change: { readonly hasRows?: boolean } = {}): Judged {
  const history = monthly(values[indicator.metric!]!);
  const nature = natureOf(framework, indicator.metric!);
  const input = {
    direction: indicator.direction ?? "up",
    target: judgedTarget(indicator) ?? null,
    baseline: null,
    cadence: indicator.cadence,
    fiscalStart: "01-01",
    nature,
    asOf: "2026-11-22",
    watermark: null,
    hasRows: change.hasRows ?? true,
    problem: null,
    range: history.slice(2).reduce((sum, point) => sum + (point.value ?? 0), 0),
    within: history.slice(2),
    history,
  } as const;
  return {
    judgement: judge(input),
    course: courseOf(input),
    direction: input.direction,
    unit: units[indicator.metric!] ?? "count",
    history,
    slices: [],
    days: null,
    n: 12,
    definition: null,
    definitionInWords: null,
    partOfWhole: false,
    problem: null,
  };
}

export const findings: readonly Finding[] = [
  {
    code: "unknown-reference",
    severity: "error",
    on: "reach",
    at: { file: "tree.yaml", line: 4, column: 3 },
    params: { name: "nowhere" },
    waived: false,
  },
  { code: "no-owner", severity: "warning", on: "sales", at: null, params: {}, waived: false },
  { code: "not-agreed", severity: "warning", on: "sales", at: null, params: {}, waived: true },
];

export const message = (finding: Finding, language: Language): string =>
  language === "nl" ? `${finding.code} bij ${finding.on}.` : `${finding.code} at ${finding.on}.`;

export const told: CheckWords = {
  message,
  why: ({ code }, language) => (language === "nl" ? `${code} telt.` : `${code} counts.`),
  eviction: (code, language) => (language === "nl" ? `${code}, dus weg.` : `${code}, so out.`),
};

export function reportOf(framework: Framework = shop): Report {
  return buildReport({
    framework,
    asOf: "2026-11-22",
    language: "en",
    kpis: new Map(framework.kpis.map((kpi) => [kpi.id, judged(framework, kpi, { hasRows: kpi.id !== "ads-empty" })])),
    cpis: new Map(framework.cpis.map((cpi) => [cpi.id, judged(framework, cpi)])),
    guards: new Map([["nps", { value: 41, unit: "score" }]]),
    findings,
    ranking: [
      { kpi: "ads", reasons: ["no-action", "no-owner"] },
      { kpi: "retention", reasons: [] },
    ],
    score: { value: 73, reasons: [{ code: "no-owner", findings: 1, points: 27 }] },
    datasets: [{ id: "orders", rows: 1000, rejected: 2, from: "2024-01-01", to: "2026-11-21", watermark: "2026-11-21" }],
  });
}
