import type { ConnectorOf } from "../../framework/index.ts";
import type { Connector, Row } from "./connector.ts";
import { eventDatasets } from "./event-dataset.ts";
import { fetchWith, type FetchOptions } from "./fetch.ts";

/** Batches of events as they came in: after a number, the next ones, in order. */
export type EventsAfter = (batch: number) => Iterable<{ readonly batch: number; readonly events: readonly Row[] }>;

const batchesPerPage = 2_000;

/** Events that were sent to this server; new ones become a new page. */
function events(after: EventsAfter): Connector<ConnectorOf<"events">> {
  return {
    type: "events",
    whole: () => false,
    async *pages({ settings, cursor, known, write }) {
      const { columns, row } = eventDatasets[settings.as];
      let last = Number(cursor ?? 0);
      if (known.size === 0) yield { name: pageName(0), ...(await write([])), columns };
      for (;;) {
        const began = last;
        const page = await write(rowsAfter());
        if (last === began) return;
        yield { name: pageName(last), ...page, columns, cursor: String(last) };
      }
      function* rowsAfter(): Generator<Row> {
        let batches = 0;
        for (const { batch, events: received } of after(last)) {
          for (const event of received) {
            const made = row(event);
            if (made !== null) yield made;
          }
          last = batch;
          if (++batches >= batchesPerPage) return;
        }
      }
    },
  };
}

/** Brings a dataset of events up to date with what came in. */
export async function fetchEvents(after: EventsAfter, options: FetchOptions): Promise<void> {
  await fetchWith(events(after), options);
}

function pageName(batch: number): string {
  return `events-${String(batch).padStart(15, "0")}`;
}
