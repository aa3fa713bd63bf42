import { resolve } from "node:path";
import type { Report, ReportJson } from "../../report/index.ts";
import { HelderError } from "../../framework/index.ts";
import { boundsOptions } from "../bounds.ts";
import { type Command, type Context, listArgument, textOption } from "../command.ts";
import { discoverPack, type PackFormat } from "../pack-discover.ts";
import { atWork } from "../work.ts";

const formats: readonly PackFormat[] = ["html", "md", "xlsx", "pptx", "pdf", "json"];

const packs = ["month", "discover"];

export const report: Command = {
  name: "report",
  told: { nl: "schrijft het rapport als bestand", en: "writes the report as a file" },
  arguments: [
    {
      name: "[file...]",
      told: {
        nl: "bestanden met aankopen en klanten, voor --pack discover",
        en: "files with purchases and customers, for --pack discover",
      },
    },
  ],
  options: [
    { flags: "--format <format>", told: { nl: formats.join(" "), en: formats.join(" ") } },
    {
      flags: "--out <file>",
      told: {
        nl: "het bestand; zonder --out naar stdout (html, md, json)",
        en: "the file; without --out to standard output (html, md, json)",
      },
    },
    {
      flags: "--pack <pack>",
      told: {
        nl: "month: de bladzijde van de maand (standaard); discover: de zes stappen van klantdata naar KPI's",
        en: "month: the page of the month (default); discover: the six steps from customer data to KPIs",
      },
    },
    ...boundsOptions,
  ],
  async run(context) {
    const out = textOption(context, "out");
    const format = formatOf(textOption(context, "format"), out);
    const pack = textOption(context, "pack") ?? "month";
    if (!packs.includes(pack)) throw new HelderError("bad-option", { option: "--pack", value: pack, hint: packs.join(" | ") });
    const [file] = listArgument(context, 0);
    if (pack === "month" && file !== undefined)
      throw new HelderError("bad-option", { option: "--pack", value: pack, hint: `--pack discover ${file}` });
    if (out === null && isBinary(format))
      throw new HelderError("bad-option", { option: "--out", value: "", hint: `--out report.${format}` });
    if (pack === "discover") return deliver(context, await discoverPack(context, format), format, out);
    return atWork(context, async ({ engine }) => {
      const { report } = await engine.run({ asOf: context.asOf });
      return deliver(context, await contentOf(format, report, context), format, out);
    });
  },
};

async function deliver(context: Context, content: string | Uint8Array, format: PackFormat, out: string | null): Promise<number> {
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
}

/** The format that was asked for, else the one of the file's name. */
function formatOf(typed: string | null, out: string | null): PackFormat {
  const ofName = out === null ? undefined : formats.find((format) => out.toLowerCase().endsWith(`.${format}`));
  const named = typed ?? ofName ?? "md";
  const format = formats.find((known) => known === named);
  if (!format) throw new HelderError("bad-option", { option: "--format", value: named, hint: formats.join(" | ") });
  return format;
}

function isBinary(format: PackFormat): boolean {
  return format === "xlsx" || format === "pptx" || format === "pdf";
}

async function contentOf(format: PackFormat, report: Report, { language }: Context): Promise<string | Uint8Array> {
  const { markdown, toJson } = await import("../../report/index.ts");
  const { checkWords, message } = await import("../../check/index.ts");
  if (format === "md") return markdown(report, { language, message });
  const told: ReportJson = toJson(report, language, checkWords);
  if (format === "json") return `${JSON.stringify(told, null, 2)}\n`;
  const { render } = await import("../../render/index.ts");
  return render(told, format, language);
}
