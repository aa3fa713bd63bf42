import type { Language } from "../framework/index.ts";
import { reasonSentence } from "../judge/index.ts";
import { formats } from "../locale/index.ts";
import type { ReportJson, ToldEntry, ToldFinding } from "./json.ts";
import { conflictSentence } from "./conflicts.ts";
import { steeredSentence } from "./steering/steered.ts";
import { tellFaults } from "./quality.ts";
import type { Entry, Report } from "./report.ts";
import { tellAttainments } from "./scorecard.ts";
import { smartCard } from "./smart-card.ts";
import { type CheckWords, speakIn } from "./tell.ts";

/** The report as JSON in one language: reasons, signals, problems and findings with their sentences. */
export function toJson(report: Report, language: Language, words: CheckWords): ReportJson {
  const told = (entry: Entry): ToldEntry => tellEntry(entry, report, language);
  const { asOf, superKpi, kpis, cpis, links, conflicts, steered, attained, findings, budget, quality, ...rest } = report;
  return {
    asOf,
    superKpi,
    kpis: kpis.map(told),
    cpis: cpis.map(told),
    links,
    steered: steered.map((cycle) => ({ ...cycle, sentence: steeredSentence(cycle, language) })),
    attained: tellAttainments(attained, report, language),
    conflicts: conflicts.map((conflict) => ({ ...conflict, sentence: conflictSentence(conflict, report, language) })),
    findings: findings.map((finding) => tellFinding(finding, language, words)),
    quality: tellFaults(quality, language),
    budget: {
      ...budget,
      ranking: budget.ranking.map(({ kpi, reasons }) => ({
        kpi,
        reasons: reasons.map((code) => ({ code, sentence: words.eviction(code, language) })),
      })),
    },
    ...rest,
  };
}

function tellEntry(entry: Entry, report: Report, language: Language): ToldEntry {
  const speak = speakIn(formats(language, report.workspace.currency), entry.unit);
  const tell = (reason: Entry["reasons"][number]) => ({ ...reason, sentence: reasonSentence(reason, language, speak) });
  return {
    ...entry,
    signals: entry.signals.map(tell),
    reasons: entry.reasons.map(tell),
    definitionInWords: entry.definitionInWords?.[language] ?? null,
    smart: smartCard(entry, report, language),
    problem: entry.problem && { code: entry.problem.code, sentence: entry.problem.sentence[language] },
  };
}

/** A finding as `check`, `run` and the API print it. */
export function tellFinding(finding: Report["findings"][number], language: Language, words: CheckWords): ToldFinding {
  const { code, severity, at, on, params, waived, fixable } = finding;
  return {
    code,
    severity,
    file: at?.file ?? null,
    line: at?.line ?? null,
    column: at?.column ?? null,
    on,
    message: words.message(finding, language),
    why: words.why(finding, language),
    params,
    waived,
    ...(fixable ? { fixable: true } : {}),
  };
}
