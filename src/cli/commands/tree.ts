import { open } from "../../workspace/index.ts";
import { type Command, textOption } from "../command.ts";

export const tree: Command = {
  name: "tree",
  told: { nl: "toont de doelenboom", en: "shows the goal tree" },
  arguments: [],
  options: [
    {
      flags: "--for <id>",
      told: {
        nl: "alleen wat van dit team, deze stakeholder of dit segment is, en waaraan het bijdraagt",
        en: "only what is of this team, stakeholder or segment, and what it contributes to",
      },
    },
  ],
  async run(context) {
    const { framework } = await open(context.directory());
    context.speak(framework.settings.language);
    const { treeFor, treeOf, treeText } = await import("../../report/index.ts");
    const person = textOption(context, "for");
    if (context.json) context.printJson(person === null ? treeOf(framework) : treeFor(framework, person));
    else context.print(treeText(framework, { language: context.language, colour: context.colour, for: person }));
    return 0;
  },
};
