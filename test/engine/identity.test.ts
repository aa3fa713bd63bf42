import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Engine, openLocalEngine } from "../../src/engine/index.ts";
import { folderWith } from "../cli/terminal.ts";

const orders = [
  "order_id,customer_id,email,born,day",
  "1,10,Anna@x.nl,1980,2026-01-05",
  "2,11,anna@x.nl ,,2026-01-06",
  "3,,anna@x.nl,,2026-01-07",
];
const others = ["4,12,bob@x.nl,,2026-01-08", "5,13,,,2026-01-09", "6,,guest@x.nl,,2026-01-10"];
const yaml = (identity: string, rest = "") => `helder: 1
name: Proef
language: nl
datasets:
  - {id: orders, file: orders-*.csv, key: order_id, time: day, customer: customer_id${identity}}
  - {id: news, file: news.csv, time: day, customer: email}
${rest}metrics:
  - {id: buyers, type: count-distinct, dataset: orders, of: customer_id}
  - {id: orders, type: count, dataset: orders}
  - {id: again, type: conversion, from: {dataset: news}, to: {dataset: orders}, window: 60 days}
`;
const same = ", identity: {same: email}";
const merges = "  - {id: merges, file: merges.csv, identity: {same: [old_id, new_id]}}\n";

async function inFolder(text: string, work: (engine: Engine, directory: string) => Promise<void>): Promise<void> {
  const { directory, dispose } = await folderWith({
    "helder.yaml": text,
    "orders-1.csv": `${[...orders, ...others].join("\n")}\n`,
    "news.csv": "email,day\nANNA@x.nl,2026-01-01\nnobody@x.nl,2026-01-02\n",
    "merges.csv": "old_id,new_id\n13,12\n",
  });
  const engine = openLocalEngine(directory);
  try {
    await work(engine, directory);
  } finally {
    await engine.close();
    await dispose();
  }
}

const asOf = "2026-03-31";
async function value(engine: Engine, metric: string): Promise<number | null> {
  const { series } = await engine.query({
    metrics: [metric],
    grain: "total",
    by: [],
    from: null,
    to: null,
    where: null,
    compare: null,
    asOf,
  });
  return series[0]!.points[0]!.value;
}

describe("one customer under several ids", () => {
  test("without a word about it, every id is a customer", async () => {
    await inFolder(yaml(""), async (engine) => {
      expect(await value(engine, "buyers")).toBe(4);
      expect(await value(engine, "again")).toBe(0);
      expect((await engine.load({ datasets: null })).identities).toBeUndefined();
    });
  });

  test("ids with one e-mail address are one, in all datasets; merge lists count too; and back again", async () => {
    await inFolder(yaml(same, merges), async (engine, directory) => {
      expect(await value(engine, "buyers")).toBe(2);
      expect(await value(engine, "again")).toBe(0.5);
      expect(await value(engine, "orders")).toBe(6);
      const { identities } = await engine.load({ datasets: null });
      expect(identities).toEqual([
        { id: "orders", ids: 4, customers: 2, clashes: [] },
        { id: "news", ids: 2, customers: 2, clashes: [] },
      ]);
      // A guest's order is hers whose address it bears.
      const { series } = await engine.query({
        metrics: ["orders"],
        grain: "total",
        by: ["customer_id"],
        from: null,
        to: null,
        where: null,
        compare: null,
        asOf,
        private: true,
      });
      expect(Object.fromEntries(series.map(({ segment, points }) => [String(segment["customer_id"]), points[0]!.value]))).toEqual({
        "10": 3,
        "12": 2,
        null: 1,
      });
      await writeFile(join(directory, "helder.yaml"), yaml("", ""));
      expect(await value(engine, "buyers")).toBe(4);
    });
  });

  test("rows that come later tell more, and what was answered before follows", async () => {
    await inFolder(yaml(same), async (engine, directory) => {
      expect(await value(engine, "buyers")).toBe(3);
      await writeFile(join(directory, "orders-2.csv"), `${orders[0]!}\n7,13,bob@x.nl,,2026-01-11\n8,14,new@x.nl,,2026-01-12\n`);
      expect(await value(engine, "buyers")).toBe(3);
      expect(await value(engine, "orders")).toBe(8);
      await writeFile(join(directory, "orders-2.csv"), `${orders[0]!}\n7,13,other@x.nl,,2026-01-11\n`);
      expect(await value(engine, "buyers")).toBe(3);
      expect(await buyersAnew(directory)).toBe(3);
    });
  });

  test("too many ids and people who differ where one cannot are left apart, and named", async () => {
    await inFolder(yaml(", identity: {same: email, most: 2, apart: born}"), async (engine, directory) => {
      const text = await readFile(join(directory, "orders-1.csv"), "utf8");
      await writeFile(
        join(directory, "orders-1.csv"),
        `${text}7,20,shop@x.nl,,2026-01-11\n8,21,shop@x.nl,,2026-01-11\n9,22,shop@x.nl,,2026-01-11\n10,11,anna@x.nl,1990,2026-01-12\n`,
      );
      const { identities } = await engine.load({ datasets: null });
      expect(identities![0]).toEqual({
        id: "orders",
        ids: 7,
        customers: 7,
        clashes: [
          { code: "identity-apart", customers: ["10", "11"] },
          { code: "identity-too-many", customers: ["20", "21", "22"] },
        ],
      });
    });
  });

  test("a private customer column is not told", async () => {
    await inFolder(yaml(", private: customer_id, identity: {same: email, most: 2, apart: born}"), async (engine, directory) => {
      const text = await readFile(join(directory, "orders-1.csv"), "utf8");
      await writeFile(join(directory, "orders-1.csv"), `${text}7,11,anna@x.nl,1990,2026-01-12\n`);
      expect((await engine.load({ datasets: null })).identities![0]!.clashes).toEqual([{ code: "identity-apart", customers: [] }]);
    });
  });

  test("where what says who is who cannot be read, nothing is counted wrong in silence", async () => {
    await inFolder(yaml(same, merges.replace("merges.csv", "gone.csv")), async (engine) => {
      await expect(value(engine, "buyers")).rejects.toMatchObject({ code: "no-file" });
    });
    await inFolder(yaml(", identity: {same: e-mail}"), async (engine) => {
      await expect(value(engine, "buyers")).rejects.toMatchObject({ code: "unknown-column" });
      // Asked again, it still says so.
      await expect(value(engine, "buyers")).rejects.toMatchObject({ code: "unknown-column" });
    });
  });
});

/** The number of buyers that a new start with the same files finds. */
async function buyersAnew(directory: string): Promise<number | null> {
  const names = ["helder.yaml", "orders-1.csv", "orders-2.csv", "news.csv"];
  const files = await Promise.all(names.map(async (name) => [name, await readFile(join(directory, name), "utf8")] as const));
  const { dispose, directory: other } = await folderWith(Object.fromEntries(files));
  const engine = openLocalEngine(other);
  try {
    return await value(engine, "buyers");
  } finally {
    await engine.close();
    await dispose();
  }
}
