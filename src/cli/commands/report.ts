import { resolve } from "node:path";
import { HelderError } from "../../framework/index.ts";
import { type Command, textOption } from "../command.ts";
import { atWork } from "../work.ts";

const formats = ["json", "md"] as const;

export const report: Command = {
  name: "report",
  told: { nl: "schrijft het rapport als bestand", en: "writes the report as a file" },
  arguments: [],
  options: [
    { flags: "--format <format>", told: { nl: "json of md", en: "json or md" } },
    { flags: "--out <file>", told: { nl: "het bestand; zonder --out naar stdout", en: "the file; without --out to standard output" } },
  ],
  run: (context) =>
    atWork(context, async ({ engine }) => {
      const format = textOption(context, "format") ?? "md";
      if (format !== "json" && format !== "md")
        throw new HelderError("bad-option", { option: "--format", value: format, hint: formats.join(" | ") });
      const { report } = await engine.run({ asOf: context.asOf });
      const { markdown, toJson } = await import("../../report/index.ts");
      const { checkWords, message } = await import("../../check/index.ts");
      const text =
        format === "json"
          ? `${JSON.stringify(toJson(report, context.language, checkWords), null, 2)}\n`
          : markdown(report, { language: context.language, message });
      const out = textOption(context, "out");
      if (out === null) {
        context.print(text);
        return 0;
      }
      const path = resolve(out);
      const { writeFileAtomically } = await import("../../workspace/index.ts");
      await writeFileAtomically(path, text);
      if (context.json) context.printJson({ file: path, format });
      else context.print(context.language === "nl" ? `Geschreven: ${out}` : `Written: ${out}`);
      return 0;
    }),
};
