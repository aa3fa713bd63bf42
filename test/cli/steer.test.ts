import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folderWith, type } from "./terminal.ts";

const yaml = `helder: 1
name: Proef
language: nl
datasets: [{id: orders, file: orders.csv, time: day}]
metrics: [{id: sold, type: count, dataset: orders}]
teams: [{id: shop, name: Winkel}]
kpis:
  - id: sold
    name: Verkocht
    metric: sold
    owner: shop
    agreedBy: shop
    target: {value: 60, from: 2026-10-01, to: 2026-12-31}
    actions: [{when: behind, do: start, what: Bel oude klanten}]
`;
const rows = ["2026-10-05,1", "2026-11-05,1"];

test("steer says what waits for whom, as text, JSON and calendar", async () => {
  const { directory, dispose } = await folderWith({ "helder.yaml": yaml, "orders.csv": `day,n\n${rows.join("\n")}\n` });
  try {
    const at = ["--workspace", directory, "--as-of", "2026-11-22"];
    const text = await type("steer", ...at);
    expect(text).toMatchObject({ code: 0 });
    expect(text.out).toContain("Winkel\n  “Verkocht” ligt niet op koers.");
    expect(text.out).toContain("· Bel oude klanten (afgesproken)");
    const file = join(directory, "days.ics");
    const { out } = await type("steer", "--json", "--calendar", file, ...at);
    expect(JSON.parse(out)).toMatchObject({
      waiting: [{ id: "open/sold", kind: "open", who: "shop", due: "2026-11-30", overdue: false, options: [{ source: "action" }] }],
      file,
    });
    expect(await readFile(file, "utf8")).toContain("DTSTART;VALUE=DATE:20261130\r\n");
    expect(JSON.parse((await type("steer", "--json", "--who", "nobody", ...at)).out)).toEqual({ waiting: [] });
  } finally {
    await dispose();
  }
});
