import { createHmac } from "node:crypto";
import { appendFileSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openLocalEngine, type QueryRequest } from "../../src/engine/index.ts";
import { HelderError } from "../../src/framework/index.ts";
import { folder, put } from "../load/folder.ts";

const helder = (more: string) => `helder: 1
name: Shop
language: en
currency: EUR
timezone: Europe/Amsterdam
datasets:
  - {id: orders, file: "orders-*.csv", time: on, customer: email, columns: {box: lower(email), big: amount * 2}${more}}
metrics:
  - {id: orders, type: count, dataset: orders}
  - {id: customers, type: count-distinct, dataset: orders, of: email}
`;
const january =
  "on,email,phone,amount\n2026-01-02,Jan.Jansen@example.org,0612345678,10\n2026-01-03, jan.jansen@example.org ,0612345678,20\n";
const february = "on,email,phone,amount\n2026-02-02,jan.jansen@example.org,0612345678,5\n2026-02-03,piet@example.org,,5\n";
const base: QueryRequest = {
  metrics: ["orders", "customers"],
  grain: "total",
  by: [],
  where: null,
  from: null,
  to: null,
  compare: null,
  asOf: "2026-03-01",
};

async function ask(directory: string, request: Partial<QueryRequest> = {}) {
  const engine = openLocalEngine(directory);
  try {
    const { series } = await engine.query({ ...base, ...request });
    return series.map(({ metric, segment, points }) => [metric, Object.values(segment)[0] ?? null, points[0]!.value]);
  } catch (error) {
    if (error instanceof HelderError) return error.code;
    throw error;
  } finally {
    await engine.close();
  }
}

function keyIn(directory: string): Buffer {
  return Buffer.from(readFileSync(join(directory, ".helder/privacy.key"), "utf8").trim(), "hex");
}

/** Every byte that is kept below `.helder`. */
function bytesKept(directory: string): string {
  return readdirSync(join(directory, ".helder"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "latin1"))
    .join("\n");
}

const pseudonyms = ", pseudonymise: [Email, phone]";

describe("pseudonyms", () => {
  test("are HMAC-SHA256 under a key that only its owner can read, alike for one address in any case", async () => {
    const directory = folder({ "helder.yaml": helder(pseudonyms), "orders-1.csv": january });
    const answers = await ask(directory, { by: ["email"], metrics: ["orders"] });
    const pseudonym = createHmac("sha256", keyIn(directory)).update("jan.jansen@example.org").digest("hex");
    expect(answers).toEqual([["orders", pseudonym, 2]]);
    expect(statSync(join(directory, ".helder/privacy.key")).mode & 0o777).toBe(0o600);
    const phone = createHmac("sha256", keyIn(directory)).update("0612345678").digest("hex");
    expect(await ask(directory, { by: ["phone"], metrics: ["orders"] })).toEqual([["orders", phone, 2]]);
  });

  test("are all that is kept, also of lines that cannot be read", async () => {
    const directory = folder({ "helder.yaml": helder(pseudonyms), "orders-1.csv": `${january}2026-01-04,klaas@example.org,06,1,1,1\n` });
    expect(await ask(directory)).toEqual([
      ["orders", null, 2],
      ["customers", null, 1],
    ]);
    const kept = bytesKept(directory);
    expect(kept).toContain("too-many-fields");
    for (const text of ["jansen", "Jansen", "klaas", "0612345678"]) expect(kept).not.toContain(text);
  });

  test("meet again in files that come later", async () => {
    const directory = folder({ "helder.yaml": helder(pseudonyms), "orders-1.csv": january });
    await ask(directory);
    put(directory, "orders-2.csv", february);
    expect(await ask(directory)).toEqual([
      ["orders", null, 4],
      ["customers", null, 2],
    ]);
    const later = await ask(directory, { by: ["email"], metrics: ["orders"] });
    rmSync(join(directory, ".helder/warehouse.duckdb"));
    expect(await ask(directory, { by: ["email"], metrics: ["orders"] })).toEqual(later);
  });

  test("change with the key and with the choice of columns: no answer of before is told again", async () => {
    const directory = folder({ "helder.yaml": helder(""), "orders-1.csv": january });
    const request = { by: ["email"], metrics: ["orders"] };
    const plain = await ask(directory, request);
    writeFileSync(join(directory, "helder.yaml"), helder(pseudonyms));
    const first = await ask(directory, request);
    writeFileSync(join(directory, ".helder/privacy.key"), `${"0a".repeat(32)}\n`);
    const second = await ask(directory, request);
    expect(new Set([plain, first, second].map((answer) => JSON.stringify(answer))).size).toBe(3);
    writeFileSync(join(directory, "helder.yaml"), helder(""));
    expect(await ask(directory, request)).toEqual(plain);
  });

  test("are not made under a new key where the old one is lost, unless the warehouse is deleted too", async () => {
    const directory = folder({ "helder.yaml": helder(pseudonyms), "orders-1.csv": january });
    const before = await ask(directory, { by: ["email"], metrics: ["orders"] });
    rmSync(join(directory, ".helder/privacy.key"));
    for (let time = 0; time < 2; time++) expect(await ask(directory)).toBe("privacy-key-lost");
    rmSync(join(directory, ".helder/warehouse.duckdb"));
    expect(await ask(directory, { by: ["email"], metrics: ["orders"] })).not.toEqual(before);
  });

  test("refuse a broken key and an unknown column", async () => {
    const directory = folder({ "helder.yaml": helder(pseudonyms), "orders-1.csv": january });
    await ask(directory);
    appendFileSync(join(directory, ".helder/privacy.key"), "x");
    expect(await ask(directory)).toBe("privacy-key-unreadable");
    const other = folder({ "helder.yaml": helder(", pseudonymise: emial"), "orders-1.csv": january });
    expect(await ask(other)).toBe("unknown-column");
  });
});

describe("private columns", () => {
  test("split no answer unless asked, and neither do columns computed from them", async () => {
    const directory = folder({ "helder.yaml": helder(", private: EMAIL"), "orders-1.csv": february });
    for (const name of ["email", "Email", "box", "BOX"]) expect(await ask(directory, { by: [name] })).toBe("private-column");
    expect(await ask(directory, { by: ["big"], metrics: ["orders"] })).toEqual([["orders", 10, 2]]);
    expect(await ask(directory)).toEqual([
      ["orders", null, 2],
      ["customers", null, 2],
    ]);
    expect(await ask(directory, { by: ["email"], metrics: ["orders"], private: true })).toHaveLength(2);
  });

  test("are no filter for whoever may not see them; for others they are, and so is what a metric says itself", async () => {
    const directory = folder({ "helder.yaml": helder(", private: email"), "orders-1.csv": february });
    for (const where of [
      "email = 'piet@example.org'",
      "EMAIL like 'p%'",
      "amount > 1 and box <> 'x'",
      "orders.email is null",
      "(email is null) = false",
    ])
      expect(await ask(directory, { where, guarded: true })).toBe("private-column");
    expect(await ask(directory, { where: "big = 10", guarded: true })).toEqual(await ask(directory));
    expect(await ask(directory, { where: "email = 'piet@example.org'", metrics: ["orders"] })).toEqual([["orders", null, 1]]);
  });
});
