import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { folderWith, type } from "../cli/terminal.ts";

// A scenario is one text file: `--- path` opens a file of the workspace, `$ helder …` is a line that is typed, and what follows it, up to
// the next mark, is what Helder must say: standard output, then standard error, then `[exit n]` where n is not 0.
// HELDER_WRITE_SCENARIOS=1 writes down what it says now, to be read before it is committed.
const folder = fileURLToPath(new URL(".", import.meta.url));
const scenarios = readdirSync(folder).filter((name) => name.endsWith(".txt"));

interface Scenario {
  readonly title: string;
  readonly files: Record<string, string>;
  readonly steps: { readonly line: string; readonly said: string }[];
}

function read(text: string): Scenario {
  const scenario: Scenario = { title: text.split("\n", 1)[0]!.replace(/^# */, ""), files: {}, steps: [] };
  let current: { kind: "file" | "step" | "head"; name: string; lines: string[] } = { kind: "head", name: "", lines: [] };
  const end = () => {
    const body = `${current.lines.join("\n").replace(/\n+$/, "")}\n`;
    if (current.kind === "file") scenario.files[current.name] = body;
    if (current.kind === "step") scenario.steps.push({ line: current.name, said: body.trim() });
  };
  for (const line of text.split("\n")) {
    const mark = /^(--- |\$ helder )(.+)$/.exec(line);
    if (mark) {
      end();
      current = { kind: mark[1] === "--- " ? "file" : "step", name: mark[2]!, lines: [] };
    } else current.lines.push(line);
  }
  end();
  return scenario;
}

/** Words as a shell would take them; only single quotes are known. */
function words(line: string): string[] {
  return [...line.matchAll(/'([^']*)'|(\S+)/g)].map((match) => match[1] ?? match[2]!);
}

/** How long a load took is the one thing that differs from run to run. */
function withoutSeconds(line: string, said: string): string {
  return line.startsWith("load") ? said.replace(/("seconds": |  )[\d.,]+(,?)$/gm, "$1…$2") : said;
}

describe("scenarios", () => {
  test.each(scenarios)("%s", async (name) => {
    const text = readFileSync(join(folder, name), "utf8");
    const scenario = read(text);
    const { directory, dispose } = await folderWith(scenario.files);
    try {
      let written = text.slice(0, text.indexOf("\n$ helder ") + 1);
      for (const { line, said } of scenario.steps) {
        const answer = await type(...words(line), "--workspace", directory);
        const now = [answer.out, answer.err, answer.code === 0 ? "" : `[exit ${answer.code}]`]
          .map((part) => withoutSeconds(line, part.replaceAll(directory, "<workspace>")).trim())
          .filter((part) => part !== "")
          .join("\n");
        written += `$ helder ${line}\n${now}\n\n`;
        if (!process.env["HELDER_WRITE_SCENARIOS"]) expect(`${line}\n${now}`).toBe(`${line}\n${said}`);
      }
      if (process.env["HELDER_WRITE_SCENARIOS"]) writeFileSync(join(folder, name), written.replace(/\n+$/, "\n"));
    } finally {
      await dispose();
    }
  });

  test("there are scenarios, each with a line that is typed and an answer", () => {
    expect(scenarios.length).toBeGreaterThan(5);
    for (const name of scenarios) {
      const { steps, files, title } = read(readFileSync(join(folder, name), "utf8"));
      expect([name, title.length > 10, Object.keys(files).length > 0, steps.length > 0, steps.every(({ said }) => said !== "")]).toEqual([
        name,
        true,
        true,
        true,
        true,
      ]);
    }
  });
});
