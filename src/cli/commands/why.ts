import { HelderError } from "../../framework/index.ts";
import { type Command, textArgument, textOption } from "../command.ts";
import { atWork } from "../work.ts";

export const why: Command = {
  name: "why",
  told: { nl: "zegt waardoor een getal veranderde", en: "says what made a number change" },
  arguments: [{ name: "<kpi>", told: { nl: "id van een KPI, CPI of metriek", en: "id of a KPI, CPI or metric" } }],
  options: [
    {
      flags: "--from <period>",
      told: { nl: "de periode ervoor: 2026-01, 2026-Q1 of dag..dag", en: "the period before: 2026-01, 2026-Q1 or day..day" },
    },
    { flags: "--to <period>", told: { nl: "de periode erna", en: "the period after" } },
    {
      flags: "--by <columns>",
      told: {
        nl: "ook naar onderdelen van kolommen, los en samen: a,b of auto",
        en: "also by the elements of columns, alone and together: a,b or auto",
      },
    },
  ],
  run: (context) =>
    atWork(context, async ({ engine, framework }) => {
      const { dimensionNames, whyOf } = await import("../../engine/index.ts");
      const result = await whyOf(engine, {
        of: textArgument(context, 0)!,
        from: needed("--from", textOption(context, "from")),
        to: needed("--to", textOption(context, "to")),
        by: dimensionNames(textOption(context, "by") ?? ""),
        asOf: context.asOf,
      });
      if (context.json) context.printJson(result);
      else {
        const [{ whyText }, { unitOf }] = await Promise.all([import("../../report/index.ts"), import("../../metric/index.ts")]);
        context.print(whyText(result, unitOf(framework, result.metric), context.language, framework.settings.currency));
      }
      return 0;
    }),
};

function needed(option: string, value: string | null): string {
  if (value === null) throw new HelderError("bad-option", { option, value: "", hint: "2026-01 | 2026-Q1 | 2026 | 2026-01-01..2026-01-15" });
  return value;
}
