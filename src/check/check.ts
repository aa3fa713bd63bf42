import type { Day } from "../calendar/index.ts";
import type { Finding, Framework, Severity, Waiver } from "../framework/index.ts";
import { compareFindings, type Sources } from "../workspace/index.ts";
import type { History } from "./history.ts";
import { findingKinds } from "./message.ts";
import type { Context, Rule } from "./rule.ts";
import { rules } from "./rules/index.ts";
import { score, type ScoreReason, scoreReasons } from "./score.ts";

/** A finding, and if it is waived the waiver that makes it so. */
export interface CheckedFinding extends Finding {
  readonly waiver?: Waiver;
}

export interface CheckResult {
  /** sorted by file, line, column and code; those that are waived among them */
  readonly findings: readonly CheckedFinding[];
  /** how many, without those that are waived */
  readonly summary: Readonly<Record<Severity, number>>;
  /** 0 … 100, see `score` */
  readonly score: number;
  /** what the score lost, and by which codes */
  readonly reasons: readonly ScoreReason[];
}

export const codes: ReadonlySet<string> = new Set(findingKinds.keys());

/** A workspace to check: what `parse` made of its files, the day it is, and what its metrics were. */
export interface Linted {
  readonly framework: Framework;
  readonly findings: readonly Finding[];
  readonly sources: Sources;
  readonly today: Day;
  readonly history?: History;
}

/**
 * Runs every rule over a framework and joins what they find with what reading it found. `history` is what the metrics were, where that
 * is known: targets are held against it.
 */
export function check(workspace: Linted): CheckResult {
  const { framework, today, history = new Map() } = workspace;
  const waivers = waiversIn(framework, today);
  const found = Object.values(rules).flatMap((rule) => [...violations(rule, { ...workspace, history, codes })]);
  const findings = [...workspace.findings, ...found]
    .map((finding): CheckedFinding => {
      const waiver = waivers.get(`${finding.code} ${finding.on}`);
      return waiver ? { ...finding, waived: true, waiver } : finding;
    })
    .sort(compareFindings);
  const count = (severity: Severity) => findings.filter((finding) => !finding.waived && finding.severity === severity).length;
  const summary = { error: count("error"), warning: count("warning"), info: count("info") };
  return { findings, summary, score: score(framework, findings), reasons: scoreReasons(framework, findings) };
}

function* violations(rule: Rule, context: Context): Iterable<Finding> {
  for (const { on, at, params } of rule.find(context)) {
    yield { code: rule.code, severity: rule.severity, on, at, params, waived: false };
  }
}

/** The waivers that hold on a day, the first of each code and entity. A waiver holds through its day `until`. */
function waiversIn({ waivers }: Framework, today: Day): ReadonlyMap<string, Waiver> {
  const holding = waivers.filter(({ until }) => until === undefined || today <= until);
  return new Map(holding.toReversed().map((waiver) => [`${waiver.code} ${waiver.on}`, waiver]));
}
