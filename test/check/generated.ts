import fc from "fast-check";
import { formatDuration } from "../../src/calendar/index.ts";
import { change, type parse, type YamlValue } from "../../src/workspace/index.ts";

/** Sections as they are typed. */
export type Typed = Record<string, Record<string, unknown>[]>;

/** A framework that holds together, with `count` KPIs and what belongs to them. */
function sound(count: number): Typed {
  const each = <T>(make: (index: number) => T) => Array.from({ length: count }, (_, index) => make(index));
  return {
    datasets: [{ id: "orders", file: "orders.csv", time: "ordered", customer: "customer" }],
    metrics: [
      ...each((at) => ({ id: `counted-${at}`, type: "count", dataset: "orders", where: `channel = ${at}` })),
      { id: "quick", type: "share", dataset: "orders", of: "hours < 2" },
      { id: "lately", type: "rolling", metric: "counted-0", window: "28 days" },
    ],
    goals: [{ id: "trusted", name: "Trusted", promise: "We keep our word", for: ["homes"], stakeholders: ["board"], theme: "green" }],
    objectives: each((at) => ({ id: `reach-${at}`, name: `Reach ${at}`, supports: ["trusted"], theme: "red" })),
    interactions: each((at) => ({
      id: `visit-${at}`,
      name: `Visit ${at}`,
      phase: ["see", "think", "do", "care"][at % 4],
      serves: [`reach-${at}`],
      wants: "to know the price",
      does: "asks",
      for: ["homes"],
    })),
    segments: [{ id: "homes", name: "Homes", dataset: "orders", where: "kind = 'home'" }],
    kpis: each((at) => ({
      id: `sold-${at}`,
      name: `Sold in channel ${at}`,
      measures: `reach-${at}`,
      metric: `counted-${at}`,
      side: "behaviour",
      timing: at === 0 ? "leading" : "lagging",
      direction: "up",
      target: { value: 25 + at, from: "2026-10-01", to: "2027-09-30" },
      baseline: { value: 20, from: "2025-10-01", to: "2026-09-30" },
      owner: "sales",
      agreedBy: ["board"],
      agreedOn: "2026-09-01",
      actions: [{ when: "behind", do: "start", what: "Call back", who: "sales" }],
      guardrail: ["answered"],
    })),
    cpis: [
      {
        id: "answered",
        name: "Answered today",
        outcome: "I know today what it costs",
        increment: "time",
        direction: "up",
        metric: "quick",
        interaction: "visit-0",
        owner: "sales",
        target: { value: "80 %", from: "2026-10-01", to: "2027-09-30" },
        baseline: { value: "70 %" },
        evidence: [{ method: "interview", on: "2026-06-01", customers: 8, situation: "at home" }],
      },
    ],
    links: each((at) => ({ id: `why-${at}`, from: "answered", to: `sold-${at}`, because: "Who knows the price decides", lag: "30 days" })),
    teams: [
      {
        id: "sales",
        name: "Sales",
        scorecard: [
          { kpi: "sold-0", weight: 0.7 },
          { cpi: "answered", weight: 0.3 },
        ],
      },
    ],
    themes: [
      { id: "green", name: "Green", colour: "#009e73" },
      { id: "red", name: "Red", colour: "#882255" },
    ],
    stakeholders: [{ id: "board", name: "Board" }],
    waivers: [{ code: "link-without-experiment", on: "why-0", because: "Next month", by: "board", until: "2027-01-01" }],
  };
}

type Sin = (typed: Typed, at: number) => void;
const entry = (typed: Typed, section: string, at: number) => typed[section]![at % typed[section]!.length]!;
const rename = (one: Record<string, unknown>, from: string, to: string) => {
  if (!(from in one)) return;
  one[to] = one[from];
  delete one[from];
};

/** Sins against what a rule asks; what was typed can still be read. */
export const sins: Readonly<Record<string, Sin>> = {
  quarterly: (typed, at) => (entry(typed, "kpis", at)["cadence"] = "quarterly"),
  short: (typed, at) => (entry(typed, "kpis", at)["target"] = { value: 3, from: "2026-12-01", to: "2026-12-31" }),
  backwards: (typed, at) => (entry(typed, "kpis", at)["target"] = { value: 3, from: "2026-12-31", to: "2026-11-01" }),
  ownerless: (typed, at) => delete entry(typed, "kpis", at)["owner"],
  idle: (typed, at) => (entry(typed, "kpis", at)["actions"] = []),
  unguarded: (typed, at) => delete entry(typed, "kpis", at)["guardrail"],
  selfGuarded: (typed, at) => (entry(typed, "kpis", at)["guardrail"] = ["answered", String(entry(typed, "kpis", at)["id"])]),
  guardedByItself: (typed, at) => (entry(typed, "kpis", at)["guardrail"] = entry(typed, "kpis", at)["id"]),
  expired: (typed, at) =>
    typed["waivers"]!.push({ code: "no-owner", on: `sold-${at}`, because: "Later", by: "board", until: "2026-01-01" }),
  unknownWaived: (typed, at) =>
    typed["waivers"]!.push({ code: "no-owner", on: `gone-${at}-away`, because: "x", by: "board", until: "2027-01-01" }),
  misspeltWaiver: (typed) => typed["waivers"]!.push({ code: "no-ownr", on: "sold-0", because: "x", by: "board", until: "2027-01-01" }),
  heavy: (typed, at) =>
    (entry(typed, "teams", 0)["scorecard"] = [
      { kpi: "sold-0", weight: 0.7 },
      { cpi: "answered", weight: (at % 10) / 10 },
    ]),
  twice: (typed) => (entry(typed, "teams", 0)["scorecard"] as unknown[]).push({ kpi: "sold-0", weight: 0.2 }),
  selfLinked: (typed, at) => typed["links"]!.push({ id: `loop-${at}`, from: "answered", to: "answered" }),
  kpiLoop: (typed, at) => typed["links"]!.push({ id: `spin-${at}`, from: "sold-0", to: "sold-0" }),
  linkedTwice: (typed, at) => typed["links"]!.push({ id: `again-${at}`, from: "answered", to: "sold-0" }),
  alike: (typed, at) => typed["themes"]!.push({ id: `grey-${at}`, name: `Grey ${at}`, colour: at % 2 === 0 ? "#009e74" : "#00a070" }),
  vague: (typed, at) => (entry(typed, "kpis", at)["because"] = "Everything gets better"),
  aimless: (typed, at) => delete entry(typed, "objectives", at)["supports"],
};

/** Sins against how a workspace is written. */
export const slips: Readonly<Record<string, Sin>> = {
  key: (typed, at) => rename(entry(typed, "kpis", at), "owner", "ownr"),
  keyAndMore: (typed, at) => rename(entry(typed, "kpis", at), "target", "taget"),
  swapped: (typed, at) => rename(entry(typed, "interactions", at), "phase", "phsae"),
  choice: (typed, at) => (entry(typed, "kpis", at)["direction"] = "upp"),
  reference: (typed, at) => (entry(typed, "kpis", at)["metric"] = "quik"),
  percentage: (typed) => (entry(typed, "cpis", 0)["target"] = { value: 80, from: "2026-10-01", to: "2027-09-30" }),
  quoted: (typed, at) => (entry(typed, "kpis", at)["target"] = { value: 3, from: "2026/10/01", to: "2026-12-31" }),
  again: (typed, at) => typed["objectives"]!.push({ ...entry(typed, "objectives", at) }),
  hopeless: (typed, at) => (entry(typed, "kpis", at)["target"] = "soon"),
};

export interface Sinned {
  readonly typed: Typed;
  readonly files: readonly { readonly path: string; readonly text: string }[];
}

/** Frameworks made by sinning a few times against a sound one, in one file or in two. */
export function sinned(kinds: Readonly<Record<string, Sin>>, most = 6): fc.Arbitrary<Sinned> {
  const sin = fc.tuple(fc.constantFrom(...Object.values(kinds)), fc.nat({ max: 7 }));
  return fc
    .tuple(fc.integer({ min: 1, max: 3 }), fc.array(sin, { maxLength: most }), fc.boolean(), fc.boolean())
    .map(([count, done, split, windows]) => {
      const typed = sound(count);
      for (const [commit, at] of done) commit(typed, at);
      return { typed, files: filesOf(typed, split, windows ? "\r\n" : "\n") };
    });
}

export const settings = "helder: 1\nname: Proef\nsuperKpi: sold-0\nkpiBudget: 20\n";

export function filesOf(typed: Typed, split = false, eol = "\n") {
  const sections = Object.entries(typed);
  const half = split ? Math.floor(sections.length / 2) : sections.length;
  const file = (path: string, some: typeof sections) => ({ path, text: commented(some).replaceAll("\n", eol) });
  return [file("a.yaml", sections.slice(0, half)), file("b.yaml", sections.slice(half)), { path: "helder.yaml", text: settings }];
}

/** Block style with a comment above every section and entry, on every entry's first line and between its keys. */
function commented(sections: readonly (readonly [string, readonly Record<string, unknown>[]])[]): string {
  let number = 0;
  const entryLines = (one: Record<string, unknown>) => {
    const name = ++number;
    const [first, ...rest] = Object.entries(one).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
    return [`  # above ${name}`, `  - ${first} # first ${name}`, `    # inside ${name}`, ...rest.map((line) => `    ${line}`)];
  };
  const lines = sections.flatMap(([section, entries]) => [`# section ${section}`, `${section}:`, ...entries.flatMap(entryLines)]);
  return lines.length === 0 ? "" : `${lines.join("\n")}\n`;
}

/** A framework as YAML, as a program would write it. */
export function written(framework: NonNullable<ReturnType<typeof parse>["framework"]>) {
  const { settings: head, ...sections } = framework;
  const write = (values: object) =>
    Object.entries(values).reduce((text, [key, value]) => change(text, [key], asTyped(value) as YamlValue), "");
  return [
    { path: "all.yaml", text: write(sections) },
    { path: "helder.yaml", text: write(head) },
  ];
}

/** Durations are text in YAML. */
function asTyped(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asTyped);
  if (typeof value !== "object" || value === null) return value;
  const { count, unit, ...more } = value as { count?: unknown; unit?: unknown };
  if (typeof count === "number" && typeof unit === "string" && Object.keys(more).length === 0) {
    return formatDuration(value as Parameters<typeof formatDuration>[0]);
  }
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, asTyped(inner)]));
}
