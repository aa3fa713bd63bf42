import { type Grain, grains, isDay } from "../calendar/index.ts";
import type { QueryRequest } from "../engine/index.ts";
import { HelderError } from "../framework/index.ts";
import { type Context, listArgument, type Option, textOption } from "./command.ts";

/** The options that `query` and `sql` share. */
export const questionOptions: readonly Option[] = [
  {
    flags: "--grain <grain>",
    told: { nl: "day week month quarter year total (anders month)", en: "day week month quarter year total (else month)" },
  },
  { flags: "--by <columns>", told: { nl: "splits naar kolommen of segmenten: a,b", en: "split by columns or segments: a,b" } },
  { flags: "--from <day>", told: { nl: "eerste dag", en: "first day" } },
  { flags: "--to <day>", told: { nl: "laatste dag", en: "last day" } },
  { flags: "--where <expression>", told: { nl: "alleen rijen waarvoor dit waar is", en: "only rows for which this is true" } },
  { flags: "--segment <id>", told: { nl: "alleen klanten van dit segment", en: "only customers of this segment" } },
  { flags: "--private", told: { nl: "toon ook waarden van privékolommen", en: "show values of private columns too" } },
  { flags: "--compare <with>", told: { nl: "previous, year of year-weekday", en: "previous, year or year-weekday" } },
];

export async function questionOf(context: Context): Promise<QueryRequest> {
  const { columnNames, comparisons } = await import("../engine/index.ts");
  const grain = textOption(context, "grain") ?? "month";
  if (!grains.includes(grain as Grain)) throw new HelderError("bad-option", { option: "--grain", value: grain, hint: grains.join(" | ") });
  const compared = textOption(context, "compare");
  const compare = comparisons.find((known) => known === compared) ?? null;
  if (compare !== compared) throw new HelderError("bad-option", { option: "--compare", value: compared, hint: comparisons.join(" | ") });
  return {
    metrics: listArgument(context, 0),
    grain: grain as Grain,
    by: columnNames(textOption(context, "by") ?? ""),
    where: textOption(context, "where"),
    segment: textOption(context, "segment"),
    from: dayOption(context, "from"),
    to: dayOption(context, "to"),
    asOf: context.asOf,
    compare,
    ...(context.options["private"] === true ? { private: true } : {}),
  };
}

function dayOption(context: Context, name: string): string | null {
  const value = textOption(context, name);
  if (value !== null && !isDay(value)) throw new HelderError("bad-option", { option: `--${name}`, value, hint: "2026-01-31" });
  return value;
}
