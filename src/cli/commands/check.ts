import { dayInZone } from "../../calendar/index.ts";
import { check as lint, checkJson, checkText } from "../../check/index.ts";
import { HelderError } from "../../framework/index.ts";
import { open } from "../../workspace/index.ts";
import { type Command, textOption } from "../command.ts";

const formats = ["text", "json"] as const;

export const check: Command = {
  name: "check",
  told: { nl: "kijkt het raamwerk na", en: "checks the framework" },
  arguments: [],
  options: [{ flags: "--format <format>", told: { nl: "text of json", en: "text or json" } }],
  async run(context) {
    const workspace = await open(context.directory());
    context.speak(workspace.framework.settings.language);
    const format = context.json ? "json" : (textOption(context, "format") ?? "text");
    if (format !== "text" && format !== "json")
      throw new HelderError("bad-option", { option: "--format", value: format, hint: formats.join(" | ") });
    const today = context.asOf ?? dayInZone(Date.now(), workspace.framework.settings.timezone);
    const result = lint({ ...workspace, today });
    if (format === "json") context.printJson(checkJson(result, context.language));
    else context.print(checkText(result, { language: context.language, colour: context.colour, files: workspace.files }));
    return result.summary.error > 0 ? 1 : 0;
  },
};
