import { createHmac } from "node:crypto";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { QueryRequest } from "../../src/engine/index.ts";
import { HelderError } from "../../src/framework/index.ts";
import { openJournal } from "../../src/journal/index.ts";
import { folder, put } from "../load/folder.ts";
import { within } from "./within.ts";

const yaml = (pseudonyms = "") => `helder: 1
name: Shop
language: en
currency: EUR
timezone: Europe/Amsterdam
datasets:
  - {id: orders, file: "orders-*.csv", time: on, customer: customer, key: order${pseudonyms}}
  - {id: clients, file: clients.jsonl, customer: id, key: id}
  - {id: letters, file: letters.csv.gz, time: sent, customer: adres, columns: {adres: lower(email)}}
  - {id: calls, file: calls.csv, time: at}
  - {id: events, connector: {type: events}, time: timestamp, customer: user_id}
metrics:
  - {id: orders, type: count, dataset: orders}
  - {id: revenue, type: sum, dataset: orders, of: amount, unit: currency}
  - {id: customers, type: count-distinct, dataset: orders, of: customer}
  - {id: median, type: median, dataset: orders, of: amount}
  - {id: back, type: reactivation, dataset: orders, lapsed: 1 month}
  - {id: clients, type: count, dataset: clients}
  - {id: letters, type: count, dataset: letters}
  - {id: calls, type: count, dataset: calls}
  - {id: events, type: count, dataset: events}
`;

/** The lines of anna (42, anna@example.org, 0612345678, visitor v-1) bear a mark, so that a workspace without her is easily made. */
const files = {
  "orders-1.csv": [
    "order,on,customer,amount,mail",
    "o1,2026-01-02,42,10.00,Anna@Example.org#",
    "o2,2026-01-03,77,20.00,bert@example.org",
    "o3,2026-01-04,42,30.125,#",
    "o4,2026-01-05,77,1.00,carl@example.org",
  ],
  "orders-2.csv": [
    "order,on,customer,amount,mail",
    "o4,2026-03-05,42,5.00,anna@example.org#",
    'o5,2026-03-06,88,6.00,"carl\n@example.org"',
    "o6,2026-03-07,42,7.00,anna@example.org#",
    "o7,2026-03-07,42,7.00,anna@example.org,one,too,many#",
  ],
  "clients.jsonl": [
    '{"id":42,"name":"Anna","contact":{"email":"anna@example.org","telefoon":"06-1234 5678"}}#',
    '{"id":77,"name":"Bert","contact":{"email":"bert@example.org","telefoon":"0687654321"}}',
  ],
  "letters.csv": ["sent,email", "2026-02-01,ANNA@example.org#", "2026-02-01,bert@example.org"],
  "calls.csv": ["at,phone", "2026-02-01,0612345678#", "2026-02-02,0687654321"],
};
const base: QueryRequest = { metrics: [], grain: "month", by: [], where: null, from: null, to: null, compare: null, asOf: "2026-05-01" };
const at = "2026-01-05T10:00:00.000Z";
const sent = [
  { type: "track", event: "Order Completed", messageId: "m1", userId: "42", anonymousId: "v-1", properties: {} },
  { type: "page", name: "Home", messageId: "m2", anonymousId: "v-1" },
  { type: "identify", messageId: "m3", userId: "x9", traits: { email: "Anna@example.org" } },
  { type: "page", name: "Home", messageId: "m4", anonymousId: "v-2" },
  { type: "track", event: "Order Completed", messageId: "m5", userId: "77", anonymousId: "v-3" },
];
const hers = new Set(["m1", "m2", "m3"]);

function shop(withAnna: boolean, settings = yaml()): string {
  const directory = folder({ "helder.yaml": settings });
  for (const [name, lines] of Object.entries(files)) {
    const text = `${lines
      .filter((line) => withAnna || !line.endsWith("#"))
      .map((line) => line.replace(/#$/, ""))
      .join("\n")}\n`;
    if (name === "letters.csv") put(directory, "letters.csv.gz", gzipSync(text));
    else put(directory, name, text);
  }
  mkdirSync(join(directory, ".helder"));
  const journal = openJournal(join(directory, ".helder"));
  journal.appendEvents([{ at, events: JSON.stringify(sent.filter(({ messageId }) => withAnna || !hers.has(messageId))) }]);
  journal.close();
  return directory;
}

const metrics = ["orders", "revenue", "customers", "median", "back", "clients", "letters", "calls", "events"];

async function answers(directory: string): Promise<unknown[]> {
  return within(directory, async (engine) => {
    const told: unknown[] = [];
    for (const metric of metrics)
      for (const grain of metric === "clients" ? (["total"] as const) : (["month", "total"] as const))
        told.push((await engine.query({ ...base, metrics: [metric], grain })).series);
    told.push((await engine.query({ ...base, metrics: ["revenue"], by: ["mail"] })).series);
    return told;
  });
}

const erase = (directory: string, customer: string, confirmed = true) =>
  within(directory, (engine) => engine.erase({ customer, confirmed, command: "helder erase" }));

async function failure(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof HelderError) return error.code;
    throw error;
  }
  return "nothing failed";
}

function bytesKept(directory: string, isAsked = (_name: string) => true): string {
  return readdirSync(join(directory, ".helder"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && isAsked(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "latin1"))
    .join("\n");
}

/** DuckDB tidies its file up when it likes, and SQLite its log; what they hold is asked of them. */
const isSettled = (name: string) => !/\.(duckdb|sqlite)/.test(name);

describe("a person who is removed", () => {
  test.each(["42", " ANNA@Example.org ", "06 12345678", "v-1"])(
    "by %s is gone from every answer, as in a workspace in which she never was",
    async (customer) => {
      const directory = shop(true);
      const before = await answers(directory);
      const result = await erase(directory, customer);
      expect(result).toMatchObject({ erased: true, left: 0, unread: [] });
      expect(Object.fromEntries(result.removed.map(({ place, before: rows, after }) => [place, [rows, after]]))).toEqual({
        "warehouse/orders": [4, 0],
        "warehouse/clients": [1, 0],
        "warehouse/letters": [1, 0],
        "warehouse/calls": [1, 0],
        "warehouse/events": [3, 0],
        journal: [3, 0],
        answers: [1, 0],
        "rejects/orders": [1, 0],
      });
      const after = await answers(directory);
      expect(after).not.toEqual(before);
      expect(after).toEqual(await answers(shop(false)));
    },
  );

  test("leaves no trace in what is kept, and is told where she stands in the user's own files", async () => {
    const directory = shop(true);
    await answers(directory);
    expect(bytesKept(directory)).toMatch(/anna@example/i);
    const { customer, files: own } = await erase(directory, "42");
    const kept = bytesKept(directory);
    for (const text of ["nna@", "NNA@", "12345678", "v-1", "x9"]) expect(kept).not.toContain(text);
    expect(own).toEqual([
      { file: "orders-1.csv", rows: 2, lines: [2, 4] },
      { file: "orders-2.csv", rows: 3, lines: [2, 5, 6] },
      { file: "clients.jsonl", rows: 1, lines: [1] },
      { file: "letters.csv.gz", rows: 1, lines: [2] },
      { file: "calls.csv", rows: 1, lines: [2] },
    ]);
    const key = Buffer.from(readFileSync(join(directory, ".helder/privacy.key"), "utf8").trim(), "hex");
    expect(customer).toBe(createHmac("sha256", key).update("erased 42").digest("hex"));
  });

  test("does not come back: by a new file, a changed one, a warehouse that is made anew", async () => {
    const directory = shop(true);
    await answers(directory);
    await erase(directory, "anna@example.org");
    put(
      directory,
      "orders-3.csv",
      "order,on,customer,amount,mail\no9,2026-04-01,42,9,\no10,2026-04-02,99,9,anna@example.org\no11,2026-04-02,99,9,\n",
    );
    const loaded = await within(directory, (engine) => engine.load({ datasets: null }));
    expect(loaded.datasets[0]).toMatchObject({ id: "orders", rows: 4, erased: 6 });
    const told = await answers(directory);
    rmSync(join(directory, ".helder/warehouse.duckdb"));
    expect(await answers(directory)).toEqual(told);
    const fresh = shop(false);
    put(fresh, "orders-3.csv", "order,on,customer,amount,mail\no11,2026-04-02,99,9,\n");
    expect(told).toEqual(await answers(fresh));
  });

  test("is found by a pseudonym, where only that is kept", async () => {
    const settings = yaml(", pseudonymise: [customer, mail]");
    const directory = shop(true, settings);
    await answers(directory);
    const key = Buffer.from(readFileSync(join(directory, ".helder/privacy.key"), "utf8").trim(), "hex");
    const result = await erase(directory, createHmac("sha256", key).update("42").digest("hex"));
    expect(result).toMatchObject({ left: 0 });
    expect(result.removed).toContainEqual({ place: "warehouse/orders", before: 4, after: 0, rows: 4 });
    const fresh = shop(false, settings);
    cpSync(join(directory, ".helder/privacy.key"), join(fresh, ".helder/privacy.key"));
    expect(await answers(directory)).toEqual(await answers(fresh));
  });

  test("is only told of where nothing is confirmed; one whom nobody knows changes nothing", async () => {
    const directory = shop(true);
    const before = await answers(directory);
    const kept = bytesKept(directory, isSettled);
    const told = await erase(directory, "42", false);
    expect(told).toMatchObject({ erased: false, customer: null, left: 15 });
    expect(told.removed).toContainEqual({ place: "journal", before: 3, after: 3, rows: 3 });
    for (const customer of ["nobody", "4", "anna", "2", "o1", "%"])
      expect(await failure(erase(directory, customer))).toBe("unknown-customer");
    expect(bytesKept(directory, isSettled)).toBe(kept);
    expect(await answers(directory)).toEqual(before);
    expect(readdirSync(join(directory, ".helder"))).not.toContain("privacy.key");
    expect(await within(directory, (engine) => engine.erasures())).toEqual([]);
  });

  test("is recorded without her name, and may be removed again", async () => {
    const directory = shop(true);
    const first = await erase(directory, "42");
    const again = await erase(directory, "42");
    expect(again).toMatchObject({ customer: first.customer, left: 0, removed: [] });
    expect(again.files).toEqual(first.files);
    const [erasure] = await within(directory, (engine) => engine.erasures());
    expect(erasure).toMatchObject({ at: "2026-05-01T10:00:00.000Z", command: "helder erase", customer: first.customer, finished: true });
  });
});

describe("what several people have", () => {
  const household = `order,on,customer,amount,mail,phone
o1,2026-01-02,1,10,one@x.org,020-1111111
o2,2026-01-02,2,10,two@x.org,020-1111111
o3,2026-01-02,,10,,0201111111
`;
  const settings = `helder: 1
name: Shop
datasets:
  - {id: orders, file: orders.csv, time: on, customer: customer}
metrics:
  - {id: orders, type: count, dataset: orders}
`;

  test("a telephone of a household makes nobody else go", async () => {
    const directory = folder({ "helder.yaml": settings, "orders.csv": household });
    expect(await failure(erase(directory, "0201111111"))).toBe("ambiguous-customer");
    const { removed } = await erase(directory, "1");
    expect(await within(directory, (engine) => engine.load({ datasets: null }))).toMatchObject({ datasets: [{ rows: 2, erased: 1 }] });
    expect(removed).toEqual([]);
  });

  test("an e-mail address of many customers joins nobody, and is refused", async () => {
    const guests = Array.from({ length: 8 }, (_, index) => `o${index},2026-01-02,${index},10,guest@shop.example,`).join("\n");
    const directory = folder({ "helder.yaml": settings, "orders.csv": `order,on,customer,amount,mail,phone\n${guests}\n` });
    expect(await failure(erase(directory, "guest@shop.example"))).toBe("ambiguous-customer");
    await erase(directory, "3");
    expect(await within(directory, (engine) => engine.load({ datasets: null }))).toMatchObject({ datasets: [{ rows: 7, erased: 1 }] });
  });
});

describe("the key", () => {
  test("that is lost is not made anew where people were removed under it, nor where pseudonyms are kept", async () => {
    const removed = shop(true);
    await erase(removed, "42");
    const pseudonymous = shop(true, yaml(", pseudonymise: [mail]"));
    await answers(pseudonymous);
    for (const directory of [removed, pseudonymous]) {
      const file = join(directory, ".helder/privacy.key");
      const key = readFileSync(file);
      rmSync(file);
      for (let time = 0; time < 2; time++)
        expect(await failure(within(directory, (engine) => engine.query({ ...base, metrics: ["orders"] })))).toBe("privacy-key-lost");
      writeFileSync(file, key, { mode: 0o600 });
      expect(await failure(within(directory, (engine) => engine.query({ ...base, metrics: ["orders"] })))).toBe("nothing failed");
    }
    writeFileSync(join(removed, ".helder/privacy.key"), `${"ab".repeat(32)}\n`);
    expect(await failure(within(removed, (engine) => engine.query({ ...base, metrics: ["orders"] })))).toBe("privacy-key-lost");
  });
});
