import type { Finding, FindingKind, Language } from "../framework/index.ts";
import { structuralFindings } from "../workspace/index.ts";
import { evictionWords } from "./eviction.ts";
import { rules } from "./rules/index.ts";

/** Every kind of finding, structural or of a rule, by code. */
export const findingKinds: ReadonlyMap<string, FindingKind> = new Map<string, FindingKind>(
  [...Object.values(structuralFindings), ...Object.values(rules)].map((kind) => [kind.code, kind]),
);

/** What a finding says, in one language: what is wrong and what to do. */
export function message(finding: Finding, language: Language): string {
  return kindOf(finding).sentences[language](finding.params);
}

/** Why it counts for the user, in one plain sentence. */
export function whyOf(finding: Pick<Finding, "code">, language: Language): string {
  return kindOf(finding).why[language];
}

/** All that the report has to ask of the check. */
export const checkWords = {
  message,
  why: whyOf,
  eviction: (code: string, language: Language): string => evictionWords(code, language).sentence,
};

function kindOf({ code }: Pick<Finding, "code">): FindingKind {
  const kind = findingKinds.get(code);
  if (!kind) throw new Error(`no kind of finding: ${code}`);
  return kind;
}
