import type { ListImport } from "../engine/index.ts";
import type { Language } from "../framework/index.ts";
import { message } from "../check/index.ts";
import { inert } from "../report/index.ts";
import { doubtSentence } from "../sheet/index.ts";

/** What an import adds and changes, as `helder import --json` gives it. */
export function importJson({ added, changed, unchanged, columns, doubts, findings }: ListImport, language: Language): object {
  return {
    added: added.map(({ section, id, value, file }) => ({ section, id, value, file })),
    changed: changed.map(({ section, id, path, before, after, file }) => ({
      section,
      id,
      key: path.join("."),
      before: before ?? null,
      after: after ?? null,
      file,
    })),
    unchanged,
    columns,
    doubts: doubts.map((doubt) => ({ ...doubt, sentence: doubtSentence(doubt, language) })),
    findings: findings.map((finding) => ({
      code: finding.code,
      severity: finding.severity,
      on: finding.on,
      message: message(finding, language),
    })),
  };
}

const words = {
  nl: {
    columns: "Zo zijn de kolommen gelezen",
    added: "Nieuw",
    changed: "Wordt anders",
    doubts: "Kijk na",
    findings: "Dan mist er nog iets",
    more: (count: number) => `… en nog ${count}`,
    nothing: "niets",
    same: (count: number) => `${count} staan er al zo in.`,
  },
  en: {
    columns: "How the columns were read",
    added: "New",
    changed: "Changes",
    doubts: "Check",
    findings: "Then this is still missing",
    more: (count: number) => `… and ${count} more`,
    nothing: "nothing",
    same: (count: number) => `${count} are there like this already.`,
  },
};

const mostLines = 20;

/** The same for a person. */
export function importText({ added, changed, unchanged, columns, doubts, findings }: ListImport, language: Language): string {
  const word = words[language];
  const understood = columns.filter(({ column, field }) => column !== "" && field !== null);
  const blocks = [
    block(
      word.columns,
      understood.map(({ column, field, confidence }) => `${column} → ${field}${confidence < 1 ? " ?" : ""}`),
    ),
    block(
      word.added,
      added.map(
        ({ section, id, value, file }) =>
          `${file}: ${section} ${id ?? ""}${typeof value["name"] === "string" ? ` (${value["name"]})` : ""}`,
      ),
    ),
    block(
      word.changed,
      changed.map(
        ({ section, id, path, before, after, file }) => `${file}: ${section} ${id} ${path.join(".")}: ${shown(before)} → ${shown(after)}`,
      ),
    ),
    unchanged === 0 ? [] : [word.same(unchanged)],
    block(
      word.doubts,
      doubts.map((doubt) => doubtSentence(doubt, language)),
    ),
    block(
      word.findings,
      findings.map((finding) => `${finding.on}: ${message(finding, language)}`),
    ),
  ];
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n");

  function shown(value: unknown): string {
    return value === undefined ? word.nothing : typeof value === "string" ? value : JSON.stringify(value);
  }

  function block(title: string, lines: readonly string[]): string[] {
    if (lines.length === 0) return [];
    const kept = lines.slice(0, mostLines).map((line) => `  ${inert(line)}`);
    return [`${title}:`, ...kept, ...(lines.length > mostLines ? [`  ${word.more(lines.length - mostLines)}`] : [])];
  }
}
