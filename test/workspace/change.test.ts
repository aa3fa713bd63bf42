import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse, parseDocument, stringify } from "yaml";
import { HelderError } from "../../src/framework/index.ts";
import { change, changeAll, type ChangePath, type YamlValue } from "../../src/workspace/index.ts";

const text = `# Ons raamwerk
helder: 1   # versie
name: 'Badkamer & Co'

kpis:
  # de belangrijkste
  - id: revenue
    name: "Omzet"     # in euro's
    target: {value: 250, from: 2026-01-01, plan: [70, 80, 100]}  # met de directie
    owner:
    because: >-
      Twee extra
      showroomavonden.
    actions:
      - do: start
        what: Bellen
  - {id: nps, direction: up}
teams:
- id: sales
  name: Verkoop
- id: service
  name: Service
`;

/** The numbers of the lines of `before` that are not in `after`, in order, and of those that are new. */
function touched(before: string, after: string): { readonly gone: string[]; readonly come: string[] } {
  const [old, fresh] = [before.split("\n"), after.split("\n")];
  let head = 0;
  while (head < Math.min(old.length, fresh.length) && old[head] === fresh[head]) head++;
  let tail = 0;
  while (tail < Math.min(old.length, fresh.length) - head && old.at(-1 - tail) === fresh.at(-1 - tail)) tail++;
  return { gone: old.slice(head, old.length - tail), come: fresh.slice(head, fresh.length - tail) };
}

describe("changing one value", () => {
  test.each<[string, ChangePath, YamlValue | undefined, { gone: string[]; come: string[] }]>([
    ["a plain scalar, comment kept", ["helder"], 2, { gone: ["helder: 1   # versie"], come: ["helder: 2   # versie"] }],
    ["a single-quoted scalar", ["name"], "Bad's", { gone: ["name: 'Badkamer & Co'"], come: ["name: 'Bad''s'"] }],
    [
      "a double-quoted scalar, by id",
      ["kpis", "revenue", "name"],
      'De "omzet"',
      { gone: ['    name: "Omzet"     # in euro\'s'], come: ['    name: "De \\"omzet\\""     # in euro\'s'] },
    ],
    [
      "a number inside a flow map",
      ["kpis", 0, "target", "value"],
      300,
      {
        gone: ["    target: {value: 250, from: 2026-01-01, plan: [70, 80, 100]}  # met de directie"],
        come: ["    target: {value: 300, from: 2026-01-01, plan: [70, 80, 100]}  # met de directie"],
      },
    ],
    [
      "one item of a flow list by a whole list",
      ["kpis", "revenue", "target", "plan"],
      [70, 85, 100],
      {
        gone: ["    target: {value: 250, from: 2026-01-01, plan: [70, 80, 100]}  # met de directie"],
        come: ["    target: {value: 250, from: 2026-01-01, plan: [70, 85, 100]}  # met de directie"],
      },
    ],
    ["an empty value", ["kpis", 0, "owner"], "sales", { gone: ["    owner:"], come: ["    owner: sales"] }],
    [
      "folded text",
      ["kpis", 0, "because"],
      "Anders",
      { gone: ["    because: >-", "      Twee extra", "      showroomavonden."], come: ["    because: Anders"] },
    ],
    ["text that looks like a number", ["teams", "sales", "name"], "2026", { gone: ["  name: Verkoop"], come: ['  name: "2026"'] }],
    ["a new key in a block", ["teams", "sales", "weight"], 0.5, { gone: [], come: ["  weight: 0.5"] }],
    [
      "a new key in a flow map",
      ["kpis", "nps", "owner"],
      "service",
      { gone: ["  - {id: nps, direction: up}"], come: ["  - {id: nps, direction: up, owner: service}"] },
    ],
    [
      "a new entry",
      ["teams", "board"],
      { id: "board", name: "Directie: allen" },
      { gone: [], come: ["- id: board", '  name: "Directie: allen"'] },
    ],
    ["a new section", ["themes"], [{ id: "green", name: "Groen" }], { gone: [], come: ["themes: [{id: green, name: Groen}]"] }],
    ["no more key", ["kpis", 0, "name"], undefined, { gone: ['    name: "Omzet"     # in euro\'s'], come: [] }],
    ["no more first key", ["teams", "sales", "id"], undefined, { gone: ["- id: sales", "  name: Verkoop"], come: ["- name: Verkoop"] }],
    ["no more entry", ["teams", "sales"], undefined, { gone: ["- id: sales", "  name: Verkoop"], come: [] }],
    [
      "no more only entry",
      ["kpis", 0, "actions", 0],
      undefined,
      { gone: ["    actions:", "      - do: start", "        what: Bellen"], come: ["    actions: []"] },
    ],
    ["a key that is not there away", ["kpis", 0, "nothing"], undefined, { gone: [], come: [] }],
    [
      "an entry as a whole, of which one key differs",
      ["teams", "service"],
      { id: "service", name: "Klantenservice" },
      { gone: ["  name: Service"], come: ["  name: Klantenservice"] },
    ],
  ])("%s", (_, path, value, expected) => {
    expect(touched(text, change(text, path, value))).toEqual(expected);
  });

  test("keeps Windows line endings", () => {
    const windows = text.replaceAll("\n", "\r\n");
    const changed = change(change(windows, ["kpis", "nps", "name"], "NPS"), ["teams", "board"], { id: "board", name: "Directie" });
    expect(changed.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(parse(changed)).toEqual(
      parse(change(change(text, ["kpis", "nps", "name"], "NPS"), ["teams", "board"], { id: "board", name: "Directie" })),
    );
  });

  test("starts an empty file", () => {
    expect(change("# nog niets\n", ["kpis", "revenue"], { id: "revenue" })).toBe("# nog niets\nkpis: [{id: revenue}]\n");
  });

  test("refuses broken text and a change that reaches further", () => {
    expect(() => change("a: [1", ["a"], 2)).toThrow(HelderError);
    expect(() => change("a: &x {v: 1}\nb: *x\n", ["a", "v"], 2)).toThrow(HelderError);
    expect(change("a: &x {v: 1}\nb: *x\n", ["b", "v"], 2)).toBe("a: &x {v: 1}\nb: {v: 2}\n");
  });
});

const key = fc.constantFrom("a", "b", "id", "name", "constructor", "with space", "yes", "10", "x: y", "-", "#c");
const leaf = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.constantFrom(
    "",
    " ",
    "null",
    "2026-01-31",
    "25 %",
    "a: b",
    "a #b",
    "- x",
    "'",
    '"',
    "\n",
    "x\ny\n",
    "\t",
    "&a",
    "*a",
    "!t",
    "~",
    "[",
    "{",
    ",",
    "\u0085",
    "\u2028",
    "\uFEFF",
  ),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (Object.is(number, -0) ? 0 : number)),
  fc.boolean(),
  fc.constant(null),
);
const tree = fc.letrec<{ value: YamlValue }>((tie) => ({
  value: fc.oneof({ maxDepth: 3 }, leaf, fc.array(tie("value"), { maxLength: 3 }), fc.dictionary(key, tie("value"), { maxKeys: 4 })),
})).value;
const top = fc.dictionary(key, tree, { minKeys: 1, maxKeys: 5 });
const layout = fc.record({
  defaultStringType: fc.constantFrom("PLAIN" as const, "QUOTE_DOUBLE" as const, "QUOTE_SINGLE" as const),
  collectionStyle: fc.constantFrom("any" as const, "block" as const, "flow" as const),
  indent: fc.constantFrom(2, 4),
  indentSeq: fc.boolean(),
  blockQuote: fc.constantFrom(true, false, "folded" as const, "literal" as const),
});

/** Every path in a value. */
function paths(value: unknown, path: ChangePath = []): ChangePath[] {
  if (typeof value !== "object" || value === null) return [path];
  const members = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [...(path.length > 0 ? [path] : []), ...members.flatMap(([step, inner]) => paths(inner, [...path, step]))];
}

function at(value: unknown, path: ChangePath): unknown {
  return path.reduce<unknown>((inner, step) => (inner as Record<string | number, unknown>)[step], value);
}

describe("laws", () => {
  const written = fc
    .tuple(top, layout, fc.boolean())
    .map(([value, options, windows]) => {
      const commented = `# kop\n${stringify(value, { ...options, lineWidth: 0 })}# staart\n`;
      return windows ? commented.replaceAll("\n", "\r\n") : commented;
    })
    // Some of what the library writes it cannot read itself: an empty list below a key at column 1.
    .filter((text) => parseDocument(text).errors.length === 0)
    .map((text) => ({ text, value: parse(text) as unknown }));

  test("changing a value to itself is the identity, byte for byte", () => {
    fc.assert(
      fc.property(written, fc.nat(), ({ text, value }, choice) => {
        const all = paths(value);
        const path = all[choice % all.length]!;
        expect(change(text, path, at(value, path) as YamlValue)).toBe(text);
      }),
      { numRuns: 300 },
    );
  });

  test("a changed value reads back, all else reads as before, comments stay", () => {
    fc.assert(
      fc.property(written, fc.nat(), tree, ({ text, value }, choice, wanted) => {
        const all = paths(value);
        const path = all[choice % all.length]!;
        const changed = change(text, path, wanted);
        const expected = structuredClone(value);
        (at(expected, path.slice(0, -1)) as Record<string | number, unknown>)[path.at(-1)!] = structuredClone(wanted);
        expect(parse(changed)).toEqual(expected);
        expect(changed.startsWith("# kop")).toBe(true);
        expect(changed.trimEnd().endsWith("# staart")).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test("what is taken away is gone and the rest is there", () => {
    fc.assert(
      fc.property(written, fc.nat(), ({ text, value }, choice) => {
        const all = paths(value);
        const path = all[choice % all.length]!;
        const changed = change(text, path, undefined);
        const expected = structuredClone(value);
        const parent = at(expected, path.slice(0, -1));
        if (Array.isArray(parent)) parent.splice(Number(path.at(-1)), 1);
        else delete (parent as Record<string, unknown>)[path.at(-1)!];
        expect(parse(changed)).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });
});

describe("several differences at once", () => {
  test("a key gets another name and keeps its place, value and comments", () => {
    const renamed = changeAll(text, [
      { path: ["kpis", 0, "name"], key: "title" },
      { path: ["kpis", 1, "direction"], key: "way" },
    ]);
    expect(renamed).toBe(text.replace('name: "Omzet"', 'title: "Omzet"').replace("direction: up", "way: up"));
  });

  test("every path is one of the text as it is, whatever goes", () => {
    const list = "a:\n  - {id: x}\n  - {id: y} # y\n  # above z\n  - {id: z, n: 1}\n";
    const changed = changeAll(list, [
      { path: ["a", 0], value: undefined },
      { path: ["a", 2, "n"], value: 2 },
      { path: ["a", 1], value: undefined },
    ]);
    expect(changed).toBe("a:\n  # above z\n  - {id: z, n: 2}\n");
  });

  test("a key never takes the place of another", () => {
    expect(() => changeAll("a: 1\nb: 2\n", [{ path: ["a"], key: "b" }])).toThrow(HelderError);
    expect(() => changeAll("a: 1\n", [{ path: ["c"], key: "b" }])).not.toThrow();
  });

  test("one that would reach further refuses them all", () => {
    const shared = "a: &t {n: 1}\nb: *t\nc: 1\n";
    expect(() =>
      changeAll(shared, [
        { path: ["c"], value: 2 },
        { path: ["a", "n"], value: 2 },
      ]),
    ).toThrow(HelderError);
  });
});
