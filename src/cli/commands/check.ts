import { existsSync, readFileSync } from "node:fs";
import { isAbsolute, relative, sep } from "node:path";
import { dayInZone } from "../../calendar/index.ts";
import {
  check as lint,
  checkGithub,
  checkJson,
  type CheckResult,
  checkSarif,
  checkText,
  type Fixer,
  fixer,
  keptHistory,
  mend,
  mendedJson,
  mendedText,
  type Mending,
} from "../../check/index.ts";
import { HelderError } from "../../framework/index.ts";
import { open, replaceFiles, type Workspace } from "../../workspace/index.ts";
import { type Command, type Context, textOption } from "../command.ts";

type Format = (typeof formats)[number];
const formats = ["text", "json", "sarif", "github"] as const;

export const check: Command = {
  name: "check",
  told: { nl: "kijkt het raamwerk na", en: "checks the framework" },
  arguments: [],
  options: [
    { flags: "--format <format>", told: { nl: "text, json, sarif of github", en: "text, json, sarif or github" } },
    { flags: "--fix", told: { nl: "herstel wat zonder vragen kan", en: "mend what needs no asking" } },
  ],
  async run(context) {
    const workspace = await open(context.directory());
    context.speak(workspace.framework.settings.language);
    const format = formatOf(context);
    const today = context.asOf ?? dayInZone(Date.now(), workspace.framework.settings.timezone);
    const history = await keptHistory(workspace.directory, workspace.framework);
    if (context.options["fix"] === true) {
      const mending = mend(workspace.files, { today, history });
      await replaceFiles(workspace.directory, workspace.files, mending.files);
      return print({ ...mending, fixOf: null, mending }, format, workspace.directory, context);
    }
    const linted = { ...workspace, today, history };
    return print(
      { files: workspace.files, result: lint(linted), fixOf: fixer(linted), mending: null },
      format,
      workspace.directory,
      context,
    );
  },
};

function formatOf(context: Context): Format {
  const asked = context.json ? "json" : (textOption(context, "format") ?? "text");
  const format = formats.find((one) => one === asked);
  if (!format) throw new HelderError("bad-option", { option: "--format", value: asked, hint: formats.join(" | ") });
  return format;
}

interface Checked {
  readonly result: CheckResult;
  readonly files: Workspace["files"];
  /** null where all that it would mend has been mended */
  readonly fixOf: Fixer | null;
  readonly mending: Mending | null;
}

/** Answers the exit code. */
function print({ result, files, fixOf, mending }: Checked, format: Format, directory: string, context: Context): number {
  const { language, colour } = context;
  const folder = folderOf(directory);
  if (format === "json") {
    const fixed = mending ? { fixed: mendedJson(mending, language) } : {};
    context.printJson({ ...checkJson(result, language, fixOf ?? undefined), ...fixed });
  } else if (format === "sarif") context.printJson(checkSarif(result, { language, folder, version: version(), page }));
  else if (format === "github") {
    if (result.findings.length > 0) context.print(checkGithub(result, { language, folder }));
  } else {
    if (mending && mending.mended.length > 0) context.print(`${mendedText(mending, language)}\n\n`);
    context.print(checkText(result, { language, colour, files }));
  }
  return result.summary.error > 0 ? 1 : 0;
}

/** Where the workspace is, seen from here: CI runs in the repository's root. Empty where it is elsewhere. */
function folderOf(root: string): string {
  const path = relative(process.cwd(), root);
  return isAbsolute(path) || path.split(sep)[0] === ".." ? "" : path.split(sep).join("/");
}

function page(code: string): string | null {
  const file = new URL(`../../../docs/rules/${code}.md`, import.meta.url);
  return existsSync(file) ? readFileSync(file, "utf8") : null;
}

function version(): string {
  return (JSON.parse(readFileSync(new URL("../../../package.json", import.meta.url), "utf8")) as { version: string }).version;
}
