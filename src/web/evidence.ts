import { useQuery } from "@tanstack/react-query";
import { answerOf, type Language, patiently } from "./report.ts";

interface Lift {
  readonly estimate: number;
  readonly interval: readonly (number | null)[];
}

/** One experiment on one link, as `/api/evidence` tells it. */
export interface LedgerEntry {
  readonly id: string;
  readonly name: string;
  readonly source: "measured" | "typed";
  readonly from: string | null;
  readonly ended: string | null;
  readonly arms: Readonly<Record<string, number>>;
  readonly verdict: "supported" | "refuted" | "inconclusive";
  readonly reason: { readonly sentence: string };
  readonly counts: boolean;
  readonly outcomes: readonly {
    readonly metric: string;
    readonly variant: string | null;
    readonly relative: (Lift & { readonly pValue: number }) | null;
  }[];
  readonly data: string | null;
}

export interface LinkEvidence {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly effect: "helps" | "hurts";
  readonly status: "hypothesis" | "supported" | "refuted" | "inconclusive" | "expired";
  readonly until: string | null;
  readonly because: string | null;
  readonly pooled: (Lift & { readonly experiments: readonly string[]; readonly heterogeneity: number }) | null;
  readonly contradicted: boolean;
  readonly ledger: readonly LedgerEntry[];
  readonly association: {
    readonly strongest: { readonly correlation: number; readonly lag: number; readonly pValue: number } | null;
  } | null;
}

interface Evidence {
  readonly links: readonly LinkEvidence[];
  readonly failures: readonly { readonly id: string; readonly error: { readonly message: string } }[];
}

/** What every link rests on. */
export function useEvidence(language: Language) {
  return useQuery({
    queryKey: ["evidence", language],
    queryFn: async ({ signal }) =>
      (await answerOf(await fetch(`/api/evidence?language=${language}`, { signal, headers: { accept: "application/json" } }))) as Evidence,
    staleTime: 60_000,
    ...patiently,
  });
}
