import type { Language } from "../framework/index.ts";
import { reasonSentence, type Status } from "../judge/index.ts";
import { type Formats, formats, type Words, words } from "../locale/index.ts";
import { byPhase } from "./byphase.ts";
import { glyphs } from "./glyph.ts";
import { headline } from "./headline.ts";
import { inert, printed } from "./inert.ts";
import { momentNotes } from "./moment.ts";
import { type Paint, paintIn } from "./paint.ts";
import { conflictSentence } from "./conflicts.ts";
import { faultLines } from "./quality.ts";
import type { Entry, Report } from "./report.ts";
import { sliceSentence } from "./slices.ts";
import { spark } from "./spark.ts";
import { cell, type Column, pageWidth, type Row, table } from "./table.ts";
import { type FindingMessage, speakIn } from "./tell.ts";
import { columnsOf, cut, wrap } from "./width.ts";

export interface TextOptions {
  readonly language: Language;
  readonly colour: boolean;
  readonly message: FindingMessage;
}

/** What `helder run` prints: the sentence, the marks per phase, the tables, why, and what the check found. 80 columns. */
export function runText(report: Report, options: TextOptions): string {
  const page: Page = {
    report,
    language: options.language,
    word: words[options.language],
    format: formats(options.language, report.workspace.currency),
    paint: paintIn(options.colour),
  };
  return printed([
    sentence(page),
    faultLines(report.quality, options.language),
    picture(page),
    entryTable(page, report.kpis, page.word.column.kpi),
    entryTable(page, report.cpis, page.word.column.cpi),
    why(page),
    report.conflicts.flatMap((conflict) => wrap(inert(`! ${conflictSentence(conflict, report, options.language)}`), pageWidth)),
    findings(page, options.message),
  ]);
}

interface Page {
  readonly report: Report;
  readonly language: Language;
  readonly word: Words;
  readonly format: Formats;
  readonly paint: Paint;
}

/** The headline, broken into lines first and coloured word by word after, so that colour never counts as width. */
function sentence({ report, language, paint }: Page): string[] {
  const pieces = headline(report, language).map((piece) => ({ ...piece, text: inert(piece.text) }));
  const tones = pieces.flatMap(({ text, strong, tone }) => [...text].map(() => (strong ? ("strong" as const) : (tone ?? null))));
  const whole = pieces.map((piece) => piece.text).join("");
  let at = 0;
  return wrap(whole, pageWidth).map((line) => {
    let painted = "";
    let run = "";
    let tone: (typeof tones)[number] = null;
    for (const character of line) {
      const next = tones[at] ?? null;
      if (next !== tone) {
        painted += paint(run, tone);
        run = "";
        tone = next;
      }
      run += character;
      at += 1;
    }
    at += 1;
    return painted + paint(run, tone);
  });
}

/** Marks per phase, then how far the period is. */
function picture(page: Page): string[] {
  const { report, word, format, paint } = page;
  if (report.kpis.length === 0) return [];
  const marks = marksPerPhase(page);
  const notes = momentNotes(report, word, format, barOf);
  return [...marks, ...wrap(notes.join(" · "), pageWidth).map((line) => paint(line, "muted"))];
}

/** `See ● ◇   Do ▼`: as many phases on a line as fit, and many KPIs of one phase over several lines. */
function marksPerPhase({ report, language, paint }: Page): string[] {
  const lines: { text: string; width: number }[] = [];
  const add = (text: string, width: number, space: string): void => {
    const last = lines.at(-1);
    if (last && last.width + space.length + width <= pageWidth) {
      last.text += space + text;
      last.width += space.length + width;
    } else lines.push({ text, width });
  };
  for (const { name, entries } of byPhase(report, report.kpis, language)) {
    const title = cut(name, pageWidth / 2);
    entries.forEach(({ status }, index) => {
      const mark = paint(glyphs[status], status);
      if (index === 0) add(`${title} ${mark}`, columnsOf(title) + 2, "   ");
      else add(mark, 1, " ");
    });
  }
  return lines.map(({ text }) => text);
}

const barWidth = 20;

function barOf(share: number): string {
  const filled = Math.round(barWidth * share);
  return "█".repeat(filled) + "░".repeat(barWidth - filled);
}

const sparkLength = 10;

function entryTable(page: Page, entries: readonly Entry[], title: string): string[] {
  if (entries.length === 0) return [];
  const { report, language, word, format, paint } = page;
  const chances = entries.some(({ chance }) => chance !== null);
  const columns: Column[] = [
    { title, align: "left", least: 22, spare: null },
    { title: word.column.status, align: "left", least: null, spare: null },
    { title: word.column.value, align: "right", least: null, spare: null },
    { title: word.column.target, align: "right", least: null, spare: null },
    ...(chances ? [{ title: word.column.chance, align: "right", least: null, spare: 2 } as const] : []),
    { title: word.column.path, align: "right", least: null, spare: 3 },
    { title: word.column.course, align: "left", least: null, spare: 1 },
  ];
  const rows: Row[] = byPhase(report, entries, language).flatMap(({ name, aim, entries: own }): Row[] => [
    { heading: aim === null ? name : `${name} · ${aim}` },
    ...own.map((entry) => {
      const amount = (value: number | null): string => format.value(value, entry.unit, { round: true });
      const name = entry.id === report.superKpi && entry.kind === "kpi" ? `★ ${entry.name}` : entry.name;
      return [
        cell(`  ${name}`),
        cell(`${glyphs[entry.status]} ${word.status[entry.status]}`, entry.status),
        cell(amount(entry.value), "strong"),
        cell(amount(entry.target?.value ?? null)),
        ...(chances ? [cell(format.chance(entry.chance))] : []),
        cell(amount(entry.expected)),
        cell(
          spark(
            entry.series
              .filter((point) => point.complete)
              .slice(-sparkLength)
              .map((point) => point.value),
          ),
          "muted",
        ),
      ];
    }),
  ]);
  return table(columns, rows, paint);
}

/** First what went wrong; of the rest only what is more than the reason of its status: what lastingly changed, most of all. */
const worstFirst: readonly Status[] = ["missed", "behind", "at-risk", "no-data"];

function why({ report, language, word, format, paint }: Page): string[] {
  const rank = (entry: Entry): number => (worstFirst.indexOf(entry.status) + worstFirst.length + 1) % (worstFirst.length + 1);
  const told = [...report.kpis, ...report.cpis]
    .toSorted((a, b) => rank(a) - rank(b))
    .map((entry) => ({
      entry,
      reasons: [...(worstFirst.includes(entry.status) ? entry.reasons : entry.reasons.slice(1)), ...entry.signals],
      slices: sliceSentence(entry, language, format),
    }))
    .filter(({ reasons, slices }) => reasons.length > 0 || slices !== null);
  if (told.length === 0) return [];
  const lines = told.flatMap(({ entry, reasons, slices }) => {
    const speak = speakIn(format, entry.unit);
    const said = reasons.map((reason) => reasonSentence(reason, language, speak));
    const because = entry.problem ? [entry.problem.sentence[language]] : [...said, ...(slices === null ? [] : [slices])];
    const text = wrap(inert(`${entry.name}: ${because.join(" ")}`), pageWidth - 2);
    return text.map((line, index) => (index === 0 ? `${paint(glyphs[entry.status], entry.status)} ${line}` : `  ${line}`));
  });
  return [paint(word.reasons, "strong"), ...lines];
}

const mostFindings = 5;

function findings({ report, language, word, paint }: Page, message: FindingMessage): string[] {
  const open = report.findings.filter((finding) => !finding.waived);
  if (open.length === 0) return [];
  const counts = (["error", "warning", "info"] as const).flatMap((severity) => {
    const count = open.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [`${count} ${word.severity[severity][count === 1 ? 0 : 1]}`];
  });
  const errors = open.filter((finding) => finding.severity === "error").slice(0, mostFindings);
  const lines = errors.flatMap((finding) => {
    const place = finding.at === null ? finding.on : `${finding.at.file}:${finding.at.line}`;
    return wrap(inert(`${place} ${message(finding, language)}`), pageWidth - 2).map((line, index) =>
      index === 0 ? `✕ ${line}` : `  ${line}`,
    );
  });
  return [`${paint(word.findings, "strong")}: ${counts.join(", ")}. → helder check`, ...lines];
}
