import type { Finding, FindingKind, Language } from "../framework/index.ts";
import { structuralFindings } from "../workspace/index.ts";
import { rules } from "./rules/index.ts";

/** Every kind of finding, structural or of a rule, by code. */
export const findingKinds: ReadonlyMap<string, FindingKind> = new Map<string, FindingKind>(
  [...Object.values(structuralFindings), ...Object.values(rules)].map((kind) => [kind.code, kind]),
);

/** What a finding says, in one language: what is wrong and what to do. */
export function message(finding: Finding, language: Language): string {
  const kind = findingKinds.get(finding.code);
  if (!kind) throw new Error(`no kind of finding: ${finding.code}`);
  return kind.sentences[language](finding.params);
}
