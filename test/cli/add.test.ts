import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { folderWith, type } from "./terminal.ts";

const yaml = "helder: 1\nname: Proef # blijft staan\nlanguage: nl\ntimezone: Europe/Amsterdam\n";
const header = "Bestelnummer;Besteldatum;E-mail;Totaal incl. btw\n";
const january = `${header}1001;31-01-2026;a@x.nl;€ 1.234,56\n1002;02-01-2026;b@x.nl;€ 12,50\n1003;13-01-2026;a@x.nl;€ 9,95\n`;
const february = `${header}1003;13-01-2026;a@x.nl;€ 9,95\n1004;14-02-2026;c@x.nl;€ 5,00\n`;

describe("helder add", () => {
  let directory = "";
  let elsewhere = "";
  const disposals: (() => Promise<void>)[] = [];
  const text = () => readFileSync(join(directory, "helder.yaml"), "utf8");
  const add = (...words: string[]) => type("add", ...words, "--workspace", directory);
  beforeAll(async () => {
    const made = await folderWith({ "helder.yaml": yaml, "data/orders-2026-01.csv": january });
    const other = await folderWith({ "klanten.csv": "klantnr,naam\n007,Zoë\n008,René\n" });
    [directory, elsewhere] = [made.directory, other.directory];
    disposals.push(made.dispose, other.dispose);
  });
  afterAll(async () => {
    for (const dispose of disposals) await dispose();
  });

  test("without an answer it shows what it understood and writes nothing", async () => {
    const { code, out } = await add(join(directory, "data/orders-2026-01.csv"));
    expect(code).toBe(0);
    expect(out).toContain("Besteldatum       date       time       2026-01-31");
    expect(out).toContain("Totaal incl. btw  decimal    amount     1234.56");
    expect(out).toContain("Er is niets geschreven");
    expect(text()).toBe(yaml);
  });

  test("--json gives the proposal", async () => {
    const { out } = await add(join(directory, "data/orders-2026-01.csv"), "--json", "--language", "en");
    const { datasets, written } = JSON.parse(out) as { datasets: unknown[]; written: boolean };
    expect(written).toBe(false);
    expect(datasets).toMatchObject([
      {
        id: "orders",
        file: "data/orders-2026-01.csv",
        format: { delimiter: ";", decimal: ",", date: "%d-%m-%Y", encoding: "utf-8", header: 1 },
        roles: { Bestelnummer: "order", Besteldatum: "time", "E-mail": "email", "Totaal incl. btw": "amount" },
        columns: [
          { name: "Bestelnummer", type: "integer", example: "1001" },
          { name: "Besteldatum", type: "date", example: "2026-01-31" },
          { name: "E-mail", type: "text", example: "a@x.nl" },
          { name: "Totaal incl. btw", type: "decimal", example: "1234.56" },
        ],
        rows: 3,
        doubts: [],
      },
    ]);
  });

  test("--yes writes it, and the data load as they were shown", async () => {
    expect((await add(join(directory, "data/orders-2026-01.csv"), "--yes")).code).toBe(0);
    expect(text()).toBe(
      `${yaml}datasets:\n  - id: orders\n    file: data/orders-2026-01.csv\n    key: Bestelnummer\n    time: Besteldatum\n    customer: E-mail\n    format: {delimiter: ;, encoding: utf-8, header: 1, decimal: ",", date: "%d-%m-%Y"}\n`,
    );
    const { out } = await type("load", "--json", "--workspace", directory);
    expect(JSON.parse(out)).toMatchObject({ datasets: [{ id: "orders", rows: 3, rejected: 0, from: "2026-01-02", to: "2026-01-31" }] });
  });

  test("next month's file joins the dataset; what stood in both is told and counts once; --undo takes it back exactly", async () => {
    const before = text();
    writeFileSync(join(directory, "data/orders-2026-02.csv"), february);
    const { out } = await add(join(directory, "data/orders-2026-02.csv"), "--yes", "--json");
    expect(JSON.parse(out)).toMatchObject({
      datasets: [{ id: "orders", file: "data/orders-*.csv", change: "widened", doubts: [{ column: "Bestelnummer", code: "overlap" }] }],
    });
    expect(text()).toBe(before.replace("orders-2026-01.csv", "orders-*.csv"));
    expect(JSON.parse((await type("load", "--json", "--workspace", directory)).out)).toMatchObject({ datasets: [{ rows: 4 }] });
    expect(JSON.parse((await add(join(directory, "data/orders-2026-02.csv"), "--json")).out)).toMatchObject({
      datasets: [{ change: "known" }],
    });
    expect((await add("--undo")).code).toBe(0);
    expect(text()).toBe(before);
    expect((await add("--undo")).code).toBe(0);
    expect(text()).toBe(yaml);
    expect(await add("--undo")).toMatchObject({ code: 2 });
  });

  test("a file from elsewhere is copied in, and goes with --undo", async () => {
    await add(join(elsewhere, "klanten.csv"), "--yes");
    expect(text()).toContain("id: klanten\n    file: data/klanten.csv\n    key: klantnr\n    customer: klantnr\n");
    expect(existsSync(join(directory, "data/klanten.csv"))).toBe(true);
    await add("--undo");
    expect(existsSync(join(directory, "data/klanten.csv"))).toBe(false);
    expect(text()).toBe(yaml);
  });

  test("a text that changed since is not taken back", async () => {
    await add(join(elsewhere, "klanten.csv"), "--yes");
    writeFileSync(join(directory, "helder.yaml"), `${text()}# met de hand\n`);
    expect((await add("--undo")).err).toContain("changed-meanwhile");
    expect(text()).toContain("# met de hand");
  });

  test.each([
    ["a file that is not there", "nergens.csv", "no-file"],
    ["no file", "", "bad-option"],
  ])("%s is refused", async (_, file, code) => {
    const said = await add(...(file === "" ? [] : [file]));
    expect(said.code).toBe(2);
    expect(said.err).toContain(code);
  });
});
