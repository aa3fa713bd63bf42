import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { csvOf, lastDay, shop } from "../discover/shop.ts";
import { folderWith, type } from "./terminal.ts";

describe("helder discover, from one file to a workspace and on", () => {
  let directory = "";
  let dispose: () => Promise<void>;
  const here = (...words: string[]) => type(...words, "--workspace", directory, "--language", "en");
  const file = () => join(directory, "orders.csv");
  beforeAll(async () => {
    ({ directory, dispose } = await folderWith({ "orders.csv": csvOf(shop().filter(({ order }) => order % 3 > 0)) }));
  });
  afterAll(() => dispose());

  test("--write makes a workspace without errors, with a super-KPI and at most 7 KPIs, which can be run", async () => {
    const { code, err } = await here("discover", file(), "--write");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const checked = await here("check", "--json", "--as-of", lastDay);
    expect(checked.code).toBe(0);
    // What is left to say is for people: with whom a target is agreed, and what of their journey the data do not show.
    const { findings } = JSON.parse(checked.out) as { findings: readonly { code: string }[] };
    const known = ["not-agreed", "no-leading-kpi", "phase-without-experience", "phase-without-kpi"];
    expect(findings.map(({ code: found }) => found).filter((found) => !known.includes(found))).toEqual([]);
    const run = await here("run", "--json", "--as-of", lastDay);
    expect(run.code).toBe(0);
    const report = JSON.parse(run.out) as { indicators: readonly { id: string; status: string }[] };
    expect(JSON.stringify(report)).toContain("reactivate-lapsed");
    const kpis = readFileSync(join(directory, "kpis.yaml"), "utf8");
    expect(kpis.match(/^ {2}- id: /gm)!.length).toBeGreaterThan(0);
    expect(kpis).toMatch(/# lapsed-customers: Of your .* customers, .* stayed away\./);
    expect(kpis.split("\nkpis:")[1]!.match(/^ {2}- id: /gm)!.length).toBeLessThanOrEqual(7);
    expect(readFileSync(join(directory, "helder.yaml"), "utf8")).toMatch(/^superKpi: \S+$/m);
  }, 120_000);

  test("a second --write adds nothing that is there already", async () => {
    const before = readFileSync(join(directory, "kpis.yaml"), "utf8");
    const { out } = await here("discover", "--write", "--json");
    expect(JSON.parse(out)).toMatchObject({ written: { files: [], kpis: [] } });
    expect(readFileSync(join(directory, "kpis.yaml"), "utf8")).toBe(before);
  }, 60_000);

  test("an audience holds out the same customers for the same seed, and others for another", async () => {
    const out = join(directory, "group.csv");
    const rows = async (seed: string) => {
      const told = await here("audience", "lapsed", "--out", out, "--hold-out", "0.25", "--seed", seed, "--as-of", "2021-12-31", "--json");
      return { told: JSON.parse(told.out) as { customers: number; heldOut: number; file: string }, text: readFileSync(out, "utf8") };
    };
    const first = await rows("1");
    expect(first.told.file).toBe(out);
    expect(first.told.heldOut).toBe(Math.round(0.25 * first.told.customers));
    expect(first.text.match(/,control$/gm)).toHaveLength(first.told.heldOut);
    const other = await rows("2");
    expect(other.text).not.toBe(first.text);
    expect((await rows("1")).text).toBe(first.text);
    expect((await here("audience", "nobody", "--out", out)).err).toMatch(/unknown-segment/);
    expect((await here("audience", "top", "--out", join(directory, "a.pdf"))).err).toMatch(/bad-option/);
  }, 120_000);

  test("--compare tells what changed and whether an action with a hold-out worked, the same each time", async () => {
    await here("discover", "--as-of", "2021-12-31");
    const compare = () => here("discover", "--as-of", "2022-06-30", "--compare", "--json");
    const { out } = await compare();
    const { since } = JSON.parse(out) as {
      since: { asOf: string; facts: readonly object[]; actions: readonly { method: string; sentence: string }[] };
    };
    expect(since.asOf).toBe("2021-12-31");
    expect(since.facts.length).toBeGreaterThan(10);
    const [trial] = since.actions.filter(({ method }) => method === "hold-out");
    expect(trial!.sentence).toMatch(/Of the group lapsed of 31\sDecember\s2021, .*% bought with the action/);
    expect(since.actions.some(({ method }) => method === "before-after")).toBe(true);
    expect((await compare()).out).toBe(out);
  }, 120_000);

  test("--undo takes the workspace away again, but not what somebody changed", async () => {
    const text = readFileSync(join(directory, "kpis.yaml"), "utf8");
    writeFileSync(join(directory, "kpis.yaml"), `${text}# mine\n`);
    expect((await here("discover", "--undo")).code).toBe(0);
    expect(existsSync(join(directory, "helder.yaml"))).toBe(false);
    expect(existsSync(join(directory, "kpis.yaml"))).toBe(true);
    expect(existsSync(file())).toBe(true);
  });
});
