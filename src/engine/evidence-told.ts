import type { Language } from "../framework/index.ts";
import type { LinkEvidence, LinkExperiment } from "./evidence.ts";
import { type ExperimentsResult, type VerdictReason, verdictReasons } from "./experiment-analysis.ts";

interface ToldExperiment extends Omit<LinkExperiment, "reason"> {
  readonly reason: { readonly code: VerdictReason; readonly sentence: string };
}

/** A link's evidence with the reasons of its verdicts in words. */
export interface ToldEvidence extends Omit<LinkEvidence, "ledger"> {
  readonly ledger: readonly ToldExperiment[];
}

/** The ledger as JSON in one language, with the experiments that could not be analysed. */
export interface EvidenceJson {
  readonly links: readonly ToldEvidence[];
  readonly failures: readonly { readonly id: string; readonly error: { readonly code: string; readonly message: string } }[];
}

export function tellEvidence(links: readonly LinkEvidence[], failures: ExperimentsResult["failures"], language: Language): EvidenceJson {
  return {
    links: links.map((link) => ({
      ...link,
      ledger: link.ledger.map((one) => ({ ...one, reason: { code: one.reason, sentence: verdictReasons[one.reason][language] } })),
    })),
    failures: failures.map(({ id, problem }) => ({ id, error: { code: problem.code, message: problem.sentence[language] } })),
  };
}
