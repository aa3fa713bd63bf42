import { readFileSync } from "node:fs";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { folderWith, type } from "./terminal.ts";

const settings = (marks: string) =>
  `helder: 1\nname: Shop\nlanguage: en\ndatasets:\n  - {id: orders, file: orders.csv, time: order_date, customer: customer_id${marks}}\n`;

/** 60 customers of whom those who begin with Lamp always come back and the others never do: a product that stands out. */
const lines = Array.from({ length: 60 }, (_, index) => {
  const [customer, product] = [`c${index}`, index % 2 === 0 ? "Lamp" : "Chair"];
  const first = `${index},${customer},${customer}@example.com,2025-0${1 + (index % 6)}-05,${product},20`;
  return index % 2 === 0 ? [first, `${index + 100},${customer},${customer}@example.com,2025-1${index % 3}-07,${product},30`] : [first];
}).flat();
const orders = `order_id,customer_id,email,order_date,product,amount\n${lines.join("\n")}\n`;

describe("helder discover keeps what is private", () => {
  let directory = "";
  let dispose: () => Promise<void>;
  beforeAll(async () => {
    ({ directory, dispose } = await folderWith({
      "orders.csv": orders,
      "open/helder.yaml": settings(""),
      "open/orders.csv": orders,
      "mail/helder.yaml": settings(", private: [EMAIL]"),
      "mail/orders.csv": orders,
      "who/helder.yaml": settings(", private: [customer_id]"),
      "who/orders.csv": orders,
      "what/helder.yaml": settings(", private: [product]"),
      "what/orders.csv": orders,
    }));
  });
  afterAll(() => dispose());

  async function exported(place: string, ...words: string[]): Promise<readonly string[]> {
    const file = join(directory, "customers.csv");
    const { code, err } = await type("discover", ...words, "--export", file, "--workspace", join(directory, place), "--json");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    return readFileSync(file, "utf8").split("\n");
  }

  test("a private e-mail address is not exported, unless --private asks for it", async () => {
    const [head, first] = await exported("open");
    expect(head).toBe("customer,email,first_order,last_order,orders,revenue,recency_days,rfm,p_alive,expected_value,top,lapsed");
    expect(first).toContain("@example.com");
    const [hiddenHead, ...hidden] = await exported("mail");
    expect(hiddenHead).toBe("customer,first_order,last_order,orders,revenue,recency_days,rfm,p_alive,expected_value,top,lapsed");
    expect(hidden.filter((line) => line !== "")).toHaveLength(60);
    expect(hidden.join("\n")).not.toContain("@");
    expect((await exported("mail", "--private")).join("\n")).toBe((await exported("open")).join("\n"));
  }, 60_000);

  test("in a workbook neither its values nor its explanation are there", async () => {
    const file = join(directory, "customers.xlsx");
    expect((await type("discover", "--export", file, "--workspace", join(directory, "mail"))).code).toBe(0);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(file);
    const texts = book.worksheets.flatMap((sheet) => sheet.getSheetValues()).flatMap((row) => (Array.isArray(row) ? row.map(String) : []));
    expect(texts).toContain("customer");
    expect(texts.filter((text) => /mail|@/.test(text))).toEqual([]);
  }, 60_000);

  test("a file that is asked for keeps what the workspace around it calls private", async () => {
    const [head] = await exported("mail", join(directory, "orders.csv"));
    expect(head).not.toContain("email");
  }, 60_000);

  test("where the customers themselves are private there is no list of them, but there are facts", async () => {
    const file = join(directory, "refused.csv");
    const refused = await type("discover", "--export", file, "--workspace", join(directory, "who"));
    expect(refused.code).toBe(2);
    expect(refused.err).toContain("private-column");
    expect(() => readFileSync(file)).toThrow(/ENOENT/);
    expect((await type("discover", "--workspace", join(directory, "who"))).out).toContain("customers");
  }, 60_000);

  test("no fact names a product of a private column", async () => {
    const told = async (place: string, ...words: string[]) =>
      (await type("discover", ...words, "--workspace", join(directory, place), "--json")).out;
    expect(await told("open")).toMatch(/Lamp|Chair/);
    expect(await told("what")).not.toMatch(/Lamp|Chair/);
    expect(await told("what", "--private")).toMatch(/Lamp|Chair/);
  }, 60_000);
});
