import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays } from "../../src/calendar/index.ts";
import { discover } from "../../src/engine/index.ts";
import { HelderError } from "../../src/framework/index.ts";
import { Random } from "../../src/statistics/index.ts";
import { kinds } from "./nasty-kinds.ts";

/** `HELDER_NASTY=500` for all of them. */
const inputs = Number(process.env["HELDER_NASTY"] ?? 50);

let directory = "";
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "helder-nasty-"));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

/** A file that is wrong, or odd, in a way of its own. */
function nasty(seed: number): string {
  const random = new Random(seed);
  const one = <T>(...values: readonly T[]): T => values[Math.floor(random.uniform() * values.length)]!;
  const between = (low: number, high: number) => low + Math.floor(random.uniform() * (high - low + 1));
  const customers = one(1, 1, 2, 5, 50);
  const rows = one(0, 1, 2, 20, 300, 1500);
  const span = one(1, 1, 40, 400, 2000, 9000);
  const future = one(0, 0, 0.05);
  const amount = one<() => string>(
    () => (random.uniform() * 100).toFixed(2),
    () => (-random.uniform() * 100).toFixed(2),
    () => "0",
    () => one("", "12.50", "-3", "1e6", "x"),
    () => (random.uniform() * 1e12).toFixed(2),
    () => `${one("€", "$", "£")} ${between(1, 99)}`,
  );
  const customer = one<() => string>(
    () => `c${between(1, customers)}`,
    () => one("", "NULL", "c1", "=1+1", '"a,b"', "é ü"),
    () => (random.uniform() < 0.95 ? "c1" : `c${between(1, 9)}`),
  );
  const columns: readonly [string, () => string][] = [
    ...(random.uniform() < 0.8
      ? [["order_id", () => one("", `${one("", "C", "A")}${between(1, 400)}`, String(between(1, 1e6)))] as [string, () => string]]
      : []),
    ...(random.uniform() < 0.95 ? [["customer_id", customer] as [string, () => string]] : []),
    ...(random.uniform() < 0.95
      ? [
          ["order_date", () => (random.uniform() < future ? "2999-01-01" : addDays("2001-01-01", between(0, span)))] as [
            string,
            () => string,
          ],
        ]
      : []),
    ...(random.uniform() < 0.8 ? [["amount", amount] as [string, () => string]] : []),
    ...(random.uniform() < 0.3 ? [["quantity", () => String(between(-2, 5))] as [string, () => string]] : []),
    ...(random.uniform() < 0.3 ? [["status", () => one("paid", "cancelled", "refunded", "", "shipped")] as [string, () => string]] : []),
    ...(random.uniform() < 0.3 ? [["product_id", () => one("{value}", "p1", "p2", "", "$&")] as [string, () => string]] : []),
    ...(random.uniform() < 0.3 ? [["country", () => one("NL", "BE", "", "=cmd()")] as [string, () => string]] : []),
    ...(random.uniform() < 0.2 ? [["discount", () => one("0", "5", "")] as [string, () => string]] : []),
    ...(random.uniform() < 0.2 ? [["email", () => one("a@x.nl", "b@x.nl", "no", "")] as [string, () => string]] : []),
  ];
  const lines = Array.from({ length: rows }, () => columns.map(([, value]) => value()).join(","));
  return `${columns.map(([name]) => name).join(",")}\n${lines.join("\n")}\n`;
}

const named = Object.entries(kinds);

/** Each kind once, then in turns a kind with other chances and a mix of oddities. */
const cases = Array.from({ length: inputs }, (_, index): [string, (seed: number) => string | Buffer] => {
  const kind = named[index] ?? (index % 2 === 0 ? named[(index >> 1) % named.length] : undefined);
  return kind === undefined ? [`${index + 1}: a mix`, nasty] : [`${index + 1}: ${kind[0]}`, (seed) => kind[1](new Random(seed))];
});

/** Every number in a value, with the way to it. */
function* numbersIn(value: unknown, way = ""): Generator<[string, number]> {
  if (typeof value === "number") yield [way, value];
  else if (typeof value === "object" && value !== null)
    for (const [key, inner] of Object.entries(value)) yield* numbersIn(inner, `${way}.${key}`);
}

const mayBeNegative = new Set(["revenue-growth"]);

test.each(cases.map(([name, make], index) => [name, make, index + 1] as const))(
  "input %s is answered with figures that can be, or refused with its reason",
  async (_, make, seed) => {
    const file = join(directory, `sales-${seed}.csv`);
    await writeFile(file, make(seed));
    const request = {
      files: [file],
      directory: null,
      language: "en" as const,
      timezone: "UTC",
      currency: "EUR",
      active: { count: 3, unit: "year" as const },
      lapsed: { count: 12, unit: "month" as const },
      top: 0.1,
      asOf: null,
      export: seed % 4 === 0 ? join(directory, "out.csv") : null,
    };
    const found = await discover(request).catch((error: unknown) => {
      expect(error).toBeInstanceOf(HelderError);
      const { code } = error as HelderError;
      const [dutch, english] = (["nl", "en"] as const).map((language) => (error as HelderError).sentence(language));
      expect(code).not.toBe("warehouse-failed");
      expect(dutch).not.toBe(english);
      for (const sentence of [dutch, english]) expect(sentence).not.toMatch(/undefined|\[object|\n\s+at /);
      return null;
    });
    if (found === null) return;
    for (const [way, value] of numbersIn(found)) expect(Number.isFinite(value), `${way}: ${value}`).toBe(true);
    for (const { id, value, n, interval, sentence } of found.facts) {
      expect(value === null || (Number.isFinite(value) && (value >= 0 || mayBeNegative.has(id))), `${id}: ${value}`).toBe(true);
      expect(Number.isInteger(n) && n >= 0, id).toBe(true);
      expect(sentence).not.toMatch(/NaN|Infinity|undefined|\{n\}/);
      if (interval) expect(interval[0]).toBeLessThanOrEqual(interval[1]);
    }
    for (const { worth, target, baseline } of found.opportunities) {
      expect(
        [target.value, baseline.value, worth?.value ?? 0, ...(worth?.interval ?? [])].every(
          (value) => Number.isFinite(value) && value >= 0,
        ),
      ).toBe(true);
    }
  },
  30_000,
);
