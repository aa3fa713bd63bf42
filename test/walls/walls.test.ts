import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { rooms } from "../../rooms.mjs";
import { inspect } from "../../scripts/walls.mjs";

const root = join(import.meta.dirname, "../..");
const run = promisify(execFile);

let house: string;

beforeEach(() => {
  house = mkdtempSync(join(tmpdir(), "helder-walls-"));
});

afterEach(() => {
  rmSync(house, { recursive: true, force: true });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(house, path)), { recursive: true });
  writeFileSync(join(house, path), text);
}

describe("a small house", () => {
  const plan = {
    cellar: { enters: [], packages: [], pure: true },
    hall: { enters: ["cellar"], packages: ["@scope/alpha"], pure: false },
    attic: { enters: ["cellar", "hall"], packages: ["beta"], pure: false },
    web: { enters: ["cellar"], packages: ["beta"], pure: false },
  };

  beforeEach(() => {
    write("package.json", JSON.stringify({ dependencies: { "@scope/alpha": "1" }, devDependencies: { beta: "1" } }));
    for (const name of ["@scope/alpha", "beta", "gamma"]) {
      write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: "1.0.0", main: "index.js" }));
      write(`node_modules/${name}/index.js`, "module.exports = 1;");
    }
    write("src/cellar/index.ts", 'export { wine } from "./wine.ts";');
    write("src/cellar/wine.ts", "export const wine = 1;\nexport type Grape = string;");
    write(
      "src/hall/index.ts",
      'import alpha from "@scope/alpha";\nimport { readFileSync } from "node:fs";\nexport const hall = [alpha, readFileSync];',
    );
    write(
      "src/attic/index.ts",
      'import { hall } from "../hall/index.ts";\nimport { wine } from "../cellar/index.ts";\nexport const attic = [hall, wine];',
    );
    write(
      "src/web/main.tsx",
      'import beta from "beta";\nimport "./web.css";\nexport const Page = <T,>(of: T) => <p title="x">{beta}{String(of)}</p>;',
    );
    write("src/web/web.css", "p { margin: 0 }");
  });

  test("stands as it was drawn", async () => {
    expect(await inspect(house, plan)).toEqual({ breaches: [], modules: 5 });
  });

  const planted: [why: string, path: string, text: string, breach: string][] = [
    ["a room is entered from below", "src/cellar/up.ts", 'import "../hall/index.ts";', "direction: src/cellar/up.ts → src/hall/index.ts"],
    [
      "a type is taken from a room above",
      "src/cellar/up.ts",
      'import type { X } from "../attic/index.ts"; export type Y = X;',
      "direction: src/cellar/up.ts → src/attic/index.ts",
    ],
    [
      "a room above is imported lazily",
      "src/cellar/up.ts",
      'export const load = () => import("../hall/index.ts");',
      "direction: src/cellar/up.ts → src/hall/index.ts",
    ],
    [
      "a room above is passed on",
      "src/cellar/up.ts",
      'export * from "../hall/index.ts";',
      "direction: src/cellar/up.ts → src/hall/index.ts",
    ],
    [
      "a page enters a forbidden room",
      "src/web/page.tsx",
      'import { hall } from "../hall/index.ts";\nexport const P = () => <p>{hall}</p>;',
      "direction: src/web/page.tsx → src/hall/index.ts",
    ],
    [
      "a room is entered by the window",
      "src/hall/thief.ts",
      'import "../cellar/wine.ts";',
      "front-door: src/hall/thief.ts → src/cellar/wine.ts",
    ],
    [
      "a type is taken through the window",
      "src/hall/thief.ts",
      'import type { Grape } from "../cellar/wine.ts"; export type G = Grape;',
      "front-door: src/hall/thief.ts → src/cellar/wine.ts",
    ],
    [
      "a deeper index is used as a door",
      "src/hall/thief.ts",
      'import "../cellar/rack/index.ts";',
      "front-door: src/hall/thief.ts → src/cellar/rack/index.ts",
    ],
    [
      "files import each other",
      "src/hall/index.ts",
      'import "./index.ts";\nexport const hall = 1;',
      "cycle: src/hall/index.ts → src/hall/index.ts",
    ],
    [
      "types import each other",
      "src/cellar/wine.ts",
      'import type { wine as w } from "./index.ts"; export const wine: typeof w = 1;',
      "cycle: src/cellar/index.ts → src/cellar/wine.ts",
    ],
    [
      "another room's package is used",
      "src/hall/b.ts",
      'import beta from "beta"; export const b = beta;',
      "foreign-package: src/hall/b.ts → node_modules/beta/index.js",
    ],
    [
      "an unlisted package is used",
      "src/web/g.ts",
      'import gamma from "gamma"; export const g = gamma;',
      "foreign-package: src/web/g.ts → node_modules/gamma/index.js",
    ],
    [
      "a package is used that starts with a listed name",
      "src/hall/x.ts",
      'import x from "@scope/alpha-x"; export const y = x;',
      "foreign-package: src/hall/x.ts → node_modules/@scope/alpha-x/index.js",
    ],
    [
      "a development package runs in Node",
      "src/attic/b.ts",
      'import beta from "beta"; export const b = beta;',
      "development-package: src/attic/b.ts → node_modules/beta/index.js",
    ],
    [
      "a pure room reads the disk",
      "src/cellar/disk.ts",
      'import { readFileSync } from "node:fs"; export const r = readFileSync;',
      "builtin-in-pure-room: src/cellar/disk.ts → fs",
    ],
    [
      "a pure room reads the disk by an old name",
      "src/cellar/disk.ts",
      'import { readFileSync } from "fs"; export const r = readFileSync;',
      "builtin-in-pure-room: src/cellar/disk.ts → fs",
    ],
    [
      "a page uses Node",
      "src/web/disk.ts",
      'import { join } from "node:path"; export const j = join;',
      "builtin-in-pure-room: src/web/disk.ts → path",
    ],
    ["a file outside src is imported", "src/attic/out.ts", 'import "../../rooms.mjs";', "leaves-house: src/attic/out.ts → rooms.mjs"],
    ["a file is imported that is not there", "src/attic/gone.ts", 'import "./nowhere.ts";', "not-found: src/attic/gone.ts → ./nowhere.ts"],
    ["a folder is no room", "src/utils/index.ts", "export const u = 1;", "unlisted-room: src/utils/ is not in rooms.mjs"],
    ["an empty folder is no room", "src/helpers/README.md", "#", "unlisted-room: src/helpers/ is not in rooms.mjs"],
    ["a file lies in no room", "src/loose.ts", "export const l = 1;", "outside-rooms: src/loose.ts lies in no room"],
  ];

  test.each(planted)("falls over when %s", async (_why, path, text, breach) => {
    write("rooms.mjs", "export const rooms = {};");
    write("src/cellar/rack/index.ts", "export const rack = 1;");
    write("node_modules/@scope/alpha-x/package.json", JSON.stringify({ name: "@scope/alpha-x", version: "1.0.0", main: "index.js" }));
    write("node_modules/@scope/alpha-x/index.js", "module.exports = 1;");
    write(path, text);
    expect((await inspect(house, plan)).breaches).toContain(breach);
  });

  test("falls over when nothing could be looked at", async () => {
    rmSync(join(house, "src"), { recursive: true });
    mkdirSync(join(house, "src/cellar"), { recursive: true });
    expect((await inspect(house, { cellar: plan.cellar })).breaches).toEqual(["not-cruised: there is nothing in src/"]);
  });

  test("falls over when a file was not looked at", async () => {
    write("src/hall/module.mts", "export const m = 1;");
    expect((await inspect(house, plan)).breaches).toEqual(["not-cruised: src/hall/module.mts was not looked at"]);
  });

  test("falls over when the plan itself is wrong", async () => {
    const crooked = {
      ...plan,
      cellar: { enters: ["attic"], packages: [], pure: true },
      roof: { enters: ["chimney"], packages: [], pure: true },
    };
    expect((await inspect(house, crooked)).breaches).toEqual([
      "empty-room: rooms.mjs lists roof, which has no folder src/roof/",
      "room-cycle: cellar → attic → cellar in rooms.mjs",
      "room-cycle: cellar → attic → hall → cellar in rooms.mjs",
      "unknown-room: roof enters chimney, which rooms.mjs does not list",
    ]);
  });
});

describe("this house", () => {
  beforeEach(() => {
    cpSync(join(root, "src"), join(house, "src"), { recursive: true });
    cpSync(join(root, "package.json"), join(house, "package.json"));
    cpSync(join(root, "rooms.mjs"), join(house, "rooms.mjs"));
    symlinkSync(join(root, "node_modules"), join(house, "node_modules"));
  });

  test("stands", async () => {
    expect((await inspect(house, rooms)).breaches).toEqual([]);
  });

  test("keeps its fixed directions", async () => {
    const forbidden = [
      ["judge", "sql"],
      ["sql", "warehouse"],
      ["web", "engine"],
      ["engine", "server"],
      ["server", "cli"],
      ["report", "check"],
    ] as const;
    for (const [from, to] of forbidden) {
      write(`src/${from}/planted-${to}.ts`, `import type * as other from "../${to}/index.ts";\nexport type Other = typeof other;`);
      write(`src/${to}/index.ts`, "export const there = 1;");
    }
    const { breaches } = await inspect(house, rooms);
    for (const [from, to] of forbidden) expect(breaches).toContain(`direction: src/${from}/planted-${to}.ts → src/${to}/index.ts`);
  });

  test("the command says what is breached and exits 1", async () => {
    write("src/judge/planted.ts", 'import "node:fs";');
    const failed: unknown = await run(process.execPath, [join(root, "scripts/walls.mjs"), house]).catch((error: unknown) => error);
    expect(failed).toMatchObject({ code: 1, stderr: expect.stringContaining("builtin-in-pure-room: src/judge/planted.ts → fs") });
  });
});
