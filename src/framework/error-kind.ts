import type { Language } from "./finding.ts";

/** One way an operation can fail: the exit code of a command, the status of an answer, and the sentence with its blanks. */
export interface ErrorKind {
  readonly exit: 1 | 2;
  readonly http: number;
  readonly sentences: Readonly<Record<Language, string>>;
}
