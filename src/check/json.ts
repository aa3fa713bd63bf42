import type { Language } from "../framework/index.ts";
import type { CheckedFinding, CheckResult } from "./check.ts";
import { message } from "./message.ts";

/** The linter's answer as `helder check --json` gives it; lines and columns from 1, null where a finding stands nowhere. */
export function checkJson({ findings, summary, score, reasons }: CheckResult, language: Language): object {
  return { findings: findings.map((finding) => findingJson(finding, language)), summary, score, reasons };
}

function findingJson(finding: CheckedFinding, language: Language): object {
  const { code, severity, at, on, params, waived, waiver } = finding;
  const place = { file: at?.file ?? null, line: at?.line ?? null, column: at?.column ?? null };
  const by = waiver && { waiver: { because: waiver.because ?? null, by: waiver.by ?? null, until: waiver.until ?? null } };
  return { code, severity, ...place, on, message: message(finding, language), params, waived, ...by };
}
