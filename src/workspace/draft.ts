import { suggest } from "../expression/index.ts";
import type { Finding, Params, Range, Severity } from "../framework/index.ts";
import { type StructuralCode, structuralFindings } from "./findings/index.ts";

/** A finding before the workspace's name is known; `on: null` stands for the workspace. */
export interface Draft {
  readonly code: StructuralCode;
  readonly severity?: Severity;
  readonly on: string | null;
  readonly at: Range | null;
  readonly params: Params;
  /** a word that was typed, and those it may have been meant to be: gives the param `suggestion` */
  readonly meant?: { readonly word: string; readonly among: () => readonly string[] };
}

/** So many words are compared to find what was meant; a text that is wrong throughout needs no thousand hints. */
const mostComparisons = 20_000;

/** The findings that drafts stand for, sorted. Hints go to the first that can have one. */
export function toFindings(drafts: readonly Draft[], workspace: string): Finding[] {
  let comparisons = 0;
  const suggestion = ({ meant }: Draft): Params => {
    if (!meant || meant.word.length > 100 || comparisons >= mostComparisons) return {};
    const among = meant.among();
    comparisons += among.length;
    const word = suggest(meant.word, among);
    return word === null ? {} : { suggestion: word };
  };
  return drafts
    .map((draft) => ({ draft, finding: toFinding(draft, workspace) }))
    .sort((one, other) => compareFindings(one.finding, other.finding))
    .map(({ draft, finding }) => (draft.meant ? { ...finding, params: { ...finding.params, ...suggestion(draft) } } : finding));
}

function toFinding(draft: Draft, workspace: string): Finding {
  return {
    code: draft.code,
    severity: draft.severity ?? structuralFindings[draft.code].severity,
    on: draft.on ?? workspace,
    at: draft.at,
    params: draft.params,
    waived: false,
  };
}

/** By file, line, column, code, then by what it says: an order that does not depend on how the findings came about. */
export function compareFindings(one: Finding, other: Finding): number {
  return (
    compareText(one.at?.file ?? "", other.at?.file ?? "") ||
    (one.at?.line ?? 0) - (other.at?.line ?? 0) ||
    (one.at?.column ?? 0) - (other.at?.column ?? 0) ||
    compareText(one.code, other.code) ||
    compareText(one.on, other.on) ||
    compareText(JSON.stringify(one.params), JSON.stringify(other.params))
  );
}

/** Order of characters, not of a language: the same everywhere. */
export function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
