import type { Language } from "../framework/index.ts";
import { reasonSentence } from "../judge/index.ts";
import { formats, words } from "../locale/index.ts";
import { byPhase } from "./byphase.ts";
import { conflictSentence } from "./conflicts.ts";
import { glyphs } from "./glyph.ts";
import { headline } from "./headline.ts";
import { inert } from "./inert.ts";
import { person } from "./person.ts";
import { tellFaults } from "./quality.ts";
import type { Entry, Report } from "./report.ts";
import { attainedColumns, attainedTitle, lineText, tellAttainments } from "./scorecard.ts";
import { steeredSentence, steeredTitle } from "./steering/steered.ts";
import { sliceSentence } from "./slices.ts";
import { type FindingMessage, speakIn } from "./tell.ts";

/** What is wrong with the data, and what improves at the cost of something else, as one list; nothing where all is well. */
function heeded(report: Report, language: Language): string[] {
  const said = [
    ...tellFaults(report.quality, language).map(({ breaks, sentence }) => ({
      severity: breaks ? ("error" as const) : ("warning" as const),
      sentence,
    })),
    ...report.conflicts.map((conflict) => ({ severity: "warning" as const, sentence: conflictSentence(conflict, report, language) })),
  ];
  const line = ({ severity, sentence }: (typeof said)[number]) =>
    `- **${capital(words[language].severity[severity][0])}** ${literal(sentence)}`;
  return said.length === 0 ? [] : [said.map(line).join("\n")];
}

function nameIn({ kpis, cpis }: Report, id: string): string {
  return [...kpis, ...cpis].find((entry) => entry.id === id)?.name ?? id;
}

export interface MarkdownOptions {
  readonly language: Language;
  readonly message: FindingMessage;
}

/** The report as Markdown (CommonMark with tables). Nothing a user typed can become markup, a link or HTML. */
export function markdown(report: Report, { language, message }: MarkdownOptions): string {
  const word = words[language];
  const sentence = headline(report, language)
    .map(({ text, strong }) => (strong ? `**${literal(text)}**` : literal(text)))
    .join("");
  const format = formats(language, report.workspace.currency);
  const open = report.findings.filter((finding) => !finding.waived);
  return (
    [
      `# ${literal(report.workspace.name)}`,
      sentence,
      `${capital(word.onDay(format.day(report.asOf)))}.`,
      ...heeded(report, language),
      ...byPhase(report, report.kpis, language).flatMap(({ name, aim, entries }) => [
        `## ${literal(aim === null ? name : `${name}: ${aim}`)}`,
        entryTable(report, entries, word.column.kpi, language),
      ]),
      ...(report.cpis.length === 0 ? [] : [`## ${word.column.cpi}’s`, entryTable(report, report.cpis, word.column.cpi, language)]),
      ...(report.steered.length === 0
        ? []
        : [
            `## ${steeredTitle[language]}`,
            report.steered
              .map((cycle) => `- **${literal(nameIn(report, cycle.kpi))}** ${literal(steeredSentence(cycle, language))}`)
              .join("\n"),
          ]),
      ...scorecards(report, language),
      ...(open.length === 0
        ? []
        : [
            `## ${word.findings}`,
            tableRows(
              [word.column.kind, word.column.where, word.column.what],
              open.map((finding) => [
                word.severity[finding.severity][0],
                finding.at === null ? finding.on : `${finding.at.file}:${finding.at.line}`,
                message(finding, language),
              ]),
            ),
          ]),
      "",
    ]
      .join("\n\n")
      .trimEnd() + "\n"
  );
}

/** Per team how far it is, and a line for each part of its scorecard; nothing where no team has one. */
function scorecards(report: Report, language: Language): string[] {
  const { indicator, weight, how } = attainedColumns[language];
  const format = formats(language);
  const teams = tellAttainments(report.attained, report, language);
  if (teams.length === 0) return [];
  return [
    `## ${attainedTitle[language]}`,
    ...teams.flatMap(({ name, sentence, rule, lines }) => [
      `**${literal(name)}**: ${literal(`${sentence} (${rule})`)}.`,
      tableRows(
        [indicator, weight, how],
        lines.map((line) => [line.name, format.value(line.weight, "percent"), lineText(line, language)]),
      ),
    ]),
  ];
}

function entryTable(report: Report, entries: readonly Entry[], title: string, language: Language): string {
  const word = words[language];
  const format = formats(language, report.workspace.currency);
  return tableRows(
    [
      title,
      word.column.status,
      word.column.value,
      word.column.target,
      word.column.path,
      word.column.period,
      word.column.owner,
      word.reasons,
    ],
    entries.map((entry) => [
      entry.id === report.superKpi && entry.kind === "kpi" ? `${entry.name} (${word.superKpi})` : entry.name,
      `${glyphs[entry.status]} ${word.status[entry.status]}`,
      format.value(entry.value, entry.unit),
      format.value(entry.target?.value ?? null, entry.unit),
      format.value(entry.expected, entry.unit),
      entry.period === null ? "–" : format.period(entry.period),
      entry.owner === null ? "–" : person(report, entry.owner),
      reasonsOf(entry, report, language),
    ]),
  );
}

function reasonsOf(entry: Entry, report: Report, language: Language): string {
  if (entry.problem) return entry.problem.sentence[language];
  const format = formats(language, report.workspace.currency);
  const speak = speakIn(format, entry.unit);
  const said = [...entry.reasons, ...entry.signals].map((reason) => reasonSentence(reason, language, speak));
  return [...said, sliceSentence(entry, language, format) ?? []].flat().join(" ");
}

/** A table; every cell is shown as it is. */
export function tableRows(titles: readonly string[], lines: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(literal).join(" | ")} |`;
  return [line(titles), `| ${titles.map(() => "---").join(" | ")} |`, ...lines.map(line)].join("\n");
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A text that Markdown shows as it is. An address loses its colon to an entity, so that it does not turn into a link. */
export function literal(text: string): string {
  return inert(text)
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/[\\`*_[\]|#~!]/g, "\\$&")
    .replace(/:\/\//g, "&#58;//")
    .replace(/\bwww\./gi, (found) => `${found.slice(0, -1)}&#46;`)
    .replace(/@/g, "&#64;");
}
