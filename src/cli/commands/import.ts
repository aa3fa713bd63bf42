import { resolve } from "node:path";
import { HelderError } from "../../framework/index.ts";
import { isAgreed, takeBack } from "../agreed.ts";
import { type Command, textArgument, type Told } from "../command.ts";

export const importCommand: Command = {
  name: "import",
  told: {
    nl: "neemt een lijst met KPI’s over uit Excel of CSV, na jouw akkoord",
    en: "takes over a list of KPIs from Excel or CSV, once you agree",
  },
  arguments: [
    {
      name: "[file]",
      told: { nl: "xlsx of csv: van helder export, of je eigen lijst", en: "xlsx or csv: of helder export, or your own list" },
    },
  ],
  options: [
    { flags: "--yes", told: { nl: "schrijf zonder te vragen", en: "write without asking" } },
    { flags: "--undo", told: { nl: "draai het laatste schrijven terug", en: "take the last write back" } },
  ],
  async run(context) {
    const directory = context.directory();
    const { open } = await import("../../workspace/index.ts");
    const { settings } = (await open(directory)).framework;
    context.speak(settings.language);
    if (context.options["undo"] === true) return takeBack(context, directory);
    const file = textArgument(context, 0);
    if (file === null) throw new HelderError("bad-option", { option: "<file>", value: "", hint: "helder import kpis.xlsx" });
    const { dayInZone } = await import("../../calendar/index.ts");
    const today = context.asOf ?? dayInZone(Date.now(), settings.timezone);
    const { proposeImport, writeImport } = await import("../../engine/index.ts");
    const proposal = await proposeImport(directory, resolve(file), { language: context.language, today });
    const { importJson, importText } = await import("../imported.ts");
    if (!context.json) context.print(importText(proposal, context.language));
    const isEmpty = proposal.files.length === 0;
    const agreed = !isEmpty && (await isAgreed(context, question));
    if (agreed) await writeImport(directory, proposal);
    if (context.json) context.printJson({ ...importJson(proposal, context.language), written: agreed });
    else context.print(ending[isEmpty ? "nothing" : agreed ? "written" : "proposed"][context.language]);
    return 0;
  },
};

const question: Told = { nl: "Zo in je werkmap zetten? (j/n) ", en: "Write this to your workspace? (y/n) " };

const ending: Readonly<Record<"written" | "proposed" | "nothing", Told>> = {
  written: { nl: "Geschreven. Terugdraaien kan met: helder import --undo", en: "Written. Take it back with: helder import --undo" },
  proposed: { nl: "Er is niets geschreven. Klopt het, voeg dan --yes toe.", en: "Nothing was written. If this is right, add --yes." },
  nothing: { nl: "Er is niets om over te nemen.", en: "There is nothing to take over." },
};
