import { createInterface } from "node:readline/promises";
import type { Context, Told } from "./command.ts";

/** Asks a person, where one is there to answer; `--yes` is an answer, and so is a call for JSON without it. */
export async function isAgreed(context: Context, question: Told): Promise<boolean> {
  if (context.options["yes"] === true) return true;
  if (context.json || !process.stdin.isTTY || !process.stdout.isTTY) return false;
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return /^\s*(?:j|ja|y|yes)\s*$/i.test(await lines.question(question[context.language]));
  } finally {
    lines.close();
  }
}

/** Takes the last write of `add` or `import` back, and says which files it was. */
export async function takeBack(context: Context, directory: string): Promise<number> {
  const { undoAdditions } = await import("../engine/index.ts");
  const files = await undoAdditions(directory);
  if (context.json) context.printJson({ undone: files });
  else {
    const said = { nl: "Teruggedraaid", en: "Taken back" };
    context.print([`${said[context.language]}:`, ...files.map((file) => `  ${file}`)].join("\n"));
  }
  return 0;
}
