import { HelderError } from "../../framework/index.ts";
import { formats } from "../../locale/index.ts";
import { type Command, type Context, textArgument, textOption } from "../command.ts";
import { boundsOf, boundsOptions } from "../bounds.ts";

export const audience: Command = {
  name: "audience",
  told: { nl: "schrijft een groep klanten naar een bestand, voor een actie", en: "writes a group of customers to a file, for an action" },
  arguments: [
    {
      name: "<segment>",
      told: {
        nl: "een segment van de werkmap, of active, lapsed, top, lapsed-top, new, one-time, at-risk",
        en: "a segment of the workspace, or active, lapsed, top, lapsed-top, new, one-time, at-risk",
      },
    },
  ],
  options: [
    { flags: "--out <file>", told: { nl: "het bestand, .xlsx of .csv", en: "the file, .xlsx or .csv" } },
    {
      flags: "--hold-out <share>",
      told: { nl: "deel dat niets krijgt, om het effect te meten: 0.1", en: "part that gets nothing, to measure the effect: 0.1" },
    },
    { flags: "--seed <number>", told: { nl: "wie dat zijn (anders 1)", en: "who those are (else 1)" } },
    { flags: "--private", told: { nl: "ook kolommen die privé zijn", en: "private columns too" } },
    ...boundsOptions,
  ],
  async run(context) {
    const directory = context.directory();
    const { open } = await import("../../workspace/index.ts");
    const { settings } = (await open(directory)).framework;
    context.speak(settings.language);
    const out = textOption(context, "out");
    if (out === null) throw new HelderError("bad-option", { option: "--out", value: "", hint: "customers.xlsx | customers.csv" });
    const { audience: written } = await import("../../engine/index.ts");
    const told = await written({
      files: [],
      directory,
      language: context.language,
      timezone: settings.timezone,
      segment: textArgument(context, 0)!,
      out,
      holdOut: numberOption(context, "holdOut", "--hold-out", (value) => value > 0 && value < 1, "0.1"),
      seed: numberOption(context, "seed", "--seed", (value) => Number.isInteger(value) && value >= 0, "1") ?? 1,
      asOf: context.asOf,
      private: context.options["private"] === true,
      ...boundsOf(context),
      progress: (line) => context.note(`← ${line}`),
    });
    if (context.json) context.printJson(told);
    else {
      const shape = formats(context.language);
      const count = shape.number(told.customers);
      const held =
        told.heldOut === null
          ? ""
          : { nl: `, ${shape.number(told.heldOut)} daarvan krijgen niets`, en: `, ${shape.number(told.heldOut)} of them get nothing` }[
              context.language
            ];
      context.print({ nl: `${count} klanten in ${told.file}${held}.`, en: `${count} customers in ${told.file}${held}.` }[context.language]);
    }
    return 0;
  },
};

function numberOption(context: Context, key: string, flag: string, isRight: (value: number) => boolean, hint: string): number | null {
  const typed = textOption(context, key);
  if (typed === null) return null;
  const value = Number(typed);
  if (typed.trim() === "" || !isRight(value)) throw new HelderError("bad-option", { option: flag, value: typed, hint });
  return value;
}
