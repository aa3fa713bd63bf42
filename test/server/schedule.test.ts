import { readdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { openLocalEngine } from "../../src/engine/index.ts";
import { HelderError } from "../../src/framework/index.ts";
import { application } from "../../src/server/index.ts";
import { type Job, jobsOf, momentAfter, openSchedule, workOn } from "../../src/server/schedule/index.ts";
import { folderWith } from "../cli/terminal.ts";

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

const zone = "Europe/Amsterdam";
const at = (moment: string): number => Date.parse(moment);
const iso = (moment: number | null): string | null => (moment === null ? null : new Date(moment).toISOString());

async function folder(files: Readonly<Record<string, string>> = {}): Promise<string> {
  const { directory, dispose } = await folderWith({ "helder.yaml": "helder: 1\nname: Proef\n", ".helder/none": "", ...files });
  closing.push(dispose);
  return directory;
}

/** A schedule whose clock stands where it is put, and whose work is what `fails` says. */
async function clockwork(entries: Parameters<typeof jobsOf>[0]["schedule"], directory?: string) {
  const place = directory ?? (await folder());
  const clock = { now: at("2026-11-23T08:00:00Z") };
  const did: string[] = [];
  const failing = new Set<Job["do"]>();
  const open = () =>
    openSchedule({
      directory: place,
      asked: () => Promise.resolve({ jobs: jobsOf({ schedule: entries, alerts: [] }), zone }),
      work: ({ do: task }, now) => {
        did.push(`${task} ${iso(now)}`);
        return failing.has(task) ? Promise.reject(new HelderError("outbound-failed", { host: "crm", reason: "502" })) : Promise.resolve();
      },
      now: () => clock.now,
    });
  return { clock, did, failing, open, directory: place };
}

describe("moments", () => {
  test("are those of the workspace's zone, the hour that the clock skips included", () => {
    expect(iso(momentAfter("0 6 * * 1-5", zone, at("2026-11-20T12:00:00Z")))).toBe("2026-11-23T05:00:00.000Z");
    expect(iso(momentAfter("30 2 * * *", zone, at("2026-03-28T12:00:00Z")))).toBe("2026-03-29T01:00:00.000Z");
    expect(momentAfter("0 0 31 2 *", zone, at("2026-11-20T12:00:00Z"))).toBeNull();
  });

  test("an hour that comes twice in autumn is done once", () => {
    const first = momentAfter("30 2 * * *", zone, at("2026-10-24T12:00:00Z"))!;
    expect(iso(first)).toBe("2026-10-25T00:30:00.000Z");
    expect(iso(momentAfter("30 2 * * *", zone, first))).toBe("2026-10-26T01:30:00.000Z");
  });
});

describe("a schedule", () => {
  test("does nothing before its moment, and data before what is told about them", async () => {
    const { clock, did, open } = await clockwork([
      { cron: "0 7 * * *", do: "run" },
      { cron: "0 7 * * *", do: "load" },
    ]);
    const schedule = open();
    await schedule.tick();
    clock.now = at("2026-11-24T05:59:40Z");
    await schedule.tick();
    expect(did).toEqual([]);
    clock.now = at("2026-11-24T06:00:00Z");
    await schedule.tick();
    await schedule.tick();
    expect(did).toEqual(["load 2026-11-24T06:00:00.000Z", "run 2026-11-24T06:00:00.000Z"]);
    expect(await schedule.planned()).toMatchObject([
      { do: "load", next: "2026-11-25T06:00:00.000Z", last: { ok: true, failure: null }, running: false, tries: 0 },
      { do: "run", next: "2026-11-25T06:00:00.000Z" },
    ]);
  });

  test("makes moments good once that passed while the machine was off", async () => {
    const { clock, did, open } = await clockwork([{ cron: "0 7 * * *", do: "run" }]);
    const before = open();
    await before.tick();
    await before.close();
    clock.now = at("2026-11-30T12:00:00Z");
    const after = open();
    await after.tick();
    await after.tick();
    expect(did).toEqual(["run 2026-11-30T12:00:00.000Z"]);
  });

  test("tries what failed again, after a pause that grows, and then waits for the next moment", async () => {
    const { clock, did, failing, open } = await clockwork([{ cron: "0 7 * * *", do: "load" }]);
    const schedule = open();
    await schedule.tick();
    failing.add("load");
    for (let minute = 0; minute <= 90; minute++) {
      clock.now = at("2026-11-24T06:00:00Z") + minute * 60_000;
      await schedule.tick();
    }
    expect(did.map((one) => one.slice(16, 21))).toEqual(["06:00", "06:01", "06:06", "06:36"]);
    const [told] = await schedule.planned();
    expect(told).toMatchObject({ next: "2026-11-25T06:00:00.000Z", last: { ok: false, failure: { code: "outbound-failed" } } });
    expect(told!.last!.failure!.nl).toContain("crm is niet te bereiken");
    failing.clear();
    clock.now = at("2026-11-25T06:00:00Z");
    await schedule.tick();
    expect(await schedule.planned()).toMatchObject([{ last: { ok: true }, tries: 0, next: "2026-11-26T06:00:00.000Z" }]);
  });

  test("never does two things at once", async () => {
    const directory = await folder();
    let now = at("2026-11-23T08:00:00Z");
    let begun = 0;
    let end = (): void => {};
    let started = (): void => {};
    const start = new Promise<void>((resolve) => (started = resolve));
    const schedule = openSchedule({
      directory,
      asked: () => Promise.resolve({ jobs: jobsOf({ schedule: [{ cron: "* * * * *", do: "run" }], alerts: [] }), zone }),
      work: () => {
        begun += 1;
        started();
        return new Promise((resolve) => (end = resolve));
      },
      now: () => now,
    });
    await schedule.tick();
    now += 60_000;
    const first = schedule.tick();
    now += 60_000;
    const second = schedule.tick();
    await start;
    expect(await schedule.planned()).toMatchObject([{ running: true }]);
    end();
    await Promise.all([first, second]);
    expect(begun).toBe(1);
  });

  test("does not try for ever what takes the process down with it", async () => {
    const { clock, open, directory } = await clockwork([{ cron: "0 7 * * *", do: "run" }]);
    await open().tick();
    let begun = 0;
    for (let start = 0; start < 10; start++) {
      clock.now = at("2026-11-24T06:00:00Z") + start * 3_600_000;
      let dies = (): void => {};
      const death = new Promise<void>((resolve) => (dies = resolve));
      const dying = openSchedule({
        directory,
        asked: () => Promise.resolve({ jobs: jobsOf({ schedule: [{ cron: "0 7 * * *", do: "run" }], alerts: [] }), zone }),
        work: () => {
          begun += 1;
          dies();
          return new Promise(() => {});
        },
        now: () => clock.now,
      });
      await Promise.race([dying.tick(), death]);
    }
    expect(begun).toBe(4);
  });
});

const yaml = (cron: string) => `helder: 1
name: Proef
language: nl
network: {allow: [127.0.0.1]}
datasets: [{id: orders, file: orders.csv, time: day}]
metrics: [{id: sold, type: count, dataset: orders}]
kpis:
  - {id: sold, name: Verkocht, metric: sold, target: {value: 60, from: 2026-10-01, to: 2026-12-31}}
alerts: [{on: sold, to: webhook:env(TEST_HOOK)}]
schedule:
  - {cron: "${cron}", do: load}
  - {cron: "${cron}", do: run}
  - {id: monthly, cron: "${cron}", do: report, to: [board]}
`;

test("loads, tells alerts and writes the report of a workspace, and says so over HTTP", async () => {
  const posted: string[] = [];
  const hook = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => (body += String(chunk))).on("end", () => (posted.push(body), response.end("ok")));
  });
  await new Promise<void>((resolve) => hook.listen(0, "127.0.0.1", resolve));
  closing.push(() => new Promise((resolve) => hook.close(() => resolve())));
  const directory = await folder({ "helder.yaml": yaml("0 7 * * *"), "orders.csv": "day,n\n2026-10-05,1\n2026-11-05,1\n" });
  let now = at("2026-11-23T08:00:00Z");
  const engine = openLocalEngine(directory, { now: () => now });
  closing.push(() => engine.close());
  const environment = {
    TEST_HOOK: `http://127.0.0.1:${(hook.address() as AddressInfo).port}/`,
    HELDER_WEBHOOK_SECRET: "between us",
  };
  const schedule = openSchedule({
    directory,
    asked: async () => ({ jobs: jobsOf(await engine.framework()), zone }),
    work: (job, moment) => workOn({ engine, environment }, job, moment),
    now: () => now,
  });
  await schedule.tick();
  now = at("2026-11-24T06:00:00Z");
  await schedule.tick();
  expect(posted).toHaveLength(1);
  expect(JSON.parse(posted[0]!)).toMatchObject({ messages: [{ id: "off-course/sold/2026-11-24" }] });
  expect(await readdir(join(directory, "reports"))).toEqual(["2026-11-24-monthly.html"]);
  expect(await readFile(join(directory, "reports", "2026-11-24-monthly.html"), "utf8")).toContain("Verkocht");

  const app = await application({ engine, traced: () => engine, token: "secret", schedule });
  closing.push(() => app.close());
  const answer = await app.inject({ url: "/api/schedule", headers: { host: "127.0.0.1" } });
  expect(answer.json()).toMatchObject({
    timezone: zone,
    jobs: [
      { do: "load", last: { ok: true }, next: "2026-11-25T06:00:00.000Z" },
      { do: "run", last: { ok: true } },
      { do: "report", name: "monthly", to: ["board"], last: { ok: true } },
    ],
  });

  await writeFile(join(directory, "orders.csv"), "");
  now = at("2026-11-25T06:00:00Z");
  await schedule.tick();
  const [load] = await schedule.planned();
  expect(load).toMatchObject({ do: "load", tries: 1, next: "2026-11-25T06:01:00.000Z", last: { ok: false } });
});
