import type { Language } from "../framework/index.ts";
import { phaseWords, words } from "../locale/index.ts";
import type { Entry, Report } from "./report.ts";

/** Entries of one phase, in the order of the framework. */
export interface PhaseGroup<E> {
  readonly name: string;
  readonly aim: string | null;
  readonly entries: readonly E[];
}

/** Entries grouped in the order of the phases, those of no (known) phase last; empty phases are left out. */
export function byPhase<E extends Pick<Entry, "phase">>(
  report: Pick<Report, "phases">,
  entries: readonly E[],
  language: Language,
): PhaseGroup<E>[] {
  const known = new Set(report.phases.map((phase) => phase.id));
  const groups: PhaseGroup<E>[] = report.phases.map(({ id, name, aim }) => ({
    name: name ?? phaseWords(language, id)?.name ?? id,
    aim: aim ?? phaseWords(language, id)?.aim ?? null,
    entries: entries.filter((entry) => entry.phase === id),
  }));
  const homeless = entries.filter((entry) => entry.phase === null || !known.has(entry.phase));
  return [...groups, { name: words[language].noPhase, aim: null, entries: homeless }].filter((group) => group.entries.length > 0);
}
