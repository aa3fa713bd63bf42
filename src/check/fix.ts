import type { Finding } from "../framework/index.ts";
import { type Change, structuralFixes } from "../workspace/index.ts";
import { codes, type Linted } from "./check.ts";
import type { FixContext, Rule } from "./rule.ts";
import { rules } from "./rules/index.ts";

/** What would mend a finding of one workspace; nothing where it is waived, or where only people can decide. */
export type Fixer = (finding: Finding) => readonly Change[];

const rulesByCode: ReadonlyMap<string, Rule> = new Map(Object.entries(rules));
const structuralByCode = new Map(Object.entries(structuralFixes));

/** The fixes of a workspace as it was checked. An entry of which a part could not be read waits until that is mended. */
export function fixer(workspace: Linted): Fixer {
  const { sources, findings, history = new Map() } = workspace;
  const errors = findings.filter(({ severity }) => severity === "error");
  const context: FixContext = { ...workspace, history, codes, intact: errors.length === 0 };
  const entryAt = (at: Finding["at"]): string | null => {
    const part = sources.part(at) ?? (at && sources.typed(at.file)?.keyAt(at));
    return at && part ? JSON.stringify([at.file, ...part.path.slice(0, 2)]) : null;
  };
  let broken: ReadonlySet<string | null> | null = null;
  return (finding) => {
    if (finding.waived || !finding.at) return [];
    const structural = structuralByCode.get(finding.code);
    if (structural) return structural(finding, workspace);
    const rule = rulesByCode.get(finding.code);
    if (!rule?.fix) return [];
    broken ??= new Set(errors.map(({ at }) => entryAt(at)));
    return broken.has(entryAt(finding.at)) ? [] : rule.fix(finding, context);
  };
}
