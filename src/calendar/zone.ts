import type { Day } from "./day.ts";

/** The calendar day in `zone` (IANA name) at an instant (milliseconds since 1970 UTC). Throws RangeError on an unknown zone. */
export function dayInZone(instant: number, zone: string): Day {
  return new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" }).format(instant);
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
