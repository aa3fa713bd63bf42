import fc from "fast-check";
import type { Framework, SectionName } from "../../src/framework/index.ts";
import { changeAll, parse, type YamlValue } from "../../src/workspace/index.ts";

/** Texts that spreadsheets, CSV and XML have ways of their own with. */
const nasty = [
  "=1+1",
  "'=x",
  "''@y",
  "-5",
  "+3",
  "@SUM(A1)",
  " a",
  "b ",
  "a;b",
  "_x0041_",
  "a\r\nb",
  "a\nb",
  "\t",
  "007",
  "1e5",
  "1.0",
  "true",
  "2026-01-31",
  "x (hurts)",
  "\u202Eé😀",
  '"quoted", and',
  "#N/A",
  "\u0001",
  "￾",
];
const text = fc.oneof(
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 }),
  fc.constantFrom(...nasty),
  fc.constant("Badkamer & co"),
);
const id = fc.constantFrom("a", "b", "c-1", "grow-sales", "007", "true", "x2");
const day = fc.constantFrom("2026-01-31", "1999-12-31", "1800-01-01", "2024-02-29");
const number = fc.oneof(
  fc.integer({ min: -1_000_000, max: 1_000_000 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0, 0.1 + 0.2, 1 / 3, 1e300, 5e-324, 0.25),
);

const target = fc.record(
  { value: number, from: day, to: day, measured: fc.constantFrom("total", "last"), plan: fc.array(number, { maxLength: 3 }) },
  { requiredKeys: ["value"] },
);
const action = fc.record(
  { do: fc.constantFrom("start", "stop"), what: text, when: fc.constantFrom("behind", "missed"), who: text },
  { requiredKeys: ["do", "what"] },
);
const judged = {
  name: text,
  metric: id,
  target,
  baseline: fc.oneof(fc.constant("auto"), fc.record({ value: number, from: day }, { requiredKeys: ["value"] })),
  cadence: fc.constantFrom("daily", "weekly", "monthly"),
  owner: text,
  agreedBy: fc.oneof(text, fc.array(text, { maxLength: 3 })),
  agreedOn: day,
  because: text,
  guardrail: fc.array(id, { maxLength: 2 }),
  actions: fc.array(action, { maxLength: 3 }),
};

const sections: Partial<Record<SectionName, fc.Arbitrary<object>>> = {
  goals: fc.record({ id, name: text, promise: text, for: fc.array(id, { maxLength: 2 }) }, { requiredKeys: ["id", "name"] }),
  objectives: fc.record(
    {
      id,
      name: text,
      supports: fc.array(fc.oneof(id, fc.record({ goal: id, effect: fc.constantFrom("helps", "hurts") })), { maxLength: 3 }),
    },
    { requiredKeys: ["id", "name"] },
  ),
  interactions: fc.record(
    { id, name: text, phase: id, serves: fc.array(id, { maxLength: 2 }), wants: text },
    { requiredKeys: ["id", "name"] },
  ),
  kpis: fc.record(
    {
      id,
      ...judged,
      measures: id,
      side: fc.constantFrom("behaviour", "experience"),
      targets: fc.record({ target, floor: target }, { requiredKeys: ["target"] }),
    },
    { requiredKeys: ["id"] },
  ),
  cpis: fc.record(
    {
      id,
      direction: fc.constantFrom("up", "down"),
      ...judged,
      outcome: text,
      evidence: fc.array(
        fc.record({ method: fc.constant("interview"), customers: fc.nat(50), quote: text }, { requiredKeys: ["method"] }),
        { maxLength: 2 },
      ),
    },
    { requiredKeys: ["id", "direction"] },
  ),
  metrics: fc.oneof(
    fc.record(
      {
        id,
        type: fc.constant("observed"),
        name: text,
        unit: fc.constantFrom("percent", "count"),
        series: fc.array(fc.record({ from: day, to: day, value: number }), { maxLength: 3 }),
      },
      { requiredKeys: ["id", "type"] },
    ),
    fc.record({ id, type: fc.constant("rolling"), metric: id, window: fc.constantFrom("12 months", "1 day") }),
  ),
  links: fc.record(
    { id, from: id, to: id, effect: fc.constantFrom("helps", "hurts"), lag: fc.constantFrom("2 weeks", "1 month"), because: text },
    { requiredKeys: ["id", "from", "to"] },
  ),
  teams: fc.record(
    { id, name: text, scorecard: fc.array(fc.record({ kpi: id, weight: fc.constantFrom(0.2, 0.5) }), { maxLength: 2 }) },
    { requiredKeys: ["id", "name"] },
  ),
  waivers: fc.record({ code: id, on: text, because: text }, { requiredKeys: ["code", "on"] }),
  steering: fc.record(
    { id, kpi: id, options: fc.array(fc.oneof(text, fc.dictionary(id, text, { maxKeys: 2 })), { maxLength: 2 }) },
    { requiredKeys: ["id", "kpi"] },
  ),
};

/** A workspace with entries of many sections: its text, and what is read of it. */
export const workspaces: fc.Arbitrary<{ text: string; framework: Framework }> = fc
  .record(Object.fromEntries(Object.entries(sections).map(([section, entry]) => [section, fc.array(entry, { maxLength: 3 })])))
  .map((typed) => {
    const head = "helder: 1\nname: Test\nlanguage: nl\n";
    const parts = Object.entries(typed).map(([section, entries]) => changeAll("", [{ path: [section], value: entries as YamlValue }]));
    const text = [head, ...parts.map((part) => `${part.trimEnd()}\n`)].join("");
    return { text, framework: parse([{ path: "helder.yaml", text }]).framework! };
  });
