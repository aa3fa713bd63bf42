import { resolve } from "node:path";
import { type Framework, HelderError, type Language } from "../../framework/index.ts";
import { type Command, textOption } from "../command.ts";

const formats = ["xlsx", "yaml", "json"] as const;
type Format = (typeof formats)[number];

export const exportCommand: Command = {
  name: "export",
  told: {
    nl: "schrijft het raamwerk als werkblad om in te vullen, of als één tekst",
    en: "writes the framework as a workbook to fill in, or as one text",
  },
  arguments: [],
  options: [
    { flags: "--format <format>", told: { nl: formats.join(" "), en: formats.join(" ") } },
    {
      flags: "--out <file>",
      told: { nl: "het bestand; zonder --out naar stdout (yaml, json)", en: "the file; without --out to standard output (yaml, json)" },
    },
  ],
  async run(context) {
    const { open, writeFileAtomically } = await import("../../workspace/index.ts");
    const { framework } = await open(context.directory());
    context.speak(framework.settings.language);
    const out = textOption(context, "out");
    const named = textOption(context, "format") ?? formats.find((format) => out?.toLowerCase().endsWith(`.${format}`)) ?? "yaml";
    const format = formats.find((known) => known === named);
    if (!format) throw new HelderError("bad-option", { option: "--format", value: named, hint: formats.join(" | ") });
    if (out === null && format === "xlsx")
      throw new HelderError("bad-option", { option: "--out", value: "", hint: "--out framework.xlsx" });
    const content = await contentOf(framework, format, context.language);
    if (out === null) {
      context.print(typeof content === "string" ? content : new TextDecoder().decode(content));
      return 0;
    }
    await writeFileAtomically(resolve(out), content);
    if (context.json) context.printJson({ file: resolve(out), format });
    else context.print(context.language === "nl" ? `Geschreven: ${out}` : `Written: ${out}`);
    return 0;
  },
};

async function contentOf(framework: Framework, format: Format, language: Language): Promise<string | Uint8Array> {
  const { frameworkTables, typedEntries } = await import("../../sheet/index.ts");
  if (format === "xlsx") {
    const { frameworkWorkbook } = await import("../../render/index.ts");
    return frameworkWorkbook(frameworkTables(framework), framework.settings.name, language);
  }
  const entries = typedEntries(framework);
  const sections = [...new Set(entries.map(({ section }) => section))].map(
    (section) => [section, entries.filter((one) => one.section === section).map(({ value }) => value)] as const,
  );
  if (format === "json") return `${JSON.stringify({ ...framework.settings, ...Object.fromEntries(sections) }, null, 2)}\n`;
  const { changeAll } = await import("../../workspace/index.ts");
  const all = [...Object.entries(framework.settings), ...sections].filter(([, value]) => value !== undefined);
  return changeAll(
    "",
    all.map(([key, value]) => ({ path: [key], value: value as never })),
  );
}
