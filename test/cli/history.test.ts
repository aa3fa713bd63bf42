import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folderWith, type } from "./terminal.ts";

const rows = [2023, 2024, 2025, 2026].flatMap((year, index) =>
  Array.from({ length: 12 * (10 + index) }, (_, row) => `${year}-${String((row % 12) + 1).padStart(2, "0")}-05,1`),
);
const yaml = `helder: 1
name: Proef
language: nl
datasets: [{id: orders, file: orders.csv, time: day}]
metrics: [{id: sold, type: count, dataset: orders}]
kpis:
  - id: sold
    metric: sold
    target: {value: 60, from: 2027-01-01, to: 2027-03-31}
`;

test("a run finds the target that the years before contradict, and check says so from then on", async () => {
  const { directory, dispose } = await folderWith({ "helder.yaml": yaml, "orders.csv": `day,n\n${rows.join("\n")}\n` });
  try {
    const doubted = async (command: string) => {
      const { out } = await type(command, "--json", "--workspace", directory, "--as-of", "2026-12-31");
      const { findings } = JSON.parse(out) as { findings: { code: string; params: Record<string, unknown> }[] };
      return findings.filter(({ code }) => code === "target-unrealistic").map(({ params }) => params);
    };
    // A quarter was 30, 33, 36 and 39: a tenth more at best, so 42.9.
    const doubt = expect.objectContaining({ reason: "beyond-history", before: 39, limit: 42.9, years: 4 }) as unknown;
    expect(await doubted("check")).toEqual([]);
    expect(await doubted("run")).toEqual([doubt]);
    expect(await doubted("check")).toEqual([doubt]);

    await writeFile(join(directory, "helder.yaml"), yaml.replace("dataset: orders}", "dataset: orders, where: n > 1}"));
    expect(await doubted("check")).toEqual([]);
    await writeFile(join(directory, "helder.yaml"), yaml.replace("value: 60", "value: 43"));
    expect(await doubted("check")).toEqual([]);
    expect(await readFile(join(directory, ".helder", "history.json"), "utf8")).not.toContain("undefined");
  } finally {
    await dispose();
  }
});
