import { expect, test } from "vitest";
import { HelderError } from "../../src/framework/index.ts";
import { ingestQueue } from "../../src/server/ingest-queue.ts";

test("what waits for a slow disk is bounded: beyond it a request is refused, and let in again when there is room", async () => {
  const written: string[] = [];
  const queue = ingestQueue((batches) => {
    const until = performance.now() + 20;
    while (performance.now() < until);
    written.push(...batches.map(({ events }) => events));
  }, 1_000);
  const sent: Promise<void>[] = [];
  let refused = 0;
  for (let request = 0; request < 50; request++) {
    try {
      queue.enter(100);
    } catch (error) {
      expect(error).toBeInstanceOf(HelderError);
      expect((error as HelderError).code).toBe("events-busy");
      expect((error as HelderError).http).toBe(429);
      refused++;
      continue;
    }
    sent.push(
      queue.append({ at: "2026-01-05T10:00:00.000Z", events: `[${request}]` }).then(() => {
        queue.leave(100);
      }),
    );
  }
  await Promise.all(sent);
  expect([sent.length, refused, written.length]).toEqual([10, 40, 10]);
  queue.enter(1_000);
});
