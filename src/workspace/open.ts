import { isDeepStrictEqual } from "node:util";
import { type Finding, type Framework, HelderError, type Language } from "../framework/index.ts";
import { readWorkspace } from "./disk.ts";
import type { SourceFile } from "./document.ts";
import { yamlReason } from "./findings/broken-yaml.ts";
import { structuralFindings } from "./findings/index.ts";
import { fileReason } from "./findings/unreadable-file.ts";
import { type Parsed, parse } from "./parse.ts";
import type { Sources } from "./sources.ts";
import { settingsFile } from "./top-keys.ts";

export interface Workspace {
  readonly directory: string;
  readonly framework: Framework;
  readonly findings: readonly Finding[];
  readonly sources: Sources;
  readonly files: readonly SourceFile[];
}

/** Reads and parses the workspace in `directory`. Throws HelderError `no-workspace` or `settings-unreadable`. */
export async function open(directory: string): Promise<Workspace> {
  return opened(directory, await readWorkspace(directory));
}

/**
 * A workspace of files that were read; `before` where that was made of the same, for parsing takes longer than reading. Throws HelderError
 * `no-workspace` or `settings-unreadable`.
 */
export function opened(directory: string, files: readonly SourceFile[], before: Workspace | null = null): Workspace {
  if (before?.directory === directory && isDeepStrictEqual(before.files, files)) return before;
  if (!files.some(({ path }) => path === settingsFile)) throw new HelderError("no-workspace", { directory });
  const { framework, findings, sources } = parse(files);
  if (!framework) throw unreadable(findings);
  return { directory, framework, findings, sources, files };
}

/** Why `helder.yaml` gave no framework, as the error to throw. */
export function unreadable(findings: Parsed["findings"]): HelderError {
  const finding = findings.find(({ at, code }) => at?.file === settingsFile && code in reasons);
  if (!finding) throw new Error(`${settingsFile} is readable`);
  const reason = (language: Language) => reasons[finding.code]!(finding, language);
  return new HelderError("settings-unreadable", { line: finding.at!.line, reason: reason("en"), "reason-nl": reason("nl") });
}

const reasons: Record<string, (finding: Finding, language: Language) => string> = {
  "broken-yaml": ({ params }, language) => yamlReason(params, language),
  "unreadable-file": ({ params }, language) => fileReason(params, language),
  "wrong-type": ({ params }, language) => structuralFindings["wrong-type"].sentences[language](params).replace(/\.$/, ""),
};
