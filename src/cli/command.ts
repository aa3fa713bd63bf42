import type { Day } from "../calendar/index.ts";
import type { Language } from "../framework/index.ts";

/** Where a command line speaks: the process's own streams, or a test's. */
export interface Streams {
  out(text: string): void;
  err(text: string): void;
  readonly outIsTerminal: boolean;
  readonly errIsTerminal: boolean;
}

/** A sentence in both languages, beside what it describes. */
export type Told = Readonly<Record<Language, string>>;

export interface Option {
  /** as commander writes it: `--grain <grain>` */
  readonly flags: string;
  readonly told: Told;
  readonly choices?: readonly string[];
}

export interface Argument {
  /** `<metric...>` required and many, `[dir]` optional */
  readonly name: string;
  readonly told: Told;
}

/** What every command gets: what was typed, and where to speak. */
export interface Context {
  readonly arguments: readonly (string | readonly string[] | undefined)[];
  readonly options: Readonly<Record<string, unknown>>;
  readonly json: boolean;
  /** lines for --verbose; null where it was not asked */
  readonly trace: ((line: string) => void) | null;
  readonly asOf: Day | null;
  /** the language asked for, else the system's, until a workspace that has its own is opened with `speak` */
  readonly language: Language;
  /** takes on the workspace's language unless one was asked for */
  speak(workspaceLanguage: Language | undefined): void;
  /** the workspace's directory; throws `no-workspace` */
  directory(): string;
  /** writes text to standard output, with a final newline */
  print(text: string): void;
  printJson(document: unknown): void;
  /** one line on standard error */
  complain(text: string): void;
  /** progress and notes, on standard error, only when it is a terminal */
  note(text: string): void;
  readonly colour: boolean;
}

/** One command: one file under `commands/`, one line in `commands.ts`. */
export interface Command {
  readonly name: string;
  readonly told: Told;
  readonly arguments: readonly Argument[];
  readonly options: readonly Option[];
  /** its arguments are sentences, which may begin with a dash: `- 250 badkamers`, `-5 % klachten` */
  readonly sentences?: true;
  /** answers the exit code */
  readonly run: (context: Context) => Promise<number>;
}

/** One option's text, or null where it was not typed. */
export function textOption(context: Context, name: string): string | null {
  const value = context.options[name];
  return typeof value === "string" ? value : null;
}

export function textArgument(context: Context, index: number): string | null {
  const value = context.arguments[index];
  return typeof value === "string" ? value : null;
}

export function listArgument(context: Context, index: number): readonly string[] {
  const value = context.arguments[index];
  return Array.isArray(value) ? (value as readonly string[]) : typeof value === "string" ? [value] : [];
}
