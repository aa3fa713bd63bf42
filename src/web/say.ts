import { createContext, useContext } from "react";
import type { ReportJson } from "../report/index.ts";
import { type Formats, formats, phaseWords, webWords, type WebWords } from "../locale/index.ts";
import type { Entry, Language } from "./report.ts";

/** How to speak to this reader: the words and the formats of one language. */
export interface Say extends Formats {
  readonly words: WebWords;
  /** a share in whole percents: `12 %` */
  readonly percent: (fraction: number) => string;
}

function sayIn(language: Language, currency: string): Say {
  const written = formats(language, currency);
  return {
    ...written,
    words: webWords[language],
    percent: (fraction) => `${written.number(fraction * 100)}${language === "nl" ? "\u00a0" : ""}%`,
  };
}

export interface LanguageChoice {
  readonly language: Language;
  readonly choose: (language: Language) => void;
  /** the workspace's language, told by the report once it arrives: holds where the reader chose none */
  readonly suggest: (language: Language) => void;
}

export const LanguageContext = createContext<LanguageChoice | null>(null);

export function useLanguage(): LanguageChoice {
  const choice = useContext(LanguageContext);
  if (!choice) throw new Error("no language above this component");
  return choice;
}

export function useWords(): WebWords {
  return webWords[useLanguage().language];
}

export interface PhaseView {
  /** null: what belongs to no phase */
  readonly id: string | null;
  readonly name: string;
  readonly aim: string | null;
}

/** The loaded report with what pages look up in it. */
export interface Loaded {
  readonly report: ReportJson;
  readonly say: Say;
  readonly entries: ReadonlyMap<string, Entry>;
  readonly phases: readonly PhaseView[];
}

export const LoadedContext = createContext<Loaded | null>(null);

export function useLoaded(): Loaded {
  const loaded = useContext(LoadedContext);
  if (!loaded) throw new Error("no report above this component");
  return loaded;
}

export function loadedFrom(report: ReportJson, language: Language): Loaded {
  const say = sayIn(language, report.workspace.currency);
  return {
    report,
    say,
    entries: new Map([...report.cpis, ...report.kpis].map((entry) => [`${entry.kind}/${entry.id}`, entry])),
    phases: report.phases.map((phase) => {
      const known = phaseWords(language, phase.id);
      return { id: phase.id, name: phase.name ?? known?.name ?? phase.id, aim: phase.aim ?? known?.aim ?? null };
    }),
  };
}

/** The display name of a team or stakeholder, else the id as typed. */
export function person(report: ReportJson, id: string): string {
  return Object.hasOwn(report.people, id) ? (report.people[id] ?? id) : id;
}
