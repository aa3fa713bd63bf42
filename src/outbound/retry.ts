import { setTimeout as sleep } from "node:timers/promises";

export interface Patience {
  /** times a request is tried, the first included */
  readonly attempts: number;
  /** milliseconds before the second attempt; each next wait is twice as long */
  readonly firstWait: number;
  /** milliseconds: a server that asks for more than this is not waited for */
  readonly longestWait: number;
}

export const usualPatience: Patience = { attempts: 6, firstWait: 500, longestWait: 60_000 };

/** A failure that may pass; `after` is the time in milliseconds that the server asked for, null where it did not say. */
export class Passing extends Error {
  readonly after: number | null;
  readonly failure: Error;

  constructor(failure: Error, after: number | null = null) {
    super(failure.message);
    this.after = after;
    this.failure = failure;
  }
}

/** Tries again what failed with `Passing`, later each time; throws the last failure when patience ends. */
export async function retried<T>(patience: Patience, attempt: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof Passing)) throw error;
      if (tried >= patience.attempts || (error.after ?? 0) > patience.longestWait) throw error.failure;
      const ceiling = Math.min(patience.longestWait, patience.firstWait * 2 ** (tried - 1));
      // Half of the wait is chance, so that many clients that failed together do not come back together.
      await sleep(error.after ?? ceiling * (0.5 + Math.random() / 2));
    }
  }
}

/** `Retry-After` in milliseconds: seconds or a date; null where there is none that can be read. */
export function retryAfter(header: string | undefined, now: number): number | null {
  if (header === undefined) return null;
  if (/^\d+(\.\d+)?$/.test(header.trim())) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
