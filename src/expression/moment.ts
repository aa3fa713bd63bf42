import { isDay } from "../calendar/index.ts";

const timestamp = /^(\d{4}-\d{2}-\d{2})[ T]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,6}))?)?$/;

/** An ISO local time in one form, `2026-01-31 10:00:00` with up to six decimals of a second; null where the text is none. */
export function readTimestamp(text: string): string | null {
  const match = timestamp.exec(text);
  if (!match || !isDay(match[1]!)) return null;
  const fraction = (match[5] ?? "").replace(/0+$/, "");
  return `${match[1]} ${match[2]}:${match[3]}:${match[4] ?? "00"}${fraction === "" ? "" : `.${fraction}`}`;
}
