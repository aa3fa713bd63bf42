import type { Day } from "../calendar/index.ts";
import type { Language } from "../framework/index.ts";
import { formats, words } from "../locale/index.ts";
import { glyphs, headline, type ReportJson, spark, type ToldWaiting } from "../report/index.ts";
import { escaped, type Letter, oneLine } from "./letter.ts";

type Status = ReportJson["kpis"][number]["status"];

/** How things stood when somebody was last told. */
export interface Standing {
  readonly asOf: Day;
  /** by id of the KPI or CPI */
  readonly status: Readonly<Record<string, Status>>;
}

export interface DigestRequest {
  readonly report: ReportJson;
  readonly waiting: readonly Pick<ToldWaiting, "kpi" | "sentence" | "whoName" | "due" | "overdue">[];
  /** ids of KPIs, CPIs, metrics or datasets; empty: all */
  readonly on: readonly string[];
  /** null: the first one for this receiver */
  readonly before: Standing | null;
  readonly language: Language;
}

const sentences = {
  nl: {
    stands: "Hoe het ervoor staat",
    changed: (day: string) => `Veranderd sinds ${day}`,
    same: "Niets veranderde van status.",
    was: (before: string) => `was ${before}`,
    isNew: "nieuw",
    waits: "Wat er wacht",
    nobody: "Niemand (wijs een eigenaar aan)",
    due: (day: string) => `voor eind ${day}`,
    overdue: (day: string) => `over tijd sinds ${day}`,
    wrong: "Mis met de gegevens",
    of: "van",
    expected: (value: string) => `nu verwacht: ${value}`,
    from: (name: string, day: string) => `Van Helder, over ${name}, stand van ${day}.`,
    subject: (name: string, day: string) => `${name}: zo staat het op ${day}`,
  },
  en: {
    stands: "How things stand",
    changed: (day: string) => `Changed since ${day}`,
    same: "Nothing changed its status.",
    was: (before: string) => `was ${before}`,
    isNew: "new",
    waits: "What waits",
    nobody: "Nobody (name an owner)",
    due: (day: string) => `by the end of ${day}`,
    overdue: (day: string) => `overdue since ${day}`,
    wrong: "Wrong with the data",
    of: "of",
    expected: (value: string) => `expected by now: ${value}`,
    from: (name: string, day: string) => `From Helder, about ${name}, as of ${day}.`,
    subject: (name: string, day: string) => `${name}: how it stands on ${day}`,
  },
} as const;

interface Part {
  readonly title: string;
  readonly lines: readonly Line[];
}

interface Line {
  readonly text: string;
  /** what stands below it, less loud */
  readonly more: string | null;
  /** values that mail shows as columns, in place of the blocks in `more` */
  readonly columns?: readonly (number | null)[];
}

/** How all stands for one receiver: what changed since the last time, where each KPI is, what waits for whom, what is wrong with the data. */
export function digestOf(request: DigestRequest): { readonly letter: Letter; readonly standing: Standing } {
  const { report, language, on } = request;
  const say = sentences[language];
  const format = formats(language, report.workspace.currency);
  const entries = [...report.kpis, ...report.cpis].filter(
    ({ id, metric }) => on.length === 0 || on.includes(id) || (metric !== null && on.includes(metric)),
  );
  const opening = headline({ ...report, kpis: report.kpis.filter((kpi) => entries.includes(kpi)) }, language)
    .map(({ text }) => text)
    .join("");
  const parts: Part[] = [
    ...changedPart(request, entries),
    { title: say.stands, lines: entries.map((entry) => standingLine(request, entry)) },
    waitingPart(request, entries),
    { title: say.wrong, lines: faultLines(request) },
  ].filter(({ lines }) => lines.length > 0);
  const subject = oneLine(say.subject(report.workspace.name, format.day(report.asOf))).slice(0, 200);
  const closing = oneLine(say.from(report.workspace.name, format.day(report.asOf)));
  return {
    letter: { subject, text: textOf(opening, parts, closing), html: htmlOf(opening, parts, closing, language) },
    standing: { asOf: report.asOf, status: Object.fromEntries(entries.map(({ id, status }) => [id, status])) },
  };
}

function changedPart({ before, report, language }: DigestRequest, entries: readonly Entry[]): Part[] {
  if (before === null) return [];
  const say = sentences[language];
  const word = words[language];
  const format = formats(language, report.workspace.currency);
  const lines = entries.flatMap(({ id, name, status, reasons }): Line[] => {
    const was = before.status[id];
    if (was === status) return [];
    const then = was === undefined ? say.isNew : say.was(word.status[was].toLowerCase());
    return [{ text: `${glyphs[status]} ${name}: ${word.status[status].toLowerCase()} (${then})`, more: reasons[0]?.sentence ?? null }];
  });
  return [{ title: say.changed(format.day(before.asOf)), lines: lines.length > 0 ? lines : [{ text: say.same, more: null }] }];
}

type Entry = ReportJson["kpis"][number];

/** `▼ Offertes: achter, 41 van 120 (nu verwacht: 70) ▁▂▂▃` */
function standingLine({ report, language }: DigestRequest, entry: Entry): Line {
  const say = sentences[language];
  const format = formats(language, report.workspace.currency);
  const { name, status, value, target, expected, unit, series } = entry;
  const amount = value === null ? "" : `, ${format.value(value, unit)}`;
  const aim = target === null || value === null ? "" : ` ${say.of} ${format.value(target.value, unit)}`;
  const now = expected === null || value === null ? "" : ` (${say.expected(format.value(expected, unit))})`;
  const past = series.slice(-12).map((point) => point.value);
  return {
    text: `${glyphs[status]} ${name}: ${words[language].status[status].toLowerCase()}${amount}${aim}${now}`,
    more: past.some((one) => one !== null) ? spark(past) : null,
    columns: past,
  };
}

function waitingPart({ waiting, report, language }: DigestRequest, entries: readonly Entry[]): Part {
  const say = sentences[language];
  const format = formats(language, report.workspace.currency);
  const own = waiting.filter(({ kpi }) => entries.some(({ id }) => id === kpi));
  return {
    title: say.waits,
    lines: own.map(({ sentence, whoName, due, overdue }) => ({
      text: `${whoName ?? say.nobody}: ${sentence}`,
      more: overdue ? say.overdue(format.day(due)) : say.due(format.day(due)),
    })),
  };
}

function faultLines({ report, on }: DigestRequest): Line[] {
  const named = report.quality.filter(
    ({ dataset, breaks, code }) => (breaks || code === "silent-source") && (on.length === 0 || on.includes(dataset)),
  );
  return named.map(({ dataset, sentence }) => ({ text: `${dataset}: ${sentence}`, more: null }));
}

function textOf(opening: string, parts: readonly Part[], closing: string): string {
  const line = ({ text, more }: Line): string => `${oneLine(text)}${more === null ? "" : `\n  ${oneLine(more)}`}`;
  const part = ({ title, lines }: Part): string => `${title}\n\n${lines.map(line).join("\n")}`;
  return `${[oneLine(opening), ...parts.map(part), closing].join("\n\n")}\n`;
}

/**
 * A picture that every mail program shows: no file, nothing that is fetched or blocked. Columns stand on the lowest value where all lie far
 * from nothing, as the blocks do; the newest is dark.
 */
function columnsOf(values: readonly (number | null)[], label: string): string {
  const known = values.filter((value) => value !== null);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const height = (value: number): number => (high === low ? 14 : 4 + Math.round((20 * (value - low)) / (high - low)));
  const cell = (value: number | null, index: number): string =>
    `<td style="padding:0 2px 0 0;vertical-align:bottom"><div style="width:10px;height:${value === null ? 1 : height(value)}px;line-height:1px;font-size:1px;background:${index === values.length - 1 ? "#1a1c1f" : "#b9b3a7"}">&nbsp;</div></td>`;
  return `<table role="img" aria-label="${escaped(label)}" cellpadding="0" cellspacing="0" style="border-collapse:collapse;margin:6px 0 2px"><tr style="height:24px">${values.map(cell).join("")}</tr></table>`;
}

/** Without style sheets, files or anything from elsewhere: mail programs show it as it is, and nobody learns that it was read. */
function htmlOf(opening: string, parts: readonly Part[], closing: string, language: Language): string {
  const more = (text: string | null): string =>
    text === null ? "" : `<br><span style="color:#59616b;font-size:14px">${escaped(oneLine(text))}</span>`;
  const shown = ({ more: below, columns }: Line): string =>
    below !== null && columns !== undefined ? columnsOf(columns, below) : more(below);
  const line = (one: Line): string =>
    `<li style="margin:0;padding:8px 0;border-top:1px solid #e4e0d8">${escaped(oneLine(one.text))}${shown(one)}</li>`;
  const part = ({ title, lines }: Part): string =>
    `<h2 style="font-size:18px;line-height:24px;margin:32px 0 8px">${escaped(title)}</h2><ul style="list-style:none;margin:0;padding:0">${lines.map(line).join("")}</ul>`;
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(closing)}</title><body style="font:16px/24px sans-serif;color:#1a1c1f;background:#fbfaf7;max-width:640px;margin:0 auto;padding:24px"><h1 style="font-size:20px;line-height:28px;font-weight:600;margin:0">${escaped(oneLine(opening))}</h1>${parts.map(part).join("")}<p style="color:#59616b;font-size:14px;margin:32px 0 0">${escaped(closing)}</p></body></html>`;
}
