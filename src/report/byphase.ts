import type { Language } from "../framework/index.ts";
import { phaseWords, words } from "../locale/index.ts";
import type { Entry, Report } from "./report.ts";

/** Entries of one phase, in the order of the framework. */
export interface PhaseGroup {
  readonly name: string;
  readonly aim: string | null;
  readonly entries: readonly Entry[];
}

/** Entries grouped in the order of the phases, those of no (known) phase last; empty phases are left out. */
export function byPhase(report: Report, entries: readonly Entry[], language: Language): PhaseGroup[] {
  const known = new Set(report.phases.map((phase) => phase.id));
  const groups: PhaseGroup[] = report.phases.map(({ id, name, aim }) => ({
    name: name ?? phaseWords(language, id)?.name ?? id,
    aim: aim ?? phaseWords(language, id)?.aim ?? null,
    entries: entries.filter((entry) => entry.phase === id),
  }));
  const homeless = entries.filter((entry) => entry.phase === null || !known.has(entry.phase));
  return [...groups, { name: words[language].noPhase, aim: null, entries: homeless }].filter((group) => group.entries.length > 0);
}
