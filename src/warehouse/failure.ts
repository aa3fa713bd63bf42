import { HelderError } from "../framework/index.ts";

/** Whether another process holds the file. */
export function isLocked(error: unknown): boolean {
  return /could not set lock on file|conflicting lock|being used by another process/i.test(messageOf(error));
}

/** Whether the failure is the warehouse's own: damage, which shows only when a block is read, or that DuckDB has given it up. */
export function isBreakage(error: unknown): boolean {
  const message = messageOf(error);
  if (/^(?:fatal|internal|serialization) error|corrupt database|invalidated because/i.test(message)) return true;
  // The same is said of a data file that is cut off.
  return /could not read (?:enough|all) bytes/i.test(message) && message.includes(".duckdb");
}

/** What a failed statement means for the person who asked. */
export function statementFailure(error: unknown): HelderError {
  if (error instanceof HelderError) return error;
  const reason = reasonOf(error);
  if (/out of range|overflow/i.test(messageOf(error))) return new HelderError("overflow", { reason, name: "" }, { cause: error });
  return new HelderError("warehouse-failed", { reason }, { cause: error });
}

/**
 * Why, in one line. Once a fatal error has closed a database, every statement is refused in the same words, and the cause stands behind them.
 */
export function reasonOf(error: unknown): string {
  const message = messageOf(error);
  const first = /Original error: "?([^]*)/.exec(message)?.[1]!.replace(/"\s*$/, "") ?? message;
  return first.split("\n")[0]!.slice(0, 300);
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
