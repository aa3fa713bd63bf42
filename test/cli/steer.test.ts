import { readdir, readFile } from "node:fs/promises";
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

test("a cycle is opened, filled in step by step and closed from the command line, and comments stay", async () => {
  const { directory, dispose } = await folderWith({ "helder.yaml": `${yaml}# Tot zover.\n`, "orders.csv": `day,n\n${rows.join("\n")}\n` });
  try {
    const at = ["--workspace", directory, "--as-of", "2026-11-22", "--json"];
    const said = async (...words: readonly string[]) =>
      (JSON.parse((await type("steer", "sold", ...words, ...at)).out) as { waiting: { kind: string; options: { what: string }[] }[] })
        .waiting;
    expect(await said()).toMatchObject([{ kind: "cause", cycle: "sold-2026-11-22" }]);
    expect(await said("--cause", "De site was traag.")).toMatchObject([{ kind: "options" }]);
    const [choice] = await said("--options", "Een snellere server", "Kleinere foto’s");
    expect(choice).toMatchObject({ kind: "choice" });
    expect(choice!.options.map(({ what }) => what)).toEqual(["Een snellere server", "Kleinere foto’s", "Bel oude klanten"]);
    expect(await said("--choose", "Kleinere foto’s", "--due", "2026-12-01")).toMatchObject([{ kind: "test", due: "2026-12-01" }]);
    expect(await said("--decide", "start")).toMatchObject([{ kind: "learning" }]);
    expect(await said("--learned", "Foto’s wegen het zwaarst.", "--close")).toEqual([]);
    const [file] = (await readdir(directory)).filter((name) => name === "steering.yaml");
    expect(await readFile(join(directory, file!), "utf8")).toBe(
      [
        "steering:",
        "  - id: sold-2026-11-22",
        "    kpi: sold",
        "    opened: 2026-11-22",
        "    cause: De site was traag.",
        "    options: [Een snellere server, Kleinere foto’s]",
        "    chosen: Kleinere foto’s",
        "    due: 2026-12-01",
        "    decided: start",
        "    learning: Foto’s wegen het zwaarst.",
        "    closed: 2026-11-22",
        "",
      ].join("\n"),
    );
    expect(await readFile(join(directory, "helder.yaml"), "utf8")).toContain("# Tot zover.");
    // The lesson is found again when the same KPI is off course.
    expect(await said()).toMatchObject([
      { kind: "cause", cycle: "sold-2026-11-22-2", learnings: [{ learning: "Foto’s wegen het zwaarst." }] },
    ]);
    for (const [words, code] of [
      [["nothing"], "unknown-kpi"],
      [["sold", "--experiment", "none"], "unknown-experiment"],
      [["sold", "--due", "soon"], "bad-option"],
      [["--cause", "x"], "bad-option"],
    ] as const)
      expect(JSON.parse((await type("steer", ...words, ...at)).out)).toMatchObject({ error: { code } });
  } finally {
    await dispose();
  }
});

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
    expect(JSON.parse((await type("steer", "--json", "--who", "nobody", ...at)).out)).toEqual({
      waiting: [],
      cycles: [],
      comments: [],
      owners: [{ id: "shop", name: "Winkel" }],
      experiments: [],
      noted: [],
    });
  } finally {
    await dispose();
  }
});

test("a comment that names an owner waits for that owner, from the command line", async () => {
  const { directory, dispose } = await folderWith({ "helder.yaml": `${yaml}# Tot zover.\n`, "orders.csv": `day,n\n${rows.join("\n")}\n` });
  try {
    const at = ["--workspace", directory, "--as-of", "2026-11-22", "--json"];
    const text = "Waarom daalt dit, @shop?";
    const { out } = await type("steer", "sold", "--by", "shop", "--comment", "Het daalt. We bellen.", ...at);
    expect(JSON.parse(out)).toMatchObject({ comment: { at: "2026-11-22", by: "shop", text: "Het daalt. We bellen." } });
    const file = join(directory, "helder.yaml");
    const before = await readFile(file, "utf8");
    expect(before).toContain("# Tot zover.");
    for (const [words, code] of [
      [["sold", "--comment", text], "bad-option"],
      [["sold", "--by", "shop"], "bad-option"],
      [["--by", "shop", "--comment", text], "bad-option"],
      [["sold", "--by", "shp", "--comment", text], "unknown-owner"],
      [["sold", "--by", "shop", "--comment", "A. B. C. D."], "bad-comment"],
    ] as const) {
      const refused = JSON.parse((await type("steer", ...words, ...at)).out) as { error: { code: string } };
      expect(refused.error.code).toBe(code);
    }
    expect(await readFile(file, "utf8")).toBe(before);
  } finally {
    await dispose();
  }
});
