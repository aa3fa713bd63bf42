import { ClickHouseError } from "@clickhouse/client";
import { HelderError } from "../framework/index.ts";
import { messageOf } from "./failure.ts";

/** Server too busy, replica or keeper away for a moment, connection lost: the same request may well succeed a second later. */
const passing = new Set(["202", "203", "209", "210", "225", "242", "279", "319", "425", "999"]);
const refusals = new Set(["164", "192", "193", "194", "195", "291", "497", "516"]);
const overflows = new Set(["69", "321", "407"]);
const lostConnection =
  /ECONNRESET|ECONNREFUSED|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN|socket hang up|aborted|premature close|terminated/i;

/** What a failure needs to be told. */
export interface Place {
  /** host and port, without credentials */
  readonly host: string;
  readonly database: string;
  readonly seconds: number;
  /** texts that must never be shown */
  readonly secrets: readonly string[];
}

/** Whether the same request could succeed a moment later. */
export function isPassing(error: unknown): boolean {
  if (error instanceof ClickHouseError) return passing.has(error.code);
  return lostConnection.test(describe(error)) || (codeOf(error) === null && /\b(429|502|503|504)\b/.test(messageOf(error).slice(0, 500)));
}

/** What a failed request to ClickHouse means for the person who asked. */
export function clickhouseFailure(error: unknown, place: Place): HelderError {
  if (error instanceof HelderError) return error;
  const reason = hide(describe(error), place.secrets).replace(/\s+/g, " ").trim().slice(0, 300);
  const { host, database, seconds } = place;
  const cause = { cause: new Error(reason) };
  const code = codeOf(error);
  if (code !== null) {
    if (refusals.has(code)) return new HelderError("clickhouse-refused", { host, reason }, cause);
    if (code === "81") return new HelderError("clickhouse-no-database", { host, database }, cause);
    if (code === "159" || code === "160" || code === "209") return new HelderError("clickhouse-slow", { host, seconds }, cause);
    if (overflows.has(code)) return new HelderError("overflow", { reason, name: "" }, cause);
    return new HelderError("clickhouse-failed", { host, reason }, cause);
  }
  if (/timeout error|timed out/i.test(reason)) return new HelderError("clickhouse-slow", { host, seconds }, cause);
  if (/\b(401|403)\b/.test(reason)) return new HelderError("clickhouse-refused", { host, reason }, cause);
  return new HelderError("clickhouse-unreachable", { host, reason: reason || "?" }, cause);
}

/** The server's number of an error; old servers and proxies leave out its name, so that the client does not see it. */
function codeOf(error: unknown): string | null {
  if (error instanceof ClickHouseError) return error.code;
  return /(?:^|\s)Code: (\d+)[.,]/.exec(messageOf(error))?.[1] ?? null;
}

/** An error of Node's network often says nothing itself, but what lies beneath it does. */
function describe(error: unknown): string {
  const { code, errors } = error as { code?: unknown; errors?: readonly unknown[] };
  const message = messageOf(error) || (errors ?? []).map(messageOf).join(", ");
  return typeof code === "string" && !(error instanceof ClickHouseError) && !message.includes(code) ? `${code} ${message}`.trim() : message;
}

function hide(text: string, secrets: readonly string[]): string {
  return secrets.filter((secret) => secret !== "").reduce((hidden, secret) => hidden.replaceAll(secret, "***"), text);
}
