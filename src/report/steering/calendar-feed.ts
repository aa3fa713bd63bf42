import { addDays, type Day } from "../../calendar/index.ts";
import type { ToldWaiting } from "./steer-text.ts";

/**
 * What waits as an iCalendar feed (RFC 5545): one all-day event on the day each thing is due. The same things give the same bytes, and a
 * thing keeps its UID, so that a calendar that reads the feed again moves what it has.
 */
export function calendarFeed(waiting: readonly ToldWaiting[], of: { readonly name: string; readonly asOf: Day }): string {
  const stamp = `${digits(of.asOf)}T000000Z`;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Helder//Helder//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escaped(of.name)}`,
    ...waiting.flatMap((one) => [
      "BEGIN:VEVENT",
      `UID:${escaped(one.id)}@helder`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${digits(one.due)}`,
      `DTEND;VALUE=DATE:${digits(addDays(one.due, 1))}`,
      `SUMMARY:${escaped(one.whoName === null ? one.sentence : `${one.whoName}: ${one.sentence}`)}`,
      ...(one.options.length === 0 ? [] : [`DESCRIPTION:${escaped(one.options.map(({ what }) => `- ${what}`).join("\n"))}`]),
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
  ];
  return `${lines.map(folded).join("\r\n")}\r\n`;
}

function digits(day: Day): string {
  return day.replaceAll("-", "");
}

/** RFC 5545 § 3.3.11; other control characters have no place in a text. */
function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n|[\r\n\u2028\u2029]/g, "\\n")
    .replace(/\p{Cc}/gu, " ");
}

function bytesOf(codePoint: number): number {
  return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
}

/** Lines of at most 75 bytes (§ 3.1), broken between characters. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = "";
  let bytes = 0;
  for (const sign of line) {
    const size = bytesOf(sign.codePointAt(0)!);
    if (bytes + size > 75) {
      parts.push(part);
      part = " ";
      bytes = 1;
    }
    part += sign;
    bytes += size;
  }
  return [...parts, part].join("\r\n");
}
