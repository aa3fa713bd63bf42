import type { Finding, Framework, Severity } from "../framework/index.ts";

/** A framework smaller than this counts as this many, so that one slip in a first draft does not sink it. */
const smallest = 10;
const weights: Readonly<Record<Severity, number>> = { error: 3, warning: 1, info: 0 };

/** What one code took from the score. */
export interface ScoreReason {
  readonly code: string;
  readonly findings: number;
  /** unrounded; those of all reasons add up to 100 − score */
  readonly points: number;
}

/**
 * How sound a framework is, from 0 to 100: ⌊100 · n / (n + 3·errors + warnings)⌋, where n is the number of goals, objectives,
 * interactions, KPIs and CPIs, at least 10. Waived findings and infos do not count. 100 means no errors and no warnings. Comments,
 * order, names and sections outside the tree do not move it; mending a finding always raises it or leaves it.
 */
export function score(framework: Framework, findings: readonly Finding[]): number {
  const { goals, objectives, interactions, kpis, cpis } = framework;
  const size = Math.max(smallest, goals.length + objectives.length + interactions.length + kpis.length + cpis.length);
  const weight = findings.reduce((sum, finding) => sum + weightOf(finding), 0);
  return Math.floor((100 * size) / (size + weight));
}

/** Why the score is not 100: each code with its share of the lost points by the weight of its findings, the dearest first. */
export function scoreReasons(framework: Framework, findings: readonly Finding[]): readonly ScoreReason[] {
  const byCode = new Map<string, { findings: number; weight: number }>();
  for (const finding of findings) {
    const weight = weightOf(finding);
    if (weight === 0) continue;
    const known = byCode.get(finding.code) ?? { findings: 0, weight: 0 };
    byCode.set(finding.code, { findings: known.findings + 1, weight: known.weight + weight });
  }
  const lost = 100 - score(framework, findings);
  const total = [...byCode.values()].reduce((sum, { weight }) => sum + weight, 0);
  return [...byCode]
    .map(([code, { findings: count, weight }]) => ({ code, findings: count, points: (lost * weight) / total }))
    .sort((one, other) => other.points - one.points || (one.code < other.code ? -1 : 1));
}

function weightOf({ severity, waived }: Finding): number {
  return waived ? 0 : weights[severity];
}
