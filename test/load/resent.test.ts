import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openLocalEngine } from "../../src/engine/index.ts";
import { openJournal } from "../../src/journal/index.ts";
import { folder } from "./folder.ts";

const yaml = (key: string) => `helder: 1
name: Shop
language: en
datasets:
  - {id: events, connector: {type: events}, time: timestamp, customer: user_id${key}}
`;
const at = "2026-01-05T10:00:00.000Z";

function send(directory: string, ...events: readonly (readonly [id: string, order: string | null])[]): void {
  mkdirSync(join(directory, ".helder"), { recursive: true });
  const journal = openJournal(join(directory, ".helder"));
  const sent = events.map(([messageId, order]) => ({
    type: "track",
    event: "Order Completed",
    messageId,
    userId: "anna",
    timestamp: at,
    properties: order === null ? {} : { order_id: order },
  }));
  journal.appendEvents([{ at, events: JSON.stringify(sent) }]);
  journal.close();
}

async function load(directory: string) {
  const engine = openLocalEngine(directory);
  try {
    const { datasets, failures } = await engine.load({ datasets: null });
    expect(failures).toEqual([]);
    return { rows: datasets[0]!.rows, doubles: datasets[0]!.duplicates.identical + datasets[0]!.duplicates.differing };
  } finally {
    await engine.close();
  }
}

describe("an event that is sent again counts once", () => {
  test.each([
    ["without a key", "", 4],
    ["with message_id as key", ", key: message_id", 4],
    ["with a key of its own, which some events lack", ", key: properties.order_id", 3],
    ["with all as key", ", key: all", 4],
  ])("in a dataset %s", async (_, key, rows) => {
    const directory = folder({ "helder.yaml": yaml(key) });
    send(directory, ["m1", "o1"], ["m2", null], ["m2", null], ["m3", "o1"]);
    send(directory, ["m4", null]);
    expect(await load(directory)).toEqual({ rows, doubles: 5 - rows });
    // In a later fetch, so that its page is read behind those that are there.
    send(directory, ["m2", null], ["m5", "o2"], ["m5", "o2"]);
    expect(await load(directory)).toEqual({ rows: rows + 1, doubles: 8 - rows - 1 });
  });
});
