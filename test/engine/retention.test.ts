import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Engine, openLocalEngine, type QueryRequest } from "../../src/engine/index.ts";
import { openJournal } from "../../src/journal/index.ts";
import { folder, put } from "../load/folder.ts";

const yaml = (retention: string, events = retention) => `helder: 1
name: Shop
language: en
timezone: Europe/Amsterdam
datasets:
  - {id: orders, file: "orders-*.csv", time: on, customer: customer${retention}}
  - {id: events, connector: {type: events}, time: timestamp${events}}
metrics:
  - {id: orders, type: count, dataset: orders}
  - {id: customers, type: count-distinct, dataset: orders, of: customer}
  - {id: events, type: count, dataset: events}
`;
const header = "on,customer,amount\n";
const request: QueryRequest = {
  metrics: ["orders", "customers"],
  grain: "total",
  by: [],
  where: null,
  from: null,
  to: null,
  compare: null,
  asOf: null,
};

async function on<T>(day: string, directory: string, work: (engine: Engine) => Promise<T>): Promise<T> {
  const engine = openLocalEngine(directory, { now: () => Date.parse(`${day}T10:00:00Z`) });
  try {
    return await work(engine);
  } finally {
    await engine.close();
  }
}

const values = (day: string, directory: string) =>
  on(day, directory, async (engine) => (await engine.query(request)).series.map(({ points }) => points[0]!.value));
const loaded = (day: string, directory: string) => on(day, directory, async (engine) => (await engine.load({ datasets: null })).datasets);

describe("retention", () => {
  test("keeps no older rows, also of days that pass and of files that come, and no answer of before", async () => {
    const directory = folder({
      "helder.yaml": yaml(", retention: 2 months"),
      "orders-1.csv": `${header}2026-01-09,a,1\n2026-01-10,b,1\n2026-02-10,a,1\n,c,1\n`,
    });
    expect((await loaded("2026-03-10", directory))[0]).toMatchObject({ rows: 3, expired: 1, from: "2026-01-10", skipped: false });
    expect((await loaded("2026-03-10", directory))[0]).toMatchObject({ expired: 1, skipped: true });
    const first = await values("2026-03-10", directory);
    expect((await loaded("2026-03-11", directory))[0]).toMatchObject({ rows: 2, expired: 2, from: "2026-02-10", skipped: false });
    expect(await values("2026-03-11", directory)).not.toEqual(first);
    put(directory, "orders-2.csv", `${header}2025-01-01,d,1\n2026-03-01,e,1\n`);
    expect((await loaded("2026-03-11", directory))[0]).toMatchObject({ rows: 3, expired: 3 });
    const fresh = folder({
      "helder.yaml": yaml(""),
      "orders-1.csv": `${header}2026-02-10,a,1\n,c,1\n`,
      "orders-2.csv": `${header}2026-03-01,e,1\n`,
    });
    expect(await values("2026-03-11", directory)).toEqual(await values("2026-03-11", fresh));
  });

  test("removes events from the journal, unless another dataset of events keeps them", async () => {
    const sent = ["2025-12-31T23:30:00+01:00", "2026-01-10T00:00:00+01:00", undefined].map((timestamp, index) => ({
      type: "page",
      name: "x",
      messageId: `m${index}`,
      userId: "u",
      timestamp,
    }));
    const directory = folder({ "helder.yaml": yaml("", ", retention: 2 months"), "orders-1.csv": `${header}2026-01-09,a,1\n` });
    mkdirSync(join(directory, ".helder"));
    const counted = (): number => {
      const journal = openJournal(join(directory, ".helder"));
      try {
        return journal.eventBatches(0, 10).flatMap(({ events }) => JSON.parse(events) as unknown[]).length;
      } finally {
        journal.close();
      }
    };
    const journal = openJournal(join(directory, ".helder"));
    journal.appendEvents([{ at: "2026-02-01T10:00:00.000Z", events: JSON.stringify(sent) }]);
    journal.close();
    put(directory, "more.yaml", "datasets:\n  - {id: all-events, connector: {type: events}, time: timestamp}\n");
    expect((await loaded("2026-03-10", directory)).map(({ rows }) => rows)).toEqual([1, 2, 3]);
    expect(counted()).toBe(3);
    put(directory, "more.yaml", "datasets: []\n");
    expect((await loaded("2026-03-10", directory)).map(({ rows }) => rows)).toEqual([1, 2]);
    expect(counted()).toBe(2);
  });

  test("of rows without a time is refused", async () => {
    const directory = folder({
      "helder.yaml": yaml(", retention: 1 year").replace("time: on, ", ""),
      "orders-1.csv": `${header}2026-01-09,a,1\n`,
    });
    const failures = await on("2026-03-10", directory, async (engine) => (await engine.load({ datasets: ["orders"] })).failures);
    expect(failures.map(({ error }) => error.code)).toEqual(["dataset-broken"]);
  });
});
