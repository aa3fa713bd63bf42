import type { Entry } from "../../report.ts";
import type { PhaseView } from "../../say.ts";

export interface PhaseGroup {
  readonly phase: PhaseView;
  readonly entries: readonly Entry[];
}

/** The entries per phase in the order of the journey; phases without entries are left out, what has no phase comes last. */
export function byPhase(entries: readonly Entry[], phases: readonly PhaseView[], noPhase: string): readonly PhaseGroup[] {
  const known = new Set(phases.map((phase) => phase.id));
  const rest: PhaseView = { id: null, name: noPhase, aim: null };
  return [...phases, rest]
    .map((phase) => ({
      phase,
      entries: entries.filter((entry) => (phase.id === null ? entry.phase === null || !known.has(entry.phase) : entry.phase === phase.id)),
    }))
    .filter((group) => group.entries.length > 0);
}
