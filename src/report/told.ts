import type { Language } from "../framework/index.ts";
import { reasonSentence } from "../judge/index.ts";
import { formats } from "../locale/index.ts";
import type { ReportJson, ToldEntry, ToldFinding } from "./json.ts";
import type { Entry, Report } from "./report.ts";
import { type FindingMessage, speakIn } from "./tell.ts";

/** The report as JSON in one language: reasons, signals, problems and findings with their sentences. */
export function toJson(report: Report, language: Language, message: FindingMessage): ReportJson {
  const told = (entry: Entry): ToldEntry => tellEntry(entry, report.workspace.currency, language);
  const { asOf, superKpi, kpis, cpis, links, conflicts, findings, ...rest } = report;
  return {
    asOf,
    superKpi,
    kpis: kpis.map(told),
    cpis: cpis.map(told),
    links,
    conflicts,
    findings: findings.map((finding) => tellFinding(finding, language, message)),
    ...rest,
  };
}

function tellEntry(entry: Entry, currency: string, language: Language): ToldEntry {
  const speak = speakIn(formats(language, currency), entry.unit);
  const tell = (reason: Entry["reasons"][number]) => ({ ...reason, sentence: reasonSentence(reason, language, speak) });
  return {
    ...entry,
    signals: entry.signals.map(tell),
    reasons: entry.reasons.map(tell),
    problem: entry.problem && { code: entry.problem.code, sentence: entry.problem.sentence[language] },
  };
}

/** A finding as `check`, `run` and the API print it. */
export function tellFinding(finding: Report["findings"][number], language: Language, message: FindingMessage): ToldFinding {
  const { code, severity, at, on, params, waived } = finding;
  return {
    code,
    severity,
    file: at?.file ?? null,
    line: at?.line ?? null,
    column: at?.column ?? null,
    on,
    message: message(finding, language),
    params,
    waived,
  };
}
