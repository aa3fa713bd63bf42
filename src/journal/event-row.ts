import type { Journal } from "./journal.ts";

interface Sent {
  readonly type?: string;
  readonly messageId?: string;
  readonly event?: string;
  readonly name?: string;
  readonly userId?: string;
  readonly anonymousId?: string;
  readonly previousId?: string;
  readonly timestamp?: string;
  readonly properties?: unknown;
  readonly traits?: unknown;
}

const atATime = 20;

/** The events after a batch as rows of a dataset: `message_id event user_id anonymous_id timestamp received_at properties` and more. */
export function* eventRows(
  journal: Pick<Journal, "eventBatches">,
  after: number,
): Generator<{ readonly batch: number; readonly events: readonly Readonly<Record<string, unknown>>[] }> {
  for (let last = after; ;) {
    const batches = journal.eventBatches(last, atATime);
    for (const { batch, at, events } of batches) {
      last = batch;
      yield { batch, events: (JSON.parse(events) as Sent[]).map((sent) => rowOf(sent, at)) };
    }
    if (batches.length < atATime) return;
  }
}

function rowOf(sent: Sent, receivedAt: string): Readonly<Record<string, unknown>> {
  return {
    message_id: sent.messageId ?? null,
    type: sent.type ?? null,
    event: sent.event ?? null,
    user_id: sent.userId ?? null,
    anonymous_id: sent.anonymousId ?? null,
    previous_id: sent.previousId ?? null,
    name: sent.name ?? null,
    timestamp: sent.timestamp ?? receivedAt,
    received_at: receivedAt,
    properties: sent.properties ?? null,
    traits: sent.traits ?? null,
  };
}
