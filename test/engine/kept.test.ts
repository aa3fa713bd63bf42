import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openLocalEngine } from "../../src/engine/index.ts";
import { openWarehouse } from "../../src/warehouse/index.ts";
import { folder, put } from "../load/folder.ts";

const helder = (where: string) => `helder: 1
name: Proef
language: nl
currency: EUR
timezone: Europe/Amsterdam
datasets:
  - {id: orders, file: "orders-*.csv", key: id, time: on, customer: customer}
metrics:
  - {id: revenue, type: sum, dataset: orders, of: amount, where: "${where}"}
  - {id: customers, type: count-distinct, dataset: orders, of: customer}
  - {id: spend, type: ratio, numerator: revenue, denominator: customers}
  - {id: back, type: reactivation, dataset: orders, lapsed: 1 month}
`;
const january = "id,on,customer,amount\n1,2026-01-05,a,10\n2,2026-01-20,b,5.25\n3,2026-03-02,a,7\n";
const request = {
  metrics: ["revenue", "customers", "spend", "back"],
  grain: "month",
  by: [],
  where: null,
  from: null,
  to: null,
  asOf: "2026-04-30",
  compare: null,
} as const;

async function ask(directory: string, asOf: string = request.asOf): Promise<unknown> {
  const engine = openLocalEngine(directory);
  try {
    return await engine.query({ ...request, asOf });
  } finally {
    await engine.close();
  }
}

/** What an engine answers that has nothing kept. */
async function anew(directory: string, asOf?: string): Promise<unknown> {
  rmSync(join(directory, ".helder"), { recursive: true });
  return ask(directory, asOf);
}

/** Numbers under which answers are kept, in order: a new one for each that was asked of the data. */
async function kept(directory: string): Promise<number[]> {
  const warehouse = await openWarehouse(join(directory, ".helder"));
  const { rows } = await warehouse.query('SELECT number FROM "helder"."answers" ORDER BY number');
  await warehouse.close();
  return rows.map(([number]) => Number(number));
}

test("what was asked before is not asked again, by another process neither", async () => {
  const directory = folder({ "helder.yaml": helder("amount > 0"), "orders-1.csv": january });
  const first = await ask(directory);
  const numbers = await kept(directory);
  expect(numbers.length).toBeGreaterThan(1);
  expect(await ask(directory)).toEqual(first);
  expect(await kept(directory)).toEqual(numbers);
});

test("an answer that cannot be read is asked again", async () => {
  const directory = folder({ "helder.yaml": helder("amount > 0"), "orders-1.csv": january });
  const first = await ask(directory);
  const warehouse = await openWarehouse(join(directory, ".helder"));
  await warehouse.query(`UPDATE "helder"."answers" SET answer = '{"rows": [['`);
  await warehouse.close();
  expect(await ask(directory)).toEqual(first);
});

test("new, changed and removed rows, another definition and another day give what a new start gives", async () => {
  const directory = folder({ "helder.yaml": helder("amount > 0"), "orders-1.csv": january });
  const seen = new Set<string>();
  const changes: (() => void)[] = [
    () => undefined,
    () => put(directory, "orders-2.csv", "id,on,customer,amount\n4,2026-01-31,c,100\n1,2026-01-05,a,11\n"),
    () => put(directory, "orders-2.csv", "id,on,customer,amount\n4,2026-01-31,c,90\n"),
    () => put(directory, "helder.yaml", helder("amount > 6")),
    () => rmSync(join(directory, "orders-1.csv")),
  ];
  for (const change of changes) {
    change();
    for (const asOf of ["2026-04-30", "2026-02-15"]) {
      const answer = await ask(directory, asOf);
      seen.add(JSON.stringify(answer));
      const before = await ask(directory, asOf);
      expect(before).toEqual(answer);
      const copy = folder();
      cpSync(directory, copy, { recursive: true });
      expect(await anew(copy, asOf)).toEqual(answer);
    }
  }
  // At the end only January is left, on both days.
  expect(seen.size).toBe(changes.length * 2 - 1);
});
