import type { Day } from "../calendar/index.ts";
import type { Finding, Framework, Severity, Waiver } from "../framework/index.ts";
import { compareFindings, type Sources } from "../workspace/index.ts";
import type { Context, Rule } from "./rule.ts";
import { rules } from "./rules/index.ts";
import { score } from "./score.ts";

export interface CheckResult {
  /** sorted by file, line, column and code; those that are waived among them */
  readonly findings: readonly Finding[];
  /** how many, without those that are waived */
  readonly summary: Readonly<Record<Severity, number>>;
  /** 0 … 100, see `score` */
  readonly score: number;
}

/** Runs every rule over a framework and joins what they find with what reading it found. */
export function check(workspace: {
  readonly framework: Framework;
  readonly findings: readonly Finding[];
  readonly sources: Sources;
  readonly today: Day;
}): CheckResult {
  const { framework, today } = workspace;
  const found = Object.values(rules).flatMap((rule) => [...violations(rule, workspace)]);
  const findings = [...workspace.findings, ...found]
    .map((finding) => (framework.waivers.some((waiver) => covers(waiver, finding, today)) ? { ...finding, waived: true } : finding))
    .sort(compareFindings);
  const count = (severity: Severity) => findings.filter((finding) => !finding.waived && finding.severity === severity).length;
  const summary = { error: count("error"), warning: count("warning"), info: count("info") };
  return { findings, summary, score: score(framework, findings) };
}

function* violations(rule: Rule, context: Context): Iterable<Finding> {
  for (const { on, at, params } of rule.find(context)) {
    yield { code: rule.code, severity: rule.severity, on, at, params, waived: false };
  }
}

/** A waiver holds through its day `until`. */
function covers({ code, on, until }: Waiver, finding: Finding, today: Day): boolean {
  return code === finding.code && on === finding.on && (until === undefined || today <= until);
}
