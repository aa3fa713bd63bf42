import { execFile, spawn } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import Database from "libsql";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Day } from "../../src/calendar/index.ts";
import { HelderError } from "../../src/framework/index.ts";
import { openJournal } from "../../src/journal/index.ts";

const run = promisify(execFile);
const appender = new URL("appender.mjs", import.meta.url).pathname;

let directory: string;
let file: string;

beforeEach(() => {
  directory = join(mkdtempSync(join(tmpdir(), "helder-journal-")), ".helder");
  file = join(directory, "journal.sqlite");
});

afterEach(() => {
  rmSync(join(directory, ".."), { recursive: true, force: true });
});

function january(metric: string, value: number, note: string | null = null) {
  return { metric, from: "2026-01-01" as Day, to: "2026-01-31" as Day, value, note, at: "2026-02-01T09:00:00.000Z" };
}

function failure(work: () => unknown): HelderError {
  try {
    work();
  } catch (error) {
    if (error instanceof HelderError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

describe("check-ins", () => {
  test("come back as they were noted, in that order, after the journal was closed", () => {
    const notes = [january("nps", 41.5), january("footfall", 0, "regen; ' \" \n 😀"), january("nps", -1e-7, "")];
    const first = openJournal(directory);
    const ids = notes.map((note) => first.appendCheckin(note).id);
    first.close();

    const second = openJournal(directory);
    expect(second.checkins()).toEqual(notes.map((note, index) => ({ id: ids[index], ...note })));
    expect(second.checkins("nps").map((one) => one.value)).toEqual([41.5, -1e-7]);
    expect(second.checkins("unknown")).toEqual([]);
    expect(new Set(ids).size).toBe(3);
    second.close();
  });

  test("hold SQL as text", () => {
    const journal = openJournal(directory);
    const name = "x'); drop table checkins; --";
    journal.appendCheckin(january(name, 1, name));
    expect(journal.checkins(name)).toMatchObject([{ metric: name, note: name }]);
    journal.close();
  });

  test("are seen by another that has the journal open", () => {
    const one = openJournal(directory);
    const other = openJournal(directory);
    one.appendCheckin(january("nps", 1));
    expect(other.checkins()).toHaveLength(1);
    one.close();
    other.close();
  });
});

describe("the file", () => {
  test("can be read by its owner only", () => {
    openJournal(directory).close();
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test("is one file that can be copied once the journal is closed", () => {
    const journal = openJournal(directory);
    journal.appendCheckin(january("nps", 7));
    journal.close();
    const copy = join(directory, "copy");
    mkdirSync(copy);
    copyFileSync(file, join(copy, "journal.sqlite"));
    const copied = openJournal(copy);
    expect(copied.checkins()).toHaveLength(1);
    copied.close();
  });

  test("is refused and left alone when it is no journal", () => {
    mkdirSync(directory);
    const text = "this is not a database, however long it is\n".repeat(100);
    writeFileSync(file, text);
    expect(failure(() => openJournal(directory)).code).toBe("journal-failed");
    expect(readFileSync(file, "utf8")).toBe(text);
  });

  test("is refused and left alone when its pages are damaged", () => {
    const journal = openJournal(directory);
    for (let index = 0; index < 200; index++) journal.appendCheckin(january("nps", index, "a note that takes some room ".repeat(10)));
    journal.close();
    const damaged = readFileSync(file);
    damaged.fill(0xa5, 4096);
    writeFileSync(file, damaged);

    expect(
      failure(() => {
        const opened = openJournal(directory);
        try {
          opened.checkins();
        } finally {
          opened.close();
        }
      }).code,
    ).toBe("journal-failed");
    expect(readFileSync(file).equals(damaged)).toBe(true);
  });

  test("is refused where a directory has its name", () => {
    mkdirSync(file, { recursive: true });
    expect(failure(() => openJournal(directory)).code).toBe("journal-failed");
  });

  test("of a newer version is refused and left alone", () => {
    openJournal(directory).close();
    const database = new Database(file);
    database.exec("pragma user_version = 999");
    database.close();
    expect(failure(() => openJournal(directory)).code).toBe("journal-newer");
  });
});

describe("several processes", () => {
  test("that make and fill the journal at once lose nothing", async () => {
    const each = 40;
    await Promise.all(Array.from({ length: 5 }, (_, index) => run(process.execPath, [appender, directory, String(each), `p${index}`])));
    const journal = openJournal(directory);
    for (let index = 0; index < 5; index++)
      expect(journal.checkins(`p${index}`).map((one) => one.value)).toEqual(Array.from({ length: each }, (_, value) => value));
    journal.close();
  });

  test("a killed one keeps everything that had been acknowledged", async () => {
    let acknowledged = 0;
    for (let round = 0; round < 5; round++) {
      acknowledged += await appendUntilKilled(30 + round * 17);
      const journal = openJournal(directory);
      const kept = journal.checkins().length;
      expect(kept).toBeGreaterThanOrEqual(acknowledged);
      // At most the one that was on its way is kept beyond what was acknowledged.
      expect(kept).toBeLessThanOrEqual(acknowledged + 1);
      acknowledged = kept;
      journal.close();
    }
  });
});

/** Lets a process append without end, kills it once it has acknowledged so many, and gives how many it did acknowledge. */
async function appendUntilKilled(enough: number): Promise<number> {
  const child = spawn(process.execPath, [appender, directory, "Infinity", "killed"], { stdio: ["ignore", "pipe", "inherit"] });
  let lines = 0;
  child.stdout.on("data", (data: Buffer) => {
    lines += data.toString().split("\n").length - 1;
    if (lines >= enough) child.kill("SIGKILL");
  });
  const signal = await new Promise((resolve) => child.on("close", (_code, by) => resolve(by)));
  expect(signal).toBe("SIGKILL");
  return lines;
}
