import { resolve } from "node:path";
import { dayInZone } from "../../calendar/index.ts";
import { type Command, textArgument, textOption } from "../command.ts";

export const init: Command = {
  name: "init",
  told: { nl: "maakt een nieuwe werkmap", en: "makes a new workspace" },
  arguments: [{ name: "[dir]", told: { nl: "de map (anders hier)", en: "the folder (else here)" } }],
  options: [
    {
      flags: "--example <name>",
      told: {
        nl: "begin met een voorbeeld, in --language: badkamerwinkel, sportschool, verzekeraar",
        en: "start from an example, in --language: badkamerwinkel, sportschool, verzekeraar",
      },
    },
  ],
  async run(context) {
    const directory = resolve(textArgument(context, 0) ?? textOption(context, "workspace") ?? ".");
    const example = textOption(context, "example");
    const today = context.asOf ?? dayInZone(Date.now(), "Europe/Amsterdam");
    const files =
      example === null ? await starter(directory, context.language, today) : await fromExample(directory, example, today, context.language);
    if (context.json) context.printJson({ dir: directory, files });
    else {
      const next = { nl: "Kijk het na met: helder check", en: "Check it with: helder check" };
      const made = { nl: `Werkmap gemaakt in ${directory}:`, en: `Workspace made in ${directory}:` };
      context.print([made[context.language], ...files.map((file) => `  ${file}`), next[context.language]].join("\n"));
    }
    return 0;
  },
};

async function starter(directory: string, language: "nl" | "en", today: string): Promise<readonly string[]> {
  const { initialise, starterFiles } = await import("../../workspace/index.ts");
  return initialise(directory, starterFiles(language, today));
}

async function fromExample(directory: string, example: string, today: string, language: "nl" | "en"): Promise<readonly string[]> {
  const { makeExample } = await import("../../engine/index.ts");
  return makeExample(directory, example, today, language);
}
