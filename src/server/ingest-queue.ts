import { HelderError } from "../framework/index.ts";
import type { EventBatch } from "../journal/index.ts";

interface Waiting {
  readonly batch: EventBatch;
  readonly done: (error?: Error) => void;
}

/** Lets batches that arrive together share one wait for the disk. */
export interface IngestQueue {
  /** Takes room for a request of this many bytes; throws `events-busy` where there is none. */
  enter(bytes: number): void;
  leave(bytes: number): void;
  /** Resolves when the batch is on disk. */
  append(batch: EventBatch): Promise<void>;
}

const mostBytes = 32 * 2 ** 20;
export const busySeconds = 1;

export function ingestQueue(append: (batches: readonly EventBatch[]) => void, most = mostBytes): IngestQueue {
  let taken = 0;
  let waiting: Waiting[] = [];

  function flush(): void {
    const now = waiting;
    waiting = [];
    try {
      append(now.map(({ batch }) => batch));
    } catch (error) {
      for (const { done } of now) done(error as Error);
      return;
    }
    for (const { done } of now) done();
  }

  return {
    enter(bytes) {
      if (taken + bytes > most) throw new HelderError("events-busy", { seconds: busySeconds });
      taken += bytes;
    },
    leave(bytes) {
      taken -= bytes;
    },
    append: (batch) =>
      new Promise((resolve, reject) => {
        if (waiting.length === 0) setImmediate(flush);
        waiting.push({ batch, done: (error) => (error === undefined ? resolve() : reject(error)) });
      }),
  };
}
