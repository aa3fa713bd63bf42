import { readdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type LocalEngine, openLocalEngine } from "../../src/engine/index.ts";
import { application } from "../../src/server/index.ts";
import { folderWith, type } from "../cli/terminal.ts";

let workspace: Awaited<ReturnType<typeof folderWith>>;
let engine: LocalEngine;
let app: Awaited<ReturnType<typeof application>>;

beforeEach(async () => {
  workspace = await folderWith({ "helder.yaml": "helder: 1\nname: Shop\nlanguage: en\ncurrency: EUR\n" });
  engine = openLocalEngine(workspace.directory);
  app = await application({ engine, traced: (trace) => engine.traced(trace), token: "secret" });
});
afterEach(async () => {
  await app.close();
  await engine.close();
  await workspace.dispose();
});

const host = "127.0.0.1:4747";
const json = { host, "content-type": "application/json" };
const call = (url: string, payload: object = {}, headers: Record<string, string> = {}) =>
  app.inject({ method: "POST", url, headers: { ...json, ...headers }, payload });
const drop = (name: string, payload: string | Buffer, headers: Record<string, string> = {}) =>
  app.inject({
    method: "POST",
    url: `/api/discover/files?${new URLSearchParams({ name }).toString()}`,
    headers: { host, "content-type": "application/octet-stream", ...headers },
    payload,
  });

/** Three years of orders of 120 customers, some of whom come back; the first field of one begins like a formula. */
function orders(): string {
  const lines = ["Order no;Order date;Customer no;E-mail;Channel;Total"];
  let order = 1000;
  for (let client = 0; client < 120; client++)
    for (let visit = 0; visit <= client % 5; visit++) {
      const day = new Date(Date.UTC(2023, 0, 5 + ((client * 17) % 700) + visit * 70));
      if (day >= new Date("2025-12-31")) continue;
      const date = day.toISOString().slice(0, 10).split("-").toReversed().join("-");
      const id = client === 3 ? "=1+1" : `C${client}`;
      lines.push(`O${order++};${date};${id};c${client}@example.org;${visit % 2 ? "web" : "shop"};${20 + (client % 30)},50`);
    }
  return `${lines.join("\n")}\n`;
}

describe("/api/discover", () => {
  test("tells what was understood of a dropped file, and by which sign", async () => {
    expect((await drop("orders.csv", orders())).json()).toMatchObject({ name: "orders.csv", bytes: orders().length });
    const { understood } = (await call("/api/discover/understood")).json();
    expect(understood).toHaveLength(1);
    expect(understood[0]).toMatchObject({
      files: [{ name: "orders.csv" }],
      sheets: [],
      rows: orders().split("\n").length - 2,
      delimiter: ";",
      decimal: ",",
    });
    expect(Object.fromEntries(understood[0].columns.map(({ name, role }: { name: string; role: string }) => [name, role]))).toMatchObject({
      "Order no": "order",
      "Order date": "time",
      "Customer no": "customer",
      "E-mail": "email",
      Total: "amount",
    });
    expect(understood[0].columns[1]).toMatchObject({ type: "date", example: "2023-01-05" });
  });

  test("gives what discover --json gives, with numbers for pictures", async () => {
    await drop("orders.csv", orders());
    const answer = (await call("/api/discover/run?language=nl")).json();
    const other = await folderWith({ "orders.csv": orders() });
    try {
      const said = await type("discover", join(other.directory, "orders.csv"), "--json", "--language", "nl");
      const { pictures, ...rest } = answer;
      expect(rest).toEqual({ ...JSON.parse(said.out), since: null });
      expect(pictures.months.length).toBeGreaterThan(12);
      expect(JSON.stringify(pictures)).not.toContain("example.org");
    } finally {
      await other.dispose();
    }
  });

  test("follows what the reader says of a column", async () => {
    await drop("orders.csv", orders());
    const before = (await call("/api/discover/run")).json();
    const after = (await call("/api/discover/run", { roles: { "Customer no": null, Channel: "product" } })).json();
    expect(before.mapping.roles).toMatchObject({ customer: "Customer no", channel: "Channel" });
    expect(after.mapping.roles).toMatchObject({ customer: "E-mail", product: "Channel" });
    const { understood } = (await call("/api/discover/understood", { roles: { "Customer no": null } })).json();
    expect(understood[0].columns[2]).toMatchObject({ name: "Customer no", role: null });
    const refused = await call("/api/discover/run", { roles: { "Customer no": "king" } });
    expect([refused.statusCode, refused.json().error.code]).toEqual([400, "bad-option"]);
  });

  test("keeps what is said of a column to the file that it was said of", async () => {
    const { id } = (await drop("orders.csv", orders())).json();
    // Reviews have a column of the same name, in which it is about something else.
    const reviews = ["Review;Order no;Channel;Score;Written on"];
    for (let order = 1000; order < 1200; order++) reviews.push(`R${order};O${order};Trustpilot;${1 + (order % 5)};2025-01-10`);
    const other = (await drop("reviews.csv", `${reviews.join("\n")}\n`)).json();
    const rolesOf = (understood: { files: { name: string }[]; columns: { name: string; role: string }[] }[], name: string) =>
      understood.find(({ files }) => files[0]!.name === name)!.columns.find((column) => column.name === "Channel")!.role;
    const said = async (roles: object) => (await call("/api/discover/understood", { roles })).json().understood;
    const one = await said({ [id]: { Channel: "product" } });
    expect([rolesOf(one, "orders.csv"), rolesOf(one, "reviews.csv")]).toEqual(["product", rolesOf(await said({}), "reviews.csv")]);
    const all = await said({ Channel: "product" });
    expect([rolesOf(all, "orders.csv"), rolesOf(all, "reviews.csv")]).toEqual(["product", "product"]);
    const own = await said({ Channel: "product", [other.id]: { Channel: null } });
    expect([rolesOf(own, "orders.csv"), rolesOf(own, "reviews.csv")]).toEqual(["product", null]);
    const run = (await call("/api/discover/run", { roles: { [id]: { "Customer no": null, Channel: "product" } } })).json();
    expect(run.mapping.roles).toMatchObject({ customer: "E-mail", product: "Channel" });
    for (const roles of [{ nobody: { Channel: "product" } }, { [id]: { Channel: "king" } }, { [id]: { Channel: {} } }, ["x"], "x"]) {
      const refused = await call("/api/discover/run", { roles });
      expect([refused.statusCode, refused.json().error.code]).toEqual([400, expect.stringMatching(/^bad-(?:option|call)$/)]);
    }
  });

  test("reads the sheet that was chosen of a workbook, until it is in the workspace", async () => {
    const book = new ExcelJS.Workbook();
    for (const [name, rows] of [
      ["Uitleg", ["Blad;Inhoud", "Orders;alles"]],
      ["Orders", orders().trim().split("\n")],
      ["Leeg", []],
    ] as const)
      book
        .addWorksheet(name)
        .addRows(rows.map((row) => row.split(";").map((cell) => (/^\d+,\d+$/.test(cell) ? Number(cell.replace(",", ".")) : cell))));
    const { id } = (await drop("book.xlsx", Buffer.from(await book.xlsx.writeBuffer()))).json();
    const first = (await call("/api/discover/understood")).json().understood[0];
    expect(first).toMatchObject({ rows: 1, sheets: [{ file: id, read: "Uitleg", names: ["Uitleg", "Orders"] }] });
    expect(first.doubts.map(({ code }: { code: string }) => code)).not.toContain("several-sheets");
    expect((await call("/api/discover/run")).statusCode).toBe(422);
    const sheets = { [id]: "Orders" };
    const chosen = (await call("/api/discover/understood", { sheets })).json().understood[0];
    expect(chosen).toMatchObject({ sheets: [{ read: "Orders", names: ["Uitleg", "Orders"] }], rows: orders().split("\n").length - 2 });
    const { opportunities, steps } = (await call("/api/discover/run", { sheets })).json();
    expect(steps.active.customers).toBeGreaterThan(100);
    const query = new URLSearchParams({ format: "csv", sheets: JSON.stringify(sheets) }).toString();
    expect((await app.inject({ url: `/api/discover/export?${query}`, headers: { host } })).body).toContain("C7");
    await call("/api/discover/write", { choose: [opportunities[0].id], sheets });
    expect(await readFile(join(workspace.directory, "helder.yaml"), "utf8")).toMatch(/sheet: Orders/);
    const report = (await app.inject({ url: "/api/report", headers: { host } })).json();
    expect(report.datasets[0].rows).toBe(chosen.rows);
    for (const [wrong, code] of [
      [{ [id]: "Leeg" }, "bad-option"],
      [{ nobody: "Orders" }, "bad-option"],
      [{ [id]: 3 }, "bad-option"],
      ["Orders", "bad-call"],
    ] as const) {
      const refused = await call("/api/discover/understood", { sheets: wrong });
      expect([refused.statusCode, refused.json().error.code]).toEqual([400, code]);
    }
    expect((await app.inject({ url: "/api/discover/export?sheets={", headers: { host } })).json().error.code).toBe("bad-call");
  });

  test("tells what changed since an earlier run, and whether an action worked, as discover --compare does", async () => {
    const kept = async () =>
      (await readdir(join(workspace.directory, ".helder", "discover"))).filter((name) => name.startsWith("run-")).length;
    const early = orders()
      .split("\n")
      .filter((line) => !/;\d\d-\d\d-2025;/.test(line))
      .join("\n");
    const first = (await drop("early.csv", early)).json();
    expect((await call("/api/discover/run")).json().since).toBeNull();
    expect(await kept()).toBe(1);
    // What the files hold was understood otherwise: that is no other time.
    expect((await call("/api/discover/run", { roles: { Channel: "product" } })).json().since).toBeNull();
    expect((await call("/api/discover/run")).json().since).toBeNull();
    expect(await kept()).toBe(1);
    const path = join(workspace.directory, "early.csv");
    await writeFile(path, early);
    const out = join(workspace.directory, "group.csv");
    await type("add", path, "--yes", "--workspace", workspace.directory);
    await type("audience", "one-time", "--out", out, "--hold-out", "0.5", "--seed", "1", "--workspace", workspace.directory);
    await app.inject({ method: "DELETE", url: `/api/discover/files/${first.id}`, headers: json, payload: {} });
    await drop("orders.csv", orders());
    const { since, opportunities } = (await call("/api/discover/run")).json();
    expect(await kept()).toBe(2);
    expect(since.asOf).toMatch(/^2024-12/);
    expect(since.facts.length).toBeGreaterThan(10);
    expect(since.actions.map(({ method }: { method: string }) => method)).toContain("hold-out");
    for (const { id, kpi } of opportunities) expect(since.names[id]).toBe(kpi);
    await writeFile(join(workspace.directory, "later.csv"), orders());
    const asked = ["discover", join(workspace.directory, "later.csv"), "--compare", "--json", "--language", "en"];
    const said = await type(...asked, "--workspace", workspace.directory);
    expect(JSON.parse(said.out).since).toEqual(since);
  });

  test("makes KPIs of opportunities, clean for the linter, and takes all of it back", async () => {
    await drop("orders.csv", orders());
    const { opportunities } = (await call("/api/discover/run")).json();
    const chosen = opportunities.slice(0, 2).map(({ id }: { id: string }) => id);
    const before = await readFile(join(workspace.directory, "helder.yaml"), "utf8");
    const written = (await call("/api/discover/write", { choose: chosen })).json();
    expect(written).toMatchObject({ kpis: chosen, files: ["discover.yaml"] });
    const checked = JSON.parse((await type("check", "--json", "--workspace", workspace.directory)).out);
    expect(checked.findings.filter(({ severity }: { severity: string }) => severity === "error")).toEqual([]);
    const report = (await app.inject({ url: "/api/report", headers: { host } })).json();
    expect(report.kpis.map(({ id }: { id: string }) => id)).toEqual(expect.arrayContaining(chosen));
    expect(report.datasets[0].rows).toBeGreaterThan(100);
    expect((await call("/api/discover/undo", { id: written.id })).json().undone).toContain("discover.yaml");
    expect(await readFile(join(workspace.directory, "helder.yaml"), "utf8")).toBe(before);
    expect((await readdir(workspace.directory)).filter((name) => /csv|discover/.test(name))).toEqual([]);
    const unknown = await call("/api/discover/write", { choose: ["king"] });
    expect([unknown.statusCode, unknown.json().error.code]).toEqual([400, "bad-option"]);
  });

  test("takes back its own write and no other", async () => {
    await drop("orders.csv", orders());
    const { opportunities } = (await call("/api/discover/run")).json();
    const refused = async (id: unknown, language = "nl") => {
      const answer = await call(`/api/discover/undo?language=${language}`, { id });
      return [answer.statusCode, answer.json().error.code, answer.json().error.message];
    };
    const settings = join(workspace.directory, "helder.yaml");
    const before = await readFile(settings, "utf8");
    const first = (await call("/api/discover/write", { choose: [opportunities[0].id] })).json().id as string;
    await writeFile(join(workspace.directory, "visits.csv"), "day,visits\n2025-01-01,10\n2025-01-02,12\n");
    const added = (...more: string[]) => type("add", ...more, "--workspace", workspace.directory);
    await added(join(workspace.directory, "visits.csv"), "--yes");
    expect(await refused(first)).toEqual([
      409,
      "not-the-last-write",
      expect.stringMatching(/^Na dit schrijven is helder\.yaml geschreven/),
    ]);
    await added("--undo");
    // A person who changed what was written keeps it.
    const own = `${await readFile(join(workspace.directory, "discover.yaml"), "utf8")}# mine\n`;
    await writeFile(join(workspace.directory, "discover.yaml"), own);
    expect(await refused(first, "en")).toEqual([
      409,
      "not-the-last-write",
      expect.stringMatching(/^discover\.yaml was written or changed/),
    ]);
    expect(await readFile(join(workspace.directory, "discover.yaml"), "utf8")).toBe(own);
    await writeFile(join(workspace.directory, "discover.yaml"), own.replace("# mine\n", ""));
    const data = join(workspace.directory, "data", "orders.csv");
    await writeFile(data, `${orders()}O1;01-01-2025;C1;c1@example.org;web;1,00\n`);
    expect((await refused(first))[1]).toBe("not-the-last-write");
    await writeFile(data, orders());
    expect((await call("/api/discover/undo", { id: first })).json().undone).toContain("data/orders.csv");
    expect(await readFile(settings, "utf8")).toBe(before);
    expect(await refused(first)).toEqual([409, "undone-already", expect.stringMatching(/^Dit is al teruggedraaid/)]);
    expect((await refused(3))[1]).toBe("bad-call");
    expect((await refused(undefined))[1]).toBe("bad-call");
  });

  test("gives the customers as a workbook without what the workspace calls private, and without formulas", async () => {
    const old = "datasets:\n  - {id: old, file: old.csv, private: [E-mail]}\n";
    await writeFile(join(workspace.directory, "helder.yaml"), `helder: 1\nname: Shop\nlanguage: en\ncurrency: EUR\n${old}`);
    await writeFile(join(workspace.directory, "old.csv"), "E-mail\nx@example.org\n");
    await drop("orders.csv", orders());
    const answer = await app.inject({ url: "/api/discover/export?format=xlsx&language=nl", headers: { host } });
    expect(answer.headers["content-disposition"]).toBe('attachment; filename="klanten.xlsx"');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(answer.rawPayload as unknown as ExcelJS.Buffer);
    const cells: unknown[] = [];
    book.worksheets[0]!.eachRow((row) => row.eachCell((cell) => cells.push(cell.value)));
    expect(cells.filter((value) => typeof value === "object" && value !== null && "formula" in value)).toEqual([]);
    expect(cells.length).toBeGreaterThan(500);
    expect(JSON.stringify(cells)).not.toContain("example.org");
    const open = await app.inject({ url: "/api/discover/export?format=csv&private=1", headers: { host } });
    expect(open.body).toContain("c7@example.org");
    expect(open.body).not.toMatch(/(?:^|[,;\n])"?=1\+1/);
    expect((await app.inject({ url: "/api/discover/export?format=exe", headers: { host } })).json().error.code).toBe("bad-option");
  });

  test("looks at the workspace's own datasets where nothing was dropped, and says what is missing where there are none", async () => {
    const nothing = await call("/api/discover/run?language=nl");
    expect([nothing.statusCode, nothing.json().error.code]).toEqual([409, "no-upload"]);
    expect(nothing.json().error.message).toContain("Sleep eerst een bestand");
    await drop("orders.csv", orders());
    const { opportunities } = (await call("/api/discover/run")).json();
    await call("/api/discover/write", { choose: [opportunities[0].id] });
    const [file] = (await app.inject({ url: "/api/discover", headers: { host } })).json().files;
    await app.inject({ method: "DELETE", url: `/api/discover/files/${file.id}`, headers: json, payload: {} });
    expect((await app.inject({ url: "/api/discover", headers: { host } })).json()).toMatchObject({ files: [], datasets: ["orders"] });
    expect((await call("/api/discover/run")).json().steps.registered.transactions).toBeGreaterThan(100);
  });

  test.each([
    ["nothing but a header", "orders.csv", "order,date,customer,amount\n"],
    ["an empty file", "orders.csv", ""],
    ["no workbook", "orders.xlsx", "no workbook at all"],
    ["a kind that nobody knows", "photo.png", "\u0089PNG"],
    ["no customer and no day", "words.csv", "a,b\nx,y\n"],
  ])("refuses %s by a sentence in both languages", async (_, name, content) => {
    await drop(name, content);
    const said = await Promise.all(["nl", "en"].map((language) => call(`/api/discover/run?language=${language}`)));
    for (const answer of said) {
      expect(answer.statusCode).toBeGreaterThanOrEqual(400);
      expect(answer.statusCode).toBeLessThan(500);
      expect(answer.json().error.message).not.toMatch(/undefined|\bat .*:\d+|helder-/);
    }
    expect(said[0]!.json().error.message).not.toBe(said[1]!.json().error.message);
  });

  test.each([
    ["a page elsewhere", { origin: "https://example.com" }, "foreign-host"],
    ["a form", { "content-type": "text/plain" }, "bad-call"],
    ["another host", { host: "example.com" }, "foreign-host"],
  ])("takes nothing from %s", async (_, headers, code) => {
    expect((await drop("orders.csv", orders(), headers)).json().error.code).toBe(code);
    for (const url of ["run", "understood", "write", "undo"])
      expect((await call(`/api/discover/${url}`, { choose: ["x"] }, headers)).json().error.code).toBe(code);
    expect((await app.inject({ url: "/api/discover", headers: { host } })).json().files).toEqual([]);
  });

  test("takes the newer of two files of one name", async () => {
    expect((await drop("orders.csv", "a,b\n1,2\n")).json()).toMatchObject({ replaced: false });
    const second = (await drop("orders.csv", orders())).json();
    expect(second).toMatchObject({ name: "orders.csv", replaced: true });
    const { files } = (await app.inject({ url: "/api/discover", headers: { host } })).json();
    expect(files).toEqual([{ id: second.id, name: "orders.csv", bytes: orders().length }]);
  });

  test("a sender that is refused halfway reads why", async () => {
    await app.listen({ port: 0, host: "127.0.0.1" });
    const { port } = app.server.address() as { port: number };
    for (let at = 0; at < 20; at++) await drop(`${at}.csv`, "x");
    const answer = await fetch(`http://127.0.0.1:${port}/api/discover/files?name=late.csv&language=nl`, {
      method: "POST",
      headers: { "content-type": "application/octet-stream" },
      body: Buffer.alloc(20_000_000),
    });
    expect([answer.status, ((await answer.json()) as { error: { message: string } }).error.message]).toEqual([
      413,
      "Er staan al 20 bestanden klaar. Haal er eerst een weg.",
    ]);
  });

  test("leaves no file behind when the server ends", async () => {
    const before = (await readdir(tmpdir())).filter((name) => name.startsWith("helder-uploads-"));
    await drop("orders.csv", orders());
    const during = (await readdir(tmpdir())).filter((name) => name.startsWith("helder-uploads-"));
    expect(during.length).toBe(before.length + 1);
    await app.close();
    const after = await readdir(tmpdir());
    expect(after.filter((name) => during.includes(name) && !before.includes(name))).toEqual([]);
  });
});
