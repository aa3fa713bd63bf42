import type { Language, Severity } from "../framework/index.ts";
import type { CheckedFinding, CheckResult } from "./check.ts";
import { findingKinds, message, whyOf } from "./message.ts";
import { waivedBecause } from "./waived.ts";

const levels: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "note" };

export interface SarifOptions {
  readonly language: Language;
  /** of Helder */
  readonly version: string;
  /** where the workspace is, from the root that addresses are relative to, with `/`; empty where it is that root */
  readonly folder?: string;
  /** the page docs/rules/<code>.md, or null where it cannot be read */
  readonly page: (code: string) => string | null;
}

/** The linter's answer as a SARIF 2.1.0 log of one run; waived findings are suppressed results. */
export function checkSarif({ findings }: CheckResult, options: SarifOptions): object {
  const codes = [...findingKinds.keys()].sort();
  const index = new Map(codes.map((code, at) => [code, at]));
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "helder", version: options.version, rules: codes.map((code) => rule(code, options)) } },
        columnKind: "utf16CodeUnits",
        results: findings.map((finding) => result(finding, index.get(finding.code)!, options)),
      },
    ],
  };
}

function rule(code: string, { page, language }: SarifOptions): object {
  const { severity } = findingKinds.get(code)!;
  const why = whyOf({ code }, language);
  const markdown = page(code);
  // A page begins with “# code: what it is about”.
  const title = /^# [^:\n]+: (.+)/.exec(markdown ?? "")?.[1];
  return {
    id: code,
    shortDescription: { text: title ?? code },
    fullDescription: { text: why },
    help: markdown === null ? { text: why } : { text: `${why}\n\n${markdown}`, markdown: `${why}\n\n${markdown}` },
    defaultConfiguration: { level: levels[severity] },
  };
}

function result(finding: CheckedFinding, ruleIndex: number, { language, folder = "" }: SarifOptions): object {
  const { code, severity, at, on, waiver } = finding;
  const uri =
    at &&
    [...folder.split("/"), ...at.file.split("/")]
      .filter((step) => step !== "")
      .map(encodeURIComponent)
      .join("/");
  const location = {
    ...(at ? { physicalLocation: { artifactLocation: { uri }, region: { startLine: at.line, startColumn: at.column } } } : {}),
    logicalLocations: [{ name: on }],
  };
  return {
    ruleId: code,
    ruleIndex,
    level: levels[severity],
    message: { text: message(finding, language) },
    locations: [location],
    ...(waiver ? { suppressions: [{ kind: "external", status: "accepted", justification: waivedBecause(waiver, language) }] } : {}),
  };
}
