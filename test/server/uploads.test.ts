import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { describe, expect, test } from "vitest";
import { openUploads, safeName } from "../../src/server/uploads.ts";

describe("files that are dropped", () => {
  test.each([
    ["../../etc/passwd", "passwd"],
    ["C:\\Users\\anna\\orders.csv", "orders.csv"],
    ["..", "file"],
    ["a*b?[c].csv", "a_b_c_.csv"],
    ["bestellingen 2025 (1).xlsx", "bestellingen 2025 _1_.xlsx"],
    ["café.csv.gz", "café.csv.gz"],
    ["\u0000.csv", "_.csv"],
    [`${"x".repeat(300)}.csv`, `${"x".repeat(80)}.csv`],
  ])("%s is called %s", (typed, name) => {
    expect(safeName(typed)).toBe(name);
  });

  const bytes = (count: number) => Readable.from([Buffer.alloc(count)]);

  test("one that is too large is cut off and leaves nothing", async () => {
    const uploads = openUploads({ files: 20, bytes: 10, together: 100 });
    await expect(uploads.take("big.csv", Readable.from([Buffer.alloc(8), Buffer.alloc(8)]))).rejects.toMatchObject({
      code: "upload-too-large",
    });
    await expect(uploads.take("big.csv", bytes(8), 16)).rejects.toMatchObject({ code: "upload-too-large" });
    expect(uploads.all()).toEqual([]);
    await uploads.take("small.csv", bytes(8));
    expect(uploads.all().map((upload) => upload.bytes)).toEqual([8]);
    await uploads.close();
  });

  test("all together have a limit, also while they come in; one that is removed or replaced makes room", async () => {
    const uploads = openUploads({ files: 20, bytes: 10, together: 20 });
    const all = await Promise.allSettled([
      uploads.take("a.csv", bytes(8)),
      uploads.take("b.csv", bytes(8)),
      uploads.take("c.csv", bytes(8)),
    ]);
    expect(all.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "fulfilled", "rejected"]);
    await expect(uploads.take("d.csv", bytes(5))).rejects.toMatchObject({ code: "uploads-too-large", params: { file: "d.csv" } });
    const [first] = uploads.all();
    const { upload, replaced } = await uploads.take(first!.name, bytes(10));
    expect([replaced, existsSync(first!.path), existsSync(upload.path)]).toEqual([true, false, true]);
    await uploads.remove(upload.id);
    expect((await uploads.take("d.csv", bytes(5))).replaced).toBe(false);
    await uploads.close();
  });

  test("a disk that is full is said, and leaves nothing", async () => {
    const uploads = openUploads();
    const full = new Readable({ read: (): void => void full.destroy(Object.assign(new Error("full"), { code: "ENOSPC" })) });
    await expect(uploads.take("a.csv", full)).rejects.toMatchObject({ code: "upload-no-room" });
    expect(uploads.all()).toEqual([]);
    await uploads.close();
  });

  test("what a server left that was killed goes with the next file; what another still has stays", async () => {
    const ended = spawnSync(process.execPath, ["-e", ""]).pid;
    const [orphan, other] = [ended, process.ppid].map((pid) => join(tmpdir(), `helder-uploads-${pid}-test`)) as [string, string];
    for (const folder of [orphan, other]) await mkdir(folder, { recursive: true });
    const uploads = openUploads();
    await uploads.take("a.csv", Readable.from([Buffer.from("x")]));
    expect([existsSync(orphan), existsSync(other)]).toEqual([false, true]);
    await rm(other, { recursive: true });
    await uploads.close();
  });

  test("more than twenty are refused, however fast they come", async () => {
    const uploads = openUploads();
    const take = (_: unknown, at: number) => uploads.take(`${at}.csv`, bytes(1));
    const all = await Promise.allSettled(Array.from({ length: 25 }, take));
    expect(all.filter(({ status }) => status === "rejected")).toHaveLength(5);
    await expect(uploads.take("late.csv", bytes(1))).rejects.toMatchObject({ code: "too-many-uploads" });
    expect((await uploads.take(uploads.all()[0]!.name, bytes(1))).replaced).toBe(true);
    await uploads.close();
  });
});
