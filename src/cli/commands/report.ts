import { resolve } from "node:path";
import type { Report, ReportJson } from "../../report/index.ts";
import { HelderError } from "../../framework/index.ts";
import { type Command, type Context, textOption } from "../command.ts";
import { atWork } from "../work.ts";

const formats = ["html", "md", "xlsx", "pptx", "pdf", "json"] as const;
type Format = (typeof formats)[number];

const packs = ["month"];

export const report: Command = {
  name: "report",
  told: { nl: "schrijft het rapport als bestand", en: "writes the report as a file" },
  arguments: [],
  options: [
    { flags: "--format <format>", told: { nl: formats.join(" "), en: formats.join(" ") } },
    {
      flags: "--out <file>",
      told: {
        nl: "het bestand; zonder --out naar stdout (html, md, json)",
        en: "the file; without --out to standard output (html, md, json)",
      },
    },
    { flags: "--pack <pack>", told: { nl: "month: de bladzijde van de maand", en: "month: the page of the month" } },
  ],
  run: (context) =>
    atWork(context, async ({ engine }) => {
      const out = textOption(context, "out");
      const format = formatOf(textOption(context, "format"), out);
      const pack = textOption(context, "pack") ?? "month";
      if (!packs.includes(pack)) throw new HelderError("bad-option", { option: "--pack", value: pack, hint: packs.join(" | ") });
      if (out === null && isBinary(format))
        throw new HelderError("bad-option", { option: "--out", value: "", hint: `--out report.${format}` });
      const { report } = await engine.run({ asOf: context.asOf });
      const content = await contentOf(format, report, context);
      if (out === null) {
        context.print(typeof content === "string" ? content : new TextDecoder().decode(content));
        return 0;
      }
      const path = resolve(out);
      const { writeFileAtomically } = await import("../../workspace/index.ts");
      await writeFileAtomically(path, content);
      if (context.json) context.printJson({ file: path, format });
      else context.print(context.language === "nl" ? `Geschreven: ${out}` : `Written: ${out}`);
      return 0;
    }),
};

/** The format that was asked for, else the one of the file's name. */
function formatOf(typed: string | null, out: string | null): Format {
  const ofName = out === null ? undefined : formats.find((format) => out.toLowerCase().endsWith(`.${format}`));
  const named = typed ?? ofName ?? "md";
  const format = formats.find((known) => known === named);
  if (!format) throw new HelderError("bad-option", { option: "--format", value: named, hint: formats.join(" | ") });
  return format;
}

function isBinary(format: Format): boolean {
  return format === "xlsx" || format === "pptx" || format === "pdf";
}

async function contentOf(format: Format, report: Report, { language }: Context): Promise<string | Uint8Array> {
  const { markdown, toJson } = await import("../../report/index.ts");
  const { checkWords, message } = await import("../../check/index.ts");
  if (format === "md") return markdown(report, { language, message });
  const told: ReportJson = toJson(report, language, checkWords);
  if (format === "json") return `${JSON.stringify(told, null, 2)}\n`;
  const { render } = await import("../../render/index.ts");
  return render(told, format, language);
}
