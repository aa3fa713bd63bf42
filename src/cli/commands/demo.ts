import { existsSync } from "node:fs";
import { readdir, rename, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { dayInZone } from "../../calendar/index.ts";
import { HelderError } from "../../framework/index.ts";
import { open } from "../../workspace/index.ts";
import { type Command, type Context, textOption } from "../command.ts";
import { running, serveWorkspace } from "./serve.ts";

export const demo: Command = {
  name: "demo",
  told: { nl: "laat Helder zien met een voorbeeld", en: "shows Helder with an example" },
  arguments: [],
  options: [
    { flags: "--no-serve", told: { nl: "stop na het tonen van de stand", en: "stop after printing the state" } },
    { flags: "--port <port>", told: { nl: "poort (anders 4747, of de volgende vrije)", en: "port (else 4747, or the next free one)" } },
    {
      flags: "--example <name>",
      told: {
        nl: "het voorbeeld: badkamerwinkel (als je niets kiest), sportschool of verzekeraar",
        en: "the example: badkamerwinkel (if you choose none), sportschool or verzekeraar",
      },
    },
    { flags: "--dir <dir>", told: { nl: "de map (anders de naam van het voorbeeld)", en: "the folder (else the example’s name)" } },
  ],
  async run(context) {
    const example = textOption(context, "example") ?? "badkamerwinkel";
    const directory = resolve(textOption(context, "dir") ?? textOption(context, "workspace") ?? example);
    await prepare(context, directory, example);
    context.speak((await open(directory)).framework.settings.language);
    await showState(context, directory);
    // With --json standard output is the one document that is already there.
    const say = (url: string) =>
      context.json ? context.complain(running(url, context.language)) : context.print(running(url, context.language));
    if (context.options["serve"] !== false) await serveWorkspace(context, directory, say);
    return 0;
  },
};

async function prepare(context: Context, directory: string, example: string): Promise<void> {
  if (existsSync(join(directory, "helder.yaml"))) return;
  if (existsSync(directory) && (await readdir(directory)).length > 0) throw new HelderError("folder-not-empty", { directory });
  const { makeExample } = await import("../../engine/index.ts");
  context.note(context.language === "nl" ? `Voorbeeld ${example} maken in ${directory} …` : `Making example ${example} in ${directory} …`);
  // Made beside and moved into place whole: a demo that is killed half-way leaves no half workspace.
  const building = `${directory}.${process.pid}`;
  try {
    await makeExample(building, example, context.asOf ?? dayInZone(Date.now(), "Europe/Amsterdam"), context.language);
    await rename(building, directory);
  } finally {
    await rm(building, { recursive: true, force: true });
  }
}

async function showState(context: Context, directory: string): Promise<void> {
  const { openEngine } = await import("../../engine/index.ts");
  const engine = await openEngine(directory, {
    progress: (line) => context.note(line),
    ...(context.trace ? { trace: context.trace } : {}),
  });
  try {
    const { report } = await engine.run({ asOf: context.asOf });
    const { runText, toJson } = await import("../../report/index.ts");
    const { checkWords, message } = await import("../../check/index.ts");
    if (context.json) context.printJson(toJson(report, context.language, checkWords));
    else context.print(runText(report, { language: context.language, colour: context.colour, message }));
  } finally {
    await engine.close();
  }
}
