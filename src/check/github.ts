import type { Language, Severity } from "../framework/index.ts";
import type { CheckedFinding, CheckResult } from "./check.ts";
import { message } from "./message.ts";
import { waivedBecause } from "./waived.ts";

const commands: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "notice" };

/**
 * The linter's answer as GitHub's workflow commands, one a line, by which findings stand beside the changed lines. `folder` is where the
 * workspace is, from the repository's root, with `/`; empty where it is that root. Waived findings are notices that say why.
 */
export function checkGithub({ findings }: CheckResult, { language, folder = "" }: { language: Language; folder?: string }): string {
  return findings.map((finding) => line(finding, language, folder)).join("\n");
}

function line(finding: CheckedFinding, language: Language, folder: string): string {
  const { code, severity, at, waiver } = finding;
  const place = at ? { file: folder === "" ? at.file : `${folder}/${at.file}`, line: String(at.line), col: String(at.column) } : {};
  const properties = Object.entries({ ...place, title: code }).map(([key, value]) => `${key}=${property(value)}`);
  const said = message(finding, language);
  return `::${waiver ? "notice" : commands[severity]} ${properties.join(",")}::${data(waiver ? `${said}\n${waivedBecause(waiver, language)}` : said)}`;
}

/** A percent sign first, or else the escapes would be escaped. */
function data(text: string): string {
  return text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}

function property(text: string): string {
  return data(text).replace(/:/g, "%3A").replace(/,/g, "%2C");
}
