import { resolve } from "node:path";
import { Command as Parser, CommanderError, Option as ParserOption } from "commander";
import { isDay } from "../calendar/index.ts";
import { HelderError, type Language } from "../framework/index.ts";
import { findWorkspace } from "../workspace/index.ts";
import type { Context, Streams, Told } from "./command.ts";
import { commands } from "./commands.ts";

const shared: readonly { flags: string; told: Told }[] = [
  {
    flags: "--workspace <dir>",
    told: { nl: "map van de werkmap (anders hier of hoger)", en: "the workspace’s folder (else here or upwards)" },
  },
  { flags: "--json", told: { nl: "één JSON-document op stdout", en: "one JSON document on stdout" } },
  { flags: "--language <language>", told: { nl: "nl of en", en: "nl or en" } },
  { flags: "--as-of <day>", told: { nl: "reken alsof het deze dag is (JJJJ-MM-DD)", en: "compute as if it were this day (YYYY-MM-DD)" } },
  {
    flags: "--verbose",
    told: { nl: "toon SQL en rijen achter elk cijfer op stderr", en: "show SQL and rows behind each figure on stderr" },
  },
];

/** What one command line has settled so far: the language to fail in, and the exit code. */
interface Call {
  readonly streams: Streams;
  readonly asked: Language | null;
  language: Language;
  code: number;
}

/** Runs one command line; answers the exit code. Every way to fail ends here in one sentence. */
export async function main(argv: readonly string[], version: string, streams: Streams): Promise<number> {
  const asked = languageIn(argv);
  const call: Call = { streams, asked, language: asked ?? systemLanguage(), code: 0 };
  try {
    const parser = build(version, call);
    if (argv.length === 0) parser.outputHelp();
    else await parser.parseAsync([...argv], { from: "user" });
    return call.code;
  } catch (problem) {
    return fail(problem, call, argv.includes("--json"));
  }
}

function build(version: string, call: Call): Parser {
  const { language } = call;
  const output = { writeOut: (text: string) => call.streams.out(text), writeErr: () => undefined };
  const help = { nl: "toon deze hulp", en: "show this help" };
  const parser = new Parser("helder")
    .description(
      language === "nl"
        ? "Van klantdata naar heldere KPI’s: een raamwerk dat bij de klant begint."
        : "From customer data to clear KPIs: a framework that starts with the customer.",
    )
    .version(version, "-V, --version", language === "nl" ? "toon de versie" : "show the version")
    .helpOption("-h, --help", help[language])
    .helpCommand(false)
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput(output);
  for (const command of commands) {
    const sub = parser
      .command(command.name)
      .description(command.told[language])
      .helpOption("-h, --help", help[language])
      .exitOverride()
      .configureOutput(output);
    for (const argument of command.arguments) sub.argument(argument.name, argument.told[language]);
    for (const option of [...command.options, ...shared]) sub.addOption(new ParserOption(option.flags, option.told[language]));
    if (command.sentences) sub.allowUnknownOption();
    sub.action(async (...typed: unknown[]) => {
      if (command.sentences) refuseOptions(sub.args);
      const values = typed.slice(0, command.arguments.length) as Context["arguments"];
      call.code = await command.run(contextOf(values, sub.opts(), call));
    });
  }
  return parser;
}

/** Of a command that takes sentences, which may begin with a dash: two dashes and a word are an option still, and a mistyped one. */
function refuseOptions(words: readonly string[]): void {
  const option = words.find((word) => /^--[a-z][\w-]*(?:=|$)/i.test(word));
  if (option !== undefined) throw new CommanderError(1, "commander.unknownOption", `error: unknown option '${option}'`);
}

function contextOf(values: Context["arguments"], options: Record<string, unknown>, call: Call): Context {
  const { streams } = call;
  const asOf = options["asOf"];
  if (typeof asOf === "string" && !isDay(asOf)) throw new HelderError("bad-option", { option: "--as-of", value: asOf, hint: "2026-01-31" });
  if (options["language"] !== undefined && call.asked === null) {
    throw new HelderError("bad-option", { option: "--language", value: JSON.stringify(options["language"]), hint: "nl | en" });
  }
  return {
    arguments: values,
    options,
    json: options["json"] === true,
    trace: options["verbose"] === true ? (line) => streams.err(`${line}\n`) : null,
    asOf: typeof asOf === "string" ? asOf : null,
    get language() {
      return call.language;
    },
    speak(workspaceLanguage) {
      if (call.asked === null && workspaceLanguage) call.language = workspaceLanguage;
    },
    directory() {
      const start = resolve(typeof options["workspace"] === "string" ? options["workspace"] : ".");
      const found = findWorkspace(start);
      if (found === null) throw new HelderError("no-workspace", { directory: start });
      return found;
    },
    print: (text) => streams.out(text.endsWith("\n") ? text : `${text}\n`),
    printJson: (document) => streams.out(`${JSON.stringify(document, null, 2)}\n`),
    complain: (text) => streams.err(`helder: ${oneLine(text)}\n`),
    note: (text) => void (streams.errIsTerminal && streams.err(`${text}\n`)),
    colour: streams.outIsTerminal && !process.env["NO_COLOR"] && process.env["TERM"] !== "dumb",
  };
}

function fail(problem: unknown, call: Call, json: boolean): number {
  if (problem instanceof CommanderError && problem.exitCode === 0) return 0;
  if (process.env["HELDER_DEBUG"] && problem instanceof Error) call.streams.err(`${problem.stack ?? problem.message}\n`);
  const error = problem instanceof HelderError ? problem : asHelderError(problem, call.language);
  const message = oneLine(error.sentence(call.language));
  call.streams.err(`helder: ${error.code}: ${message}\n`);
  if (json) call.streams.out(`${JSON.stringify({ error: { code: error.code, message } }, null, 2)}\n`);
  return error.exit;
}

function asHelderError(problem: unknown, language: Language): HelderError {
  if (problem instanceof CommanderError) return new HelderError("bad-call", { reason: wrongCall(problem)[language] });
  return new HelderError("internal", { reason: problem instanceof Error ? problem.message : String(problem) }, { cause: problem });
}

function wrongCall({ code, message }: CommanderError): Told {
  const named = /'([^']*)'/.exec(message)?.[1] ?? "";
  const near = /Did you mean (?:one of )?([^?]*)\?/.exec(message)?.[1];
  const suggestion = near === undefined ? { nl: "", en: "" } : { nl: ` Bedoel je ${near}?`, en: ` Did you mean ${near}?` };
  switch (code) {
    case "commander.unknownCommand":
      return { nl: `Opdracht “${named}” bestaat niet.${suggestion.nl}`, en: `There is no command “${named}”.${suggestion.en}` };
    case "commander.unknownOption":
      return { nl: `Optie “${named}” bestaat niet.${suggestion.nl}`, en: `There is no option “${named}”.${suggestion.en}` };
    case "commander.missingArgument":
      return { nl: `Er ontbreekt een argument: ${named}.`, en: `An argument is missing: ${named}.` };
    case "commander.optionMissingArgument":
      return { nl: `Optie “${named}” vraagt om een waarde.`, en: `Option “${named}” needs a value.` };
    case "commander.excessArguments":
      return { nl: "Er staan te veel argumenten.", en: "There are too many arguments." };
    default:
      return { nl: `${message.replace(/^error: /, "")}.`, en: `${message.replace(/^error: /, "")}.` };
  }
}

// Values of the user's files end up in sentences: no control character of theirs may move the cursor or start a second line.
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();
}

function languageIn(argv: readonly string[]): Language | null {
  for (const [index, word] of argv.entries()) {
    const value = word === "--language" ? argv[index + 1] : word.startsWith("--language=") ? word.slice("--language=".length) : undefined;
    if (value === "nl" || value === "en") return value;
  }
  return null;
}

function systemLanguage(): Language {
  const system = process.env["LC_ALL"] || process.env["LC_MESSAGES"] || process.env["LANG"] || "";
  return system.toLowerCase().startsWith("nl") ? "nl" : "en";
}
