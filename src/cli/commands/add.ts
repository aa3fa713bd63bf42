import { HelderError } from "../../framework/index.ts";
import { isAgreed, takeBack } from "../agreed.ts";
import { type Command, listArgument, type Told } from "../command.ts";

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
    if (context.options["undo"] === true) return takeBack(context, directory);
    if (files.length === 0) throw new HelderError("bad-option", { option: "<file…>", value: "", hint: "helder add data/orders.csv" });
    const { proposeAdditions, writeAdditions } = await import("../../engine/index.ts");
    const additions = await proposeAdditions(directory, files, { progress: (line) => context.note(`← ${line}`) });
    const { additionsText, additionsJson } = await import("../added.ts");
    if (!context.json) context.print(additionsText(additions, context.language));
    const agreed = await isAgreed(context, question);
    if (agreed) await writeAdditions(directory, additions);
    if (context.json) context.printJson({ datasets: additionsJson(additions, context.language), written: agreed });
    else context.print(ending[agreed ? "written" : "proposed"][context.language]);
    return 0;
  },
};

const question: Told = { nl: "Zo in je werkmap zetten? (j/n) ", en: "Write this to your workspace? (y/n) " };

const ending: Readonly<Record<"written" | "proposed", Told>> = {
  written: {
    nl: "Geschreven. Terugdraaien kan met: helder add --undo",
    en: "Written. Take it back with: helder add --undo",
  },
  proposed: {
    nl: "Er is niets geschreven. Klopt het, voeg dan --yes toe.",
    en: "Nothing was written. If this is right, add --yes.",
  },
};
