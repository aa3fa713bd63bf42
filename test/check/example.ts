import { readFileSync } from "node:fs";
import { check } from "../../src/check/index.ts";
import { parse } from "../../src/workspace/index.ts";

/** A workspace of two files: `text`, and a helder.yaml of name Proef with `settings` added. */
export interface Example {
  readonly text: string;
  readonly settings?: string;
  readonly today?: string;
}

/** Workspaces in which a rule must, and must not, find something; `on` are the ids that it finds, where it matters which. */
export interface Cases {
  readonly invalid: readonly (Example & { readonly on?: readonly string[] })[];
  readonly valid: readonly Example[];
}

export function lint({ text, settings = "", today = "2026-11-22" }: Example) {
  const files = [
    { path: "a.yaml", text },
    { path: "helder.yaml", text: `helder: 1\nname: Proef\n${settings}` },
  ];
  const { framework, findings, sources } = parse(files);
  return { files, framework: framework!, ...check({ framework: framework!, findings, sources, today }) };
}

export function pageOf(code: string): string {
  return readFileSync(new URL(`../../docs/rules/${code}.md`, import.meta.url), "utf8");
}

/** The wrong and the right example of a page: one file, or several of which each begins with a line such as `# helder.yaml`. */
export function pageExamples(code: string): { readonly wrong: Example; readonly right: Example } {
  const page = pageOf(code);
  const example = (head: string): Example => {
    const block = new RegExp(`${head}:\n\n\`\`\`yaml\n([^\`]+)\`\`\``).exec(page)?.[1];
    if (block === undefined) throw new Error(`docs/rules/${code}.md has no example after “${head}:”`);
    const [bare = "", ...named] = block.split(/^# ([a-z]+\.yaml)\n/m);
    const files = named.flatMap((name, index) => (index % 2 === 0 ? [{ name, text: named[index + 1] ?? "" }] : []));
    const joined = (settings: boolean) =>
      files
        .filter(({ name }) => (name === "helder.yaml") === settings)
        .map(({ text }) => text)
        .join("");
    return { text: bare + joined(false), settings: joined(true) };
  };
  return { wrong: example("Wrong"), right: example("Right") };
}

/** The wrong and the right example of a rule's page, and more. */
export function page(code: string, more: Partial<Cases> = {}): Cases {
  const { wrong, right } = pageExamples(code);
  return { invalid: [wrong, ...(more.invalid ?? [])], valid: [right, ...(more.valid ?? [])] };
}
