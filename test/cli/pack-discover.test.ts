import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addMonths } from "../../src/calendar/index.ts";
import type { Discovered } from "../../src/report/index.ts";
import { chapters } from "../../src/report/story/chapters.ts";
import { csvOf, lastDay, type Purchase, shop } from "../discover/shop.ts";
import { folderWith, type } from "./terminal.ts";

const purchases = shop();
const cents = ({ amount }: Purchase) => Math.round(amount * 100);

describe("helder report --pack discover", () => {
  let directory = "";
  let dispose: () => Promise<void>;
  let told: Discovered;
  const pack = (...words: string[]) => type("report", "--pack", "discover", ...words, "--language", "en");
  beforeAll(async () => {
    ({ directory, dispose } = await folderWith({
      "orders.csv": csvOf(purchases),
      "few.csv": csvOf(purchases.filter(({ order }) => order % 10 === 0)),
      "work/helder.yaml":
        "helder: 1\nname: Private shop\nlanguage: en\ndatasets:\n  - {id: orders, file: orders.csv, time: order_date, customer: customer_id, private: [product]}\n",
      "work/orders.csv": `order_id,customer_id,email,order_date,product,amount\n${Array.from({ length: 400 }, (_, index) => `${index},c${index % 240},c${index % 240}@example.com,2025-0${1 + (index % 9)}-05,Lamp,20`).join("\n")}\n`,
    }));
    const { out } = await pack(join(directory, "orders.csv"), "--format", "json");
    told = JSON.parse(out) as Discovered;
  });
  afterAll(() => dispose());

  test("every fact stands in one chapter, and a chapter names no other facts", () => {
    const named = chapters.flatMap(({ facts }) => facts);
    expect(named.toSorted()).toEqual(told.facts.map(({ id }) => id).toSorted());
    expect(new Set(named).size).toBe(named.length);
  });

  test("the curve of revenue over customers is that of a loop over the purchases", () => {
    const start = addMonths(lastDay, -36);
    const spent = new Map<string, number>();
    for (const one of purchases) if (one.day > start) spent.set(one.customer, (spent.get(one.customer) ?? 0) + cents(one));
    const sorted = [...spent.values()].toSorted((one, other) => one - other);
    const whole = sorted.reduce((sum, one) => sum + one, 0);
    expect(told.pictures.lorenz!.length).toBeGreaterThan(20);
    for (const { customers, revenue } of told.pictures.lorenz!) {
      const rank = Math.round(customers * sorted.length);
      expect(customers).toBeCloseTo(rank / sorted.length, 12);
      expect(revenue).toBeCloseTo(sorted.slice(0, rank).reduce((sum, one) => sum + one, 0) / whole, 10);
    }
    const top = told.facts.find(({ id }) => id === "top-revenue-share")!.value!;
    expect(told.pictures.lorenz!.some(({ revenue }) => Math.abs(revenue - (1 - top)) < 1e-9)).toBe(true);
  });

  test("who came back by month is what a loop over the purchases counts", () => {
    const months = new Map<string, Set<string>>();
    for (const { customer, day } of purchases) months.set(customer, (months.get(customer) ?? new Set()).add(day.slice(0, 7)));
    const { cohorts } = told.pictures;
    expect(cohorts.map(({ month }) => month)).toEqual(Array.from({ length: 12 }, (_, index) => addMonths("2021-12-01", index).slice(0, 7)));
    for (const { month, customers, back } of cohorts) {
      const own = [...months.values()].filter((set) => [...set].toSorted()[0] === month);
      expect(customers).toBe(own.length);
      if (customers < 10) expect(back).toEqual([]);
      else
        expect(back).toEqual(
          Array.from({ length: 12 }, (_, index) => addMonths(`${month}-01`, index + 1).slice(0, 7))
            .filter((later) => later <= "2022-12")
            .map((later) => own.filter((set) => set.has(later)).length / own.length),
        );
    }
  });

  test("the map has each active customer once, in the field that the export tells", async () => {
    const file = join(directory, "customers.csv");
    await type("discover", join(directory, "orders.csv"), "--export", file, "--workspace", join(directory, "work"));
    const counts = new Map<string, number>();
    const [head, ...lines] = readFileSync(file, "utf8").trimEnd().split("\n");
    const place = head!.split(",").indexOf("rfm");
    for (const line of lines) {
      const field = line.split(",")[place]!.slice(0, 2);
      counts.set(field, (counts.get(field) ?? 0) + 1);
    }
    expect(Object.fromEntries(told.pictures.rfm.map((one) => [`${one.recency}${one.frequency}`, one.customers]))).toEqual(
      Object.fromEntries(counts),
    );
    expect(told.pictures.rfm.reduce((sum, { customers }) => sum + customers, 0)).toBe(told.steps.active.customers);
  });

  test.each(["html", "md", "json", "xlsx", "pptx"])(
    "the same files give the same %s, and no customer stands in it",
    async (format) => {
      const [one, two] = ["a", "b"].map((name) => join(directory, `${name}.${format}`));
      for (const file of [one!, two!]) expect((await pack(join(directory, "few.csv"), "--out", file)).code).toBe(0);
      const bytes = readFileSync(one!);
      expect(readFileSync(two!).equals(bytes)).toBe(true);
      expect(bytes.toString("latin1")).not.toMatch(/best-\d+-|other-\d+/);
    },
    120_000,
  );

  test("of a workspace: its name, its language, nothing of a private column and no address", async () => {
    const { out, code } = await type("report", "--pack", "discover", "--format", "html", "--workspace", join(directory, "work"));
    expect(code).toBe(0);
    expect(out).toContain("<strong>Private shop</strong>");
    expect(out).not.toMatch(/Lamp|@example|c\d+@/);
  });

  test("files go with this pack only, and a folder without workspace says what to do", async () => {
    const month = await type("report", join(directory, "orders.csv"), "--workspace", join(directory, "work"));
    expect(month).toMatchObject({ code: 2, out: "" });
    expect(month.err).toMatch(/bad-option.*--pack discover/);
    const none = await pack("--workspace", directory);
    expect(none.code).toBe(2);
    expect(none.err).toContain("no-workspace");
    expect((await pack(join(directory, "orders.csv"), "--format", "pptx")).err).toContain("--out");
    expect((await pack(join(directory, "absent.csv"))).code).toBe(2);
  });
});
