import type { Language } from "../framework/index.ts";
import { type Formats, formats, type Words, words } from "../locale/index.ts";
import { byPhase, headline, momentNotes, nextAction, person, type ReportJson, sliceSentence } from "../report/index.ts";
import { type DocumentWords, sentences } from "./sentences.ts";

export type Entry = ReportJson["kpis"][number];

/** A report with everything that says it in one language. */
export interface Page {
  readonly report: ReportJson;
  readonly language: Language;
  readonly say: DocumentWords;
  readonly word: Words;
  readonly format: Formats;
}

export function pageOf(report: ReportJson, language: Language): Page {
  const format = formats(language, report.workspace.currency);
  return { report, language, say: sentences[language], word: words[language], format };
}

/** The sentence that every form of the report opens with. */
export function opening({ report, language }: Page): string {
  return headline(report, language)
    .map(({ text }) => text)
    .join("");
}

/** When it is of: `4e kwartaal 2026 · dag 53 van 92 · stand van 22 nov 2026`. */
export function moment({ report, word, format }: Page): string {
  return momentNotes(report, word, format).join(" · ");
}

export function phaseGroups({ report, language }: Page, entries: readonly Entry[]) {
  return byPhase(report, entries, language);
}

/** Why an entry has its status, what lastingly changed, or why there is no figure. */
export function why({ language, format }: Page, entry: Entry): string {
  const slices = sliceSentence(entry, language, format);
  const said = [...entry.reasons, ...entry.signals].map(({ sentence }) => sentence);
  return entry.problem?.sentence ?? [...said, ...(slices === null ? [] : [slices])].join(" ");
}

/** What was agreed to do in the state that an entry is in: `Begin: prijs tonen vóór het formulier (Verkoop)`. */
export function todo({ report, say }: Page, entry: Entry): string | null {
  const action = nextAction(entry);
  if (action === null) return null;
  return `${say.do[action.do]}: ${action.what}${action.who === undefined ? "" : ` (${person(report, action.who)})`}`;
}

export function owner({ report }: Page, entry: Entry): string | null {
  return entry.owner === null ? null : person(report, entry.owner);
}

/** The newest full period and the one before it; null where there is none. */
export function lastPeriods(entry: Entry): readonly [Entry["series"][number] | null, Entry["series"][number] | null] {
  const full = entry.series.filter((point) => point.complete);
  return [full.at(-1) ?? null, full.at(-2) ?? null];
}

/** The name of what an entry gauges. */
export function measures({ report }: Page, entry: Entry): string | null {
  if (entry.measures === null) return null;
  return (
    report.tree.nodes.find((node) => node.entity === entry.measures && /^(?:goal|objective|interaction)\//.test(node.id))?.name ??
    entry.measures
  );
}
