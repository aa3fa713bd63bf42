import { type Day, firstDay, formatDay, lastDay } from "./day.ts";

/** Making a formatter costs a thousand times what using it does. */
const formatters = new Map<string, Intl.DateTimeFormat>();

/**
 * The calendar day in `zone` (IANA name) at an instant (milliseconds since 1970 UTC). Instants outside the calendar give its first or
 * last day. Throws RangeError on an unknown zone and on an instant that is no date.
 */
export function dayInZone(instant: number, zone: string): Day {
  let formatter = formatters.get(zone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      calendar: "gregory",
      numberingSystem: "latn",
      era: "short",
      year: "numeric",
      month: "numeric",
      day: "numeric",
    });
    formatters.set(zone, formatter);
  }
  const part: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
  for (const { type, value } of formatter.formatToParts(instant)) part[type] = value;
  if (part.era !== "AD") return firstDay;
  const year = Number(part.year);
  return year > 9999 ? lastDay : formatDay(year, Number(part.month), Number(part.day));
}

/** Whether `zone` is an IANA time zone that this machine knows. */
export function isZone(zone: string): boolean {
  try {
    dayInZone(0, zone);
    return true;
  } catch {
    return false;
  }
}
