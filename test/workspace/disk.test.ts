import { execFileSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { check } from "../../src/check/index.ts";
import { HelderError } from "../../src/framework/index.ts";
import {
  findWorkspace,
  initialise,
  limits,
  open,
  parse,
  readWorkspace,
  replaceFiles,
  starterFiles,
  writeFileAtomically,
} from "../../src/workspace/index.ts";

let directory: string;
beforeEach(() => {
  directory = realpathSync(mkdtempSync(join(tmpdir(), "helder-disk-")));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

function put(path: string, content: string | Buffer): string {
  const file = join(directory, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
}

const head = "helder: 1\nname: Schijf\n";

/** Path → what is wrong with it, null where it is read. */
async function seen(): Promise<Record<string, string | null>> {
  return Object.fromEntries((await readWorkspace(directory)).map(({ path, problem }) => [path, problem?.reason ?? null]));
}

describe("finding a workspace", () => {
  test("here or in a folder above", () => {
    put("helder.yaml", head);
    mkdirSync(join(directory, "a/b"), { recursive: true });
    expect(findWorkspace(directory)).toBe(directory);
    expect(findWorkspace(join(directory, "a/b"))).toBe(directory);
    expect(findWorkspace(join(directory, "not", "there"))).toBe(directory);
  });

  test("a folder called helder.yaml is none", () => {
    mkdirSync(join(directory, "a/helder.yaml"), { recursive: true });
    expect(findWorkspace(join(directory, "a"))).toBeNull();
  });
});

describe("reading a workspace", () => {
  test("every YAML file but those in dot folders, node_modules and ignored folders", async () => {
    put("helder.yaml", `${head}ignore: [archive, ./data/old/]\n`);
    for (const path of ["kpis.yaml", "a/b/c.yml", "data/x.YAML", "data/new/y.yaml"]) put(path, "kpis: []\n");
    for (const path of [
      "notes.txt",
      "archive/x.yaml",
      "data/old/x.yaml",
      ".git/x.yaml",
      ".hidden.yaml",
      "node_modules/p/x.yaml",
      "a/node_modules/x.yaml",
    ]) {
      put(path, "kpis: []\n");
    }
    expect(Object.keys(await seen())).toEqual(["a/b/c.yml", "data/new/y.yaml", "data/x.YAML", "helder.yaml", "kpis.yaml"]);
  });

  test("what is no text becomes a finding with its line", async () => {
    put("helder.yaml", head);
    put("latin1.yaml", Buffer.concat([Buffer.from("goals:\n  - name: Caf"), Buffer.from([0xe9]), Buffer.from("\n")]));
    put("nul.yaml", "goals: []\n# a\0b\n");
    put("utf16.yaml", Buffer.from("\uFEFFgoals: []\n", "utf16le"));
    put("large.yaml", `# ${"x".repeat(limits.bytes)}`);
    put("bom.yaml", "\uFEFFgoals: []\n");
    const files = await readWorkspace(directory);
    const { findings } = parse(files);
    expect(findings.map(({ code, at, params }) => [code, at!.file, at!.line, params["reason"]])).toEqual([
      ["unreadable-file", "large.yaml", 1, "too-large"],
      ["unreadable-file", "latin1.yaml", 2, "not-utf-8"],
      ["unreadable-file", "nul.yaml", 2, "nul"],
      ["unreadable-file", "utf16.yaml", 1, "not-utf-8"],
    ]);
  });

  test("links do not lead out, round in circles, or to a file twice", async () => {
    const outside = realpathSync(mkdtempSync(join(tmpdir(), "helder-outside-")));
    writeFileSync(join(outside, "secret.yaml"), "goals: []\n");
    put("helder.yaml", head);
    put("a/real.yaml", "goals: []\n");
    put("a/real.txt", "goals: []\n");
    symlinkSync(outside, join(directory, "out"));
    symlinkSync(directory, join(directory, "a/round"));
    symlinkSync(join(outside, "secret.yaml"), join(directory, "out.yaml"));
    symlinkSync("/etc/passwd", join(directory, "passwd.yaml"));
    symlinkSync("a/real.yaml", join(directory, "again.yaml"));
    symlinkSync("a/real.txt", join(directory, "text.yaml"));
    symlinkSync("gone.yaml", join(directory, "dangling.yaml"));
    symlinkSync("self.yaml", join(directory, "self.yaml"));
    expect(await seen()).toEqual({
      "a/real.yaml": null,
      "dangling.yaml": "no-access",
      "helder.yaml": null,
      "out.yaml": "outside-workspace",
      "passwd.yaml": "outside-workspace",
      "self.yaml": "no-access",
      "text.yaml": null,
    });
    rmSync(outside, { recursive: true });
  });

  test.skipIf(process.platform === "win32")("a pipe does not hang, a folder called x.yaml is a folder", async () => {
    put("helder.yaml", head);
    put("folder.yaml/inner.yaml", "goals: []\n");
    execFileSync("mkfifo", [join(directory, "pipe.yaml")]);
    expect(await seen()).toEqual({ "folder.yaml/inner.yaml": null, "helder.yaml": null, "pipe.yaml": "not-a-file" });
  });

  test("a very deep folder", async () => {
    put("helder.yaml", head);
    put(`${"d/".repeat(500)}x.yaml`, "goals: []\n");
    expect(Object.values(await seen())).toEqual([null, null]);
  });
});

describe("opening", () => {
  test("gives the framework", async () => {
    put("helder.yaml", head);
    expect((await open(directory)).framework.settings.name).toBe("Schijf");
  });

  test.each<[string, string | Buffer, RegExp]>([
    ["broken YAML", "helder: 1\nname: 'x\n", /line 3|line 2/],
    ["a tab", "helder: 1\n\tname: x\n", /line 2.*tab/],
    ["a list", "- helder\n", /line 1/],
    ["nothing", "", /line 1/],
    ["not UTF-8", Buffer.from([0x68, 0x0a, 0xe9]), /line 2.*UTF-8/],
  ])("refuses a helder.yaml that is %s", async (_, content, sentence) => {
    put("helder.yaml", content);
    const error = await open(directory).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(HelderError);
    expect(error).toMatchObject({ code: "settings-unreadable", exit: 2 });
    expect((error as HelderError).sentence("en")).toMatch(sentence);
    expect((error as HelderError).sentence("nl")).toMatch(/^helder\.yaml is niet te lezen \(regel \d\): [^{}]+\. Herstel/);
  });

  test("refuses a folder without", async () => {
    await expect(open(directory)).rejects.toMatchObject({ code: "no-workspace" });
  });
});

describe("writing a file", () => {
  test("replaces it whole, keeps mode and link, leaves nothing behind", async () => {
    const file = put("real/a.yaml", "old");
    chmodSync(file, 0o640);
    symlinkSync(file, join(directory, "link.yaml"));
    await writeFileAtomically(join(directory, "link.yaml"), "new");
    expect(readFileSync(file, "utf8")).toBe("new");
    expect(readlinkSync(join(directory, "link.yaml"))).toBe(file);
    expect(statSync(file).mode & 0o777).toBe(0o640);
    expect(readdirSync(join(directory, "real"))).toEqual(["a.yaml"]);
  });

  test("says so when it cannot", async () => {
    await expect(writeFileAtomically(join(directory, "no/such/folder/a.yaml"), "x")).rejects.toMatchObject({ code: "not-writable" });
    mkdirSync(join(directory, "folder"));
    await expect(writeFileAtomically(join(directory, "folder"), "x")).rejects.toMatchObject({ code: "not-writable" });
    expect(readdirSync(directory)).toEqual(["folder"]);
  });
});

describe("a first workspace", () => {
  test.each(["nl", "en"] as const)("is right in %s, on any day", async (language) => {
    for (const today of ["2026-01-01", "2026-11-22", "2028-02-29", "2026-12-31"]) {
      const target = join(directory, today);
      expect(await initialise(target, starterFiles(language, today))).toEqual([".gitignore", "helder.yaml", "kpis.yaml"]);
      const workspace = await open(target);
      const { findings, summary, score } = check({ ...workspace, today });
      expect({ findings, summary, score }).toEqual({ findings: [], summary: { error: 0, warning: 0, info: 0 }, score: 100 });
      const { from, to } = workspace.framework.kpis[0]!.target!;
      expect(from! <= today && today <= to!).toBe(true);
    }
  });

  test("has the schema at the head of each file and keeps .helder out of git", async () => {
    put(".gitignore", "dist");
    await initialise(directory, [
      { path: "helder.yaml", text: head },
      { path: "a/b/kpis.yaml", text: "kpis: []\n" },
      { path: "data/x.csv", text: "a\n" },
    ]);
    expect(readFileSync(join(directory, "helder.yaml"), "utf8")).toBe(`# yaml-language-server: $schema=.helder/schema.json\n${head}`);
    expect(readFileSync(join(directory, "a/b/kpis.yaml"), "utf8")).toMatch(
      /^# yaml-language-server: \$schema=\.\.\/\.\.\/\.helder\/schema\.json\nkpis/,
    );
    expect(readFileSync(join(directory, "data/x.csv"), "utf8")).toBe("a\n");
    expect(readFileSync(join(directory, ".gitignore"), "utf8")).toBe("dist\n.helder/\n");
    expect(JSON.parse(readFileSync(join(directory, ".helder/schema.json"), "utf8"))).toHaveProperty("properties.kpis");
  });

  test("overwrites nothing", async () => {
    put("kpis.yaml", "kpis: []\n");
    await expect(initialise(directory, starterFiles("nl", "2026-11-22"))).rejects.toMatchObject({ code: "file-exists" });
    expect(existsSync(join(directory, "helder.yaml"))).toBe(false);
    put("helder.yaml", head);
    await expect(initialise(directory, starterFiles("nl", "2026-11-22"))).rejects.toMatchObject({ code: "workspace-exists" });
    expect(readFileSync(join(directory, "helder.yaml"), "utf8")).toBe(head);
  });
});

describe("replacing the files that were read", () => {
  const files = (a: string, b: string) => [
    { path: "a.yaml", text: a },
    { path: "b.yaml", text: b },
  ];

  test("writes those that changed, to the byte, and no other", async () => {
    put("a.yaml", "\uFEFFgoals:\r\n");
    put("b.yaml", "kpis:\n");
    const untouched = statSync(join(directory, "b.yaml")).mtimeMs;
    const read = await readWorkspace(directory);
    await replaceFiles(directory, read, files("\uFEFFgoals: []\r\n", "kpis:\n"));
    expect(readFileSync(join(directory, "a.yaml"), "utf8")).toBe("\uFEFFgoals: []\r\n");
    expect(statSync(join(directory, "b.yaml")).mtimeMs).toBe(untouched);
  });

  test("writes nothing where one of them is no longer what was read", async () => {
    put("a.yaml", "goals:\n");
    put("b.yaml", "kpis:\n");
    const read = await readWorkspace(directory);
    put("b.yaml", "kpis: []\n");
    await expect(replaceFiles(directory, read, files("goals: []\n", "kpis: {}\n"))).rejects.toMatchObject({ code: "changed-meanwhile" });
    expect(readFileSync(join(directory, "a.yaml"), "utf8")).toBe("goals:\n");
    expect(readFileSync(join(directory, "b.yaml"), "utf8")).toBe("kpis: []\n");
  });
});
