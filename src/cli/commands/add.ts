import { createInterface } from "node:readline/promises";
import { HelderError, type Language } from "../../framework/index.ts";
import { type Command, type Context, listArgument } from "../command.ts";

export const add: Command = {
  name: "add",
  told: { nl: "voegt bestanden toe als datasets, na jouw akkoord", en: "adds files as datasets, once you agree" },
  arguments: [{ name: "[file...]", told: { nl: "bestanden uit je systemen", en: "files out of your systems" } }],
  options: [
    { flags: "--yes", told: { nl: "schrijf zonder te vragen", en: "write without asking" } },
    { flags: "--undo", told: { nl: "draai de laatste toevoeging terug", en: "take the last addition back" } },
  ],
  async run(context) {
    const directory = context.directory();
    const { open } = await import("../../workspace/index.ts");
    context.speak((await open(directory)).framework.settings.language);
    const files = listArgument(context, 0);
    if (context.options["undo"] === true) return undo(context, directory);
    if (files.length === 0) throw new HelderError("bad-option", { option: "<file…>", value: "", hint: "helder add data/orders.csv" });
    const { proposeAdditions, writeAdditions } = await import("../../engine/index.ts");
    const additions = await proposeAdditions(directory, files, { progress: (line) => context.note(`← ${line}`) });
    const { additionsText, additionsJson } = await import("../added.ts");
    if (!context.json) context.print(additionsText(additions, context.language));
    const agreed = context.options["yes"] === true || (!context.json && (await asked(context)));
    if (agreed) await writeAdditions(directory, additions);
    if (context.json) context.printJson({ datasets: additionsJson(additions, context.language), written: agreed });
    else context.print(ending[agreed ? "written" : "proposed"][context.language]);
    return 0;
  },
};

const ending: Readonly<Record<"written" | "proposed", Readonly<Record<Language, string>>>> = {
  written: {
    nl: "Geschreven. Terugdraaien kan met: helder add --undo",
    en: "Written. Take it back with: helder add --undo",
  },
  proposed: {
    nl: "Er is niets geschreven. Klopt het, voeg dan --yes toe.",
    en: "Nothing was written. If this is right, add --yes.",
  },
};

async function undo(context: Context, directory: string): Promise<number> {
  const { undoAdditions } = await import("../../engine/index.ts");
  const files = await undoAdditions(directory);
  if (context.json) context.printJson({ undone: files });
  else {
    const said = { nl: "Teruggedraaid", en: "Taken back" };
    context.print([`${said[context.language]}:`, ...files.map((file) => `  ${file}`)].join("\n"));
  }
  return 0;
}

/** Asks a person, where one is there to answer. */
async function asked(context: Context): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return false;
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const question = { nl: "Zo in je werkmap zetten? (j/n) ", en: "Write this to your workspace? (y/n) " };
    return /^\s*(?:j|ja|y|yes)\s*$/i.test(await lines.question(question[context.language]));
  } finally {
    lines.close();
  }
}
