import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { message, rules } from "../../src/check/index.ts";
import { act, aimed, before, cases, kpi, quarter, share } from "./cases-indicators.ts";
import { treeCases } from "./cases-tree.ts";
import { type Example, lint } from "./example.ts";

const found = (code: string, example: Example) => lint(example).findings.filter((finding) => finding.code === code);
const params = (code: string, example: Example) => found(code, example).map((finding) => finding.params);

function pageExamples(code: string): readonly string[] {
  const page = readFileSync(new URL(`../../docs/rules/${code}.md`, import.meta.url), "utf8");
  return [...page.matchAll(/```yaml\n([^`]+)```/g)].map(([, text]) => text!);
}

describe.each(Object.entries({ ...cases, ...treeCases }))("%s", (code, { invalid, valid }) => {
  const [wrong, right] = pageExamples(code);

  test("its page has a wrong and a right example, and a source", () => {
    expect(found(code, { text: wrong! })).not.toEqual([]);
    expect(found(code, { text: right! })).toEqual([]);
    const structural = [wrong!, right!].flatMap((text) => lint({ text }).findings).filter((finding) => !(finding.code in rules));
    expect(structural.filter(({ severity }) => severity === "error")).toEqual([]);
    const page = readFileSync(new URL(`../../docs/rules/${code}.md`, import.meta.url), "utf8");
    expect(page).toMatch(/\nWhen to waive: [^]+\nSource: [A-E]\d\.\n/);
  });

  test.each(invalid)("finds $text", ({ on, ...example }) => {
    const findings = found(code, example);
    expect(findings.map((finding) => finding.on)).toEqual(on);
    for (const finding of findings) {
      expect(finding.at).not.toBeNull();
      const [nl, en] = [message(finding, "nl"), message(finding, "en")];
      expect(nl).not.toBe(en);
      expect(`${nl} ${en}`).not.toMatch(/undefined|null|NaN|\[object|!|\bu\b/);
      expect([nl, en]).toEqual([expect.stringMatching(/[.?]$/), expect.stringMatching(/[.?]$/)]);
    }
  });

  test.each(valid)("lets pass $text", (example) => {
    expect(found(code, example)).toEqual([]);
  });
});

describe("what they say", () => {
  test("cadence-too-slow counts the looks and names the slowest cadence that will do", () => {
    expect(params("cadence-too-slow", { text: kpi(`target: {value: 1, ${quarter}}, cadence: quarterly`) })).toMatchObject([
      { count: 1, faster: "monthly" },
    ]);
    expect(params("cadence-too-slow", { text: kpi("target: {value: 1, from: 2026-10-01, to: 2026-10-31}") })).toMatchObject([
      { count: 1, faster: "weekly" },
    ]);
    expect(params("cadence-too-slow", { text: kpi("target: {value: 1, from: 2026-10-01, to: 2026-10-05}") })).toMatchObject([
      { count: 0, faster: "daily" },
    ]);
  });

  test("target-unrealistic says why", () => {
    const reason = (text: string) => params("target-unrealistic", { text })[0]?.["reason"];
    expect(reason(aimed("120 %", "auto", share))).toBe("above-whole");
    expect(reason(aimed("101", "auto", "name: NPS, type: observed"))).toBe("beyond-scale");
    expect(reason(aimed("1", `{value: 2, ${before}}`))).toBe("against-direction");
    expect(reason(aimed("5", `{value: 2, ${before}}`))).toBe("jump");
  });

  test("percentages are told as they are typed", () => {
    const [finding] = found("target-unrealistic", { text: aimed("25 %", "{value: 27.4 %}", share) });
    expect(message(finding!, "nl")).toContain("(25 %) is slechter dan de uitgangswaarde (27,4 %)");
    expect(message(finding!, "en")).toContain("(25 %) is worse than the baseline (27.4 %)");
    const [plan] = found("plan-does-not-add-up", { text: kpi(`metric: m, target: {value: 30 %, ${quarter}, plan: [28 %, 29 %]}`, share) });
    expect(message(plan!, "en")).toContain("ends at 29 %, but the target is 30 %");
  });

  test("a volume counter is told its neighbour, in the language of the reader", () => {
    const [finding] = found("vanity-kpi", { text: kpi("name: Websitebezoekers") });
    expect(finding!.params).toMatchObject({ counter: "visitors", neighbour: "conversion-rate", lacks: "action" });
    expect(message(finding!, "nl")).toContain("“Conversie");
    expect(message(finding!, "en")).toContain("“Conversion rate”");
    expect(params("vanity-kpi", { text: kpi(`name: Likes, ${act}`) })).toMatchObject([{ lacks: "dependent" }]);
  });

  test("a target is judged in `targets` too, and the finding stands there", () => {
    const [finding] = found("target-in-past", {
      text: "kpis:\n  - {id: k, targets: {target: {value: 1, from: 2025-01-01, to: 2025-12-31}}}",
    });
    expect(finding!.at).toEqual({ file: "a.yaml", line: 2, column: 64 });
  });
});

describe("over-budget says which KPI to let go", () => {
  const settings = "superKpi: a\nkpiBudget: 1\n";
  const evict = (text: string) => params("over-budget", { text, settings })[0];

  test("no action before no owner before volume before no target before the same gauge; never the super-KPI", () => {
    const target = `target: {value: 1, ${quarter}}`;
    const text = `objectives: [{id: o, name: O}]
kpis:
  - {id: a}
  - {id: b, name: Orders, owner: x, ${target}}
  - {id: c, name: Sold, ${act}, ${target}}
  - {id: d, name: Likes, owner: x, ${act}, ${target}}
  - {id: e, owner: x, ${act}}
  - {id: f, owner: x, ${act}, ${target}, measures: o}
  - {id: g, owner: x, ${act}, ${target}, measures: o}
  - {id: h}
`;
    expect(evict(text)).toEqual({
      count: 8,
      budget: 1,
      evict: ["h", "b", "c", "d", "e", "g", "f"],
      because: ["no-action no-owner no-target", "no-action", "no-owner", "volume", "no-target", "same-gauge", ""],
    });
    const [finding] = found("over-budget", { text, settings });
    expect(message(finding!, "en")).toContain(
      "starting with “h” (no action, no owner, no target), “b” (no action), “c” (no owner), or raise",
    );
    expect(message(finding!, "nl")).toContain("te beginnen met “h” (geen actie, geen eigenaar, geen doel)");
  });

  test("whatever the order of the entries", () => {
    const entries = ["{id: a}", "{id: b, owner: x}", `{id: c, ${act}}`, "{id: d, name: Bezoekers}", "{id: e}"];
    const write = (list: readonly string[]) => `kpis:\n${list.map((entry) => `  - ${entry}\n`).join("")}`;
    fc.assert(
      fc.property(fc.shuffledSubarray(entries, { minLength: 5 }), (list) => {
        expect(evict(write(list))).toEqual(evict(write(entries)));
      }),
    );
  });
});

test("the order of entries changes no finding", () => {
  const texts = Object.values({ ...cases, ...treeCases }).flatMap(({ invalid }) => invalid.map(({ text }) => text));
  const lists = ["kpis", "metrics", "interactions"] as const;
  for (const text of texts) {
    const flow = lists.find((section) => new RegExp(`^${section}: \\[\\{.*\\}\\]$`, "m").test(text));
    if (!flow) continue;
    const turned = text.replace(new RegExp(`^${flow}: \\[(\\{.*\\})\\]$`, "m"), (_, entries: string) => {
      return `${flow}: [${entries
        .split(/(?<=\}), (?=\{id: )/)
        .reverse()
        .join(", ")}]`;
    });
    const said = (one: string) =>
      lint({ text: one })
        .findings.map(({ code, on, params: told }) => JSON.stringify([code, on, told]))
        .sort();
    expect(said(turned)).toEqual(said(text));
  }
});
