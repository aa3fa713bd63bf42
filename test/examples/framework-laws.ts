import { expect, test } from "vitest";
import { addMonths } from "../../src/calendar/index.ts";
import { check } from "../../src/check/index.ts";
import { type Framework, isTyped } from "../../src/framework/index.ts";
import { languages, parsedAt, sourcesOf, writtenFor } from "./example.ts";

/** The keys whose values are for people to read. */
const texts = new Set(
  "name promise aim wants does because what outcome situation quote description cause options chosen learning language organisation".split(
    " ",
  ),
);

/** A framework without its words: what must be the same in every language. */
function structure(value: unknown, key = ""): unknown {
  if (texts.has(key) || (key === "effect" && value !== "helps" && value !== "hurts")) return typeof value;
  if (Array.isArray(value)) return value.map((item) => structure(item));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, structure(inner, name)]));
}

/** What holds for the framework of every example. */
export function frameworkLaws(example: string): void {
  const { framework } = parsedAt(example, "nl", writtenFor);

  test("is the same framework in both languages, each in its own words", () => {
    expect(structure(parsedAt(example, "en", writtenFor).framework)).toEqual(structure(framework));
    const words = {
      nl: /\b(?:the|with|which|who|when)\b/i,
      en: /\b(?:het|een|niet|wij|voor|wie|je)\b/i,
    };
    for (const language of languages) {
      for (const { path, text } of sourcesOf(example, language)) {
        const foreign = text.split("\n").filter((line) => !/\b(?:when|who): /.test(line) && words[language].test(line));
        expect(foreign, `${language}/${path}`).toEqual([]);
      }
    }
  });

  // a leap day, eleven quarters before the dates that are typed
  const today = "2024-02-29";
  test.each(languages)("%s: nothing to mend or to reconsider, also when its dates are moved", (language) => {
    const parsed = parsedAt(example, language, today);
    const { findings } = check({ ...parsed, today });
    expect(findings.filter(({ severity }) => severity !== "info")).toEqual([]);
    for (const { id, target, baseline, agreedOn } of [...parsed.framework.kpis, ...parsed.framework.cpis]) {
      expect(target!.from! <= today && today <= target!.to!, id).toBe(true);
      if (typeof baseline !== "object") throw new Error(`baseline of ${id}`);
      expect(addMonths(baseline.from!, 12), id).toBe(target!.from);
      expect(baseline.value, id).not.toBe(target!.value);
      expect(agreedOn! < target!.from!, id).toBe(true);
    }
  });

  test("fits its budget, each objective has its gauge, each interaction is measured", () => {
    const measuring = (id: string) => framework.kpis.filter((kpi) => kpi.measures === id);
    expect(framework.kpis.length).toBeLessThanOrEqual(framework.settings.kpiBudget);
    for (const { id } of framework.objectives) expect(measuring(id), id).toHaveLength(1);
    for (const { id, wants, does, serves, for: audience } of framework.interactions) {
      expect(measuring(id).length + framework.cpis.filter((cpi) => cpi.interaction === id).length, id).toBeGreaterThan(0);
      expect(wants && does && serves.length > 0 && audience.length > 0, id).toBe(true);
    }
    const phases = framework.cpis.map(({ interaction }) => framework.interactions.find(({ id }) => id === interaction)!.phase);
    expect(new Set(phases)).toEqual(new Set(["see", "think", "do", "care"]));
    for (const { id, for: audience } of framework.goals) {
      expect(audience.length, id).toBeGreaterThan(0);
      expect(
        framework.objectives.some(({ supports }) => supports.some(({ goal, effect }) => goal === id && effect === "helps")),
        id,
      ).toBe(true);
    }
  });

  test("every KPI and CPI says how much, why, who and what to do", () => {
    for (const one of [...framework.kpis, ...framework.cpis]) {
      expect(one.agreedBy?.length && one.because && one.owner && one.metric && one.direction, one.id).toBeTruthy();
      expect(one.actions.length, one.id).toBeGreaterThan(1);
      expect(
        one.actions.every(({ when, who }) => when && who),
        one.id,
      ).toBe(true);
    }
    for (const kpi of framework.kpis) expect(kpi.guardrail.length > 0 && kpi.side && kpi.timing, kpi.id).toBeTruthy();
    expect(new Set(framework.kpis.map(({ timing }) => timing))).toEqual(new Set(["leading", "lagging"]));
    for (const { id, outcome, increment, evidence } of framework.cpis) {
      expect(/\bik\b/i.test(outcome!) && increment, id).toBeTruthy();
      expect(
        evidence.some(({ method, customers }) => method === "contextual-inquiry" && customers! > 4),
        id,
      ).toBe(true);
      expect(
        evidence.every(({ on, by, situation, quote }) => on && by && situation && quote),
        id,
      ).toBe(true);
    }
    for (const { outcome, id } of parsedAt(example, "en", writtenFor).framework.cpis) expect(outcome, id).toMatch(/\bI\b/);
  });

  test("scorecards add up to one and hold what the team can move; its CPIs have a link that an experiment tests", () => {
    const tested = new Set(framework.experiments.filter(({ to }) => to! < writtenFor).flatMap(({ tests }) => tests));
    const known = new Set([...framework.teams, ...framework.stakeholders].map(({ id }) => id));
    for (const { id, scorecard } of framework.teams) {
      expect(
        scorecard.reduce((sum, { weight }) => sum + weight, 0),
        id,
      ).toBeCloseTo(1, 12);
      expect(
        scorecard.some(({ cpi }) => cpi),
        id,
      ).toBe(true);
      for (const { kpi, cpi } of scorecard) {
        const scored = [...framework.kpis, ...framework.cpis].find((one) => one.id === (kpi ?? cpi))!;
        expect(scored.owner === id || scored.actions.some(({ who }) => who === id), `${id}: ${scored.id}`).toBe(true);
        if (cpi)
          expect(
            framework.links.some((link) => link.from === cpi && tested.has(link.id)),
            `${id}: ${cpi}`,
          ).toBe(true);
      }
    }
    for (const { owner, agreedBy, actions } of [...framework.kpis, ...framework.cpis]) {
      for (const name of [owner!, ...agreedBy!, ...actions.map(({ who }) => who!)]) expect(known.has(name), name).toBe(true);
    }
  });

  test("every team reaches the super-KPI by helping links; links run in no circle", () => {
    const reach = (from: string, seen: readonly string[] = []): boolean => {
      expect(seen).not.toContain(from);
      const next = framework.links.filter((link) => link.from === from && link.effect === "helps");
      return from === framework.settings.superKpi || next.map(({ to }) => reach(to, [...seen, from])).some(Boolean);
    };
    for (const { id, scorecard } of framework.teams)
      expect(
        scorecard.some(({ kpi, cpi }) => reach((kpi ?? cpi)!)),
        id,
      ).toBe(true);
    for (const { id, because } of framework.links) expect(because, id).toBeTruthy();
    for (const { id, design, guardrails, minimumEffect, control, from, to } of framework.experiments) {
      expect(design && guardrails.length > 0 && minimumEffect && control && from && to, id).toBeTruthy();
    }
  });

  test("every metric is used, and is of a type that can be computed", () => {
    expect(unused(framework)).toEqual([]);
  });
}

function unused(framework: Framework): string[] {
  const used = new Set<string>();
  const use = (id: string): void => {
    const metric = framework.metrics.find((one) => one.id === id);
    if (!metric || used.has(id)) return;
    used.add(id);
    if (!isTyped(metric)) return;
    if (metric.type === "ratio") for (const part of [metric.numerator, metric.denominator]) use(part);
    if (metric.type === "formula") for (const part of metric.formula.match(/[a-z-]+/g) ?? []) use(part);
  };
  for (const { metric, guardrail } of [...framework.kpis, ...framework.cpis]) for (const id of [metric!, ...guardrail]) use(id);
  for (const { metrics, guardrails } of framework.experiments) for (const id of [...metrics, ...guardrails]) use(id);
  for (const one of framework.scenarios)
    if (one.kind === "growth")
      for (const id of [...Object.values(one.measured ?? {}), ...Object.values(one.capacity?.measured ?? {})]) if (id !== undefined) use(id);
  return framework.metrics.map(({ id }) => id).filter((id) => !used.has(id));
}
