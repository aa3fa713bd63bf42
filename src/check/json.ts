import type { Language } from "../framework/index.ts";
import type { CheckedFinding, CheckResult } from "./check.ts";
import type { Fixer } from "./fix.ts";
import { message } from "./message.ts";

/**
 * The linter's answer as `helder check --json` gives it; lines and columns from 1, null where a finding stands nowhere; `fixable: true`
 * on the findings that `fixOf` mends.
 */
export function checkJson({ findings, summary, score, reasons }: CheckResult, language: Language, fixOf: Fixer = () => []): object {
  return { findings: findings.map((finding) => findingJson(finding, language, fixOf)), summary, score, reasons };
}

function findingJson(finding: CheckedFinding, language: Language, fixOf: Fixer): object {
  const { code, severity, at, on, params, waived, waiver } = finding;
  const place = { file: at?.file ?? null, line: at?.line ?? null, column: at?.column ?? null };
  const by = waiver && { waiver: { because: waiver.because ?? null, by: waiver.by ?? null, until: waiver.until ?? null } };
  return {
    code,
    severity,
    ...place,
    on,
    message: message(finding, language),
    params,
    waived,
    ...by,
    ...(fixOf(finding).length > 0 ? { fixable: true } : {}),
  };
}
