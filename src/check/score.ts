import type { Finding, Framework } from "../framework/index.ts";

/** A framework smaller than this counts as this many, so that one slip in a first draft does not sink it. */
const smallest = 10;
const errorWeight = 3;

/**
 * How sound a framework is, from 0 to 100: ⌊100 · n / (n + 3·errors + warnings)⌋, where n is the number of goals, objectives,
 * interactions, KPIs and CPIs, at least 10. Waived findings and infos do not count. 100 means no errors and no warnings. Comments,
 * order, names and sections outside the tree do not move it; mending a finding always raises it or leaves it.
 */
export function score(framework: Framework, findings: readonly Finding[]): number {
  const { goals, objectives, interactions, kpis, cpis } = framework;
  const size = Math.max(smallest, goals.length + objectives.length + interactions.length + kpis.length + cpis.length);
  const weight = findings.reduce((sum, { severity, waived }) => {
    if (waived || severity === "info") return sum;
    return sum + (severity === "error" ? errorWeight : 1);
  }, 0);
  return Math.floor((100 * size) / (size + weight));
}
