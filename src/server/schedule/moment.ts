import { Cron } from "croner";

/**
 * The first moment after `after` (both in milliseconds since 1970) that the five fields name, in `zone`: an hour that the clock skips in
 * spring comes when it has skipped it, one that it has twice in autumn comes once. Null where there is none, such as 31 February.
 */
export function momentAfter(cron: string, zone: string, after: number): number | null {
  return new Cron(cron, { timezone: zone, paused: true }).nextRun(new Date(after))?.getTime() ?? null;
}
