import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { evidenceOf, type LinkEvidence, type LocalEngine, openLocalEngine } from "../../src/engine/index.ts";
import { open } from "../../src/workspace/index.ts";

const yaml = (of: string, more = "") => `
helder: 1
name: Test
datasets:
  - {id: quotes, file: quotes.csv, time: day, customer: customer${more}}
metrics:
  - {id: minutes, type: average, dataset: quotes, of: ${of}}
  - {id: bought, type: share, dataset: quotes, of: bought = 'yes'}
kpis:
  - {id: sales, name: Sales, metric: bought, direction: up}
cpis:
  - {id: quick, name: Quick, outcome: I know it within a minute., metric: minutes, direction: down}
links:
  - {id: quick-sales, from: quick, to: sales}
experiments:
  - {id: first, tests: quick-sales, metrics: [bought], minimumEffect: 0.05, from: 2026-01-01, to: 2026-01-31, results: {estimate: 0.1, interval: [0.06, 0.14]}}
`;

let directory: string;
let engine: LocalEngine;
let clock: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "helder-redefined-"));
  engine = openLocalEngine(directory, { now: () => Date.parse(`${clock}T12:00:00Z`) });
  await writeFile(join(directory, "quotes.csv"), "customer,day,wait,work,bought\n1,2026-01-02,3,4,yes\n2,2026-01-03,5,6,no\n");
});
afterEach(async () => {
  await engine.close();
  await rm(directory, { recursive: true, force: true });
});

async function seen(on: string, text: string): Promise<LinkEvidence> {
  clock = on;
  await writeFile(join(directory, "helder.yaml"), text);
  const { framework } = await open(directory);
  const experiments = await engine.experiments({ id: null, asOf: null });
  const { report } = await engine.run({ asOf: null });
  const [found] = evidenceOf(framework, experiments, report, null);
  expect(report.links[0]).toMatchObject({ status: found!.status, until: found!.until });
  return found!;
}

test("a cause that is measured otherwise ends the verdict, and one that is put back gives it back", async () => {
  expect(await seen("2026-03-01", yaml("wait"))).toMatchObject({ status: "supported", until: "2027-01-31" });
  const changed = await seen("2026-04-10", yaml("wait + work"));
  expect(changed).toMatchObject({ status: "expired", until: "2026-04-09" });
  expect(changed.ledger[0]).toMatchObject({ verdict: "supported", redefined: "2026-04-10", until: "2026-04-09", counts: true });
  expect(await seen("2026-05-01", yaml("wait + work"))).toMatchObject({ status: "expired", until: "2026-04-09" });
  expect(await seen("2026-06-01", yaml("wait"))).toMatchObject({ status: "supported", until: "2027-01-31" });
});

test("a computed column and a condition below the metric are part of it", async () => {
  await seen("2026-03-01", yaml("long", ", columns: {long: wait + work}"));
  expect(await seen("2026-03-02", yaml("long", ", columns: {long: work}"))).toMatchObject({ status: "expired", until: "2026-03-01" });
  await seen("2026-03-03", yaml("long", ", columns: {long: wait + work}"));
  const less = yaml("long", ", columns: {long: wait + work}, where: wait > 1");
  expect(await seen("2026-03-04", less)).toMatchObject({ status: "expired", until: "2026-03-01" });
});

test("names, watermarks and a typing error change nothing", async () => {
  await seen("2026-03-01", yaml("wait"));
  const renamed = yaml("wait", ", completeThrough: 2026-02-01").replace("name: Quick,", "name: Quicker,");
  expect(await seen("2026-04-01", renamed)).toMatchObject({ status: "supported" });
  expect(await seen("2026-04-02", yaml("wait").replace("type: average", "type: averag"))).toMatchObject({ status: "supported" });
});

test("an experiment after the change is about the new definition", async () => {
  await seen("2026-03-01", yaml("wait"));
  const again = `${yaml("wait + work")}  - {id: second, tests: quick-sales, metrics: [bought], minimumEffect: 0.05, from: 2026-05-01, to: 2026-05-31, results: {estimate: 0.2, interval: [0.1, 0.3]}}\n`;
  await seen("2026-04-10", again);
  const found = await seen("2026-06-10", again);
  expect(found).toMatchObject({ status: "supported", experiments: ["second"], until: "2027-05-31" });
  expect(found.ledger.map(({ counts }) => counts)).toEqual([false, true]);
});

test("as of a day before the change nothing has changed", async () => {
  await seen("2026-03-01", yaml("wait"));
  await seen("2026-04-10", yaml("work"));
  const { links } = await engine.experiments({ id: null, asOf: "2026-04-09" });
  expect(links[0]).toMatchObject({ status: "supported" });
});
