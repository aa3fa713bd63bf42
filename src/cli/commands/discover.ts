import { findWorkspace } from "../../workspace/index.ts";
import { boundsOf, boundsOptions } from "../bounds.ts";
import { type Command, type Context, listArgument, textOption } from "../command.ts";

export const discover: Command = {
  name: "discover",
  told: {
    nl: "van klantdata naar feiten: wie kocht, hoe vaak, wie bleef weg",
    en: "from customer data to facts: who bought, how often, who stayed away",
  },
  arguments: [
    {
      name: "[file...]",
      told: { nl: "bestanden met aankopen en klanten (anders de datasets)", en: "files with purchases and customers (else the datasets)" },
    },
  ],
  options: [
    ...boundsOptions,
    {
      flags: "--export <file>",
      told: { nl: "schrijf de actieve klanten naar .xlsx of .csv", en: "write the active customers to .xlsx or .csv" },
    },
    { flags: "--private", told: { nl: "ook wat in kolommen staat die privé zijn", en: "what stands in private columns too" } },
    {
      flags: "--write",
      told: {
        nl: "maak KPI's van de kansen, in de werkmap of in een nieuwe",
        en: "make KPIs of the opportunities, in the workspace or a new one",
      },
    },
    {
      flags: "--choose <ids>",
      told: { nl: "alleen van deze kansen, met komma's ertussen", en: "of these opportunities only, with commas between" },
    },
    {
      flags: "--compare",
      told: { nl: "vertel wat er veranderde sinds de vorige keer", en: "tell what changed since the last time" },
    },
    { flags: "--undo", told: { nl: "draai de laatste --write terug", en: "take the last --write back" } },
  ],
  async run(context) {
    if (context.options["undo"] === true) return undo(context);
    const files = listArgument(context, 0);
    const isWritten = context.options["write"] === true;
    const told = textOption(context, "workspace");
    const found = files.length === 0 || (told !== null && !isWritten) ? context.directory() : findWorkspace(told ?? process.cwd());
    const settings = found === null ? null : (await (await import("../../workspace/index.ts")).open(found)).framework.settings;
    context.speak(settings?.language);
    const { discover: discovered } = await import("../../engine/index.ts");
    const discovery = await discovered({
      files,
      directory: found,
      language: context.language,
      timezone: settings?.timezone ?? "Europe/Amsterdam",
      currency: settings?.currency ?? "EUR",
      ...boundsOf(context),
      asOf: context.asOf,
      export: textOption(context, "export"),
      private: context.options["private"] === true,
      ...(isWritten ? { write: { choose: chosen(context), into: told ?? process.cwd() } } : {}),
      keep: { directory: found ?? (isWritten ? (told ?? process.cwd()) : process.cwd()), compare: context.options["compare"] === true },
      progress: (line) => context.note(`← ${line}`),
    });
    if (context.json) context.printJson(discovery);
    else
      context.print(
        (await import("../discovered.ts")).discoveryText(
          discovery,
          context.language,
          settings?.currency ?? "EUR",
          context.options["compare"] === true,
        ),
      );
    return 0;
  },
};

function chosen(context: Context): readonly string[] | null {
  const typed = textOption(context, "choose");
  return typed === null ? null : typed.split(",").map((id) => id.trim());
}

async function undo(context: Context): Promise<number> {
  const directory = context.directory();
  const { undoAdditions } = await import("../../engine/index.ts");
  const files = await undoAdditions(directory);
  if (context.json) context.printJson({ undone: files });
  else context.print([{ nl: "Teruggedraaid:", en: "Taken back:" }[context.language], ...files.map((file) => `  ${file}`)].join("\n"));
  return 0;
}
