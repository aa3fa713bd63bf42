import type { Language, Severity } from "../framework/index.ts";
import type { CheckedFinding, CheckResult } from "./check.ts";
import { message } from "./message.ts";
import { waivedBecause } from "./waived.ts";

const width = 80;
/** Of one file at most so many findings are written out: whoever has more starts at the top anyway. */
const most = 100;

const words: Record<Language, Record<Severity | "waived" | "fine" | "more", string>> = {
  nl: {
    error: "fout",
    warning: "waarschuwing",
    info: "tip",
    waived: "uitgesteld",
    fine: "Alles in orde.",
    more: "… en nog {count} in dit bestand.",
  },
  en: {
    error: "error",
    warning: "warning",
    info: "info",
    waived: "waived",
    fine: "All is well.",
    more: "… and {count} more in this file.",
  },
};
const plurals: Record<Language, Record<Severity, string>> = {
  nl: { error: "fouten", warning: "waarschuwingen", info: "tips" },
  en: { error: "errors", warning: "warnings", info: "infos" },
};
const colours: Record<Severity | "faint", string> = { error: "31", warning: "33", info: "36", faint: "2" };

export interface TextOptions {
  readonly language: Language;
  readonly colour: boolean;
  /** the workspace's files, for the lines that findings point at */
  readonly files: readonly { readonly path: string; readonly text: string }[];
}

/** The linter's answer for a terminal: by file, each finding with its line and a caret below the place, 80 columns wide. */
export function checkText({ findings, summary, score }: CheckResult, options: TextOptions): string {
  const { language } = options;
  const lines = new Map<string, readonly string[]>();
  const blocks = [...grouped(findings)].map(([file, group]) => {
    const text = options.files.find(({ path }) => path === file)?.text;
    if (text !== undefined) lines.set(file, text.replace(/^\uFEFF/, "").split(/\r?\n/));
    const more = group.length > most ? [`  ${words[language].more.replace("{count}", String(group.length - most))}`] : [];
    const shown = group.slice(0, most).flatMap((finding) => block(finding, lines.get(file), options));
    return [...(file === "" ? [] : [file]), ...shown, ...more].join("\n");
  });
  const severities: readonly Severity[] = ["error", "warning", "info"];
  const counts = severities
    .filter((severity) => summary[severity] > 0)
    .map((severity) => `${summary[severity]} ${(summary[severity] === 1 ? words : plurals)[language][severity]}`);
  const waived = findings.filter((finding) => finding.waived).length;
  if (waived > 0) counts.push(`${waived} ${words[language].waived}`);
  const total = counts.length === 0 ? words[language].fine : `${counts.join(", ")}.`;
  return [...blocks, `${total} Score: ${score}/100.`].join("\n\n");
}

function grouped(findings: readonly CheckedFinding[]): Map<string, CheckedFinding[]> {
  const files = new Map<string, CheckedFinding[]>();
  for (const finding of findings) {
    const file = finding.at?.file ?? "";
    if (!files.has(file)) files.set(file, []);
    files.get(file)!.push(finding);
  }
  return files;
}

function block(finding: CheckedFinding, lines: readonly string[] | undefined, options: TextOptions): string[] {
  const { language, colour } = options;
  const paint = (text: string, with_: Severity | "faint") => (colour ? `\u001b[${colours[with_]}m${text}\u001b[0m` : text);
  const severity = finding.waived ? "faint" : finding.severity;
  const word = finding.waived ? words[language].waived : words[language][finding.severity];
  const place = finding.at ? `${finding.at.line}:${finding.at.column} ` : "";
  const head = `  ${place}${paint(word, severity)} ${paint(finding.code, "faint")}`;
  const sentences = [message(finding, language), ...(finding.waiver ? [waivedBecause(finding.waiver, language)] : [])];
  const said = sentences.flatMap((sentence) => wrap(sentence, width - 4)).map((line) => `    ${line}`);
  const source = finding.at && lines?.[finding.at.line - 1];
  return [head, ...said, ...(source ? excerpt(source, finding.at.column).map((line) => paint(line, "faint")) : [])];
}

/** The line with a caret below its column, cut to the width around that column. */
function excerpt(line: string, column: number): string[] {
  const room = width - 6;
  const start = column <= room - 10 ? 0 : Math.min(column - 20, Math.max(0, line.length - room));
  // oxlint-disable-next-line no-control-regex
  const plain = line.slice(start, start + room).replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, " ");
  return [`    | ${plain}`, `    | ${" ".repeat(Math.max(0, column - 1 - start))}^`];
}

function wrap(text: string, room: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > room) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
