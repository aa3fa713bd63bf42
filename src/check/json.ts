import type { Finding, Language } from "../framework/index.ts";
import type { CheckResult } from "./check.ts";
import { message } from "./message.ts";

/** The linter's answer as `helder check --json` gives it; lines and columns from 1, null where a finding stands nowhere. */
export function checkJson({ findings, summary, score }: CheckResult, language: Language): object {
  return { findings: findings.map((finding) => findingJson(finding, language)), summary, score };
}

function findingJson(finding: Finding, language: Language): object {
  const { code, severity, at, on, params, waived } = finding;
  const place = { file: at?.file ?? null, line: at?.line ?? null, column: at?.column ?? null };
  return { code, severity, ...place, on, message: message(finding, language), params, waived };
}
