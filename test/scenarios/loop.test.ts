import { appendFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays } from "../../src/calendar/index.ts";
import { audience, type LocalEngine, makeExample, openLocalEngine, steerCycle, whyOf } from "../../src/engine/index.ts";
import { markdown, waitingOf } from "../../src/report/index.ts";
import { Random } from "../../src/statistics/random.ts";

/** When the drop is looked at, when the reminder goes out, and when its last window has closed. */
const [seen, sent, decided] = ["2026-11-20", "2026-11-23", "2026-12-20"] as const;
const link = "quick-quote-to-requests";

let directory: string;
let engine: LocalEngine;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "helder-loop-"));
  await makeExample(directory, "badkamerwinkel", decided, "en");
  engine = openLocalEngine(directory, { now: () => Date.parse(`${decided}T12:00:00Z`) });
}, 120_000);
afterAll(async () => {
  await engine.close();
  await rm(directory, { recursive: true, force: true });
});

const entryAt = async (asOf: string) => {
  const { report } = await engine.run({ asOf });
  return { report, entry: report.kpis.find(({ id }) => id === "quote-requests")!, waiting: waitingOf(await engine.framework(), report) };
};

/** Of those who gave up, who got a short form finish it more often; seeded, as the example is. */
async function remind(rows: readonly (readonly string[])[]): Promise<void> {
  const random = new Random(20_261_123);
  const answers = rows.flatMap(([visitor, group], index) => {
    if (random.uniform() >= (group === "treatment" ? 0.45 : 0.12)) return [];
    const day = addDays(sent, 1 + Math.floor(random.uniform() * 9));
    return [`R${index},${visitor},${day} 10:00:00,mobile,5,${day} 10:02:00,${day} 10:03:00,3.00,sent`];
  });
  await appendFile(join(directory, "data", "quotes.csv"), `${answers.join("\n")}\n`);
}

test("a drop is found, explained, steered, tested by a hold-out, decided, learned and seen again", { timeout: 300_000 }, async () => {
  // Found: the level of the KPI went down, and its target is out of sight.
  const found = await entryAt(seen);
  expect(found.entry.status).toBe("behind");
  expect(found.entry.signals).toContainEqual(
    expect.objectContaining({
      code: "level-changed",
      params: expect.objectContaining({ direction: "down", favourable: false, from: "2026-W42" }),
    }),
  );
  expect(found.waiting).toContainEqual(expect.objectContaining({ kind: "open", kpi: "quote-requests" }));

  // Explained: mostly people on a phone, and a longer form came on that day.
  const periods = { from: "2026-09-16..2026-10-13", to: "2026-10-14..2026-11-10" };
  const why = await whyOf(engine, { of: "quote-requests", ...periods, by: ["device"], asOf: seen });
  const change = why.change!;
  expect(change).toBeLessThan(-10);
  expect(why.segments[0]).toMatchObject({ by: "device", element: "mobile" });
  expect(why.segments[0]!.contribution / change).toBeGreaterThan(0.6);
  expect(Math.abs(why.segments.reduce((sum, { contribution }) => sum + contribution, 0) - change)).toBeLessThan(1e-9);
  expect(why.events.map(({ id }) => id)).toContain("nine-field-form");

  // Steered: cause, options and choice are written into the workspace, and wait for a test.
  const { options } = found.waiting.find(({ kind, kpi }) => kind === "open" && kpi === "quote-requests")!;
  expect(options.length).toBeGreaterThan(0);
  const { cycle } = await steerCycle(directory, {
    of: "quote-requests",
    said: {
      cause: "On a phone the form of nine fields is given up.",
      options: ["Take away the long form on mobile", "Remind people with a short form"],
      chosen: "Remind people with a short form",
      owner: "web-team",
      due: "2026-12-22",
    },
    today: seen,
  });
  expect((await entryAt(seen)).waiting).toContainEqual(expect.objectContaining({ kind: "test", cycle: cycle.id, who: "web-team" }));

  // Tested: half of those who gave up get nothing.
  await writeFile(
    join(directory, "loop.yaml"),
    `segments:\n  - {id: gave-up, name: Gave up on a phone, dataset: quotes, where: "status = 'abandoned' and device = 'mobile' and started_at >= DATE '2026-10-14'"}\n`,
  );
  const out = join(directory, "reminder.csv");
  const bounds = { active: { count: 3, unit: "year" }, lapsed: { count: 12, unit: "month" }, top: 0.1 } as const;
  const common = { files: [], directory, language: "en", timezone: "Europe/Amsterdam", private: false, progress: () => undefined } as const;
  const split = await audience({ ...common, ...bounds, segment: "gave-up", out, holdOut: 0.5, seed: 1, asOf: seen });
  expect(split.heldOut! / split.customers).toBeCloseTo(0.5, 1);
  const [header, ...lines] = (await readFile(out, "utf8"))
    .trim()
    .split("\n")
    .map((line) => line.trim().replaceAll('"', "").split(/[,;]/));
  const [customer, group] = ["customer", "group"].map((name) => header!.findIndex((column) => column.replace("\uFEFF", "") === name)) as [
    number,
    number,
  ];
  const rows = lines.map((line) => [line[customer]!, line[group]!]);
  expect(rows).toHaveLength(split.customers);
  await writeFile(
    join(directory, "data", "reminded.csv"),
    `visitor,group,sent_on\n${rows.map((row) => [...row, sent].join(",")).join("\n")}\n`,
  );
  await remind(rows);
  await appendFile(
    join(directory, "loop.yaml"),
    `datasets:
  - {id: reminded, file: data/reminded.csv, time: sent_on, customer: visitor}
experiments:
  - {id: short-reminder, name: Reminder with a short form, tests: [${link}], unit: customer, assigned: reminded, variant: group, control: control,
     window: 14 days, metrics: [quote-requests], guardrails: [quote-lead-time], minimumEffect: 0.2, from: ${sent}, to: ${sent}, design: fixed}
`,
  );
  await steerCycle(directory, { of: cycle.id, said: { experiment: "short-reminder" }, today: sent });
  expect((await engine.experiments({ id: "short-reminder", asOf: "2026-12-01" })).experiments[0]).toMatchObject({
    running: true,
    verdict: "inconclusive",
  });
  expect((await entryAt("2026-12-01")).waiting).toContainEqual(expect.objectContaining({ kind: "running", cycle: cycle.id }));
  const { experiments, links } = await engine.experiments({ id: "short-reminder", asOf: decided });
  expect(experiments[0]).toMatchObject({ running: false, verdict: "supported", srm: { mismatch: false } });
  expect(links.find(({ id }) => id === link)).toMatchObject({ status: "supported", experiments: ["short-reminder"] });

  // Decided and learned, with the effect and its interval.
  expect((await entryAt(decided)).waiting).toContainEqual(expect.objectContaining({ kind: "decision", cycle: cycle.id }));
  const { absolute } = experiments[0]!.metrics[0]!;
  expect(absolute!.interval[0]).toBeGreaterThan(0);
  const effect = `${absolute!.estimate.toFixed(2)} more requests per reminded visitor`;
  const learning = "Who gave up on a phone does finish a short form.";
  await steerCycle(directory, { of: cycle.id, said: { decided: "start", effect, learning, closed: decided }, today: decided });

  // Seen again: more requests than would have come, the cycle is closed, and the pack of the month tells what it did.
  const after = await entryAt(decided);
  expect(after.waiting.some((one) => one.cycle === cycle.id)).toBe(false);
  const week = (label: string) => after.entry.series.find(({ period }) => period === label)!.value!;
  expect(week("2026-W48")).toBeGreaterThan(week("2026-W46"));
  const pack = markdown(after.report, { language: "en", message: ({ code }) => code });
  expect(pack).toContain(effect);
  expect(pack).toContain(learning);
});
